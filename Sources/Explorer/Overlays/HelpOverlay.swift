import Canvas
import DisplaySafety

/// Every key and what it does, from the registry.
struct HelpOverlay {
    let keymap: Keymap
    let pen: Pen

    /// Rows of text that a screen of a size shows.
    static func height(in size: Size) -> Int { max(1, size.rows - 6) }

    var rows: [PaneRow] {
        Keymap.Group.allCases.flatMap { group in
            [PaneRow(SafeText(group.rawValue), .titleFocus)] + rows(of: group) + [.empty]
        } + signs
    }

    private func rows(of group: Keymap.Group) -> [PaneRow] {
        var shown: Set<Action> = []
        return keymap.bindings.filter { $0.group == group && shown.insert($0.action).inserted }.map { binding in
            let names = SafeText(keymap.names(of: binding.action).joined(separator: " "))
            return PaneRow(Line([Span(("  " + names).padded(to: 18), .hintKey), Span(SafeText(binding.help), .text)]))
        }
    }

    /// What the signs in the chains mean.
    private var signs: [PaneRow] {
        [PaneRow("Where an argument comes from", .titleFocus)]
            + [
                ("Q:9-15", "said by the query, characters 9 to 15"),
                (pen[.arrowLeft].plain + "1.lat", "the value lat of the output of step 1"),
                ("def  doc", "the schema's default; the tool's documentation"),
                ("open", "the query is not written yet"),
                ("??", "nowhere: nobody could infer it"),
                ("-", "cannot be traced, such as true or an empty list"),
            ].map { sign, meaning in
                PaneRow(Line([Span(SafeText("  " + sign).padded(to: 18), .hintKey), Span(SafeText(meaning), .text)]))
            }
    }

    func draw(from scroll: Int, on frame: inout Frame) {
        let rows = rows
        let height = Self.height(in: frame.size)
        let more = rows.count - scroll > height ? "   j more" : ""
        let last = min(rows.count, scroll + height)
        let title = SafeText("Help   \(scroll + 1)-\(last) of \(rows.count)\(more)   esc closes")
        Panel(title: title, rows: Array(rows.dropFirst(scroll).prefix(height))).draw(
            columns: min(78, frame.size.columns), on: &frame, pen: pen)
    }
}
