import Engine
import Review

/// Builds a reviewed sample from a compact description: each step is one iteration, in the order described.
///
/// ```swift
/// SampleBuilder(query: "How warm is it in Oslo?", response: "It is 9 °C.")
///     .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91}"#)
///     .step("forecast", ["latitude": 59.91], gives: #"{"max":9}"#)
///     .step("news", ["topic": "rain"], gives: #"["none"]"#, chain: 2)
///     .sample
/// ```
package struct SampleBuilder {
    private let synthesis: Synthesis?
    private let index: Int
    private let branch: [Int]
    private let seed: UInt64
    private var steps: [Step] = []
    private var declared: [Tool] = []
    private var pool: [ToolName] = []
    private var actions: [Decision.Action] = []
    private var ending = Ending.asDescribed
    private var chains: [Chain.ID] = []

    private enum Ending {
        case asDescribed, open
        case outcome(SampleOutcome)
    }

    /// A sample that ends completed, with these texts; without one of them it ends without any.
    package init(query: String?, response: String?, index: Int = 1, branch: [Int] = [], seed: UInt64 = 7) {
        synthesis = if let query, let response { Synthesis(query: query, response: response) } else { nil }
        self.index = index
        self.branch = branch
        self.seed = seed
    }

    /// Adds a step whose output is this text.
    package func step(_ tool: ToolName, _ arguments: JSON, gives output: String, chain: Int = 1) -> Self {
        step(tool, arguments, gives: RecordedOutput(output), chain: chain)
    }

    /// Adds a step with these exact output bytes.
    package func step(_ tool: ToolName, _ arguments: JSON, gives output: RecordedOutput, chain: Int) -> Self {
        changed { builder in
            builder.steps.append(
                Step(
                    number: steps.count + 1, call: ToolCall(tool: tool, arguments: arguments), output: output,
                    origin: .demo, iteration: steps.count + 1, proposal: Proposal.ID(1)))
            builder.chains.append(Chain.ID(chain))
        }
    }

    /// Adds a tool to the library; steps with undeclared tools declare them with a schema made from the arguments.
    package func tool(_ tool: Tool) -> Self {
        changed { $0.declared.append(tool) }
    }

    /// Names tools that every iteration sampled beside those that are used; undeclared ones take no arguments.
    package func sampled(_ names: ToolName...) -> Self {
        changed { $0.pool += names }
    }

    /// Adds what a reviewer did.
    package func reviewed(_ actions: Decision.Action...) -> Self {
        changed { $0.actions += actions }
    }

    /// Ends the sample in another way than completed.
    package func ended(_ outcome: SampleOutcome) -> Self {
        changed { $0.ending = .outcome(outcome) }
    }

    /// Leaves the sample growing, with its texts as the last draft.
    package var unfinished: Self {
        changed { $0.ending = .open }
    }

    private func changed(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

extension SampleBuilder {
    /// The plan that the run of every built sample has, but for its seed.
    package static func plan(seed: UInt64) -> Plan { .demo(seed: seed) }

    /// The sample as described, its events folded.
    package var sample: ReviewedSample {
        ReviewedSample(
            id: id, seed: seed, state: RunState(events), review: ReviewState(decisions), library: library)
    }

    /// Which sample it is; the run depends on the seed and the tools.
    package var id: SampleID {
        SampleID(
            run: RunID(plan: Self.plan(seed: seed), library: library, planner: "offline"), index: index, branch: branch)
    }

    /// What happened while it grew.
    package var events: [RunEvent] {
        [.began(planner: "offline", plan: Self.plan(seed: seed))] + zip(steps, chains).flatMap(iteration) + closing
    }

    private func iteration(_ step: Step, _ chain: Chain.ID) -> [RunEvent] {
        let id = step.proposal
        let opensChain = chains.firstIndex(of: chain) == step.number - 1
        let proposal = Proposal(id: id, instruction: "Use \(step.call.tool).", tools: [step.call.tool])
        let attempt = Trial.Attempt(
            call: step.call, result: ToolResult(.returned(step.output), origin: step.origin))
        return [
            .iterationBegan(step.iteration), .sampled([step.call.tool] + pool),
            .proposed(Proposals(reason: "It helps.", all: [proposal])), .attempted(id, attempt),
            .tried(id, .succeeded(report: "It worked.")),
            .selected(.chosen(id, place: opensChain ? .newChain : .append(chain), reason: "It fits.")),
            .iterationEnded(
                step.iteration, .grew(Growth(chain: chain, opensChain: opensChain, steps: [step]))),
        ]
    }

    private var closing: [RunEvent] {
        let draft: [RunEvent] = steps.isEmpty ? [] : synthesis.map { [.drafted($0)] } ?? []
        switch ending {
        case .open: return draft
        case .outcome(let outcome): return draft + [.finished(outcome)]
        case .asDescribed:
            let failure = SampleOutcome.synthesisFailed(reason: "no text")
            return draft + [.finished(synthesis.map(SampleOutcome.completed) ?? failure)]
        }
    }

    private var decisions: [Decision] {
        actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: Int64(place)), reviewer: "ada", sample: id,
                action: action)
        }
    }

    private var library: [Tool] {
        var tools = declared
        let calls = steps.map(\.call) + pool.map { ToolCall(tool: $0, arguments: [:]) }
        for call in calls where !tools.contains(where: { $0.name == call.tool }) {
            tools.append(Tool(name: call.tool, description: "Does \(call.tool).", inputSchema: call.schema))
        }
        return tools
    }
}

extension ToolCall {
    fileprivate var schema: JSON {
        let members = arguments.object?.members ?? []
        let properties = members.map { JSON.Object.Member(key: $0.key, value: ["type": .string($0.value.typeName)]) }
        return ["type": "object", "properties": .object(JSON.Object(properties))]
    }
}
