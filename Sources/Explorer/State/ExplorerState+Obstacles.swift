import Review

extension ExplorerState {
    /// Why an action is not possible now, and what is; nil when it is.
    func obstacle(to action: Action) -> String? {
        if let obstacle = obstacleOfScreen(to: action) ?? obstacleOfPass(to: action) { return obstacle }
        if screen != .review, action.motion != nil { return nil }
        if action.decides, let obstacle = obstacleToDeciding(action) { return obstacle }
        return switch action {
        case .accept: obstacleToAccepting
        case .undo, .redo: isReadOnly ? "The dataset is open for reading only." : nil
        case .edit, .editExternally, .editSample: open?.sample.query == nil ? "There is no query to edit." : nil
        case .rerun: stepToRerun == nil ? "Go to a step in the chains: x runs it again." : nil
        case .regenerate: obstacleToRegenerating
        case .deleteStep, .moveStepUp, .moveStepDown, .splitChain, .mergeChain: obstacleToChanging(action)
        case .acceptMarked: marks.isEmpty ? "Nothing is marked: space marks a sample, V a range, * all." : nil
        case .hold: obstacleToHolding
        case .stepOnce: isGrowing || screen == .live ? obstacleToHolding : obstacleToReading
        case .pauseRun: obstacleToPausing
        case .live(let action): obstacle(to: action)
        case .stats(let action): obstacle(to: action)
        case .compare(let action): obstacle(to: action)
        case .adjudicate(let action): obstacle(to: action)
        case .baselines(let action): obstacle(to: action)
        case .evaluations(let action): obstacle(to: action)
        case .inspect where screen != .review: obstacleToInspectingElsewhere
        case .override: screen == .compare ? obstacleToSteeringCompared : obstacleToSteering
        case .follow: growing.isEmpty && (screen == .live || !followsNewest) ? "Nothing is growing." : nil
        case .export: formats.isEmpty ? "There is no format to export to." : nil
        case .toggleDiff:
            comparesDrafts && open?.view.previous.text == nil ? "There is no earlier draft to compare with." : nil
        case .nextIteration, .previousIteration, .nextPhase, .previousPhase, .nextProblem, .previousProblem, .proposal,
            .selectedProposal, .open, .inspect, .setBase, .copy, .comment:
            obstacleToReading
        case .mark, .markRange, .markAll: queue.selection == nil ? "There is no sample yet." : nil
        case .reject, .rejectMarked, .skip, .returnToPending, .toggleFlag, .nextSample, .previousSample, .nextPending,
            .previousPending, .nextSampleWithProblem, .previousSampleWithProblem, .down, .up, .halfPageDown,
            .halfPageUp, .first, .last, .fold, .unfold, .nextPane, .previousPane, .pane, .zoom, .wrap, .filter,
            .nextMatch, .previousMatch, .sort, .palette, .help, .notices, .quit, .redraw, .suspend, .closeLayer,
            .screen:
            nil
        }
    }

    private var obstacleToReading: String? { open == nil ? "There is no sample yet." : nil }

    private var obstacleToRegenerating: String? {
        guard let sample = open?.sample else { return "There is no sample yet." }
        if sample.workflow.steps.isEmpty { return "There is no step to write a query for." }
        guard let stale = sample.staleSteps.min() else { return nil }
        return "Step \(stale) was changed and not run again: x runs it, then X writes the texts."
    }

    private func obstacleToChanging(_ action: Action) -> String? {
        guard let edit = action.stepEdit else { return nil }
        if workflowEdit(of: edit) != nil { return nil }
        return switch edit {
        case .delete: "Go to a step in the chains: t d deletes it."
        case .earlier: "There is no earlier place for it in its chain."
        case .later: "There is no later place for it in its chain."
        case .split: "Go to a step that is not the first of its chain: t s splits there."
        case .merge: "Go to a chain that has another before it: t m merges the two."
        }
    }

    private var obstacleToAccepting: String? { open.flatMap { obstacleToEnding($0.sample) } }

    /// Why a sample as it stands is none that can be accepted; nil when it can.
    func obstacleToEnding(_ sample: ReviewedSample) -> String? {
        if preferences.requiresRerun, let stale = sample.staleSteps.min() {
            return "Step \(stale) was changed and not run again: x runs it."
        }
        return switch sample.state.outcome {
        case .completed: nil
        case .synthesisFailed, .nothingGrown: "There is no query to accept; r rejects the sample."
        case nil: "It never came to its end: toolgrad resume goes on with it, or reject it with r."
        }
    }

    private func obstacleToDeciding(_ action: Action) -> String? {
        if isReadOnly { return "The dataset is open for reading only." }
        if action.isBulk, !marks.isEmpty { return nil }
        guard open != nil else { return "There is no sample yet." }
        if queue.total == 0, queue.view.filter != .everything {
            return "No sample fits the filter; the one on the screen is not in the list. esc shows all again."
        }
        if action == .accept, let open, open.review.status == .accepted { return obstacleOfAccepted(open.decisions) }
        if !showsSelection { return "The sample is still being read." }
        if isGrowing { return "It is still growing: decide when it is finished. n goes on, H holds it." }
        return nil
    }

    /// That another reviewer accepted the sample cannot be joined here, so it is said where agreement counts.
    private func obstacleOfAccepted(_ decisions: [Decision]) -> String {
        guard let accepter = decisions.standingAcceptance?.reviewer, accepter != reviewer else {
            return "It is accepted already."
        }
        return "Accepted already, by \(accepter). To count agreement: review --pass 2, or a file of your own."
    }

    private var obstacleToHolding: String? {
        guard steeredSample != nil, steeredGrowth.goesOn else { return "This sample no longer grows." }
        if steeredGrowth == .elsewhere { return "Another process grows this sample; it can be held only there." }
        return nil
    }
}

extension Action {
    /// Whether it is about what is marked, wherever the cursor is.
    fileprivate var isBulk: Bool { self == .acceptMarked || self == .rejectMarked }

    /// The change of the chains that it asks for.
    fileprivate var stepEdit: StepEdit? { Self.stepEdits[self] }

    private static let stepEdits: [Action: StepEdit] = [
        .deleteStep: .delete, .moveStepUp: .earlier, .moveStepDown: .later, .splitChain: .split, .mergeChain: .merge,
    ]

    /// Whether a replay of the growth goes on beside it.
    var isPartOfReplay: Bool { Self.besideReplay.contains(self) }

    private static let besideReplay: Set<Action> = [
        .stepOnce, .zoom, .toggleDiff, .nextPane, .previousPane, .redraw, .wrap,
    ]
}
