import Engine

/// What an export can be asked for; a format ignores what it has no place for.
package struct ExportOptions: Hashable, Sendable {
    /// How people call the dataset.
    package var datasetName: String
    /// Opens every conversation; nil for none.
    package var systemPrompt: String?
    /// How many tools a row offers: those its calls use, filled up with others that were sampled while it grew.
    ///
    /// 0 offers only the tools in use.
    package var candidates: Int
    /// The share of the rows that are for training, above 0 and at most 1; the others are for testing.
    package var split: Double
    /// Decides which rows are for testing and which tools fill up an offer.
    package var seed: UInt64
    /// An identifier such as `cc-by-4.0`; nil leaves the choice to whoever publishes the files.
    package var license: String?
    /// The languages of the queries, as two-letter codes.
    package var languages: [String]
    /// The version of the program, as the manifest names it; nil leaves it out.
    package var programVersion: String?

    package init(
        datasetName: String, systemPrompt: String? = nil, candidates: Int = 0, split: Double = 0.9, seed: UInt64 = 0,
        license: String? = nil, languages: [String] = ["en"], programVersion: String? = nil
    ) {
        self.datasetName = datasetName
        self.systemPrompt = systemPrompt
        self.candidates = candidates
        self.split = split
        self.seed = seed
        self.license = license
        self.languages = languages
        self.programVersion = programVersion
    }

    func check() throws(ExportError) {
        guard split > 0, split <= 1 else { throw .badSplit(split) }
        guard candidates >= 0 else { throw .badCandidates(candidates) }
    }

    /// What was asked for, as the manifest keeps it.
    var json: JSON {
        [
            "seed": .string(String(seed)), "split": JSON.Number(split).map(JSON.number) ?? .null,
            "candidates": .count(candidates), "systemPrompt": systemPrompt.map(JSON.string) ?? .null,
        ]
    }
}
