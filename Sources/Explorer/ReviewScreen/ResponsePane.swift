import Canvas
import DisplaySafety
import Engine
import Review

/// The response as it was drafted after the iteration on show, and what checks found in it.
struct ResponsePane {
    let open: OpenSample
    let pen: Pen

    var title: SafeText {
        open.showsNewest && open.review.editedResponse != nil ? "Response (edited)" : "Response"
    }

    func rows(width: Int) -> [PaneRow] {
        guard let response = open.view.response else { return [PaneRow("No response yet.", .textDim)] }
        return Line(pen.paragraph(response)).wrapped(to: width).map { PaneRow($0) } + findings(width)
    }

    private func findings(_ width: Int) -> [PaneRow] {
        open.view.findings.filter { $0.target == .response }.flatMap { finding in
            PaneRow.wrapped(
                Line(pen.paragraph(finding.evidence), Ink(finding.severity.role.role)), to: width,
                behind: Line(pen[.lintError] + " ", Ink(finding.severity.role.role)))
        }
    }
}
