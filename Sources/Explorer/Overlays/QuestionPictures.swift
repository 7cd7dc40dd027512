import Canvas
import DisplaySafety
import Engine
import Review

/// What a bulk decision would do, before it is done.
struct ConfirmationPicture {
    let confirmation: Confirmation
    let pen: Pen

    func draw(on frame: inout Frame) {
        var rows = [PaneRow(pen.line("\(confirmation.count) samples: \(confirmation.action.imperative)"), .textStrong)]
        if confirmation.decided > 0 {
            let text = "\(confirmation.decided) of those in sight were decided before; that is replaced."
            rows.append(PaneRow(pen.line(text), .lintWarn))
        }
        if !confirmation.examples.isEmpty {
            rows += [.empty, PaneRow("among them", .textDim)]
            rows += confirmation.examples.map { PaneRow(pen.line("  \($0.name)  \($0.query)"), .text) }
        }
        rows += [.empty, PaneRow("Those that still grow or are so already are left out; u takes all back.", .textDim)]
        rows.append(PaneRow("enter does it   esc does not", .hintText))
        Panel(title: "Decide many at once", rows: rows).draw(
            columns: min(74, frame.size.columns), on: &frame, pen: pen)
    }
}

/// A call that changes something, before it is made again.
struct RerunQuestionPicture {
    let question: RerunQuestion
    let pen: Pen

    func draw(on frame: inout Frame) {
        let arguments = Line(pen.paragraph(question.call.arguments.prettyText), Ink(.jsonString))
        let rows =
            [PaneRow(tool + SafeText(" has effects: \(question.effects.rawValue)"), .lintWarn), .empty]
            + arguments.wrapped(to: 66).prefix(12).map { PaneRow($0) }
            + [.empty, PaneRow("y calls it   any other key does not", .hintText)]
        Panel(title: SafeText("Run step \(question.step) again?"), rows: rows).draw(
            columns: min(70, frame.size.columns), on: &frame, pen: pen)
    }

    /// However long the name is, what the tool does stays in sight behind it.
    private var tool: SafeText {
        pen.line(question.call.tool.text).truncated(to: 36, ellipsis: pen[.ellipsis])
    }
}

/// Old, present and new texts, to choose between.
struct RewriteChoicePicture {
    let choice: RewriteChoice
    let open: OpenSample?
    let columns: Int
    let pen: Pen

    func draw(on frame: inout Frame) {
        let height = max(1, frame.size.rows - 5)
        let lines = max(1, min(4, (height - 6) / 6))
        let rows =
            version("n new", "by \(choice.planner), for the chains as they are", choice.query, choice.response, lines)
            + version("m mine", "as it counts now", open?.sample.query, open?.sample.response, lines)
            + version("o old", "as it was grown", choice.old?.query, choice.old?.response, lines)
        Panel(
            title: "Query and response: which ones?",
            rows: rows.prefix(height) + [PaneRow("n new, as does enter   m mine, as does esc   o old", .hintText)]
        ).draw(columns: columns, on: &frame, pen: pen)
    }

    private func version(
        _ key: SafeText, _ note: String, _ query: String?, _ response: String?, _ lines: Int
    ) -> [PaneRow] {
        let head = Line([Span(key, .hintKey), Span(pen.line("   \(note)"), .textDim)])
        return [PaneRow(head)] + text("Q ", query, lines) + text("R ", response, lines) + (lines > 1 ? [.empty] : [])
    }

    private func text(_ lead: SafeText, _ text: String?, _ lines: Int) -> [PaneRow] {
        let line = Line(pen.paragraph(text ?? "none"), Ink(text == nil ? .textDim : .text))
        return Array(PaneRow.wrapped(line, to: columns - 4, behind: Line("  " + lead, Ink(.textDim))).prefix(lines))
    }
}

/// What was told last, newest first.
struct NoticesPicture {
    let told: [Notice]
    let utcOffset: Duration
    let pen: Pen

    func draw(on frame: inout Frame) {
        let width = min(100, frame.size.columns)
        let rows = told.reversed().flatMap { notice -> [PaneRow] in
            let time = notice.since?.timeOfDay(offset: utcOffset) ?? "        "
            return PaneRow.wrapped(
                Line(notice.severity.sign(pen) + pen.line(notice.text), Ink(notice.severity.role)), to: width - 4,
                behind: Line(SafeText("\(time) "), Ink(.textDim)))
        }
        let shown = rows.prefix(max(1, frame.size.rows - 5))
        Panel(
            title: "What was told, newest first",
            rows: (shown.isEmpty ? [PaneRow("Nothing yet.", .textDim)] : Array(shown)) + [
                PaneRow("any key closes", .hintText)
            ]
        ).draw(columns: width, on: &frame, pen: pen)
    }
}

extension Decision.Action {
    /// What would be done, for a question.
    fileprivate var imperative: String {
        switch self {
        case .accept: "accept them"
        case .reject(let reasons, let note):
            "reject them: " + reasons.map(\.reason.rawValue).joined(separator: ", ")
                + (note.isEmpty ? "" : " (\(note))")
        case .skip: "skip them"
        case .returnToPending: "make them pending again"
        case .flag: "flag them"
        case .unflag: "take their flags away"
        case .edit, .comment, .prefer, .equal, .judge, .adjudicate, .undo: title
        }
    }
}
