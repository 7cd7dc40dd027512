import ArgumentParser
import Engine
import Evaluation
import HTTPTransport

/// What a baseline does, who does it, and what may be spent on it.
struct BaselineOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The model that writes and searches: NAME, or ENDPOINT/NAME with an endpoint of config.toml; \"rules\" for none.",
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
            "A model that judges whether the answers solve their queries; without it nobody does.",
            valueName: "name"))
    var judgeModel: String?

    @Option(
        name: .customLong("judge-base-url"),
        help: ArgumentHelp("Where the judge is asked, if not where its name says.", valueName: "url"))
    var judgeBaseURL: String?

    @Option(help: "Samples the baseline should have in the end.")
    var count = 10

    @Option(help: "Decides everything that is random; the same seed asks the same.")
    var seed: UInt64 = 1

    @Option(help: "How an answer is searched: dfs, depth first over decisions, or react, one chain without backing up.")
    var method = BaselineSample.Method.dfs

    @Option(help: "Whether an instruction is about one group of tools or several: single or multi.")
    var instructions = APISet.Scope.multi

    @Option(help: "Samples that are worked on at once. It does not change what is in them.")
    var concurrency = 8

    @Option(help: "The most tokens of one answer, reasoning included.")
    var answerTokens = 4096

    @Option(help: "How freely the model chooses its words, from 0 to 2; without it, as the endpoint does.")
    var temperature: Double?

    @Option(help: "Stop after so many requests to the model, retries too.")
    var maxModelCalls: Int?

    @Option(help: "Stop after so many tokens, those of requests and answers together.")
    var maxRunTokens: Int?

    @Option(
        help: ArgumentHelp(
            "Stop after so many dollars, as in 2.50; the price must be known.", valueName: "dollars"))
    var maxCost: String?

    @Option(help: "Stop after so many tool calls.")
    var maxCalls: Int?

    @Option(help: "Stop after so many seconds.")
    var maxSeconds: Int?

    mutating func validate() throws {
        try checkModel()
        let ranges = [
            ("--count", count, 1...1_000_000), ("--concurrency", concurrency, 1...1024),
            ("--answer-tokens", answerTokens, 1...1_000_000), ("--max-model-calls", maxModelCalls ?? 1, 1...Int.max),
            ("--max-run-tokens", maxRunTokens ?? 1, 1...Int.max), ("--max-calls", maxCalls ?? 1, 1...Int.max),
            ("--max-seconds", maxSeconds ?? 1, 1...100_000_000),
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

    private func checkModel() throws {
        if model == ModelChoice.offline, baseURL == nil {
            throw ValidationError(
                "The offline planner begins with answers, so it is no query-first baseline. Name a model, or "
                    + "--model rules, a solver without any.")
        }
        if judgeModel == RuleBasedSolver.name || judgeModel == ModelChoice.offline, judgeBaseURL == nil {
            throw ValidationError("--judge-model \(judgeModel ?? "") judges nothing: it cannot. Name a model.")
        }
        try check(model, at: baseURL, "--model", "--base-url")
        try check(judgeModel, at: judgeBaseURL, "--judge-model", "--judge-base-url")
    }

    private func check(_ model: String?, at url: String?, _ modelOption: String, _ urlOption: String) throws {
        if let model, !ModelName.isUsable(model) {
            throw ValidationError("\(modelOption) is empty, or has blanks around it. Give a name like gpt-4.1-mini.")
        }
        guard let url else { return }
        guard model != nil else {
            throw ValidationError("\(urlOption) says where, but not what to ask for. Give \(modelOption) too.")
        }
        do { _ = try BaseURL(url) } catch { throw ValidationError("\(urlOption) cannot be used: \(error)") }
    }

    var wish: ModelWish { ModelWish(model: model, baseURL: baseURL) }

    /// Nil where no judge was asked for.
    var judgeWish: ModelWish? { judgeModel.map { ModelWish(model: $0, baseURL: judgeBaseURL) } }

    var plan: BaselinePlan {
        BaselinePlan(
            method: method, scope: instructions, seed: seed, answerTokens: answerTokens, temperature: temperature)
    }

    var budget: Budget {
        Budget(
            toolCalls: maxCalls, modelCalls: maxModelCalls, time: maxSeconds.map { .seconds($0) },
            tokens: maxRunTokens, money: money)
    }

    /// The limit in money.
    var money: Money? { maxCost.flatMap(Money.init(dollars:)) }
}

extension BaselineSample.Method: ExpressibleByArgument {}
extension APISet.Scope: ExpressibleByArgument {}
