import Canvas
import DisplaySafety
import Engine
import Review

/// The query as it was drafted after the iteration on show, and what changed in it since the draft before.
struct QueryPane {
    let open: OpenSample
    let compares: Bool
    let pen: Pen

    private var view: SampleView { open.view }

    private var draft: DraftText {
        DraftText(
            text: view.query ?? "", previous: view.previous, pieces: view.diff, compares: compares && view.query != nil,
            pen: pen)
    }

    var title: SafeText {
        let parts = ["Query" + place, draft.comparison].filter { !$0.isEmpty }
        return SafeText(parts.joined(separator: "   "))
    }

    private var isFinal: Bool {
        guard open.showsNewest, case .completed = open.state.outcome else { return false }
        return true
    }

    /// Which draft it is.
    private var place: String {
        guard view.query != nil else { return "" }
        if open.showsNewest, open.review.editedQuery != nil { return " (edited)" }
        guard let drafted = view.drafted else { return "" }
        return " it \(drafted)" + (isFinal ? " (final)" : "")
    }

    func rows(width: Int) -> [PaneRow] {
        guard view.query != nil else { return [PaneRow(missing, .textDim)] }
        let comments = CommentRows(comments: open.review.comments, pen: pen)
        return failure(width) + draft.rows(width: width) + problem(width)
            + comments.rows(on: .query, indent: 0, width: width)
    }

    /// Why there is no query.
    private var missing: SafeText {
        if case .synthesisFailed(let reason) = open.state.outcome {
            return pen.line("No query could be written: \(reason)")
        }
        if open.state.outcome == .nothingGrown { return "No query: no iteration added a step." }
        if let problem = open.iteration?.draftProblem { return pen.line("The draft failed: \(problem)") }
        return "No query yet: it is written once a step is kept."
    }

    /// Why the sample has no query of its own, above the draft that is left.
    private func failure(_ width: Int) -> [PaneRow] {
        guard open.showsNewest, case .synthesisFailed(let reason) = open.state.outcome else { return [] }
        let lead = Line(pen[.lintError] + " no final query: ", Ink(.lintError))
        return PaneRow.wrapped(Line(pen.paragraph(reason), Ink(.lintError)), to: width, behind: lead)
    }

    private func problem(_ width: Int) -> [PaneRow] {
        guard let problem = open.iteration?.draftProblem else { return [] }
        let lead = Line(pen[.lintError] + " no draft at this iteration: ", Ink(.lintError))
        return PaneRow.wrapped(Line(pen.paragraph(problem), Ink(.lintError)), to: width, behind: lead)
    }

    /// What the checks counted; what only a model could judge is a dash.
    var measures: [PaneRow] {
        guard view.query != nil else { return [] }
        let leaks = view.findings.filter { $0.target == .query && $0.reason == .leaksTools }.count
        let sources = view.traces.values.joined().map(\.source)
        let inferable = sources.filter { $0 != .none }.count
        var line = Line("tools leaked: ", Ink(.textDim))
        line.append(SafeText(leaks == 0 ? "none" : String(leaks)), Ink(leaks == 0 ? .textDim : .lintError))
        line.append("   args inferable ", Ink(.textDim))
        line.append(
            SafeText("\(inferable)/\(sources.count)"), Ink(inferable == sources.count ? .textDim : .provMissing))
        line.append("   natural -", Ink(.textDisabled))
        return [PaneRow(line)]
    }
}
