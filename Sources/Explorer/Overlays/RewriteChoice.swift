import Canvas
import Engine
import Review

/// Which texts an edited sample keeps: those it was grown with, those that count now, or new ones for its chains.
struct RewriteChoice: Hashable, Sendable {
    let sample: SampleID
    let query: String
    let response: String
    /// Who wrote the new ones.
    let planner: String
    /// Those that it was grown with; nil where it never had any.
    let old: Synthesis?

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays
        case old, mine, new
    }

    func press(_ key: Key) -> Outcome {
        switch key {
        case .character("o"): .old
        case .character("m"), .escape: .mine
        case .character("n"), .enter: .new
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown:
            .stays
        }
    }
}

/// Asks before a tool that changes something is called again.
struct RerunQuestion: Hashable, Sendable {
    let sample: SampleID
    let step: Int
    let call: ToolCall
    let effects: Tool.Effects

    /// Only `y` says yes.
    func isConfirmed(by key: Key) -> Bool { key == .character("y") }
}
