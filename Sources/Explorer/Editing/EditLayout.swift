import Canvas

/// Where everything in the editor is; a function of the size of the screen and of what is edited.
struct EditLayout: Hashable, Sendable {
    /// The box with its border: below the header, above the bottom rows.
    let box: Rect
    let text: Rect
    /// What is known of an argument; empty for other texts.
    let facts: Rect
    /// The heading of the original and its rows; empty where there is none.
    let original: Rect
    /// One or two rows for a complaint or a question.
    let problem: Rect
    let hints: Rect

    private static let widest = 124

    init(_ size: Size, subject: EditSubject, original: String) {
        let review = ReviewLayout(size, focus: .chains, context: .query, isZoomed: false, showsGuide: false)
        let rows = review.body.row + review.body.rows - 1
        let space = Rect(row: 1, column: 0, rows: rows, columns: size.columns)
        box = space.centred(Size(columns: min(Self.widest, size.columns), rows: rows))
        let inner = box.inset(rows: 1, columns: 2)
        let facts = min(subject.facts, max(0, inner.rows - 6) / 2)
        let before = subject.hasOriginal ? Self.rows(for: original, in: inner) : 0
        let problem = inner.rows < 12 ? 1 : 2
        let parts = inner.split(rows: [.weight(1), .cells(facts), .cells(before), .cells(problem), .cells(1)])
        (text, self.facts, self.original, self.problem, hints) = (parts[0], parts[1], parts[2], parts[3], parts[4])
    }

    /// Up to a third for the original; as a guess at what it needs, for its rows come and go with what changed.
    private static func rows(for original: String, in inner: Rect) -> Int {
        let start = original.utf8.prefix(4096)
        let needed = start.count / max(1, inner.columns) + start.count { $0 == 0x0A } + 3
        return inner.rows < 6 ? 0 : max(2, min(needed, inner.rows / 3))
    }
}

extension EditSubject {
    /// Rows for what is known of an argument.
    fileprivate var facts: Int {
        switch self {
        case .argument(let argument): 1 + (argument.bounds == nil ? 0 : 1) + (argument.trace == nil ? 0 : 1)
        case .query, .response, .comment: 0
        }
    }
}
