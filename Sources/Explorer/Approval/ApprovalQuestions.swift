import Canvas
import DisplaySafety
import Engine

/// What would be approved, before it is.
struct ApprovalConfirmation {
    let state: ApprovalState
    let pen: Pen

    func draw(on frame: inout Frame) {
        let width = min(74, frame.size.columns)
        let rows = ([(counts, .textStrong)] + remarks + [("Anything else the source offers stays off.", .textDim)])
            .flatMap { text, role in
                PaneRow.wrapped(Line(pen.paragraph(text), Ink(role)), to: width - 4, behind: Line())
            }
        Panel(
            title: pen.line("Approve tools of \(state.subject.source)?"),
            rows: rows + [.empty, PaneRow("y approves   n, as do enter and esc, does not", .hintText)]
        ).draw(columns: width, on: &frame, pen: pen)
    }

    private var counts: String { state.counts.words }

    private var remarks: [(String, Role)] {
        var remarks: [(String, Role)] = []
        let open = state.counts.unclassified
        if open > 0 { remarks.append(("\(open) unclassified: \(open == 1 ? "it stays" : "they stay") off.", .text)) }
        if state.subject.commandChangedFrom != nil {
            remarks.append(("The command is another one than was approved.", .lintWarn))
        }
        if state.headingIsCut {
            remarks.append(("The command goes on beyond what is shown: c shows it all.", .lintWarn))
        }
        let changed = names { $0.state.word == "changed" }
        if !changed.isEmpty { remarks.append(("Approved anew, as changed: \(changed).", .lintWarn)) }
        let milder = state.milder.map(\.tool.name.text)
        if !milder.isEmpty {
            remarks.append(("Said to be milder than they look: \(Self.list(milder)).", .lintWarn))
        }
        let suspicious = names { !$0.warnings.isEmpty }
        if !suspicious.isEmpty { remarks.append(("Approved with warnings: \(suspicious).", .lintError)) }
        return remarks
    }

    /// Those of the tools to be approved that fit.
    private func names(_ fits: (ApprovalItem) -> Bool) -> String {
        let approval = state.approval
        return Self.list(
            state.items.filter { approval[$0.tool.name] != nil && fits($0) }.map(\.tool.name.text))
    }

    /// `a, b, c and 4 more`.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(4).map { String($0.prefix(40)) }.joined(separator: ", ")
        return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
    }
}

/// Asks before classifying is lost.
struct LeavingQuestion {
    let state: ApprovalState
    let pen: Pen

    func draw(on frame: inout Frame) {
        let rows = [
            PaneRow(pen.line("You classified: \(state.counts.words)."), .text),
            PaneRow("Without a to approve it, all that is lost.", .textDim), .empty,
            PaneRow("y leaves   n, as do enter and esc, goes on", .hintText),
        ]
        Panel(title: "Leave without approving?", rows: rows).draw(
            columns: min(70, frame.size.columns), on: &frame, pen: pen)
    }
}
