import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

extension Dataset {
    /// Writes samples as one folder, whole or not at all, and says what was written and what was left out.
    ///
    /// The samples are read twice, one at a time; those that are decided meanwhile count as the first look found them.
    func export(
        _ format: ExportFormatName, to folder: String, _ options: ExportOptions, filter: Filter = .accepted
    ) async throws -> String {
        var survey = try ExportSurvey(format, options)
        var count = 0
        for try await sample in reviewedSamples(filter) {
            survey.add(sample, findings: options.gate == nil ? [] : try await findings(in: sample))
            count += 1
        }
        guard count > 0 else {
            throw CommandFailure("Nothing to export: no sample is accepted. Accept some first, or use --include all.")
        }
        var lines = ExportLines(try survey.plan())
        try await ExportWriter(folder: URL(fileURLWithPath: folder)).write { folder in
            func append(_ files: [ExportedFile]) throws {
                for file in files { try folder.append(file.bytes, to: file.path, rows: file.rows) }
            }
            try append(lines.skippedLines)
            for try await sample in reviewedSamples(filter) {
                try append(lines.appending(sample, record: try await record(of: sample, for: format)))
            }
            try lines.requireSome()
            try append(lines.descriptions)
            try append([lines.manifest(of: folder.written)])
        }
        let (samples, skipped) = lines.counts
        let rest = skipped == 0 ? "" : ", \(skipped) left out (manifest/skipped.jsonl says why)"
        return "\(samples == 1 ? "1 sample" : "\(samples) samples") of \(path) written to \(folder) as "
            + "\(format.rawValue)\(rest)."
    }
}

extension Dataset {
    /// Everything that is known of a sample, for the one format that has room for it.
    private func record(of sample: ReviewedSample, for format: ExportFormatName) async throws -> WorkflowRecord? {
        guard format == .toolgrad else { return nil }
        return WorkflowRecord(
            sample: sample.id, seed: sample.seed, events: try await events(of: sample.id),
            decisions: try await reading(of: sample.id).decisions, tools: sample.library)
    }
}
