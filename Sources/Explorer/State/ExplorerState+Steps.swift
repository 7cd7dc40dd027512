import Canvas
import Engine
import Review

extension ExplorerState {
    /// The step under the cursor, also where it is one of its arguments or its output.
    var focusedStep: Step? {
        guard let open, focusedPane == .chains else { return nil }
        switch cursor(in: .chains) {
        case .step(let number), .argument(let number, _), .output(let number): return open.sample.workflow.step(number)
        case .sample, .chain, .proposal, .noOp, .proposerReason, .comment, .row, nil: return nil
        }
    }

    /// The chain under the cursor, or that of the step under it.
    private var focusedChain: Chain? {
        guard let open, focusedPane == .chains else { return nil }
        let id: Chain.ID?
        if case .chain(let chain)? = cursor(in: .chains) {
            id = chain
        } else {
            id = focusedStep.flatMap { open.sample.workflow.chain(of: $0.number) }
        }
        return open.sample.workflow.chains.first { $0.id == id }
    }

    /// The change of the chains that an action makes at the cursor; nil where it makes none.
    func workflowEdit(of action: StepEdit) -> Edit? {
        guard let chain = focusedChain else { return nil }
        switch action {
        case .delete: return focusedStep.map { .deleteStep($0.number) }
        case .earlier: return moved(in: chain, by: -1)
        case .later: return moved(in: chain, by: 1)
        case .split:
            guard let step = focusedStep, chain.steps.first != step else { return nil }
            return .splitChain(before: step.number)
        case .merge:
            guard let chains = open?.sample.workflow.chains, let place = chains.firstIndex(of: chain), place > 0 else {
                return nil
            }
            return .mergeChain(chain.id, into: chains[place - 1].id)
        }
    }

    private func moved(in chain: Chain, by distance: Int) -> Edit? {
        guard let step = focusedStep, let place = chain.steps.firstIndex(of: step),
            chain.steps.indices.contains(place + distance)
        else { return nil }
        return .moveStep(step.number, to: StepPlace(chain: chain.id, position: place + distance))
    }

    mutating func change(_ action: StepEdit) -> [Effect] {
        guard let open, let edit = workflowEdit(of: action) else { return [] }
        if let problem = edit.problem(in: open.sample) {
            tell(problem, .warning)
            return []
        }
        if case .deleteStep(let step) = edit { cursors[.chains] = neighbour(of: step, in: open.sample.workflow) }
        return [.decide(open.id, .edit(edit))]
    }

    /// What is under the cursor once a step is gone.
    private func neighbour(of step: Int, in workflow: Workflow) -> PaneItem? {
        let steps = workflow.chains.flatMap(\.steps).map(\.number)
        guard let place = steps.firstIndex(of: step), steps.count > 1 else { return nil }
        return .step(steps[place == 0 ? 1 : place - 1])
    }

    /// Runs the focused step again; a stale one where the focus is on none.
    mutating func rerun() -> [Effect] {
        guard let open, let step = stepToRerun else { return [] }
        let effects = open.sample.tool(step.call.tool)?.effects ?? .read
        guard effects == .read else {
            overlay = .rerun(RerunQuestion(sample: open.id, step: step.number, call: step.call, effects: effects))
            return deafen()
        }
        tell("Running step \(step.number) again.")
        return [.rerun(open.id, step: step.number)]
    }

    var stepToRerun: Step? {
        focusedStep
            ?? open.flatMap { open in
                open.sample.staleSteps.min().flatMap { open.sample.workflow.step($0) }
            }
    }

    /// Makes the dialog that was just opened ignore keys for a moment.
    mutating func deafen(for pause: Duration = .milliseconds(300)) -> [Effect] {
        let number = session.nextWake()
        deafness = number
        return [.wake(number, after: pause)]
    }
}

/// A change of the chains.
enum StepEdit: Hashable, Sendable {
    case delete, earlier, later, split, merge
}

extension ExplorerState {
    mutating func regenerate() -> [Effect] {
        guard let open else { return [] }
        tell("Writing query and response anew.")
        return [.regenerate(open.id)]
    }

    /// Offers new texts; whoever is busy with something else can ask for them again.
    mutating func offer(_ sample: SampleID, query: String, response: String, by planner: String) -> [Effect] {
        guard let open, open.id == sample, overlay == nil else {
            tell("New texts for \(name(of: sample)) are ready: X there shows them.")
            return []
        }
        overlay = .rewriting(
            RewriteChoice(
                sample: sample, query: query, response: response, planner: planner, old: open.state.synthesis))
        return deafen()
    }

    mutating func pressed(_ key: Key, in choice: RewriteChoice) -> [Effect] {
        switch choice.press(key) {
        case .stays: return []
        case .mine:
            overlay = nil
            tell("The texts stay as they are.")
            return []
        case .new:
            overlay = nil
            let edit = Edit.regenerated(query: choice.query, response: choice.response, by: choice.planner)
            return [.decide(choice.sample, .edit(edit))]
        case .old:
            overlay = nil
            guard let old = choice.old else { return [] }
            return [.decideTogether(choice.sample, [.edit(.query(old.query)), .edit(.response(old.response))])]
        }
    }
}
