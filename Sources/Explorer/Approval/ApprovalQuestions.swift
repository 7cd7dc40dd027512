import Canvas
import DisplaySafety
import Engine

/// What would be approved, before it is.
struct ApprovalConfirmation {
    let state: ApprovalState
    let pen: Pen

    func draw(on frame: inout Frame) {
        let width = min(74, frame.size.columns)
        let rest = PaneRow("Anything else the source offers stays off.", .textDim)
        let rows =
            [PaneRow(SafeText(state.counts.words), .textStrong)]
            + remarks.flatMap { text, role in
                PaneRow.wrapped(Line(text, Ink(role)), to: width - 4, behind: Line("- ", Ink(role)))
            }
        Panel(
            title: pen.line("Approve tools of \(state.subject.source)?"),
            rows: rows + [rest]
                + state.answers([("y", "approves"), ("n", "does not, as do q enter esc")], width - 4, pen)
        ).draw(columns: width, on: &frame, pen: pen)
    }

    private var remarks: [(SafeText, Role)] {
        var remarks: [(SafeText, Role)] = []
        let open = state.counts.unclassified
        if open > 0 {
            let text = "\(open) unclassified: \(open == 1 ? "it stays" : "they stay") off."
            remarks.append((SafeText(text), .text))
        }
        if state.subject.commandChangedFrom != nil {
            remarks.append(("The command is another one than was approved.", .lintWarn))
        }
        if state.headingIsCut {
            remarks.append(("The command goes on beyond what is shown: c shows it all.", .lintWarn))
        }
        remarks += remark("Approved anew, as changed", names { $0.state.word == "changed" }, .lintWarn)
        for ground in Lowering.Ground.allCases {
            let names = state.lowered(ground).map { name(of: $0.item) + SafeText(" (\($0.effects.rawValue))") }
            remarks += remark(ground.remark, names, .lintWarn)
        }
        remarks += remark("Approved with warnings", names { !$0.warnings.isEmpty }, .lintError)
        return remarks
    }

    /// `What is remarkable: a, b, c, d and 4 more.`; nothing where there is no name.
    private func remark(_ what: SafeText, _ names: [SafeText], _ role: Role) -> [(SafeText, Role)] {
        guard let first = names.first else { return [] }
        let shown = names.prefix(4).dropFirst().reduce(first) { $0 + ", " + $1 }
        let rest = names.count > 4 ? SafeText(" and \(names.count - 4) more.") : "."
        return [(what + ": " + shown + rest, role)]
    }

    /// Those of the tools to be approved that fit.
    private func names(_ fits: (ApprovalItem) -> Bool) -> [SafeText] {
        let approval = state.approval
        return state.items.filter { approval[$0.tool.name] != nil && fits($0) }.map(name)
    }

    /// In one line, whatever line breaks are in it: it must not look like a remark of its own.
    private func name(of item: ApprovalItem) -> SafeText {
        pen.line(item.tool.name.text).truncated(to: Self.longName, ellipsis: pen[.ellipsis])
    }

    private static let longName = 40
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
    fileprivate var remark: SafeText {
        switch self {
        case .source: "The server says more of these, and that counts"
        case .approved: "Milder than they were approved"
        case .look: "Said to be milder than they look"
        }
    }
}
