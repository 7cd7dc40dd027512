import Canvas
import DisplaySafety
import Engine
import Review

/// The response as it was drafted after the iteration on show, and what checks found in it.
struct ResponsePane {
    let open: OpenSample
    let compares: Bool
    let pen: Pen

    private var draft: DraftText {
        DraftText(
            text: open.view.response ?? "", previous: open.view.previousResponse, pieces: open.view.responseDiff,
            compares: compares && open.view.response != nil, pen: pen)
    }

    var title: SafeText {
        let name = open.showsNewest && open.review.editedResponse != nil ? "Response (edited)" : "Response"
        return SafeText([name, draft.comparison].filter { !$0.isEmpty }.joined(separator: "   "))
    }

    func rows(width: Int) -> [PaneRow] {
        guard open.view.response != nil else { return [PaneRow("No response yet.", .textDim)] }
        let comments = CommentRows(comments: open.review.comments, pen: pen)
        return draft.rows(width: width) + findings(width) + comments.rows(on: .response, indent: 0, width: width)
    }

    private func findings(_ width: Int) -> [PaneRow] {
        open.findings.filter { $0.target == .response }.flatMap { finding in
            PaneRow.wrapped(
                Line(pen.paragraph(finding.evidence), Ink(finding.severity.role.role)), to: width,
                behind: Line(pen[.lintError] + " ", Ink(finding.severity.role.role)))
        }
    }
}
