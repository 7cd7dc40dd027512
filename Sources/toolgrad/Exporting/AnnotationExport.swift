import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// Every rejected sample with what was said of it, a line of JSON each.
struct AnnotationExport {
    static let name = "annotations"

    private let dataset: Dataset
    private let filter: Filter

    init(_ dataset: Dataset, _ filter: Filter) {
        self.dataset = dataset
        self.filter = filter.and(Filter(statuses: [.rejected]))
    }

    /// Writes a folder, whole or not at all, and says what was written.
    func write(to folder: String) async throws -> String {
        let count = try await ExportWriter(folder: URL(fileURLWithPath: folder)).write { folder in
            var count = 0
            for try await sample in dataset.reviewedSamples(filter) {
                let line = AnnotationLine(
                    sample, decisions: try await dataset.reading(of: sample.id).decisions,
                    findings: try await dataset.findings(in: sample))
                try folder.append(Data((line.json.compactText + "\n").utf8), to: "annotations.jsonl", rows: 1)
                count += 1
            }
            guard count > 0 else { throw CommandFailure("No sample is rejected, so there is nothing to write.") }
            try folder.append(Data((manifest(of: folder.written).prettyText + "\n").utf8), to: ExportManifest.path)
            return count
        }
        return "\(count == 1 ? "1 rejected sample" : "\(count) rejected samples") written to \(folder)."
    }

    private func manifest(of files: [WrittenFile]) -> JSON {
        [
            "kind": .string(ExportManifest.kind), "format": .string(Self.name),
            "files": .array(
                files.map { file in
                    [
                        "path": .string(file.path), "bytes": .number(JSON.Number(file.bytes)),
                        "sha256": .string(file.hash.hex), "rows": .number(JSON.Number(file.rows)),
                    ]
                }),
        ]
    }
}
