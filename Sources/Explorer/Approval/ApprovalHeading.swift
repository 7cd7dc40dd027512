import Canvas
import DisplaySafety

/// What is started or asked for the tools, to the last character, and what it was before.
struct ApprovalHeading {
    let subject: ApprovalSubject
    let pen: Pen

    func rows(width: Int) -> [PaneRow] {
        let old = subject.commandChangedFrom
        let command = part(
            old == nil ? "starts  " : "starts now  ", subject.command, old == nil ? .textStrong : .diffAdd)
        let before = old.map { part("before  ", $0, .diffDel) }
        let names = subject.environment.joined(separator: ", ")
        let environment = subject.environment.isEmpty ? nil : part("with  ", names, .text)
        return [command, before, environment].compactMap(\.self).flatMap { lead, line in
            PaneRow.wrapped(line, to: width, behind: lead)
        }
    }

    private func part(_ lead: SafeText, _ text: String, _ role: Role) -> (lead: Line, line: Line) {
        // Its line breaks are shown, so that nothing in it can pass for another part.
        let bytes = text.utf8.flatMap { $0 == 0x0A ? Array("␊".utf8) : [$0] }
        return (Line(lead, Ink(.textDim)), Line(pen.whole(bytes), Ink(role)))
    }
}
