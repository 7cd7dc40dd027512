import TestSupport

@testable import Engine

/// A small world for the stages: two tools, a workflow of one step, and what a proposer remembers.
enum StageExamples {
    static let cityLookup = Tool(
        name: "city_lookup", description: "Finds a city by its name.",
        inputSchema: [
            "type": "object",
            "properties": [
                "name": ["type": "string", "description": "The city's name."],
                "country": ["type": "string", "pattern": "^[A-Z]{2}$", "default": "NO"],
            ],
            "required": ["name"], "additionalProperties": false,
        ],
        outputSchema: ["type": "object", "properties": ["id": ["type": "string"], "latitude": ["type": "number"]]])

    static let sunTimes = Tool(
        name: "sun_times", description: "Sunrise and sunset at a place.",
        inputSchema: [
            "type": "object",
            "properties": [
                "latitude": ["type": "number", "minimum": -90, "maximum": 90],
                "day": ["$ref": "#/$defs/day"],
            ],
            "required": ["latitude", "day"],
            "$defs": ["day": ["type": "string", "enum": ["today", "tomorrow"]]],
        ])

    static let batch = [cityLookup, sunTimes]

    static let library = Dictionary(uniqueKeysWithValues: batch.map { ($0.name, $0) })

    static let oslo = Step(
        number: 1, call: ToolCall(tool: "city_lookup", arguments: ["name": "Oslo"]),
        output: RecordedOutput(#"{"id":"NO-OSL","latitude":59.91,"tags":["capital"]}"#), origin: .live, iteration: 1,
        proposal: Proposal.ID(1))

    static let workflow = Workflow(chains: [Chain(id: Chain.ID(1), steps: [oslo])])

    static let random = SeededGenerator(for: .proposing, seed: 7, sample: 1, iteration: 2)

    static let sample = SampleID(run: RunID(ContentHash(of: "examples")), index: 1)

    /// Access that counts nothing and records nothing.
    static func access(_ stage: ExchangeSlot.Stage) -> ModelAccess { .unrecorded(for: sample, stage) }

    static func proposalRequest(
        workflow: Workflow = workflow, memory: [Gradient] = [], notes: [String] = [], count: Int = 3, most: Int = 3,
        turns: Int = 3, batch: [Tool] = batch
    ) -> ProposalRequest {
        ProposalRequest(
            batch: batch, workflow: workflow, library: library, memory: memory, guidance: [], notes: notes,
            iteration: 2, count: count, toolsPerProposal: most, turns: turns, random: random, models: access(.proposing)
        )
    }

    static func selectionRequest(
        _ candidates: [Trial], workflow: Workflow = workflow, mayOpenChain: Bool = true, notes: [String] = []
    ) -> SelectionRequest {
        SelectionRequest(
            candidates: candidates, workflow: workflow, library: library, iteration: 2, mayOpenChain: mayOpenChain,
            guidance: [], notes: notes, random: random, models: access(.selecting))
    }

    static func trialRequest(turnsLeft: Int = 3, said: [ModelMessage] = []) -> TrialRequest {
        TrialRequest(
            workflow: workflow, library: library, iteration: 2, turnsLeft: turnsLeft, random: random,
            models: access(.executing), said: said)
    }

    static func synthesisRequest(_ workflow: Workflow = workflow) -> SynthesisRequest {
        SynthesisRequest(workflow: workflow, library: library, random: random, models: access(.synthesising))
    }

    /// A trial of proposal `number` that looked a city up.
    static func found(_ number: Int, _ city: String, gives output: String) -> Trial {
        Trial(
            proposal: Proposal(id: Proposal.ID(number), instruction: "Look \(city) up.", tools: ["city_lookup"]),
            attempts: [returned("city_lookup", ["name": .string(city)], output)],
            ending: .succeeded(report: "\(city) was found."))
    }

    static func returned(_ tool: ToolName, _ arguments: JSON, _ output: String) -> Trial.Attempt {
        Trial.Attempt(
            call: ToolCall(tool: tool, arguments: arguments),
            result: ToolResult(.returned(RecordedOutput(output)), origin: .live))
    }

    static func failed(_ tool: ToolName, _ arguments: JSON, _ message: String) -> Trial.Attempt {
        Trial.Attempt(
            call: ToolCall(tool: tool, arguments: arguments),
            result: ToolResult(.failed(RecordedOutput(["error": .string(message)])), origin: .live))
    }

    /// The gradient of an iteration with one trial that failed.
    static func gradient(_ iteration: Int, reason: String = "Nothing is known yet.") -> Gradient {
        var past = Iteration(number: iteration)
        let proposal = Proposal(id: Proposal.ID(1), instruction: "Look Atlantis up.", tools: ["city_lookup"])
        past.proposals = Proposals(reason: reason, all: [proposal])
        past.trials = [
            Trial(
                proposal: proposal, attempts: [failed("city_lookup", ["name": "Atlantis"], "no such city")],
                ending: .failed(reason: "city_lookup: no such city"))
        ]
        past.selection = .declined(reason: "Nothing was found.")
        return Gradient(of: past)
    }

    static func lean(_ model: ScriptedModel) -> Stages { .model(.testing(model)) }

    static func paper(_ model: ScriptedModel) -> Stages { .model(.testing(model, .paper)) }
}
