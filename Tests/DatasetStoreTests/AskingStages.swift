import DatasetStore
import Engine
import Foundation
import Synchronization
import TestSupport

/// A model that answers by rote and keeps what it was asked.
final class RoteModel: LanguageModel {
    private let questions = Mutex<[ModelRequest]>([])
    /// Runs after each answer is made and before it is given.
    private let beforeAnswer: @Sendable (_ count: Int) async throws -> Void

    init(beforeAnswer: @escaping @Sendable (_ count: Int) async throws -> Void = { _ in }) {
        self.beforeAnswer = beforeAnswer
    }

    var asked: [ModelRequest] { questions.withLock { $0 } }

    func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await line.beforeSending()
        let count = questions.withLock { questions in
            questions.append(request)
            return questions.count
        }
        try await beforeAnswer(count)
        let text = "Answer to \(request.contentHash.short)."
        return Completion(
            text: text, usage: TokenUsage(prompt: 1_000, completion: 100, cached: 10, reasoning: 1), model: "rote-1",
            body: RecordedOutput("body: " + text))
    }
}

/// Stages that ask a model for everything but the calls: each iteration looks a name up, in three questions with the
/// draft.
struct AskingStages: Proposer, Selector, Synthesizer {
    let model: any LanguageModel

    var stages: Stages {
        Stages(planner: "rote", proposer: self, executor: PlannedExecutor(), selector: self, synthesizer: self)
    }

    func propose(_ request: ProposalRequest) async throws -> Proposals {
        let answer = try await ask("Propose for iteration \(request.iteration).", request.models)
        let proposal = Proposal.calling(1, ("find", ["name": .string("place \(request.iteration)")]))
        return Proposals(reason: answer, all: [proposal])
    }

    func select(_ request: SelectionRequest) async throws -> Selection {
        let answer = try await ask("Select in iteration \(request.iteration).", request.models)
        return .chosen(
            request.candidates[0].id, place: request.workflow.chains.isEmpty ? .newChain : .append(Chain.ID(1)),
            reason: answer)
    }

    func synthesize(_ request: SynthesisRequest) async throws -> Synthesis {
        let answer = try await ask("Write for \(request.workflow.steps.count) steps.", request.models)
        return Synthesis(query: "What?", response: answer)
    }

    private func ask(_ words: String, _ models: ModelAccess) async throws -> String {
        let request = ModelRequest(
            model: "lab/rote", messages: [.system("You plan."), .user(words)], maxTokens: 100)
        return try await models.ask(request, of: model).text
    }

    /// The price at which a question costs 0.0011 dollars.
    static let prices = PriceTable([
        "lab/rote": Price(input: Money(nanodollars: 1_000_000_000), output: Money(nanodollars: 1_000_000_000))
    ])
}

extension Generator {
    /// Two iterations of rote questions on test tools, so that a sample takes six questions and two calls.
    static func asking(
        _ model: any LanguageModel, on tools: CountingTools = CountingTools(), ledger: any RunLedger,
        prices: PriceTable = AskingStages.prices
    ) async throws -> Generator {
        var plan = Plan.testing(iterations: 2)
        plan.drafting = .everyIteration
        return Generator(
            plan: plan, library: try await ToolLibrary(tools), stages: AskingStages(model: model).stages,
            ledger: ledger, prices: prices
        ) { .zero }
    }

    /// Begins the run in a dataset.
    func begin(in dataset: Dataset, requested: Int = 1) async throws {
        try await dataset.beginRun(
            run, plan: plan, planner: "rote", library: library.tools, requested: requested, at: .zero)
    }

    /// Grows a sample on from what a dataset has of it, and stores what happens.
    func grow(_ index: Int = 1, in dataset: Dataset) async throws {
        let sample = SampleID(run: run, index: index)
        for try await event in self.sample(sample, after: try await dataset.events(of: sample)) {
            try await dataset.record(event)
        }
    }
}
