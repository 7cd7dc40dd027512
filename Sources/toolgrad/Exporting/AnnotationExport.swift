import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// Every rejected sample with what was said of it, a line of JSON each.
struct AnnotationExport {
    private let dataset: Dataset
    private let scope: ExportScope

    init(_ dataset: Dataset, _ scope: ExportScope) {
        self.dataset = dataset
        self.scope = scope
    }

    /// Gives the number of samples that were written.
    ///
    /// - Throws: ``CommandFailure`` where the scope holds no sample, ``ExportWritingError``.
    func write(by writer: ExportWriter) async throws -> Int {
        try await writer.write { folder in
            var count = 0
            for try await sample in dataset.reviewedSamples(scope.filter) {
                let line = AnnotationLine(
                    sample, decisions: try await dataset.reading(of: sample.id).decisions,
                    findings: try await dataset.findings(in: sample))
                try folder.append(Data((line.json.compactText + "\n").utf8), to: "annotations.jsonl", rows: 1)
                count += 1
            }
            guard count > 0 else { throw try await dataset.nothing(in: scope) }
            try folder.append(Data((manifest(of: folder.written).prettyText + "\n").utf8), to: ExportManifest.path)
            return count
        }
    }

    private func manifest(of files: [WrittenFile]) -> JSON {
        [
            "kind": .string(ExportManifest.kind), "format": .string(ExportKind.annotations.name),
            "versions": ["toolgrad": .string(programVersion)],
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
