/// A sample in progress: the fold over its events.
///
/// `apply` is the only writer, so live view, replay, resume and tests share one path.
package struct RunState: Hashable, Codable, Sendable {
    /// What the sample is doing.
    package enum Phase: String, Codable, Sendable {
        case waiting, sampling, proposing, executing, selecting, synthesising, interrupted, finished
    }

    package private(set) var planner: String
    package private(set) var plan: Plan?
    /// Where the sample branched off, for a branch.
    package private(set) var parent: SampleID?
    /// The first iteration that it does not share with its parent; nil for an original, and in older files.
    package private(set) var branchedAt: Int?
    /// The format it was read from, for a sample that was not grown here; its iterations are not recorded.
    package private(set) var importedFrom: String?
    /// What the first iteration adds to; nil for nothing.
    private var foundation: Workflow?
    /// What an edited sample had when this one branched off; nil where it had what its iterations had grown.
    private var takenOver: TakenOver?
    package private(set) var iterations: [Iteration]
    package private(set) var workflow: Workflow
    package private(set) var phase: Phase
    package private(set) var outcome: SampleOutcome?

    package init() {
        planner = ""
        iterations = []
        workflow = Workflow()
        phase = .waiting
    }

    /// Folds events in their order.
    package init(_ events: some Sequence<RunEvent>) {
        self.init()
        for event in events { apply(event) }
    }

    package mutating func apply(_ event: RunEvent) {
        switch event {
        case .began(let planner, let plan):
            self.planner = planner
            self.plan = plan
        case .branched(let parent, let iteration, _, let inherited):
            self = inherited
            self.parent = parent
            branchedAt = iteration
        case .imported(let format, let workflow):
            importedFrom = format
            foundation = workflow
            self.workflow = workflow
        case .iterationBegan(let number):
            iterations.append(Iteration(number: number))
            phase = .sampling
        case .interrupted(let limit):
            current { $0.outcome = .stalled(.budgetSpent(limit)) }
            phase = .interrupted
        case .finished(let outcome):
            self.outcome = outcome
            phase = .finished
        case .iterationEnded(_, let outcome):
            current { $0.outcome = outcome }
            if case .grew(let growth) = outcome { workflow.grow(by: growth) }
            phase = .synthesising
        case .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected, .drafted, .draftFailed:
            current { $0.apply(event) }
            phase = Self.phase(after: event) ?? phase
        }
    }

    private static func phase(after event: RunEvent) -> Phase? {
        switch event {
        case .sampled: .proposing
        case .proposed: .executing
        case .selected: .selecting
        case .drafted, .draftFailed: .waiting
        case .began, .branched, .imported, .iterationBegan, .steered, .asked, .attempted, .tried, .iterationEnded,
            .interrupted, .finished:
            nil
        }
    }

    private mutating func current(_ change: (inout Iteration) -> Void) {
        guard let last = iterations.indices.last else { return }
        change(&iterations[last])
    }
}

/// A workflow that counts after an iteration, whatever the iterations up to it had grown.
private struct TakenOver: Hashable, Codable, Sendable {
    let iteration: Int
    let workflow: Workflow
}

extension Iteration {
    fileprivate mutating func apply(_ event: RunEvent) {
        switch event {
        case .steered(let steering, _):
            self.steering.append(steering)
        case .sampled(let names):
            pool = names
        case .proposed(let proposals):
            self.proposals = proposals
            // What was written anew at the selection joins trials that have ended.
            trials = proposals.all.map { proposal in
                trials.first { $0.proposal == proposal } ?? Trial(proposal: proposal)
            }
        case .asked(let exchange):
            usage.add(exchange)
        case .attempted(let id, let attempt):
            usage.toolCalls += 1
            if !attempt.outcome.succeeded { usage.failedCalls += 1 }
            trial(id) { $0.attempts.append(attempt) }
        case .tried(let id, let ending):
            trial(id) { $0.ending = ending }
            if case .succeeded = ending { return }
            usage.failedTrials += 1
        case .selected(let selection):
            self.selection = selection
        case .drafted(let synthesis):
            draft = synthesis
            draftProblem = nil
        case .draftFailed(let reason):
            draftProblem = reason
        case .began, .branched, .imported, .iterationBegan, .iterationEnded, .interrupted, .finished:
            return
        }
    }

    private mutating func trial(_ id: Proposal.ID, _ change: (inout Trial) -> Void) {
        guard let index = trials.firstIndex(where: { $0.id == id }) else { return }
        change(&trials[index])
    }
}

extension RunState {
    /// The query and response as they stand: the final ones, else the last draft.
    package var synthesis: Synthesis? {
        if case .completed(let synthesis) = outcome { return synthesis }
        return iterations.last { $0.draft != nil }?.draft
    }

    /// The workflow as it stood after an iteration.
    package func workflow(after number: Int) -> Workflow {
        let takenOver = takenOver.flatMap { $0.iteration <= number ? $0 : nil }
        var workflow = takenOver?.workflow ?? foundation ?? Workflow()
        let first = (takenOver?.iteration ?? 0) + 1
        for iteration in iterations where iteration.number >= first && iteration.number <= number {
            if case .grew(let growth) = iteration.outcome { workflow.grow(by: growth) }
        }
        return workflow
    }

    /// What growing the sample took.
    package var usage: Usage {
        iterations.reduce(Usage()) { $0 + $1.usage }
    }

    /// The curator's notes, oldest first; what was said in several lines is as many notes.
    package var notes: [String] {
        iterations.flatMap(\.steering).compactMap(\.note).flatMap { note in
            note.split(whereSeparator: \.isNewline).map(String.init)
        }
    }

    /// The iteration that comes next, or is under way.
    package var nextIteration: Int {
        guard let last = iterations.last else { return 1 }
        return last.outcome == nil ? last.number : last.number + 1
    }

    /// The state as it stood after an iteration: what a branch from the next one inherits.
    ///
    /// Of an edited sample, a branch takes over the workflow as edited; its iterations stay what they were.
    package func cut(after number: Int, takingOver edited: Workflow? = nil) -> RunState {
        var state = self
        state.iterations = iterations.filter { $0.number <= number }
        if let edited { state.takenOver = TakenOver(iteration: number, workflow: edited) }
        if let earlier = takenOver, edited == nil, earlier.iteration > number { state.takenOver = nil }
        state.workflow = state.workflow(after: number)
        state.outcome = nil
        state.phase = .waiting
        return state
    }
}
