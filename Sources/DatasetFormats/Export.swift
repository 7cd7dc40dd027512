import Engine
import Foundation
import Review

/// The files of an export, planned but not written, and an account of every sample.
package struct Export: Hashable, Sendable {
    /// The format's name.
    package let format: String
    package let options: ExportOptions
    /// The data; the manifest is apart, in ``manifest``.
    package let files: [ExportedFile]
    /// One for each sample that was written.
    package let rows: [ExportedRow]
    /// One for each sample that was not.
    package let skipped: [SkippedSample]
    /// The names that tools have in the files.
    package let names: PortableNames
    /// Where the manifest goes: beside the data, and out of the way of readers that take every file for a sample.
    package let manifestPath: String

    /// What the export holds, with hashes.
    package var manifest: ExportManifest { ExportManifest(of: self) }

    /// Everything to write: the data and the manifest.
    package var filesWithManifest: [ExportedFile] {
        files + [ExportedFile(path: manifestPath, text: manifest.json.prettyText + "\n", rows: 0)]
    }
}

/// One file of an export.
package struct ExportedFile: Hashable, Sendable {
    /// Relative to the folder of the export, with `/`.
    package let path: String
    package let bytes: Data
    /// How many samples it holds.
    package let rows: Int

    init(path: String, text: String, rows: Int) {
        self.path = path
        bytes = Data(text.utf8)
        self.rows = rows
    }
}

/// Where a sample went, and what it came from.
package struct ExportedRow: Hashable, Sendable {
    package let file: String
    /// 1 for the first line of the file.
    package let line: Int
    package let sample: SampleID
    /// The seed of the sample's run.
    package let seed: UInt64
    package let planner: String
    package let status: ReviewState.Status
    /// What reviewers changed, by hand: `query`, `steps.3.arguments.max_price`, `chains`.
    package let edited: [String]
    /// Who wrote the texts that a planner wrote anew, by path.
    package let regenerated: [String: String]
    /// The steps whose outputs are no UTF-8 text, written as base64 instead.
    package let encodedSteps: [Int]

    init(_ sample: ExportableSample, file: String, line: Int) {
        self.file = file
        self.line = line
        self.sample = sample.id
        seed = sample.seed
        planner = sample.planner
        status = sample.status
        edited = sample.edited
        regenerated = sample.regenerated
        encodedSteps = sample.encodedSteps
    }
}

/// A sample that was left out, and why.
package struct SkippedSample: Hashable, Sendable, CustomStringConvertible {
    package let sample: SampleID
    package let reason: SkipReason

    /// The sample and the reason, as in `s-00007: It has no steps.`.
    package var description: String { "\(sample): \(reason)" }
}
