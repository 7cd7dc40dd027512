import Canvas
import Review

/// Asks before much is decided at once.
struct Confirmation: Hashable, Sendable {
    let bulk: Bulk
    let action: Decision.Action
    /// How many samples it is about.
    let count: Int
    /// How many of those at hand were decided before.
    let decided: Int
    /// A few of them.
    let examples: [QueueRow]

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays, closed, confirmed
    }

    func press(_ key: Key) -> Outcome {
        switch key {
        case .enter: .confirmed
        case .escape, .character("q"), .character("n"): .closed
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown:
            .stays
        }
    }
}
