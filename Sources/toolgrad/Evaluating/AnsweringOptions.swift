import ArgumentParser
import Engine
import Evaluation

/// Which model answers, which one judges, and what may be spent on them.
struct AnsweringOptions: ParsableArguments {
    @OptionGroup var asking: StudyOptions<AnsweringWords>

    @Flag(help: "Have the judge also say of each response whether it solves its query.")
    var judgeSolved = false

    @Option(help: "The most questions to the model for one item.")
    var turns = Self.usualTurns

    private static let usualTurns = 10

    mutating func validate() throws {
        if asking.model == ModelChoice.offline, asking.baseURL == nil {
            throw ValidationError("--model names no model that could answer. Give a name like gpt-4.1-mini.")
        }
        if judgeSolved, asking.judgeModel == nil {
            throw ValidationError("--judge-solved asks a judge, and none is named. Give --judge-model too.")
        }
        try StudyLimits.check([("--turns", turns, 1...1_000)])
    }

    /// The options that were given and that only asking a model for answers makes use of.
    var onlyForAnswers: [String] {
        Self.names([
            ("--model", asking.model != nil), ("--base-url", asking.baseURL != nil),
            ("--turns", turns != Self.usualTurns), ("--temperature", asking.temperature != nil),
        ])
    }

    /// Those that only asking some model makes use of, be it for answers or for verdicts.
    var onlyForModels: [String] {
        onlyForAnswers
            + Self.names([
                ("--judge-model", asking.judgeModel != nil), ("--judge-solved", judgeSolved),
                ("--answer-tokens", asking.answerTokens != StudyLimits.usualAnswerTokens),
                ("--concurrency", asking.concurrency != StudyLimits.usualConcurrency),
                ("--retry-failed", asking.retryFailed), ("--max-model-calls", asking.maxModelCalls != nil),
                ("--max-run-tokens", asking.maxRunTokens != nil), ("--max-cost", asking.maxCost != nil),
            ])
    }

    private static func names(_ options: [(name: String, isGiven: Bool)]) -> [String] {
        options.filter(\.isGiven).map(\.name)
    }
}

/// An evaluation's words for its options.
enum AnsweringWords: StudyWords {
    static let asked = "The model that answers"
    static let judge = "A model that judges the responses, for their quality; without it that is not measured."
    static let concurrency = "Items that are answered at once."
}
