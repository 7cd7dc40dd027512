/// Proposes uses of the sampled tools.
package protocol Proposer: Sendable {
    /// - Throws: ``StageFailure`` when no usable answer was to be had; the iteration then adds nothing.
    func propose(_ request: ProposalRequest) async throws -> Proposals
}

/// What a proposer knows.
package struct ProposalRequest: Sendable {
    /// The mini-batch, in sampled order.
    package let batch: [Tool]
    package let workflow: Workflow
    /// Every tool of the library, to read what earlier steps were.
    package let library: [ToolName: Tool]
    /// The last few gradients, oldest first; bounded by the plan.
    package let memory: [Gradient]
    /// What the run is told from the beginning; bounded by the plan.
    package let guidance: [String]
    /// The curator's notes for this and earlier iterations, oldest first.
    package let notes: [String]
    package let iteration: Int
    /// How many proposals are wanted.
    package let count: Int
    package let toolsPerProposal: Int
    package let turns: Int
    package let random: SeededGenerator
    package let models: ModelAccess
}

/// Decides the turns of a trial: the next call, or that it is over.
package protocol Executor: Sendable {
    /// - Throws: ``StageFailure`` when no usable answer was to be had; the trial then fails.
    func turn(of trial: Trial, in request: TrialRequest) async throws -> Turn
}

/// What an executor decides.
package enum Turn: Hashable, Sendable {
    /// The next call; `said` is the model's message that asks for it, where there is one to remember.
    case call(ToolCall, said: ModelMessage? = nil)
    case finish(Trial.Ending)
}

/// What an executor knows beside the trial itself.
package struct TrialRequest: Sendable {
    package let workflow: Workflow
    package let library: [ToolName: Tool]
    package let iteration: Int
    /// Calls that may still be made; with 0 left the trial must finish.
    package let turnsLeft: Int
    package let random: SeededGenerator
    package let models: ModelAccess
    /// What the executor said with the calls of the trial, in their order; the loop keeps it as long as the trial runs.
    package var said: [ModelMessage] = []
}

/// Selects at most one of the trials that succeeded.
package protocol Selector: Sendable {
    /// - Throws: ``StageFailure`` when no usable answer was to be had; the iteration then adds nothing.
    func select(_ request: SelectionRequest) async throws -> Selection
}

/// What a selector knows.
///
/// Failed trials are not shown to it.
package struct SelectionRequest: Sendable {
    /// The trials that succeeded, in the order of their proposals; never empty.
    package let candidates: [Trial]
    package let workflow: Workflow
    package let library: [ToolName: Tool]
    package let iteration: Int
    /// Whether the plan allows another chain.
    package let mayOpenChain: Bool
    /// What the run is told from the beginning; bounded by the plan.
    package let guidance: [String]
    /// The curator's notes, oldest first.
    package let notes: [String]
    package let random: SeededGenerator
    package let models: ModelAccess
}

/// Writes the query that the workflow answers, and the response.
package protocol Synthesizer: Sendable {
    /// - Throws: ``StageFailure`` when no usable answer was to be had; the steps are kept all the same.
    func synthesize(_ request: SynthesisRequest) async throws -> Synthesis
}

/// What a synthesiser knows.
package struct SynthesisRequest: Sendable {
    /// Never empty.
    package let workflow: Workflow
    package let library: [ToolName: Tool]
    package let random: SeededGenerator
    package let models: ModelAccess

    package init(workflow: Workflow, library: [ToolName: Tool], random: SeededGenerator, models: ModelAccess) {
        self.workflow = workflow
        self.library = library
        self.random = random
        self.models = models
    }
}

/// Why a stage has no answer.
package struct StageFailure: Error, Hashable, CustomStringConvertible {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }

    package var description: String { reason }
}

/// The four stages of one planner.
package struct Stages: Sendable {
    /// What the samples say they were planned by: `offline`, or the model's name.
    package let planner: String
    /// Raised whenever the same request may get another answer than before; part of a run's identity.
    package let version: Int
    /// What else the same request's answer depends on, such as a model's settings and prompts; nil for nothing.
    package let settings: ContentHash?
    package let proposer: any Proposer
    package let executor: any Executor
    package let selector: any Selector
    package let synthesizer: any Synthesizer

    package init(
        planner: String, version: Int = 1, settings: ContentHash? = nil, proposer: any Proposer,
        executor: any Executor, selector: any Selector, synthesizer: any Synthesizer
    ) {
        self.planner = planner
        self.version = version
        self.settings = settings
        self.proposer = proposer
        self.executor = executor
        self.selector = selector
        self.synthesizer = synthesizer
    }

    /// Which planner in which version, and the hash of its settings: `offline/1`.
    package var identity: String { "\(planner)/\(version)" + (settings.map { "/\($0.hex)" } ?? "") }
}
