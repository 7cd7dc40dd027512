/// What a growing sample is doing.
enum LivePhase: Hashable, Sendable {
    case beginning, sampling, proposing
    case executing(ended: Int, of: Int)
    case selecting, synthesising
    /// An iteration is over, and the next one has not begun.
    case between
    /// The same, after an iteration that added nothing.
    case noOp
    case ended(Ending)

    /// How it ended.
    enum Ending: Hashable, Sendable {
        case completed, failed
        /// A budget of the run was spent.
        case interrupted
        /// The curator stopped it, or its run is over.
        case stopped
    }
}

extension LivePhase {
    /// A word for a column.
    var word: String {
        switch self {
        case .beginning: "begin"
        case .sampling: "sample"
        case .proposing: "propose"
        case .executing(let ended, let count): "execute \(ended)/\(count)"
        case .selecting: "select"
        case .synthesising: "synthesise"
        case .between: "next"
        case .noOp: "no-op"
        case .ended(.completed): "done"
        case .ended(.failed): "failed"
        case .ended(.interrupted): "interrupted"
        case .ended(.stopped): "stopped"
        }
    }

    /// Whether the sample may stand at a gate, where it waits while it is held.
    var isAtGate: Bool {
        switch self {
        case .beginning, .between, .noOp, .selecting: true
        case .sampling, .proposing, .executing, .synthesising, .ended: false
        }
    }

    /// How it ended; nil while more is to come.
    var ending: Ending? {
        guard case .ended(let ending) = self else { return nil }
        return ending
    }

    var isOver: Bool { ending != nil }
}
