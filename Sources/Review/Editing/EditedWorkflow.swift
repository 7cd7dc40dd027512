import Engine

/// A workflow with edits laid over it.
///
/// Every fold starts from the original, which never changes.
struct EditedWorkflow: Hashable, Sendable {
    private(set) var workflow: Workflow
    /// The steps whose output answers other arguments than they have.
    private(set) var staleSteps: Set<Int> = []
    /// The edits that could be made, in order.
    private(set) var applied: [Edit] = []
    /// How many edits could not be made, since what they are about is gone.
    private(set) var inapplicable = 0
    private var answers: [Int: StepAnswers] = [:]
    private var newestChain: Int

    /// Folds edits in their order; one that cannot be made is passed over.
    init(_ original: Workflow, _ edits: [Edit]) {
        workflow = original
        newestChain = original.chains.map(\.id.number).max() ?? 0
        for edit in edits {
            do throws(EditObstacle) { try apply(edit) } catch { inapplicable += 1 }
        }
    }

    /// Makes an edit; nothing changes when it throws.
    mutating func apply(_ edit: Edit) throws(EditObstacle) {
        switch edit {
        case .query, .response, .regenerated: break
        case .argument(let step, let path, let value): try set(value, at: path, of: step)
        case .deleteStep(let step): try delete(step)
        case .moveStep(let step, let place): try workflow.move(step, to: place)
        case .splitChain(let step): try split(before: step)
        case .mergeChain(let chain, let other): try workflow.merge(chain, into: other)
        case .rerun(let step, let arguments, let output, let origin):
            try add(StepAnswer(arguments: arguments, output: output, origin: origin), to: step)
        }
        applied.append(edit)
    }

    private mutating func set(_ value: JSON, at path: JSONPath, of number: Int) throws(EditObstacle) {
        let step = try workflow.existing(number)
        guard let arguments = step.call.arguments.replacing(path, with: value) else {
            throw .unknownPlace(step: number, path)
        }
        show(step, with: arguments, from: answers[number] ?? StepAnswers(of: step))
    }

    private mutating func add(_ answer: StepAnswer, to number: Int) throws(EditObstacle) {
        let step = try workflow.existing(number)
        var known = answers[number] ?? StepAnswers(of: step)
        known.add(answer)
        show(step, with: step.call.arguments, from: known)
    }

    /// Gives a step arguments and the output that answers them; without one it keeps its output and is stale.
    private mutating func show(_ step: Step, with arguments: JSON, from known: StepAnswers) {
        answers[step.number] = known
        let answer = known.answer(to: arguments)
        if answer == nil { staleSteps.insert(step.number) } else { staleSteps.remove(step.number) }
        workflow.replace(step, with: step.showing(arguments, answer))
    }

    private mutating func delete(_ number: Int) throws(EditObstacle) {
        try workflow.delete(number)
        staleSteps.remove(number)
    }

    private mutating func split(before number: Int) throws(EditObstacle) {
        try workflow.split(before: number, into: Chain.ID(newestChain + 1))
        newestChain += 1
    }
}
