import Canvas

/// Where everything is on the approval screen; a function of the size and of the rows that the heading needs.
struct ApprovalLayout: Hashable, Sendable {
    let title: Rect
    /// What is started, and with what.
    let heading: Rect
    let list: Rect
    let detail: Rect
    let status: Rect
    let hints: Rect
    /// All between the title and the status row.
    let body: Rect

    /// From so many columns on the list and the tool stand side by side.
    private static let wide = 100

    init(_ size: Size, heading wanted: Int) {
        let rows = Rect(size).split(rows: [.cells(1), .weight(1), .cells(1), .cells(size.rows >= 24 ? 2 : 1)])
        (title, body, status, hints) = (rows[0], rows[1], rows[2], rows[3])
        let parts = body.split(rows: [.cells(min(wanted, Self.headingLimit(body.rows))), .weight(1)])
        heading = parts[0]
        let halves =
            size.columns >= Self.wide
            ? parts[1].split(columns: [.weight(3), .weight(2)]) : parts[1].split(rows: [.weight(1), .weight(1)])
        (list, detail) = (halves[0], halves[1])
    }

    /// The list and the tool keep most of the screen.
    static func headingLimit(_ rows: Int) -> Int { max(2, rows / 4) }
}

extension ApprovalState {
    var pen: Pen { Pen(glyphs) }

    var layout: ApprovalLayout {
        ApprovalLayout(size, heading: ApprovalHeading(subject: subject, pen: pen).rows(width: size.columns - 2).count)
    }

    /// Whether there is more to know of the command than the heading has rows for.
    var headingIsCut: Bool {
        ApprovalHeading(subject: subject, pen: pen).rows(width: size.columns - 2).count > layout.heading.rows
    }

    /// Where the tool under the cursor is shown.
    var detailRect: Rect { layer == .reading ? layout.body : layout.detail }

    /// The rows of a page of what has the keys.
    var page: Int {
        switch layer {
        case .reading, .help, .command: max(1, layout.body.rows - 2)
        case .filtering, .patterning, .confirming, .leaving, nil: max(1, layout.list.rows - 2)
        }
    }

    /// How far the tool under the cursor can be scrolled.
    var lastScroll: Int {
        guard let selected else { return 0 }
        let inner = detailRect.inset(rows: 1, columns: 2)
        let rows = ToolDetail(selected, in: self, pen: pen).rows(width: inner.columns)
        return max(0, rows.count - inner.rows)
    }

    var lastHelpScroll: Int {
        max(0, ApprovalHelp(pen: pen).rows(width: layout.body.columns - 4).count - (layout.body.rows - 2))
    }

    var lastCommandScroll: Int {
        let rows = ApprovalHeading(subject: subject, pen: pen).rows(width: layout.body.columns - 4)
        return max(0, rows.count - (layout.body.rows - 2))
    }
}
