import Engine
import Review

/// A sample of two iterations, the first of which tries what it is told to beside `geocode`.
struct GrowthStory {
    /// What else was proposed first: a call and how it ended.
    var others: [(call: ToolCall, outcome: ToolOutcome)] = []
    /// Calls that the chosen trial made in vain before its good one.
    var mended: [ToolCall] = []
    var steering: Steering?
    var actions: [Decision.Action] = [.accept]

    private static let tools: [Tool] = ["geocode", "forecast", "news", "weather"].map { name in
        Tool(
            name: ToolName(name), description: "Does \(name).",
            inputSchema: ["type": "object", "properties": ["name": [:], "lat": [:]]])
    }

    var sample: ReviewedSample {
        let id = SampleID(run: RunID(plan: .demo(seed: 7), library: Self.tools, planner: "offline"), index: 1)
        let decisions = actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: 1_500_000), reviewer: "ada", sample: id,
                action: action)
        }
        return ReviewedSample(
            id: id, seed: 7, state: RunState(events), review: ReviewState(decisions), library: Self.tools)
    }

    /// The decisions on it.
    var decisions: [Decision] {
        let id = sample.id
        return actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: 1_500_000), reviewer: "ada", sample: id,
                action: action)
        }
    }

    private var events: [RunEvent] {
        let text = Synthesis(query: "How warm is Oslo?", response: "9 degrees.")
        return [.began(planner: "offline", plan: .demo(seed: 7))]
            + iteration(1, ToolCall(tool: "geocode", arguments: ["name": "Oslo"]), gives: #"{"lat":59.9}"#, others)
            + iteration(2, ToolCall(tool: "forecast", arguments: ["lat": 59.9]), gives: "9", [])
            + [.finished(.completed(text))]
    }

    private func iteration(
        _ number: Int, _ call: ToolCall, gives output: String, _ others: [(call: ToolCall, outcome: ToolOutcome)]
    ) -> [RunEvent] {
        let chosen = Proposal.ID(1)
        let step = Step(
            number: number, call: call, output: RecordedOutput(output), origin: .demo, iteration: number,
            proposal: chosen)
        let calls = [call] + others.map(\.call)
        let proposals = calls.enumerated().map { place, call in
            Proposal(id: Proposal.ID(place + 1), instruction: "Use it.", tools: [call.tool])
        }
        let failures: [RunEvent] = (number == 1 ? mended : []).map {
            .attempted(chosen, Trial.Attempt(call: $0, result: ToolResult(.rejected(reason: "No."), origin: .live)))
        }
        let tried = others.enumerated().flatMap { place, other -> [RunEvent] in
            let id = Proposal.ID(place + 2)
            return [
                .attempted(id, Trial.Attempt(call: other.call, result: ToolResult(other.outcome, origin: .demo))),
                .tried(id, other.outcome.succeeded ? .succeeded(report: "Done.") : .failed(reason: "Failed.")),
            ]
        }
        return [.iterationBegan(number)] + (steering.map { [.steered($0, at: .selecting)] } ?? [])
            + [
                .sampled(Self.tools.map(\.name)), .proposed(Proposals(reason: "It helps.", all: proposals)),
            ] + failures
            + [
                .attempted(
                    chosen, Trial.Attempt(call: call, result: ToolResult(.returned(step.output), origin: .demo))),
                .tried(chosen, .succeeded(report: "Done.")),
            ] + tried
            + [
                .selected(.chosen(chosen, place: number == 1 ? .newChain : .append(Chain.ID(1)), reason: "It fits.")),
                .iterationEnded(number, .grew(Growth(chain: Chain.ID(1), opensChain: number == 1, steps: [step]))),
            ]
    }
}
