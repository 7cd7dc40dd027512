/// What a key, the palette or the help can ask for.
enum Action: Hashable, Sendable {
    case accept, acceptMarked, reject, rejectMarked, skip, returnToPending, toggleFlag, undo, redo
    case edit, editExternally, editSample, comment, rerun, regenerate
    case deleteStep, moveStepUp, moveStepDown, splitChain, mergeChain
    case nextSample, previousSample, nextPending, previousPending
    case nextIteration, previousIteration, nextPhase, previousPhase
    case nextProblem, previousProblem, nextSampleWithProblem, previousSampleWithProblem
    case proposal(Int)
    case selectedProposal
    case down, up, halfPageDown, halfPageUp, first, last, fold, unfold
    case nextPane, previousPane, pane(Pane)
    case zoom, open, inspect, toggleDiff, setBase, wrap, copy(CopyKind)
    case filter, nextMatch, previousMatch, sort, mark, markRange, markAll
    case hold, stepOnce, pauseRun, follow, override
    case screen(Screen)
    case live(LiveAction)
    case stats(StatsAction)
    case compare(CompareAction)
    case adjudicate(AdjudicateAction)
    case baselines(BaselinesAction)
    case evaluations(EvaluationsAction)
    case export, palette, help, notices, quit, redraw, suspend, closeLayer
}

/// What of the focused item is copied.
enum CopyKind: Hashable, Sendable, CaseIterable {
    case value, path, jq, id, call
}

extension Action {
    /// Whether it decides something about the sample: never done to a sample that is not on the screen.
    var decides: Bool {
        switch self {
        case .accept, .acceptMarked, .reject, .rejectMarked, .skip, .returnToPending, .toggleFlag: true
        case .edit, .editExternally, .editSample, .comment, .rerun, .regenerate: true
        case .deleteStep, .moveStepUp, .moveStepDown, .splitChain, .mergeChain: true
        case .undo, .redo, .nextSample, .previousSample, .nextPending, .previousPending, .nextIteration,
            .previousIteration, .nextPhase, .previousPhase, .nextProblem, .previousProblem, .nextSampleWithProblem,
            .previousSampleWithProblem, .proposal, .selectedProposal, .down, .up, .halfPageDown, .halfPageUp, .first,
            .last, .fold, .unfold, .nextPane, .previousPane, .pane, .zoom, .open, .inspect, .toggleDiff, .setBase,
            .wrap, .copy, .filter, .nextMatch, .previousMatch, .sort, .mark, .markRange, .markAll, .hold, .stepOnce,
            .pauseRun, .follow, .override, .screen, .live, .stats, .compare, .adjudicate, .baselines, .evaluations,
            .export,
            .palette, .help, .notices, .quit, .redraw, .suspend, .closeLayer:
            false
        }
    }

    /// Whether it steers the pace of growing, so that it does not also end the slow motion.
    var steersGrowth: Bool {
        self == .hold || self == .stepOnce || self == .pauseRun
    }
}
