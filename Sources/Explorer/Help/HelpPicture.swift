import Canvas
import DisplaySafety

/// The help's entries under their headings, with the search above and the keys below.
struct HelpPicture {
    let page: HelpPage
    let pen: Pen

    private static let columns = 96

    func draw(on frame: inout Frame) {
        let columns = min(Self.columns, frame.size.columns)
        let listing = Listing(page: page, pen: pen, columns: columns - 4)
        let height = max(1, frame.size.rows - 6)
        let first = min(max(0, listing.cursor - height / 2), max(0, listing.rows.count - height))
        let shown = Array(listing.rows.dropFirst(first).prefix(height))
        let filling = Array(repeating: PaneRow.empty, count: height - shown.count)
        var panel = Panel(title: title, rows: [search] + shown + filling + [footer])
        panel.cursor = Position(row: 0, column: 2 + pen.line(page.search.head).width)
        panel.selected = page.selected == nil ? nil : 1 + listing.cursor - first
        panel.draw(columns: columns, on: &frame, pen: pen)
    }

    private var title: SafeText {
        page.items.isEmpty ? "Help" : SafeText("Help   \(page.selection + 1) of \(page.items.count)")
    }

    private var search: PaneRow {
        guard page.search.text.isEmpty else {
            return PaneRow(Line([Span("/ ", .hintKey), Span(pen.line(page.search.text), .input)]))
        }
        return PaneRow(Line([Span("/ ", .hintKey), Span("type to search", .textDim)]))
    }

    private var footer: PaneRow {
        if let complaint = page.complaint { return PaneRow(pen.line("! " + complaint), .inputError) }
        if page.items.isEmpty { return PaneRow("Nothing is called so. esc shows everything again.", .textDim) }
        return PaneRow("down/up move   enter do it   esc close", .hintText)
    }
}

/// The rows of the help, and the one under the cursor.
private struct Listing {
    private(set) var rows: [PaneRow] = []
    private(set) var cursor = 0

    init(page: HelpPage, pen: Pen, columns: Int) {
        var section: String?
        for (index, item) in page.items.enumerated() {
            if item.section != section {
                if section != nil { rows.append(.empty) }
                rows.append(PaneRow(pen.line(item.section), .titleFocus))
                section = item.section
            }
            let isSelected = index == page.selection
            if isSelected { cursor = rows.count }
            let lead = Self.lead(item, isSelected: isSelected, pen: pen)
            rows += PaneRow.wrapped(Self.text(item, pen: pen), to: columns, behind: lead)
        }
    }

    private static func lead(_ item: HelpItem, isSelected: Bool, pen: Pen) -> Line {
        var line = Line(isSelected ? pen[.listSelected] + " " : "  ", Ink(.textStrong))
        let sign = pen.line(item.sign)
        line.append(sign.padded(to: max(18, sign.width + 1)), Ink(item.obstacle == nil ? .hintKey : .hintDisabled))
        return line
    }

    private static func text(_ item: HelpItem, pen: Pen) -> Line {
        guard let obstacle = item.obstacle else { return Line(pen.line(item.text), Ink(.text)) }
        return Line(pen.line(item.text + "   not now: " + obstacle), Ink(.textDisabled))
    }
}
