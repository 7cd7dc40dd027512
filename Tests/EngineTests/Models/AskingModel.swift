import Engine
import Synchronization
import TestSupport

/// A model that answers by a closure, and keeps count.
final class AskingModel: LanguageModel {
    private let answer: @Sendable (ModelRequest, ModelLine) async throws -> Completion
    private let count = Mutex((now: 0, most: 0, all: 0))

    init(_ answer: @escaping @Sendable (ModelRequest, ModelLine) async throws -> Completion) {
        self.answer = answer
    }

    /// One request, answered at once with so many tokens.
    convenience init(tokens: TokenUsage = TokenUsage(prompt: 10, completion: 5), after pause: Duration = .zero) {
        self.init { request, line in
            try await line.beforeSending()
            try await Task.sleep(for: pause)
            return .saying("yes", tokens: tokens)
        }
    }

    var asked: Int { count.withLock { $0.all } }
    var mostAtOnce: Int { count.withLock { $0.most } }

    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        count.withLock { count in
            count.all += 1
            count.now += 1
            count.most = max(count.most, count.now)
        }
        defer { count.withLock { $0.now -= 1 } }
        return try await answer(request, line)
    }
}

extension Completion {
    static func saying(_ text: String, tokens: TokenUsage = TokenUsage(prompt: 10, completion: 5)) -> Completion {
        Completion(text: text, usage: tokens, model: "m-1", body: RecordedOutput(text))
    }
}

/// Stages whose proposer asks a model once, and then proposes nothing; all others are never asked.
struct AskingStages {
    let model: AskingModel
    var request = ModelRequest(model: "m", messages: [.user("Propose.")], maxTokens: 100)

    var stages: Stages {
        let unused = ScriptedStages().stages
        return Stages(
            planner: "m", proposer: Asking(model: model, request: request), executor: unused.executor,
            selector: unused.selector, synthesizer: unused.synthesizer)
    }

    private struct Asking: Proposer {
        let model: AskingModel
        let request: ModelRequest

        func propose(_ asked: ProposalRequest) async throws -> Proposals {
            let completion = try await asked.models.ask(request, of: model)
            return Proposals(reason: completion.text, all: [])
        }
    }
}

extension Generator {
    /// Samples of three iterations, each of which asks the model once.
    static func asking(
        _ model: AskingModel, ledger: any RunLedger = ForgetfulLedger(), budget: Budget = Budget(),
        prices: PriceTable = PriceTable(), concurrency: Int = 1
    ) async throws -> (generator: Generator, control: RunControl) {
        let clock = ContinuousClock()
        let start = clock.now
        let control = RunControl(concurrency: concurrency)
        let generator = Generator(
            plan: .testing(iterations: 3), library: try await ToolLibrary(CountingTools()),
            stages: AskingStages(model: model).stages, control: control, ledger: ledger,
            account: BudgetAccount(budget) { clock.now - start }, prices: prices
        ) { Timestamp(microseconds: 0) }
        return (generator, control)
    }
}
