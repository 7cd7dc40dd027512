import DatasetFormats
import DatasetStore
import Engine
import Foundation
import Review

/// An export as it is asked for, by the command and by the explorer.
struct ExportRequest {
    let kind: ExportKind
    let folder: String
    let scope: ExportScope
    /// What rows are made of; the card's facts are added when it is carried out.
    let options: ExportOptions
    let replacing: ExportWriter.Replaceable

    /// Rows with the usual options, or the annotations, in place of any earlier export: what the explorer asks for.
    init(_ kind: ExportKind, of dataset: Dataset, to folder: String) {
        var options = ExportOptions(datasetName: dataset.name)
        options.programVersion = programVersion
        self.init(
            kind, to: folder, ExportScope(part: kind == .annotations ? .rejected : .accepted), options,
            replacing: .anyExport)
    }

    init(
        _ kind: ExportKind, to folder: String, _ scope: ExportScope, _ options: ExportOptions,
        replacing: ExportWriter.Replaceable
    ) {
        self.kind = kind
        self.folder = folder
        self.scope = scope
        self.options = options
        self.replacing = replacing
    }

    /// Whether its outcome depends on what the checks and comparing samples find.
    var needsFindings: Bool {
        switch kind {
        case .annotations: true
        case .rows: options.gate != nil
        }
    }
}

extension Dataset {
    /// How people call it: the file without its ending.
    var name: String { URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent }

    /// Writes an export as one folder, whole or not at all.
    ///
    /// A sample that the checks have not looked at counts as like no other; see ``prepare(for:)``.
    func export(_ request: ExportRequest) async throws -> ExportReport {
        let writer = ExportWriter(folder: URL(fileURLWithPath: request.folder), replacing: request.replacing)
        switch request.kind {
        case .rows(let format):
            var options = request.options
            var facts = try await cardFacts(filter: request.scope.words)
            facts.takesUndecided = request.scope.part == .finished
            options.facts = facts
            let rows = RowExport(self, format, options, request.scope)
            return ExportReport(try await rows.write(try await rows.plan(), by: writer), of: self, request)
        case .annotations:
            let count = try await AnnotationExport(self, request.scope).write(by: writer)
            return ExportReport(annotations: count, request)
        }
    }

    /// Has the checks look at every finished sample that they have not seen, without a word of how far they are.
    func lookAtRest() async throws {
        guard mode == .readWrite else { return }
        while try await indexMissing() > 0 {}
        var damaged: Set<SampleID> = []
        while true {
            let waiting = try await samplesWithoutFindings(limit: 100 + damaged.count).filter { !damaged.contains($0) }
            if waiting.isEmpty { return }
            for sample in waiting {
                do throws(DatasetError) { try await lookAt(sample) } catch {
                    guard case .damaged = error else { throw error }
                    damaged.insert(sample)
                }
            }
        }
    }
}
