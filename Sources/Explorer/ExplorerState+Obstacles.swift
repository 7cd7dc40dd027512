import Review

extension ExplorerState {
    /// Why an action is not possible now, and what is; nil when it is.
    func obstacle(to action: Action) -> String? {
        if action.decides, let obstacle = obstacleToDeciding { return obstacle }
        return switch action {
        case .accept: obstacleToAccepting
        case .undo, .redo: isReadOnly ? "The dataset is open for reading only." : nil
        case .edit: open?.sample.query == nil ? "There is no query or response to edit." : nil
        case .hold, .stepOnce: obstacleToHolding(action)
        case .pauseRun: run.isUnderWay ? nil : "Nothing is growing."
        case .follow: growing.isEmpty && !followsNewest ? "Nothing is growing." : nil
        case .export: formats.isEmpty ? "There is no format to export to." : nil
        case .toggleDiff: open?.view.previous.text == nil ? "There is no earlier draft to compare with." : nil
        case .nextIteration, .previousIteration, .proposal, .selectedProposal, .open, .readInFull:
            open == nil ? "There is no sample yet." : nil
        case .reject, .skip, .returnToPending, .toggleFlag, .nextSample, .previousSample, .nextPending,
            .previousPending, .down, .up, .halfPageDown, .halfPageUp, .first, .last, .nextPane, .previousPane, .pane,
            .zoom, .help, .quit, .redraw, .suspend, .closeLayer:
            nil
        }
    }

    private var obstacleToAccepting: String? {
        switch open?.state.outcome {
        case .completed: nil
        case .synthesisFailed, .nothingGrown: "There is no query to accept; r rejects the sample."
        case nil: "It never came to its end: toolgrad resume goes on with it, or reject it with r."
        }
    }

    private var obstacleToDeciding: String? {
        if isReadOnly { return "The dataset is open for reading only." }
        guard open != nil else { return "There is no sample yet." }
        if !showsSelection { return "The sample is still being read." }
        if isGrowing { return "It is still growing: decide when it is finished. n goes on, H holds it." }
        return nil
    }

    private func obstacleToHolding(_ action: Action) -> String? {
        guard let open, isGrowing else { return "This sample no longer grows." }
        if growth == .elsewhere { return "Another process grows this sample; it can be held only there." }
        if action == .stepOnce, !held.contains(open.id) { return "Hold it first, with H." }
        return nil
    }
}
