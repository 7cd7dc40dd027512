import ArgumentParser
import Engine
import Evaluation
import HTTPTransport

/// Which model answers, which one judges, and what may be spent on them.
struct AnsweringOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model that answers: NAME, or ENDPOINT/NAME with an endpoint of config.toml; \"rules\" for none.",
            discussion: """
                Without it, the model of config.toml that executes. A NAME alone is asked at OPENAI_BASE_URL, or at \
                OpenAI, with the key of OPENAI_API_KEY. rules is a free solver without any model behind it: a floor to \
                compare with.
                """, valueName: "name"))
    var model: String?

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the model is asked, as in http://127.0.0.1:8080/v1.", valueName: "url"))
    var baseURL: String?

    @Option(
        help: ArgumentHelp(
            "A model that judges the responses, for their quality; without it that is not measured.",
            valueName: "name"))
    var judgeModel: String?

    @Option(
        name: .customLong("judge-base-url"),
        help: ArgumentHelp("Where the judge is asked, if not where its name says.", valueName: "url"))
    var judgeBaseURL: String?

    @Option(help: "The most questions to the model for one item.")
    var turns = 10

    @Option(help: "The most tokens of one answer, reasoning included.")
    var answerTokens = 4096

    @Option(help: "How freely the model chooses its words, from 0 to 2; without it, as the endpoint does.")
    var temperature: Double?

    @Option(help: "Items that are answered at once.")
    var concurrency = 8

    @Option(help: "Stop after so many requests to models, retries too.")
    var maxModelCalls: Int?

    @Option(help: "Stop after so many tokens, those of requests and answers together.")
    var maxRunTokens: Int?

    @Option(
        help: ArgumentHelp(
            "Stop after so many dollars, as in 2.50; every price must be known.", valueName: "dollars"))
    var maxCost: String?

    mutating func validate() throws {
        try check(model, at: baseURL, "--model", "--base-url")
        try check(judgeModel, at: judgeBaseURL, "--judge-model", "--judge-base-url")
        if judgeModel == RuleBasedSolver.name {
            throw ValidationError("--judge-model rules judges nothing: the rules cannot. Name a model.")
        }
        let ranges = [
            ("--turns", turns, 1...1_000), ("--answer-tokens", answerTokens, 1...1_000_000),
            ("--concurrency", concurrency, 1...1024), ("--max-model-calls", maxModelCalls ?? 1, 1...Int.max),
            ("--max-run-tokens", maxRunTokens ?? 1, 1...Int.max),
        ]
        for (name, value, range) in ranges where !range.contains(value) {
            let most = range.upperBound == .max ? "" : ", at most \(range.upperBound)"
            throw ValidationError("\(name) is \(value). Give a number of at least 1\(most).")
        }
        if let temperature, !(0...2).contains(temperature) {
            throw ValidationError("--temperature is \(temperature). Give a number from 0 to 2.")
        }
        if let maxCost, (money ?? .zero) == .zero {
            throw ValidationError("--max-cost is \(maxCost). Give dollars above 0, as in 2.50.")
        }
    }

    private func check(_ model: String?, at url: String?, _ modelOption: String, _ urlOption: String) throws {
        if let model, !ModelName.isUsable(model) || model == ModelChoice.offline {
            throw ValidationError("\(modelOption) names no model that could answer. Give a name like gpt-4.1-mini.")
        }
        guard let url else { return }
        guard model != nil else {
            throw ValidationError("\(urlOption) says where, but not what to ask for. Give \(modelOption) too.")
        }
        do { _ = try BaseURL(url) } catch { throw ValidationError("\(urlOption) cannot be used: \(error)") }
    }

    /// The options that were given and that only asking a model for answers makes use of.
    var onlyForAnswers: [String] {
        Self.names([
            ("--model", model != nil), ("--base-url", baseURL != nil), ("--turns", turns != 10),
            ("--temperature", temperature != nil),
        ])
    }

    /// Those that only asking some model makes use of, be it for answers or for verdicts.
    var onlyForModels: [String] {
        onlyForAnswers
            + Self.names([
                ("--judge-model", judgeModel != nil), ("--answer-tokens", answerTokens != 4096),
                ("--concurrency", concurrency != 8), ("--max-model-calls", maxModelCalls != nil),
                ("--max-run-tokens", maxRunTokens != nil), ("--max-cost", maxCost != nil),
            ])
    }

    private static func names(_ options: [(name: String, isGiven: Bool)]) -> [String] {
        options.filter(\.isGiven).map(\.name)
    }

    var wish: ModelWish { ModelWish(model: model, baseURL: baseURL) }

    /// Nil where no judge was asked for.
    var judgeWish: ModelWish? { judgeModel.map { ModelWish(model: $0, baseURL: judgeBaseURL) } }

    var budget: Budget { Budget(modelCalls: maxModelCalls, tokens: maxRunTokens, money: money) }

    private var money: Money? { maxCost.flatMap(Money.init(dollars:)) }
}
