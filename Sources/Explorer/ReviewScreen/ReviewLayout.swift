import Canvas

/// Where everything on the Review screen is; a function of the size and of what is shown.
struct ReviewLayout: Hashable, Sendable {
    let header: Rect
    /// Three rows for the guide; empty where there is none.
    let guide: Rect
    /// The tabs, or the queue in one row; empty where the queue is a pane.
    let tabs: Rect
    let strip: Rect
    let panes: [Pane: Rect]
    let lint: Rect
    let status: Rect
    let hints: Rect
    /// The part between header and lint line, over which a notice or an overlay may lie.
    let body: Rect

    private static let guideRows = 3

    /// Lays a screen out; `wanted` is the rows that the focused text would fill, its border included.
    init(_ size: Size, focus: Pane, context: Pane, isZoomed: Bool, showsGuide: Bool, wanted: Int = 0) {
        let arrangement = Arrangement(for: size)
        let guideRows = showsGuide && arrangement != .single ? Self.guideRows : 0
        let rows = Rect(size).split(rows: [
            .cells(1), .cells(guideRows), .cells(arrangement.tabRows), .weight(1), .cells(1), .cells(1),
            .cells(arrangement.hintRows),
        ])
        (header, guide, tabs) = (rows[0], rows[1], rows[2])
        (body, lint, status, hints) = (rows[3], rows[4], rows[5], rows[6])
        let parts = Self.parts(of: body, arrangement, focus, context, wanted)
        strip = parts.strip
        panes = isZoomed ? [focus: Self.below(strip, in: body)] : parts.panes
    }

    private typealias Parts = (strip: Rect, panes: [Pane: Rect])

    private static func parts(
        of body: Rect, _ arrangement: Arrangement, _ focus: Pane, _ context: Pane, _ wanted: Int
    ) -> Parts {
        switch arrangement {
        case .full: full(body)
        case .wide: wide(body, focus, wanted)
        case .portrait: portrait(body)
        case .medium: medium(body, focus)
        case .compact: compact(body, focus, context)
        case .single, .refused: single(body, focus)
        }
    }

    private static func full(_ body: Rect) -> Parts {
        let columns = body.split(columns: [.cells(32), .weight(1), .cells(min(60, body.columns / 4))])
        let rows = columns[1].split(rows: [.cells(4), .weight(2), .weight(1)])
        let middle = rows[1].split(columns: [.weight(1), .weight(1)])
        let texts = rows[2].split(columns: [.weight(1), .weight(1)])
        return (
            rows[0],
            [
                .queue: columns[0], .chains: middle[0], .gradient: middle[1], .query: texts[0], .response: texts[1],
                .facts: columns[2],
            ]
        )
    }

    /// The rows that chains and gradient keep, however long the text is that is being read.
    private static let leastChains = 8

    /// A focused text takes the rows that it needs, as far as there are any.
    private static func wide(_ body: Rect, _ focus: Pane, _ wanted: Int) -> Parts {
        let columns = body.split(columns: [.cells(30 + min(20, (body.columns - 120) / 3)), .weight(1)])
        let texts = max(12, (body.rows - 4) * 13 / 28)
        var response = texts * 5 / 12
        var query = texts - response
        let room = body.rows - 4 - leastChains
        if focus == .query { query = max(query, min(wanted, room - response)) }
        if focus == .response { response = max(response, min(wanted, room - query)) }
        let rows = columns[1].split(rows: [.cells(4), .weight(1), .cells(query), .cells(response)])
        let middle = rows[1].split(columns: [.weight(1), .weight(1)])
        return (
            rows[0],
            [.queue: columns[0], .chains: middle[0], .gradient: middle[1], .query: rows[2], .response: rows[3]]
        )
    }

    private static func portrait(_ body: Rect) -> Parts {
        let rows = body.split(rows: [.cells(1), .weight(4), .weight(3), .weight(2), .weight(2)])
        return (rows[0], [.chains: rows[1], .gradient: rows[2], .query: rows[3], .response: rows[4]])
    }

    private static func medium(_ body: Rect, _ focus: Pane) -> Parts {
        let rows = body.split(rows: [.cells(4), .weight(2), .weight(1)])
        let middle = rows[1].split(columns: [.weight(1), .weight(1)])
        return (
            rows[0],
            [.chains: middle[0], .gradient: middle[1], focus == .response ? .response : .query: rows[2]]
        )
    }

    private static func compact(_ body: Rect, _ focus: Pane, _ context: Pane) -> Parts {
        let rows = body.split(rows: [.cells(1), .weight(10), .weight(7)])
        return (rows[0], [focus: rows[1], context: rows[2]])
    }

    private static func single(_ body: Rect, _ focus: Pane) -> Parts {
        let rows = body.split(rows: [.cells(1), .weight(1)])
        return (rows[0], [focus: rows[1]])
    }

    private static func below(_ strip: Rect, in body: Rect) -> Rect {
        let top = strip.row + strip.rows
        return Rect(row: top, column: body.column, rows: body.row + body.rows - top, columns: body.columns)
    }
}

extension Arrangement {
    fileprivate var tabRows: Int {
        switch self {
        case .full, .wide: 0
        case .medium, .portrait, .compact, .single, .refused: 1
        }
    }

    var hintRows: Int {
        switch self {
        case .compact, .portrait: 2
        case .full, .wide, .medium, .single, .refused: 1
        }
    }
}
