import Engine
import Review

/// What an export can be asked for; a format ignores what it has no place for.
package struct ExportOptions: Hashable, Sendable {
    /// How people call the dataset.
    package var datasetName: String
    /// Opens every conversation; nil for none.
    package var systemPrompt: String?
    /// How many tools a row offers: those its calls use, filled up with others.
    ///
    /// 0 offers only the tools in use.
    package var candidates: Int
    /// Where the others come from: one kind after the other, until there are enough.
    package var distractors: [Distractor]
    /// The samples that also become a row in which none of the tools can do the task.
    package var irrelevance: Share
    /// The samples that also become a row whose query lacks a value that is needed.
    package var missingParameters: Share
    /// The most tokens a row may have; nil for any number.
    package var maxTokens: Int?
    /// What happens to a row with more.
    package var oversize: Oversize
    /// How tokens are counted.
    package var tokens: TokenCounting
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
    /// Whether preferences include those that show little of a fault.
    package var weakPairs: WeakPairs = .leftOut
    /// Samples with a finding as severe as this, or worse, are left out; nil leaves out none.
    package var gate: Finding.Severity?
    /// Where results may come from; a sample with a step from elsewhere is left out.
    ///
    /// Nil for anywhere.
    package var origins: Set<ToolOrigin>?
    /// What the card says beyond the rows; nil for nothing.
    package var facts: CardFacts?

    package init(
        datasetName: String, systemPrompt: String? = nil, candidates: Int = 0, distractors: [Distractor] = [.pool],
        irrelevance: Share = .none, missingParameters: Share = .none, maxTokens: Int? = nil,
        oversize: Oversize = .skipped, tokens: TokenCounting = .estimated, split: Double = 0.9, seed: UInt64 = 0,
        license: String? = nil, languages: [String] = ["en"], programVersion: String? = nil
    ) {
        self.datasetName = datasetName
        self.systemPrompt = systemPrompt
        self.candidates = candidates
        self.distractors = distractors
        self.irrelevance = irrelevance
        self.missingParameters = missingParameters
        self.maxTokens = maxTokens
        self.oversize = oversize
        self.tokens = tokens
        self.split = split
        self.seed = seed
        self.license = license
        self.languages = languages
        self.programVersion = programVersion
    }

    /// Whether a row may offer tools that were not sampled while its sample grew.
    var offersWholeLibrary: Bool { irrelevance != .none || distractors.contains { $0 != .pool } }

    func check() throws(ExportError) {
        guard split > 0, split <= 1 else { throw .badSplit(split) }
        guard candidates >= 0 else { throw .badCandidates(candidates) }
    }

    /// What was asked for, as the manifest keeps it.
    var json: JSON {
        [
            "seed": .string(String(seed)), "split": JSON.Number(split).map(JSON.number) ?? .null,
            "candidates": .count(candidates),
            "distractors": .array(distractors.map { .string($0.rawValue) }),
            "irrelevance": .fraction(irrelevance.value), "missingParameters": .fraction(missingParameters.value),
            "maxTokens": maxTokens.map(JSON.count) ?? .null, "oversize": .string(oversize.rawValue),
            "tokens": tokens.json, "systemPrompt": systemPrompt.map(JSON.string) ?? .null,
            "weakPairs": .string(weakPairs.rawValue),
            "gate": gate.map { .string($0.rawValue) } ?? JSON.null,
            "origins": origins.map { .array($0.map(\.rawValue).sorted().map(JSON.string)) } ?? JSON.null,
        ]
    }
}

/// Whether something that merely was not chosen counts as worse.
package enum WeakPairs: String, Hashable, Sendable, CaseIterable {
    case leftOut = "left-out"
    case included
}

extension JSON {
    fileprivate static func fraction(_ value: Double) -> JSON { JSON.Number(value).map(JSON.number) ?? .null }
}
