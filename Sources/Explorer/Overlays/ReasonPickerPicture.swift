import Canvas
import DisplaySafety
import Review

/// The reasons in groups, what is marked, and the note.
struct ReasonPickerPicture {
    let picker: ReasonPicker
    let name: String
    let pen: Pen

    private static let columns = 78
    private static let left: [(heading: String, reasons: [Reason])] = [
        ("Query", [.unnatural, .leaksTools, .argumentNotInferable, .ambiguous, .timeBound]),
        ("Execution and response", [.emptyOutput, .ungrounded, .incomplete]),
    ]
    private static let right: [(heading: String, reasons: [Reason])] = [
        ("Chain", [.wrongTool, .redundantStep, .badDependency, .missingStep, .badValue]),
        ("Whole sample", [.unsafe, .duplicate, .other]),
    ]

    func draw(on frame: inout Frame) {
        let target = picker.targets.indices.contains(picker.target) ? "\(picker.targets[picker.target])" : "whole"
        let isTight = frame.size.rows < 24
        let rows =
            isTight
            ? table + marks + [noteRow, keys]
            : table + [.empty] + marks + [.empty, noteRow, .empty, rubric, keys]
        var panel = Panel(title: pen.line("Reject \(name)   target: \(target) (Tab changes)"), rows: rows)
        panel.cursor = cursor(noteAt: rows.count - (isTight ? 2 : 4))
        panel.draw(columns: min(Self.columns, frame.size.columns), on: &frame, pen: pen)
    }

    private var table: [PaneRow] {
        zip(Self.left, Self.right).flatMap { left, right in
            [headings(left.heading, right.heading)]
                + left.reasons.indices.map { index in
                    PaneRow(entry(left.reasons[index]) + entry(right.reasons[index]))
                }
        }
    }

    private func headings(_ left: String, _ right: String) -> PaneRow {
        PaneRow(Line(SafeText(left).padded(to: 36) + SafeText(right), Ink(.textDim)))
    }

    private func entry(_ reason: Reason) -> Line {
        let isCurrent = reason == picker.row
        var line = Line(isCurrent ? pen[.listSelected] : " ", Ink(.textStrong))
        line.append(picker.isMarked(reason) ? "*" : " ", Ink(.decisionReject))
        line.append(SafeText("\(reason.key) "), Ink(.hintKey))
        line.append(pen.line(reason.label), Ink(.text, emphasis: isCurrent ? .bold : []))
        if let finder = picker.finder(of: reason) { line.append(pen.line("  \(finder.rawValue)"), Ink(.lintWarn)) }
        let missing = max(0, 36 - line.width)
        line.append(SafeText(String(repeating: " ", count: missing)))
        return line
    }

    private var marks: [PaneRow] {
        guard !picker.marked.isEmpty else {
            return [PaneRow("Nothing marked: a reason's key rejects at once.", .textDim)]
        }
        let hidden = picker.marked.count - 3
        return picker.marked.prefix(3).enumerated().map { index, anchored in
            var line = Line("[x] ", Ink(.decisionReject))
            let by = picker.finder(of: anchored.reason) == .llm ? "   by: llm" : ""
            line.append(pen.line("\(anchored.reason.key) \(anchored.reason.label)   \(anchored.target)\(by)"))
            let note = index == 0 ? "primary " : index == 2 && hidden > 0 ? "+\(hidden) more " : ""
            return PaneRow(line, right: Line(SafeText(note), Ink(.textDim)))
        }
    }

    private var noteRow: PaneRow {
        if let complaint = picker.complaint, picker.note.text.isEmpty {
            return PaneRow(Line([Span("note  ", .textDim), Span(pen.line(complaint), .inputError)]))
        }
        return PaneRow(Line([Span("note  ", .textDim), Span(pen.line(picker.note.text), .input)]))
    }

    /// What the reason means; what is wrong with a note that is being written goes first.
    private var rubric: PaneRow {
        if let complaint = picker.complaint, !picker.note.text.isEmpty {
            return PaneRow(pen.line(complaint), .inputError)
        }
        return PaneRow(pen.line(picker.row.rubric), .textDim)
    }

    private var keys: PaneRow {
        switch picker.mode {
        case .choosing, .marking:
            let choose = picker.mode == .choosing ? "key choose and go   + pick several" : "key marks"
            return PaneRow(pen.line(choose + "   space mark   n note   enter go   esc"), .hintText)
        case .writing: return PaneRow("typing the note   enter reject   esc back to the reasons", .hintText)
        }
    }

    private func cursor(noteAt row: Int) -> Position {
        switch picker.mode {
        case .writing: Position(row: row, column: 6 + pen.line(picker.note.head).width)
        case .choosing, .marking: place(of: picker.row)
        }
    }

    private func place(of reason: Reason) -> Position {
        for (column, groups) in [(0, Self.left), (36, Self.right)] {
            var row = 0
            for group in groups {
                if let index = group.reasons.firstIndex(of: reason) {
                    return Position(row: row + 1 + index, column: column)
                }
                row += group.reasons.count + 1
            }
        }
        return Position(row: 0, column: 0)
    }
}
