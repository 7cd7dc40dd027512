import Engine
import Review

/// When what a curator asks of an iteration counts.
enum SteeringMoment: Hashable, Sendable {
    /// It runs, and nothing was selected: the choice replaces the selector's, all else is for the next iteration.
    case selecting
    /// It is over and the next one is to come: a choice makes a branch, all else is for the next iteration.
    case between
    /// It is over, and so is the sample or the iterations after it: everything makes a branch.
    case over
}

/// An iteration as it can be steered: what was proposed, where its steps could go, and when a word about it counts.
struct SteeredIteration {
    let sample: SampleID
    /// 1 for the first, also where it has not begun.
    let number: Int
    let moment: SteeringMoment
    /// Nil before it begins.
    let iteration: Iteration?
    /// What its steps are added to.
    let workflow: Workflow
    let tools: [ToolName: Tool]
    let plan: Plan?
    /// Who plans the sample.
    let planner: String
    /// What the sample spent in the iterations that are over.
    let spent: [Usage]
    /// What was asked of the sample and has not counted yet.
    let waiting: [WaitingSteering]

    /// The iteration of a sample with a number; the tools are those that are known.
    init(
        _ number: Int, of sample: SampleID, _ state: RunState, growth: GrowthState, tools: [ToolName: Tool],
        waiting: [WaitingSteering] = []
    ) {
        self.sample = sample
        self.waiting = waiting
        self.number = max(1, number)
        iteration = state.iterations.first { $0.number == number }
        moment = Self.moment(of: iteration, in: state, growth)
        workflow = state.workflow(after: self.number - 1)
        self.tools = tools
        plan = state.plan
        planner = state.planner
        spent = state.iterations.filter { $0.outcome != nil }.map(\.usage)
    }

    private static func moment(of iteration: Iteration?, in state: RunState, _ growth: GrowthState) -> SteeringMoment {
        guard growth.isOurs else { return .over }
        guard let iteration else { return .between }
        guard iteration.number == state.iterations.last?.number else { return .over }
        return iteration.selection == nil && iteration.outcome == nil ? .selecting : .between
    }

    var trials: [Trial] { iteration?.trials ?? [] }

    /// The iteration whose proposer reads what is asked of the next one.
    var next: Int { iteration == nil ? number : number + 1 }

    /// Whether the plan has an iteration after it.
    var hasNext: Bool { plan.map { next <= $0.iterations } ?? true }

    var mayOpenChain: Bool { plan.map { workflow.chains.count < $0.chains } ?? true }

    func trial(_ id: Proposal.ID) -> Trial? { trials.first { $0.id == id } }

    /// What was selected and where it went; nil where nothing was.
    var selected: (proposal: Proposal.ID, place: Placement)? {
        guard case .chosen(let id, let place, _) = iteration?.selection else { return nil }
        return (id, place)
    }

    /// Whether it is over without a selection: nothing has a place unless the curator chooses a proposal.
    var hasNoPlace: Bool { moment != .selecting && selected == nil }

    /// Every place there is, in the order of the list.
    var places: [Placement] { (mayOpenChain ? [.newChain] : []) + workflow.chains.map { .append($0.id) } }

    /// The tools of its proposals, each once.
    var proposedTools: [ToolName] {
        trials.flatMap(\.proposal.tools).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }
}

extension SteeredIteration {
    /// What a branch takes that goes its own way from here; proposals that are given are all that is executed first.
    func estimate(executing proposals: [Proposal]?) -> BranchEstimate {
        BranchEstimate(
            at: number, plan: plan, planner: planner, spent: spent, proposed: proposedTools, executing: proposals,
            tools: tools)
    }

    /// What waits for the selection of an iteration; nil where nothing does.
    func waitingChoice(in iteration: Int) -> Steering? {
        waiting.first { $0.gate == .selecting && $0.iteration ?? iteration == iteration }?.steering
    }

    /// The trial whose proposal was written anew as another one.
    func original(of written: Proposal) -> Trial? {
        let alike = trials.filter { $0.proposal.tools == written.tools }
        return alike.first { $0.proposal.instruction == written.instruction } ?? alike.first
    }

    /// What waits for the next proposer; nil where nothing does.
    var waitingWish: Steering? { waiting.first { $0.gate == .proposing }?.steering }
}

extension Proposal {
    /// The same by another number.
    func numbered(_ id: ID) -> Proposal { Proposal(id: id, instruction: instruction, tools: tools, calls: calls) }
}

extension GrowthState {
    /// Whether this process grows it.
    var isOurs: Bool {
        switch self {
        case .growing, .held: true
        case .elsewhere, .unfinished, .ended: false
        }
    }
}

extension Placement {
    /// Where it leads, in a sentence.
    var destination: String {
        switch self {
        case .append(let chain): "to c\(chain.number)"
        case .newChain: "to a new chain"
        }
    }
}
