import Canvas
import Review

/// A filter that is being typed: what is wrong with it is known at once, and the last good one stays in force.
struct FilterLine: Hashable, Sendable {
    private(set) var field: TextField
    private(set) var problem: FilterProblem?

    init(of filter: Filter) {
        field = TextField(filter.text)
        if !field.isEmpty { _ = field.press(.character(" ")) }
    }

    var text: String { field.text }

    /// How pressing a key went.
    enum Outcome: Hashable {
        case stays, closed
        case filtered(Filter)
    }

    mutating func press(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .closed
        case .enter: return parsed.map(Outcome.filtered) ?? .stays
        case .character, .control, .alt, .function, .paste, .tab, .backTab, .backspace, .delete, .insert, .up, .down,
            .left, .right, .home, .end, .pageUp, .pageDown:
            _ = field.press(key)
            _ = parsed
        }
        return .stays
    }

    private var parsed: Filter? {
        mutating get {
            do {
                let filter = try Filter(parsing: text)
                problem = nil
                return filter
            } catch {
                problem = error
                return nil
            }
        }
    }
}
