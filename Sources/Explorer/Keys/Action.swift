/// What a key can ask for on the Review screen.
enum Action: Hashable, Sendable {
    case accept, reject, skip, returnToPending, toggleFlag, undo, redo
    case edit
    case nextSample, previousSample, nextPending, previousPending
    case nextIteration, previousIteration
    case proposal(Int)
    case selectedProposal
    case down, up, halfPageDown, halfPageUp, first, last
    case nextPane, previousPane, pane(Pane)
    case zoom, open, readInFull, toggleDiff
    case hold, stepOnce, pauseRun, follow
    case export, help, quit, redraw, suspend, closeLayer
}

extension Action {
    /// Whether it decides something about the sample: never done to a sample that is not on the screen.
    var decides: Bool {
        switch self {
        case .accept, .reject, .skip, .returnToPending, .toggleFlag, .edit: true
        case .undo, .redo, .nextSample, .previousSample, .nextPending, .previousPending, .nextIteration,
            .previousIteration, .proposal, .selectedProposal, .down, .up, .halfPageDown, .halfPageUp, .first, .last,
            .nextPane, .previousPane, .pane, .zoom, .open, .readInFull, .toggleDiff, .hold, .stepOnce, .pauseRun,
            .follow, .export, .help, .quit, .redraw, .suspend, .closeLayer:
            false
        }
    }

    /// Whether it steers the pace of growing, so that it does not also end the slow motion.
    var steersGrowth: Bool {
        self == .hold || self == .stepOnce || self == .pauseRun
    }
}
