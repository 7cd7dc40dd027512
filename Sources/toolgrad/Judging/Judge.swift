import DatasetStore
import Engine
import Review

/// A model that judges samples, and what may be spent on it.
struct Judge: Sendable {
    /// As the endpoint knows it.
    let name: String
    let prompt = JudgePrompt.embedded
    private let model: any LanguageModel
    private let price: Price?
    private let answerTokens: Int
    private let allowance: JudgeAllowance

    /// A price that is nil is unknown.
    init(
        _ model: any LanguageModel, name: String, price: Price?, answerTokens: Int, allowance: JudgeAllowance
    ) {
        self.model = model
        self.name = name
        self.price = price
        self.answerTokens = answerTokens
        self.allowance = allowance
    }

    /// What came of a subject, and what was paid for it.
    struct Answer: Sendable {
        enum Result: Sendable {
            case judged(Judgement)
            /// The subject has no verdict; the text says why.
            case unanswered(String)
            /// No other subject would be judged either.
            case stopped(JudgeEnding)
        }

        let result: Result
        let spending: StoredJudgement.Spending
    }

    /// Asks, and asks again where an answer cannot be used.
    func answer(about subject: JudgedSubject) async -> Answer {
        let purse = JudgePurse(allowance, price: price)
        let result = await result(about: subject, from: purse)
        return Answer(result: result, spending: await purse.spending)
    }

    private func result(about subject: JudgedSubject, from purse: JudgePurse) async -> Answer.Result {
        var dialogue = JudgeDialogue(about: subject, with: prompt, model: name, maxTokens: answerTokens)
        do {
            while true {
                switch dialogue.take(try await completion(of: dialogue.request, from: purse)) {
                case .judged(let judgement): return .judged(judgement)
                case .gaveUp(let reason): return .unanswered(reason)
                case .asksAgain: continue
                }
            }
        } catch let error as ModelError where !error.stopsRun {
            return .unanswered("\(error)")
        } catch {
            return .stopped(JudgeEnding(error))
        }
    }

    private func completion(of request: ModelRequest, from purse: JudgePurse) async throws -> Completion {
        do {
            let completion = try await model.complete(request, through: await purse.line(for: request))
            await purse.pay(completion.usage)
            return completion
        } catch {
            await purse.lose(mayHaveCost: true)
            throw error
        }
    }
}

/// Why judging ended.
enum JudgeEnding: Hashable, Sendable {
    /// Every sample was looked at.
    case complete
    case cancelled
    case limitMet(String)
    /// Every further question would fare the same; the text says why.
    case failed(String)

    init(_ error: any Error) {
        switch error {
        case is CancellationError: self = .cancelled
        case let met as JudgeLimitMet: self = .limitMet(met.limit)
        case let error: self = .failed("\(error)")
        }
    }
}
