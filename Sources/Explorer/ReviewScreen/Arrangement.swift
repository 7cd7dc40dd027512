import Canvas

/// How much of the Review screen there is room for.
enum Arrangement: Hashable, Sendable {
    /// Everything side by side, with the facts in a pane of their own.
    case full
    /// Everything side by side.
    case wide
    /// A high, narrow screen: all stacked.
    case portrait
    /// The queue is one row; query and response share a place.
    case medium
    /// Tabs: the focused pane and one beside it for context.
    case compact
    /// Tabs and the focused pane alone.
    case single
    /// Too small to show what a key would do.
    case refused

    /// The smallest screen that is drawn.
    static let smallest = Size(columns: 60, rows: 16)

    init(for size: Size) {
        self =
            if size.columns >= 160, size.rows >= 45 {
                .full
            } else if size.columns >= 120, size.rows >= 36 {
                .wide
            } else if (Self.smallest.columns...84).contains(size.columns), size.rows >= 40 {
                .portrait
            } else if size.columns >= 100, size.rows >= 30 {
                .medium
            } else if size.columns >= 80, size.rows >= 24 {
                .compact
            } else if size.columns >= Self.smallest.columns, size.rows >= Self.smallest.rows {
                .single
            } else {
                .refused
            }
    }

    /// The panes that can be focused, in the order of the Tab key.
    var panes: [Pane] {
        switch self {
        case .full: [.queue, .chains, .gradient, .query, .response, .facts]
        case .wide: [.queue, .chains, .gradient, .query, .response]
        case .medium, .portrait: [.chains, .gradient, .query, .response]
        case .compact, .single, .refused: [.queue, .chains, .gradient, .query, .response, .facts]
        }
    }

    /// Whether a step and its arguments share rows.
    var isDense: Bool {
        switch self {
        case .full, .wide, .medium: false
        case .portrait, .compact, .single, .refused: true
        }
    }
}

extension Pane {
    /// What is shown beside the focused pane where there is room for one more.
    var context: Pane {
        switch self {
        case .queue, .chains, .response, .facts: .query
        case .gradient, .query: .chains
        }
    }
}
