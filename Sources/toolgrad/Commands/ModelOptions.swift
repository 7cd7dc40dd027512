import ArgumentParser
import Engine
import HTTPTransport

/// Which model is asked, and where.
struct EndpointOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model that plans: NAME, or ENDPOINT/NAME with an endpoint of config.toml; \"offline\" for none.",
            discussion: """
                Without it, the models of config.toml, or else the offline planner. A NAME alone is asked at \
                OPENAI_BASE_URL, or at OpenAI, with the key of OPENAI_API_KEY.
                """,
            valueName: "name"))
    var model: String?

    @Option(
        name: .customLong("base-url"),
        help: ArgumentHelp(
            "Where the model is asked, as in http://127.0.0.1:8080/v1.",
            discussion: "The key of OPENAI_API_KEY is sent there, where that is set. Goes before OPENAI_BASE_URL.",
            valueName: "url"))
    var baseURL: String?

    mutating func validate() throws {
        if let model, !ModelName.isUsable(model) {
            throw ValidationError("--model is empty, or has blanks around it. Give a name like gpt-4.1-mini.")
        }
        guard let baseURL else { return }
        guard model != nil else {
            throw ValidationError("--base-url says where, but not what to ask for. Give --model too.")
        }
        do { _ = try BaseURL(baseURL) } catch { throw ValidationError("--base-url cannot be used: \(error)") }
    }

    var wish: ModelWish { ModelWish(model: model, baseURL: baseURL) }
}

/// How models are asked, and how much may be spent on them.
struct ModelOptions: ParsableArguments {
    @OptionGroup var endpoint: EndpointOptions

    @Option(
        help: ArgumentHelp(
            "How proposals become calls.",
            discussion: """
                lean: a proposal carries its calls, and a trial asks only to repair a failed one. paper: a turn of the \
                model before each call and one after it.
                """))
    var strategy: Plan.Strategy?

    @Option(help: "Stop the run after so many requests to models, retries too.")
    var maxModelCalls: Int?

    @Option(help: "Stop the run after so many tokens, those of requests and answers together.")
    var maxRunTokens: Int?

    @Option(
        help: ArgumentHelp(
            "Stop the run after so many dollars, as in 2.50; every price must be known.", valueName: "dollars"))
    var maxCost: String?

    @Option(help: "The most tokens of one answer, reasoning included.")
    var answerTokens = Self.usualAnswerTokens

    @Option(help: "How freely models choose their words, from 0 to 2; without it, as the endpoint does.")
    var temperature: Double?

    @Option(help: ArgumentHelp("A folder of prompts that replace ours; see toolgrad prompts.", valueName: "folder"))
    var prompts: String?

    static let usualAnswerTokens = 4096

    mutating func validate() throws {
        let atLeastOne = [
            ("--max-model-calls", maxModelCalls ?? 1), ("--max-run-tokens", maxRunTokens ?? 1),
            ("--answer-tokens", answerTokens),
        ]
        for (name, value) in atLeastOne where value < 1 {
            throw ValidationError("\(name) is \(value). Give a number of at least 1.")
        }
        guard answerTokens <= 1_000_000 else {
            throw ValidationError("--answer-tokens is \(answerTokens). Give a number of at most 1000000.")
        }
        if let temperature, !(0...2).contains(temperature) {
            throw ValidationError("--temperature is \(temperature). Give a number from 0 to 2.")
        }
        if let maxCost, (money ?? .zero) == .zero {
            throw ValidationError("--max-cost is \(maxCost). Give dollars above 0, as in 2.50.")
        }
    }

    /// The limit in money.
    private var money: Money? { maxCost.flatMap(Money.init(dollars:)) }
}

extension ModelOptions {
    /// The plan with what these options say of it.
    func applied(to plan: Plan) -> Plan {
        var plan = plan
        if let strategy { plan.strategy = strategy }
        plan.budget.modelCalls = maxModelCalls
        plan.budget.tokens = maxRunTokens
        plan.budget.money = money
        return plan
    }

    /// Finds out whether the limits can hold for the models that were chosen.
    ///
    /// - Throws: ``UnknownPrices``, or ``CommandFailure`` when options for models were given and none was chosen.
    func check(_ choice: ModelChoice?, prices: PriceTable) throws {
        guard let choice else {
            guard let option = onlyForModels.first else { return }
            throw CommandFailure(
                "\(option) is for models, and the offline planner asks none. Name one with --model, or leave it out.")
        }
        let unpriced = choice.unpriced(in: prices)
        if maxCost != nil, !unpriced.isEmpty { throw UnknownPrices(models: unpriced) }
    }

    /// The options that were given and mean nothing without a model.
    private var onlyForModels: [String] {
        let given: [(String, Bool)] = [
            ("--strategy", strategy != nil), ("--max-model-calls", maxModelCalls != nil),
            ("--max-run-tokens", maxRunTokens != nil), ("--max-cost", maxCost != nil),
            ("--answer-tokens", answerTokens != Self.usualAnswerTokens), ("--temperature", temperature != nil),
            ("--prompts", prompts != nil),
        ]
        return given.filter(\.1).map(\.0)
    }
}

extension Plan.Strategy: ExpressibleByArgument {}
