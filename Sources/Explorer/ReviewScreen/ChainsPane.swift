import Canvas
import DisplaySafety
import Engine
import Review

/// The workflow after the iteration on show: every step, with where each of its arguments comes from.
struct ChainsPane {
    let open: OpenSample
    let folded: Set<Chain.ID>
    let isDense: Bool
    /// Steps whose arguments have rows of their own also where there is little room.
    let unfolded: Set<Int>
    let pen: Pen

    private var view: SampleView { open.view }

    var title: SafeText {
        guard open.viewed > 0 else { return "Chains" }
        let added = view.workflow.steps.filter { $0.iteration == open.viewed }.count
        return SafeText("Chains after it \(open.viewed)" + (added > 0 ? " (+\(added))" : ""))
    }

    func rows(width: Int) -> [PaneRow] {
        guard !view.whole.chains.isEmpty else {
            let text: SafeText =
                open.state.growthIsUnknown ? "No steps were imported." : "No step yet: nothing was selected so far."
            return [PaneRow(text, .textDim)]
        }
        return view.whole.chains.flatMap { chain in
            let steps = folded.contains(chain.id) ? [] : chain.steps
            return [header(of: chain)] + comments.rows(on: .chain(chain.id), indent: 2, width: width)
                + steps.flatMap { rows(for: $0, width: width) }
        }
    }

    private func header(of chain: Chain) -> PaneRow {
        let isLater = chain.steps.allSatisfy(isLater)
        let isFolded = folded.contains(chain.id)
        let sign = pen[isFolded ? .foldClosed : .foldOpen]
        var left = Line(sign + SafeText(" c\(chain.id.number)"), Ink(isLater ? .iterFuture : .chainId))
        if isFolded { left.append(SafeText("  \(chain.steps.count) step\(chain.steps.count == 1 ? "" : "s")")) }
        left.append(pen.line("  " + families(of: chain)), Ink(.textDim))
        let numbers = Set(chain.steps.filter(\.isOfAnIteration).map(\.iteration))
        let iterations = numbers.sorted().map { "it\($0)" }.joined(separator: " ")
        return PaneRow(left, right: Line(SafeText(iterations), Ink(.textDim)), item: .chain(chain.id))
    }

    /// The fields its tools belong to.
    private func families(of chain: Chain) -> String {
        var families: [String] = []
        for step in chain.steps {
            guard let family = open.sample.tool(step.call.tool)?.family, !family.isEmpty else { continue }
            if !families.contains(family) { families.append(family) }
        }
        return families.joined(separator: ", ")
    }

    private func isLater(_ step: Step) -> Bool { step.iteration > open.viewed }

    private func isNew(_ step: Step) -> Bool { step.isOfAnIteration && step.iteration == open.viewed }

    private func rows(for step: Step, width: Int) -> [PaneRow] {
        if isLater(step) { return [laterRow(for: step)] }
        // Edits belong to the end of the sample: before it stands what was grown.
        let step = view.workflow.step(step.number) ?? step
        let traces = view.traces[step.number] ?? []
        let said = comments.rows(on: .step(step.number), indent: 6, width: width)
        if isDense, !unfolded.contains(step.number) {
            let arguments = traces.flatMap { saidOf($0, of: step, width) }
            return denseRows(for: step, traces, width: width) + arguments + [output(of: step, indent: 6)] + said
        }
        return [PaneRow(head(of: step), right: marks(of: step), item: .step(step.number))]
            + traces.flatMap { [argument($0, of: step)] + saidOf($0, of: step, width) }
            + [output(of: step, indent: 6)] + said
    }

    private var comments: CommentRows { CommentRows(comments: open.review.comments, pen: pen) }

    private func saidOf(_ trace: ArgumentTrace, of step: Step, _ width: Int) -> [PaneRow] {
        comments.rows(on: .argument(step: step.number, path: trace.path), indent: 8, width: width)
    }

    private func laterRow(for step: Step) -> PaneRow {
        let text = SafeText("  \(step.number) ") + pen.line(step.call.tool.text)
        return PaneRow(
            Line(text, Ink(.iterFuture)), right: Line(SafeText("later, it \(step.iteration)"), Ink(.iterFuture)),
            item: .step(step.number))
    }

    private func head(of step: Step) -> Line {
        var line = Line(isNew(step) ? pen[.stepNew] : " ", Ink(.stepNew))
        line.append(SafeText(" \(step.number) "), Ink(.stepIndex))
        line.append(pen.line(step.call.tool.text), Ink(.stepTool))
        return line
    }

    private func marks(of step: Step) -> Line {
        var line = Line()
        if isNew(step) { line.append("NEW ", Ink(.stepNew)) }
        if view.staleSteps.contains(step.number) {
            line.append("STALE ", Ink(.decisionStale))
        } else {
            line.append(pen[.stepOk], Ink(.stepOk))
        }
        let found = view.findings.filter { $0.target.step == step.number }
        guard let worst = found.map(\.severity.role).max(by: { $0.rank < $1.rank }) else { return line }
        line.append(SafeText(" !\(found.count)"), Ink(worst.role))
        return line
    }

    private func argument(_ trace: ArgumentTrace, of step: Step) -> PaneRow {
        var left = Line("      ")
        left = left + value(of: trace)
        let source = ProvenanceMark(trace, pen: pen)
        return PaneRow(left, right: source.long, item: .argument(step: step.number, trace.path))
    }

    private func value(of trace: ArgumentTrace) -> Line {
        let name = trace.path.components.isEmpty ? "" : "\(trace.path) "
        return Line([
            Span(pen.line(name), .jsonKey), Span(pen.line(trace.value.compactText), trace.value.role),
        ])
    }

    private func output(of step: Step, indent: Int) -> PaneRow {
        var left = Line(SafeText(String(repeating: " ", count: indent) + "out "), Ink(.textDim))
        left.append(pen.line(step.output), Ink(.textDim))
        let isEmpty = view.findings.contains { $0.target == .step(step.number) && $0.reason == .emptyOutput }
        var right = isEmpty ? Line(pen[.lintError] + " empty output", Ink(.lintError)) : Line()
        if view.staleSteps.contains(step.number) { right = Line("of other arguments: x runs it", Ink(.decisionStale)) }
        return PaneRow(left, right: right, item: .output(step: step.number))
    }
}

extension ChainsPane {
    /// A step and its arguments in as few rows as they fit in.
    private func denseRows(for step: Step, _ traces: [ArgumentTrace], width: Int) -> [PaneRow] {
        let marks = marks(of: step)
        var lead = head(of: step)
        let column = view.whole.steps.map { pen.line($0.call.tool.text).width }.max() ?? 0
        // A name that is longer than the column is cut; the arguments say more than its end.
        lead = lead.truncated(to: max(26, width / 3), ellipsis: pen[.ellipsis])
        lead.append(SafeText(String(repeating: " ", count: max(1, min(column, 22) + 5 - lead.width))))
        let room = max(16, width - lead.width - marks.width - 1)
        let values = traces.map { value(of: $0) + Line(" ") + ProvenanceMark($0, pen: pen).short }
        let parts = Self.packed(values, room, pen)
        let indent = Line(SafeText(String(repeating: " ", count: lead.width)))
        return parts.enumerated().map { index, part in
            PaneRow(
                (index == 0 ? lead : indent) + part, right: index == 0 ? marks : Line(), item: .step(step.number))
        }
    }

    /// Parts beside each other, as many in a row as fit; a longer one is cut.
    static func packed(_ parts: [Line], _ width: Int, _ pen: Pen) -> [Line] {
        var rows = [Line()]
        for part in parts {
            let part = part.truncated(to: width, ellipsis: pen[.ellipsis])
            let last = rows[rows.count - 1]
            if last.width == 0 {
                rows[rows.count - 1] = part
            } else if last.width + 2 + part.width <= width {
                rows[rows.count - 1] = last + Line("  ") + part
            } else {
                rows.append(part)
            }
        }
        return rows
    }
}

extension Target {
    /// The step that it is, or is in.
    var step: Int? {
        switch self {
        case .step(let number), .argument(let number, _): number
        case .whole, .query, .response, .chain, .iteration, .proposal: nil
        }
    }
}

extension Step {
    /// Whether it is known which iteration added it; of an imported one it is not.
    fileprivate var isOfAnIteration: Bool { iteration > 0 }
}

extension Finding.Severity {
    /// How it is drawn, and how it compares.
    var role: (role: Role, rank: Int) {
        switch self {
        case .info: (.lintInfo, 0)
        case .warning: (.lintWarn, 1)
        case .error: (.lintError, 2)
        }
    }
}

extension JSON {
    /// How its text is drawn.
    var role: Role {
        switch self {
        case .null: .jsonNull
        case .bool: .jsonBool
        case .number: .jsonNumber
        case .string: .jsonString
        case .array, .object: .jsonPunct
        }
    }
}
