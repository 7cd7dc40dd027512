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
                // A name with a line break in it must not look like a remark of its own.
                PaneRow.wrapped(Line(pen.line(text), Ink(role)), to: width - 4, behind: Line())
            }
        Panel(
            title: pen.line("Approve tools of \(state.subject.source)?"),
            rows: rows + state.answers([("y", "approves"), ("n", "does not, as do q enter esc")], width - 4, pen)
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
        remarks += Lowering.Ground.allCases.compactMap { ground in
            let names = state.lowered(ground).map { "\(Self.short($0.item.tool.name.text)) (\($0.effects.rawValue))" }
            return names.isEmpty ? nil : ("\(ground.remark): \(Self.list(names)).", .lintWarn)
        }
        let suspicious = names { !$0.warnings.isEmpty }
        if !suspicious.isEmpty { remarks.append(("Approved with warnings: \(suspicious).", .lintError)) }
        return remarks
    }

    /// Those of the tools to be approved that fit.
    private func names(_ fits: (ApprovalItem) -> Bool) -> String {
        let approval = state.approval
        return Self.list(
            state.items.filter { approval[$0.tool.name] != nil && fits($0) }.map { Self.short($0.tool.name.text) })
    }

    private static func short(_ name: String) -> String { name.count > 40 ? name.prefix(39) + "…" : name }

    /// `a, b, c and 4 more`.
    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(4).joined(separator: ", ")
        return names.count > 4 ? "\(shown) and \(names.count - 4) more" : shown
    }
}

/// Asks before classifying is lost.
struct LeavingQuestion {
    let state: ApprovalState
    let pen: Pen

    func draw(on frame: inout Frame) {
        let width = min(70, frame.size.columns)
        let rows = [
            PaneRow(pen.line("You classified: \(state.counts.words)."), .text),
            PaneRow("Without a to approve it, all that is lost.", .textDim),
        ]
        let keys = state.answers([("y", "leaves"), ("n", "goes on, as do q enter esc")], width - 4, pen)
        Panel(title: "Leave without approving?", rows: rows + keys).draw(columns: width, on: &frame, pen: pen)
    }
}

extension ApprovalState {
    /// The rows below a question.
    fileprivate func answers(_ hints: [(key: SafeText, does: SafeText)], _ width: Int, _ pen: Pen) -> [PaneRow] {
        AnswerKeys(
            hearing: isDeaf ? .deaf : .awake, missed: missed, complaint: complaint, hints: hints, pen: pen
        ).lines(width: width).map { PaneRow($0) }
    }
}

extension Lowering.Ground {
    fileprivate var remark: String {
        switch self {
        case .source: "The server says more of these, and that counts"
        case .approved: "Milder than they were approved"
        case .look: "Said to be milder than they look"
        }
    }
}
