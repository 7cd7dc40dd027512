import ArgumentParser
import Engine
import Evaluation
import HTTPTransport

/// Who is asked in a study, who judges, how they are asked, and what may be spent on them.
struct StudyOptions<Words: StudyWords>: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "\(Words.asked): NAME, or ENDPOINT/NAME with an endpoint of config.toml; \"rules\" for none.",
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

    @Option(help: ArgumentHelp(Words.judge, valueName: "name"))
    var judgeModel: String?

    @Option(
        name: .customLong("judge-base-url"),
        help: ArgumentHelp("Where the judge is asked, if not where its name says.", valueName: "url"))
    var judgeBaseURL: String?

    @Option(help: ArgumentHelp(Words.concurrency))
    var concurrency = StudyLimits.usualConcurrency

    @Option(help: "The most tokens of one answer, reasoning included.")
    var answerTokens = StudyLimits.usualAnswerTokens

    @Option(help: "How freely the model chooses its words, from 0 to 2; without it, as the endpoint does.")
    var temperature: Double?

    @Flag(help: "Ask again what had no answer: the connection was lost, or every try timed out or failed; a judge too.")
    var retryFailed = false

    @Option(help: "Stop after so many requests to models, retries too.")
    var maxModelCalls: Int?

    @Option(help: "Stop after so many tokens, those of requests and answers together.")
    var maxRunTokens: Int?

    @Option(
        help: ArgumentHelp(
            "Stop after so many dollars, as in 2.50; every price must be known.", valueName: "dollars"))
    var maxCost: String?

    mutating func validate() throws {
        if judgeModel == RuleBasedSolver.name || judgeModel == ModelChoice.offline, judgeBaseURL == nil {
            throw ValidationError("--judge-model \(judgeModel ?? "") judges nothing: it cannot. Name a model.")
        }
        try check(model, at: baseURL, "--model", "--base-url")
        try check(judgeModel, at: judgeBaseURL, "--judge-model", "--judge-base-url")
        try StudyLimits.check([
            ("--concurrency", concurrency, 1...1024), ("--answer-tokens", answerTokens, 1...1_000_000),
            ("--max-model-calls", maxModelCalls, 1...Int.max), ("--max-run-tokens", maxRunTokens, 1...Int.max),
        ])
        if let temperature, !(0...2).contains(temperature) {
            throw ValidationError("--temperature is \(temperature). Give a number from 0 to 2.")
        }
        if let maxCost, (money ?? .zero) == .zero {
            throw ValidationError("--max-cost is \(maxCost). Give dollars above 0, as in 2.50.")
        }
    }

    private func check(_ model: String?, at url: String?, _ modelOption: String, _ urlOption: String) throws {
        if let model, !ModelName.isUsable(model) {
            throw ValidationError("\(modelOption) names no model that could answer. Give a name like gpt-4.1-mini.")
        }
        guard let url else { return }
        guard model != nil else {
            throw ValidationError("\(urlOption) says where, but not what to ask for. Give \(modelOption) too.")
        }
        do { _ = try BaseURL(url) } catch { throw ValidationError("\(urlOption) cannot be used: \(error)") }
    }
}

extension StudyOptions {
    var wish: ModelWish { ModelWish(model: model, baseURL: baseURL) }

    /// Nil where no judge was asked for.
    var judgeWish: ModelWish? { judgeModel.map { ModelWish(model: $0, baseURL: judgeBaseURL) } }

    /// What becomes of what had no answer.
    var unanswered: AskedBefore.Unanswered { retryFailed ? .askedAgain : .kept }

    var budget: Budget { Budget(modelCalls: maxModelCalls, tokens: maxRunTokens, money: money) }

    /// The limit in money.
    var money: Money? { maxCost.flatMap(Money.init(dollars:)) }
}

/// What options of a study are about, in the words of its command.
protocol StudyWords: Sendable {
    /// Which model is asked, as the beginning of a sentence.
    static var asked: String { get }
    static var judge: String { get }
    static var concurrency: String { get }
}

/// What numbers on the command line of a study may be.
enum StudyLimits {
    static let usualConcurrency = 8
    static let usualAnswerTokens = 4096

    /// - Throws: `ValidationError` for the first number that is given and out of its range.
    static func check(_ ranges: [(name: String, value: Int?, range: ClosedRange<Int>)]) throws {
        for (name, value, range) in ranges {
            guard let value, !range.contains(value) else { continue }
            let most = range.upperBound == .max ? "" : ", at most \(range.upperBound)"
            throw ValidationError("\(name) is \(value). Give a number of at least \(range.lowerBound)\(most).")
        }
    }
}

extension Int {
    /// That so many had no answer, and what to do; `words` are the number with its noun.
    func withoutAnswer(_ words: String) -> String {
        "\(words) had no answer; --retry-failed asks \(self == 1 ? "it" : "them") again"
    }
}
