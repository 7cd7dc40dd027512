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

    var title: SafeText {
        let parts = ["Query" + place, comparison].filter { !$0.isEmpty }
        return SafeText(parts.joined(separator: "   "))
    }

    /// Which draft it is.
    private var place: String {
        guard view.query != nil else { return "" }
        if open.showsNewest, open.review.editedQuery != nil { return " (edited)" }
        guard let drafted = view.drafted else { return "" }
        return " it \(drafted)" + (open.showsNewest && open.state.phase == .finished ? " (final)" : "")
    }

    private var comparison: String {
        guard compares, view.query != nil else { return "" }
        switch view.previous {
        case .none: return ""
        case .draft(let iteration, _): return (isRewritten ? "rewritten since it " : "diff vs it ") + String(iteration)
        case .original: return isRewritten ? "rewritten" : "diff vs the original"
        }
    }

    func rows(width: Int) -> [PaneRow] {
        guard let query = view.query else { return [PaneRow(missing, .textDim)] }
        let text = compares && !isRewritten && !view.diff.isEmpty ? difference : Line(pen.paragraph(query))
        return text.wrapped(to: width).map { PaneRow($0) } + problem(width)
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

    private func problem(_ width: Int) -> [PaneRow] {
        guard let problem = open.iteration?.draftProblem else { return [] }
        let lead = Line(pen[.lintError] + " no draft at this iteration: ", Ink(.lintError))
        return PaneRow.wrapped(Line(pen.paragraph(problem), Ink(.lintError)), to: width, behind: lead)
    }

    /// A text of which next to nothing stayed is read more easily without its marks.
    private var isRewritten: Bool {
        guard !view.diff.isEmpty else { return false }
        let kept = view.diff.reduce(0) { count, piece in
            guard case .same(let text) = piece else { return count }
            return count + text.count
        }
        return kept * 5 < (view.query?.count ?? 0)
    }

    private var difference: Line {
        var line = Line()
        for piece in view.diff {
            switch piece {
            case .same(let text): line.append(pen.paragraph(text), Ink(.diffContext))
            case .added(let text): mark(text, "{+", "+}", .diffAdd, on: &line)
            case .removed(let text): mark(text, "[-", "-]", .diffDel, on: &line)
            }
        }
        return line
    }

    private func mark(_ text: String, _ opening: SafeText, _ closing: SafeText, _ role: Role, on line: inout Line) {
        let bare = text.trimmingSuffix(while: \.isWhitespace)
        line.append(opening + pen.paragraph(String(bare)) + closing, Ink(role))
        line.append(pen.paragraph(bare.endIndex < text.endIndex ? String(text[bare.endIndex...]) : " "))
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

extension String {
    /// The beginning, up to the last character that is not to be trimmed.
    func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isTrimmed(last) { rest.removeLast() }
        return rest
    }
}
