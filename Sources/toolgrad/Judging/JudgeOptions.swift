import ArgumentParser
import Engine
import HTTPTransport

/// Whether a model judges, which one, and how much may be spent on it.
struct JudgeOptions: ParsableArguments {
    @Flag(
        name: .customLong("judge"),
        help: "Ask a model about the samples that it has not judged as they stand; what it finds is marked llm.")
    var isWanted = false

    @Option(
        help: ArgumentHelp(
            "The model that judges: NAME, or ENDPOINT/NAME with an endpoint of config.toml.",
            discussion: """
                Without it, the model of config.toml that selects. A NAME alone is asked at OPENAI_BASE_URL, or at \
                OpenAI, with the key of OPENAI_API_KEY.
                """, valueName: "name"))
    var model: String?

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp("Where the model is asked, as in http://127.0.0.1:8080/v1.", valueName: "url"))
    var baseURL: String?

    @Option(help: "Samples that are judged at once; usually \(usualConcurrency).")
    var concurrency: Int?

    @Option(help: "Stop judging after so many requests, retries too.")
    var maxModelCalls: Int?

    @Option(
        help: ArgumentHelp(
            "Stop judging after so many dollars, as in 2.50; the price must be known.", valueName: "dollars"))
    var maxCost: String?

    @Option(help: "The most tokens of one answer, reasoning included; usually \(usualAnswerTokens).")
    var answerTokens: Int?

    static let usualConcurrency = 8
    static let usualAnswerTokens = 4096

    mutating func validate() throws {
        if !isWanted, let option = given.first {
            throw ValidationError("\(option) is for --judge. Add that, or leave it out.")
        }
        if let model, !ModelName.isUsable(model) || model == ModelChoice.offline {
            throw ValidationError("--model names no model that could judge. Give a name like gpt-4.1-mini.")
        }
        if let baseURL {
            guard model != nil else {
                throw ValidationError("--base-url says where, but not what to ask for. Give --model too.")
            }
            do { _ = try BaseURL(baseURL) } catch { throw ValidationError("--base-url cannot be used: \(error)") }
        }
        try checkNumbers()
    }

    private func checkNumbers() throws {
        let ranges = [
            ("--concurrency", concurrency, 1...1024), ("--max-model-calls", maxModelCalls, 1...Int.max),
            ("--answer-tokens", answerTokens, 1...1_000_000),
        ]
        for case (let name, let value?, let range) in ranges where !range.contains(value) {
            let most = range.upperBound == .max ? "" : ", at most \(range.upperBound)"
            throw ValidationError("\(name) is \(value). Give a number of at least 1\(most).")
        }
        if let maxCost, (money ?? .zero) == .zero {
            throw ValidationError("--max-cost is \(maxCost). Give dollars above 0, as in 2.50.")
        }
    }

    /// The options that mean nothing without a judge.
    private var given: [String] {
        let options: [(String, Bool)] = [
            ("--model", model != nil), ("--base-url", baseURL != nil), ("--concurrency", concurrency != nil),
            ("--max-model-calls", maxModelCalls != nil), ("--max-cost", maxCost != nil),
            ("--answer-tokens", answerTokens != nil),
        ]
        return options.filter(\.1).map(\.0)
    }

    var wish: ModelWish { ModelWish(model: model, baseURL: baseURL) }

    /// The limit in money.
    var money: Money? { maxCost.flatMap(Money.init(dollars:)) }
}

extension Surroundings {
    /// The model that judges, ready to be asked.
    ///
    /// - Throws: ``CommandFailure``, ``EndpointProblem``, ``KeyProblem`` or ``UnknownPrices``; nothing was sent.
    func judge(_ options: JudgeOptions) async throws -> Judge {
        let configured = try settings().models
        guard let choice = try ModelChoice.resolve(options.wish, configured, models)?.models.select else {
            throw CommandFailure("--judge asks a model, and none is set. Name one with --model, or in config.toml.")
        }
        let price = configured.priceTable[model: choice.name]
        if options.money != nil, price == nil { throw UnknownPrices(models: [choice.name]) }
        guard let client = try await LiveModels([choice.endpoint], self)[choice.endpoint] else {
            throw CommandFailure("There is no endpoint for the model \(choice.name).")
        }
        return Judge(
            client, name: choice.name, price: price,
            answerTokens: options.answerTokens ?? JudgeOptions.usualAnswerTokens,
            allowance: JudgeAllowance(requests: options.maxModelCalls, money: options.money))
    }
}
