import Engine
import Foundation
import Review

/// A whole export in memory, and an account of every sample: for small ones and for tests.
package struct Export: Sendable {
    /// Everything to write, the manifest last.
    package let files: [ExportedFile]
    package let plan: ExportPlan
    /// One for each sample that was not written.
    package let skipped: [SkippedSample]
}

extension ExportFormatName {
    /// Looks at the samples twice and gathers what is written.
    ///
    /// Deterministic: equal samples and options give equal bytes.
    /// - Throws: ``ExportError`` when the options make no sense or no sample is left.
    package func files(for samples: [ReviewedSample], options: ExportOptions) throws(ExportError) -> Export {
        var survey = try ExportSurvey(self, options)
        for sample in samples { survey.add(sample) }
        let plan = try survey.plan()
        var lines = ExportLines(plan)
        var gathered = GatheredFiles()
        for piece in lines.skippedLines { gathered.append(piece) }
        let known = Dictionary(samples.map { ($0.id, $0) }) { first, _ in first }
        for sample in samples {
            let compared = sample.review.comparisons.compactMap { known[$0.other] }
            for piece in lines.appending(sample, comparedWith: compared) { gathered.append(piece) }
        }
        for piece in lines.missing() { gathered.append(piece) }
        try lines.requireSome()
        for file in lines.descriptions { gathered.append(file) }
        gathered.append(lines.manifest(of: gathered.written))
        return Export(files: gathered.files, plan: plan, skipped: plan.skipped + lines.refused)
    }
}

/// Files in the order in which they were begun.
private struct GatheredFiles {
    private(set) var files: [ExportedFile] = []
    private var places: [String: Int] = [:]

    mutating func append(_ piece: ExportedFile) {
        guard let place = places[piece.path] else {
            places[piece.path] = files.count
            files.append(piece)
            return
        }
        files[place].bytes += piece.bytes
        files[place].rows += piece.rows
    }

    var written: [WrittenFile] {
        files.map {
            WrittenFile(path: $0.path, bytes: $0.bytes.count, hash: ContentHash(of: $0.bytes), rows: $0.rows)
        }
    }
}

/// A file of an export, or what is to be appended to it.
package struct ExportedFile: Hashable, Sendable {
    /// Relative to the folder of the export, with `/`.
    package let path: String
    package var bytes: Data
    /// How many rows it holds.
    package var rows: Int

    init(path: String, text: String, rows: Int) {
        self.path = path
        bytes = Data(text.utf8)
        self.rows = rows
    }
}

/// Where a row went, and what it came from.
struct ExportedRow {
    private let sample: ExportableSample
    private let file: String
    private let line: Int
    private let kind: ExportRow.Kind.Title
    private let written: ExportedLine

    init(_ sample: ExportableSample, _ written: ExportedLine, line: Int, kind: ExportRow.Kind.Title) {
        self.sample = sample
        self.written = written
        self.line = line
        self.kind = kind
        file = written.path
    }

    /// Texts that a planner wrote anew, and outputs that were cut, are named where there are any.
    var json: JSON {
        var members: JSON.Object = [
            "file": .string(file), "line": .count(line), "kind": .string(kind.rawValue),
            "sample": .string("\(sample.id)"), "run": .string(sample.id.run.hash.hex),
            "seed": .string(String(sample.seed)), "planner": .string(sample.planner),
            "status": .string(sample.status.rawValue), "edited": .array(sample.edited.map(JSON.string)),
            "base64Steps": .array(sample.encodedSteps.map(JSON.count)),
        ]
        if !sample.regenerated.isEmpty { members.set("regenerated", .texts(sample.regenerated)) }
        if let source = written.source { members.set("source", .string(source)) }
        if let tokens = written.tokens { members.set("tokens", .count(tokens)) }
        if !written.cuts.isEmpty {
            let cuts = written.cuts.map { ["step": .count($0.step), "characters": .count($0.characters)] as JSON }
            members.set("cut", .array(cuts))
        }
        return .object(members)
    }
}

/// A sample that was left out, and why.
package struct SkippedSample: Hashable, Sendable, CustomStringConvertible {
    package let sample: SampleID
    package let reason: SkipReason

    /// The sample and the reason, as in `s-00007: It has no steps.`.
    package var description: String { "\(sample): \(reason)" }

    var json: JSON {
        [
            "sample": .string("\(sample)"), "run": .string(sample.run.hash.hex), "reason": .string("\(reason)"),
        ]
    }
}
