/// What moves about on every screen.
enum Motion: Hashable, Sendable {
    case down, up, halfPageDown, halfPageUp, first, last
    case nextPane, previousPane
    case open
    /// Leaves the innermost thing that can be left.
    case leave
}

extension Action {
    /// What it moves on a screen beside Review; nil where it means nothing there.
    var motion: Motion? { Self.motions[self] }

    private static let motions: [Action: Motion] = [
        .down: .down, .up: .up, .halfPageDown: .halfPageDown, .halfPageUp: .halfPageUp, .first: .first, .last: .last,
        .nextPane: .nextPane, .previousPane: .previousPane, .open: .open, .closeLayer: .leave,
    ]
}

extension Motion {
    /// Where a cursor among so many rows is after it; where it was for what moves no cursor.
    func row(from row: Int, of count: Int, page: Int) -> Int {
        let target =
            switch self {
            case .down: row + 1
            case .up: row - 1
            case .halfPageDown: row + max(1, page / 2)
            case .halfPageUp: row - max(1, page / 2)
            case .first: 0
            case .last: count - 1
            case .nextPane, .previousPane, .open, .leave: row
            }
        return max(0, min(count - 1, target))
    }
}
