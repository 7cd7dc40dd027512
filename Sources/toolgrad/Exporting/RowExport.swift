import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// Samples as rows of a format.
///
/// The samples are read twice, one at a time: a first look decides which become rows and where each belongs, a second
/// one writes them. Those that are decided in between and leave the scope are named as left out.
struct RowExport {
    private let dataset: Dataset
    private let format: ExportFormatName
    private let options: ExportOptions
    private let scope: ExportScope

    init(_ dataset: Dataset, _ format: ExportFormatName, _ options: ExportOptions, _ scope: ExportScope) {
        self.dataset = dataset
        self.format = format
        self.options = options
        self.scope = scope
    }

    /// The first look.
    ///
    /// - Throws: ``CommandFailure`` where the scope holds no sample, ``ExportError``.
    func plan() async throws -> ExportPlan {
        var survey = try ExportSurvey(format, options)
        var count = 0
        for try await sample in dataset.reviewedSamples(scope.filter) {
            survey.add(sample, findings: try await findings(in: sample))
            count += 1
        }
        guard count > 0 else { throw try await dataset.nothing(in: scope) }
        return try survey.plan()
    }

    /// The second look; gives the account of what was written and left out.
    ///
    /// - Throws: ``ExportError``, ``ExportWritingError``.
    func write(_ plan: ExportPlan, by writer: ExportWriter) async throws -> ExportTotals {
        var lines = ExportLines(plan)
        try await writer.write { folder in try await write(&lines, to: folder) }
        return lines.totals
    }

    private func findings(in sample: ReviewedSample) async throws -> [Finding] {
        guard let gate = options.gate else { return [] }
        return try await dataset.findings(in: sample, from: gate)
    }

    private func write(_ lines: inout ExportLines, to folder: ExportFolder) async throws {
        try folder.append(lines.skippedLines)
        for try await sample in dataset.reviewedSamples(scope.filter) {
            let others = format.takesPairs ? try await dataset.compared(with: sample) : []
            try folder.append(
                lines.appending(sample, record: try await record(of: sample), comparedWith: others))
        }
        try folder.append(lines.missing())
        try lines.requireSome()
        try folder.append(lines.descriptions)
        try folder.append([lines.manifest(of: folder.written)])
    }

    /// Everything that is known of a sample, for the one format that has room for it.
    private func record(of sample: ReviewedSample) async throws -> WorkflowRecord? {
        guard format == .toolgrad else { return nil }
        return WorkflowRecord(
            sample: sample.id, seed: sample.seed, events: try await dataset.events(of: sample.id),
            decisions: try await dataset.reading(of: sample.id).decisions, tools: sample.library)
    }
}

extension ExportFolder {
    /// Adds each piece to the end of its file.
    func append(_ files: [ExportedFile]) throws(ExportWritingError) {
        for file in files { try append(file.bytes, to: file.path, rows: file.rows) }
    }
}

extension Dataset {
    /// The samples that reviewers compared one with, as far as they are in the file.
    fileprivate func compared(with sample: ReviewedSample) async throws -> [ReviewedSample] {
        var others: [ReviewedSample] = []
        for line in try await summaries(of: Array(Set(sample.review.comparisons.map(\.other)))) {
            others.append(try await reviewedSample(line.id))
        }
        return others
    }
}
