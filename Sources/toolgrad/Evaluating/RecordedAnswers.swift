import DatasetStore
import Engine
import Review

/// Tools that answer from a dataset's record: an equal call gets the result that it had while a sample grew.
struct RecordedAnswers: ToolSource {
    let tools: [Tool]
    private let find: @Sendable (ToolCall) async throws -> ToolOutcome?

    init(_ tools: [Tool], find: @escaping @Sendable (ToolCall) async throws -> ToolOutcome?) {
        self.tools = tools
        self.find = find
    }

    /// The tools of an evaluation's items.
    init(_ items: EvaluationItems, in dataset: Dataset) {
        let record = items.record
        self.init(items.tools) { call in
            guard let sample = record[call.contentHash] else { return nil }
            return try await dataset.reviewedSample(sample).outcome(of: call)
        }
    }

    func offer() -> ToolOffer { ToolOffer(tools) }

    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        do {
            guard let outcome = try await find(call) else {
                return ToolResult(
                    .unreachable(reason: "Not recorded: the dataset has no result of this call of \(call.tool)."),
                    origin: .cached)
            }
            return ToolResult(outcome, origin: .cached)
        } catch {
            return ToolResult(
                .unreachable(reason: "Not recorded: what the dataset has of the call cannot be read."), origin: .cached)
        }
    }
}

extension ReviewedSample {
    /// The calls whose results the sample has, by hash: its steps, and whatever else was tried for it.
    var recordedCalls: [ContentHash] {
        workflow.steps.filter { !staleSteps.contains($0.number) }.map(\.call.contentHash)
            + attempts.map(\.call.contentHash)
    }

    /// How a call ended in this sample; nil where it was not made, or never left.
    func outcome(of call: ToolCall) -> ToolOutcome? {
        let hash = call.contentHash
        let step = workflow.steps.first { $0.call.contentHash == hash && !staleSteps.contains($0.number) }
        if let step { return .returned(step.output) }
        return attempts.first { $0.call.contentHash == hash }?.result.outcome
    }

    /// Those in which the tool had its say.
    private var attempts: [Trial.Attempt] {
        state.iterations.flatMap(\.trials).flatMap(\.attempts).filter { $0.result.outcome.isWorthRemembering }
    }
}
