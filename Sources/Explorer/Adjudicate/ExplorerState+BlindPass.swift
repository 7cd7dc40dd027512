extension ExplorerState {
    /// Why an action has no place in a blind pass; nil for what has, and where nothing is judged blind.
    func obstacleOfPass(to action: Action) -> String? {
        guard let pass = blindPass else { return nil }
        switch action {
        case .edit, .editExternally, .editSample, .comment, .rerun, .regenerate, .deleteStep, .moveStepUp,
            .moveStepDown, .splitChain, .mergeChain, .toggleFlag:
            return "Pass \(pass) judges the sample as it was made: a accepts, r rejects, s skips."
        case .returnToPending: return "u takes a verdict of this pass back; a, r and s replace it."
        case .acceptMarked, .rejectMarked, .mark, .markRange, .markAll:
            return "Pass \(pass) judges one sample after the other."
        case .filter, .sort:
            return "Pass \(pass) is blind: a filter or an order could tell what was decided before."
        case .screen(let screen) where screen != .review:
            return "Pass \(pass) is blind: the screen \(screen.title) tells what was decided before."
        case .export: return "Pass \(pass) is blind: an export is written from the first one."
        case .override, .follow, .hold, .pauseRun:
            return "Pass \(pass) judges what is finished; nothing is grown in it."
        case .accept, .reject, .skip, .undo, .redo, .nextSample, .previousSample, .nextPending, .previousPending,
            .nextIteration, .previousIteration, .nextPhase, .previousPhase, .nextProblem, .previousProblem,
            .nextSampleWithProblem, .previousSampleWithProblem, .proposal, .selectedProposal, .down, .up,
            .halfPageDown, .halfPageUp, .first, .last, .fold, .unfold, .nextPane, .previousPane, .pane, .zoom, .open,
            .inspect, .toggleDiff, .setBase, .wrap, .copy, .nextMatch, .previousMatch, .stepOnce, .screen, .live,
            .stats, .compare, .adjudicate, .baselines, .evaluations, .palette, .help, .notices, .quit, .redraw,
            .suspend, .closeLayer:
            return nil
        }
    }
}
