import Engine
import Review

/// A branch that somebody wants, of a sample that can have it.
struct BranchWish {
    let parent: SampleID
    /// The first iteration that is the branch's own, and what is asked of it.
    let iteration: Int
    let steering: Steering
    /// The first event of the branch.
    let event: RunEvent

    /// Checks the wish against what is recorded of the sample.
    ///
    /// A proposal that is chosen is executed again as it was recorded, so that no model is asked for it anew. An edited
    /// sample goes on from its workflow as edited.
    ///
    /// - Throws: ``BranchObstacle`` for the first thing that stands against it.
    init(of sample: ReviewedSample, at number: Int, _ asked: Steering) throws(BranchObstacle) {
        let state = sample.state
        guard state.importedFrom == nil, let plan = state.plan else { throw .notGrown }
        guard let iteration = state.iterations.first(where: { $0.number == number }) else {
            throw .noIteration(number, of: state.iterations.count)
        }
        guard iteration.outcome != nil else { throw .underWay(number) }
        let known = Set(sample.library.map(\.name))
        if let stranger = asked.mutedTools.first(where: { !known.contains($0) }) { throw .unknownTool(stranger) }
        let edited = try Self.edited(sample, before: number)
        if case .proposal(let id) = asked.choice, asked.proposals?.contains(where: { $0.id == id }) != true {
            try Self.checkSucceeded(id, in: iteration)
        }
        let steering = asked.branching(from: iteration)
        try Self.check(
            steering.place, in: edited ?? state.workflow(after: number - 1), chains: plan.chains, before: number)
        guard !steering.isEmpty else { throw .nothingAsked }
        if asked.proposals == nil, edited == nil, steering.onlyRepeats(iteration) { throw .asItWas(number) }
        parent = sample.id
        (self.iteration, self.steering) = (number, steering)
        event = .branch(from: sample.id, in: state, at: number, steering: steering, takingOver: edited)
    }

    /// What reviewers made of the workflow before an iteration; nil where they left it as it was grown.
    private static func edited(
        _ sample: ReviewedSample, before number: Int
    ) throws(BranchObstacle) -> Workflow? {
        guard sample.workflow != sample.state.workflow else { return nil }
        let chains = sample.workflow.chains.map { chain in
            Chain(id: chain.id, steps: chain.steps.filter { $0.iteration < number })
        }
        let workflow = Workflow(chains: chains.filter { !$0.steps.isEmpty })
        if let stale = workflow.steps.first(where: { sample.staleSteps.contains($0.number) }) {
            throw .stale(step: stale.number)
        }
        return workflow == sample.state.workflow(after: number - 1) ? nil : workflow
    }

    private static func check(
        _ place: Placement?, in workflow: Workflow, chains: Int, before number: Int
    ) throws(BranchObstacle) {
        switch place {
        case .append(let chain):
            guard workflow.chains.contains(where: { $0.id == chain }) else { throw .noChain(chain, before: number) }
        case .newChain:
            guard workflow.chains.count < chains else { throw .noMoreChains(chains) }
        case nil: return
        }
    }

    private static func checkSucceeded(_ id: Proposal.ID, in iteration: Iteration) throws(BranchObstacle) {
        guard let trial = iteration.trials.first(where: { $0.id == id }) else {
            throw .noProposal(id, in: iteration.number, of: iteration.trials.count)
        }
        switch trial.ending {
        case .succeeded: return
        case .failed(let reason), .unreachable(let reason):
            throw .proposalFailed(id, in: iteration.number, reason: reason)
        case nil: throw .proposalFailed(id, in: iteration.number, reason: "it was cut off")
        }
    }
}

extension Steering {
    /// Whether an iteration was decided just so, and nothing else is to be different.
    fileprivate func onlyRepeats(_ iteration: Iteration) -> Bool {
        guard note == nil, mutedTools.isEmpty else { return false }
        return switch (choice, iteration.selection) {
        case (.proposal(let id), .chosen(let chosen, let place, _)): id == chosen && self.place == place
        case (.decline, .declined): true
        case (.proposal, _), (.decline, _), (nil, _): false
        }
    }
}

/// Why a sample cannot branch so.
enum BranchObstacle: Error, Hashable, CustomStringConvertible {
    case notGrown
    case noIteration(Int, of: Int)
    case underWay(Int)
    case noProposal(Proposal.ID, in: Int, of: Int)
    case proposalFailed(Proposal.ID, in: Int, reason: String)
    case noChain(Chain.ID, before: Int)
    case noMoreChains(Int)
    case unknownTool(ToolName)
    case stale(step: Int)
    case nothingAsked
    case asItWas(Int)

    var description: String {
        switch self {
        case .notGrown:
            "The sample was read from a file: nothing says how it grew, so nothing can branch off."
        case .noIteration(let number, let count):
            count == 0
                ? "The sample has no iteration yet."
                : "The sample has no iteration \(number). It has \(count == 1 ? "only iteration 1" : "iterations 1 to \(count)")."
        case .underWay(let number):
            "Iteration \(number) is under way. Steer it, or branch when it has ended."
        case .noProposal(let id, let number, let count):
            count == 0
                ? "Iteration \(number) has no proposals to choose from."
                : "Iteration \(number) has no proposal \(id.number). It has \(count)."
        case .proposalFailed(let id, let number, let reason):
            "Proposal \(id.number) of iteration \(number) did not succeed, so it cannot be chosen: "
                + ToolText.line(reason)
        case .noChain(let chain, let number):
            "There is no chain c\(chain.number) before iteration \(number). Name one that is there, or a new one."
        case .noMoreChains(let most):
            "There are \(most) chains already, and the run allows no more. Name one of them."
        case .unknownTool(let tool):
            "The run has no tool \(ToolText.line(tool.text)). List its tools with toolgrad tools list."
        case .stale(let step):
            "The arguments of step \(step) were changed and it was not run again. Run it, or take the edit back; then "
                + "branch."
        case .asItWas(let number):
            "That is what iteration \(number) did. Choose another proposal or another place, or add a note."
        case .nothingAsked:
            "A branch needs something to be different: another proposal, a place, a note, or a muted tool."
        }
    }
}
