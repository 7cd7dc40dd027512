import Canvas
import DisplaySafety
import Engine

/// How the sample grew: one mark an iteration, and what each added.
struct IterationsStrip {
    let open: OpenSample
    let growth: GrowthState
    let pen: Pen

    /// The narrowest column for one iteration in the box.
    private static let narrowest = 11

    func drawBox(in rect: Rect, on frame: inout Frame) {
        frame.box(rect, title: "Iterations   [ ] step", glyphs: pen.glyphs)
        let ending = Line(" ") + ending + Line(" ")
        let corner = Position(row: rect.row, column: rect.column + rect.columns - 2 - ending.width)
        if ending.width + 30 < rect.columns { frame.draw(ending, at: corner) }
        let inner = rect.inset(rows: 1, columns: 2)
        let width = min(24, max(Self.narrowest, inner.columns / max(1, open.iterations)))
        guard !open.state.iterations.isEmpty else {
            let words = Line(SafeText(open.state.withoutIterations), Ink(.textDim))
            return frame.draw(PaneRow(words), at: inner.origin, columns: inner.columns, pen: pen)
        }
        let visible = visible(inner.columns / width)
        var (marks, deltas) = (Line(), Line())
        for iteration in visible {
            marks = marks + mark(of: iteration, filling: iteration == visible.last ? 0 : width)
            deltas = deltas + delta(of: iteration, width: width)
        }
        frame.draw(PaneRow(marks), at: inner.origin, columns: inner.columns, pen: pen)
        let below = Position(row: inner.row + 1, column: inner.column)
        frame.draw(PaneRow(deltas), at: below, columns: inner.columns, pen: pen)
    }

    func drawRow(in rect: Rect, on frame: inout Frame) {
        var line = Line(" it ", Ink(.textDim))
        for (index, iteration) in visible((rect.columns - 40) / 5).enumerated() {
            if index > 0 { line.append(" " + pen[.horizontal], Ink(.iterFuture)) }
            line.append(
                iteration.number == open.viewed ? pen[.iterCurrent] : " ",
                Ink(iteration.number == open.viewed ? .iterCurrent : .text))
            line = line + sign(of: iteration, separator: pen.drawsASCII ? ":" : "")
        }
        line.append("   ")
        if let iteration = open.iteration { line = line + words(for: iteration) + cost(of: iteration) }
        line = line + Line("  ") + ending
        frame.draw(PaneRow(line), at: rect.origin, columns: rect.columns, pen: pen)
    }

    /// The iterations around the one on show, where not all fit.
    private func visible(_ count: Int) -> ArraySlice<Iteration> {
        let all = open.state.iterations
        let count = max(1, count)
        let first = min(max(0, open.viewed - 1 - count / 2), max(0, all.count - count))
        return all.dropFirst(first).prefix(count)
    }

    private func mark(of iteration: Iteration, filling width: Int) -> Line {
        var line = Line(
            iteration.number == open.viewed ? pen[.iterCurrent] : " ",
            Ink(iteration.number == open.viewed ? .iterCurrent : .text))
        line = line + sign(of: iteration, separator: " ")
        let rest = width - line.width - 1
        guard rest > 0 else { return line }
        line.append(" " + pen.glyphs.line(of: .horizontal, columns: rest), Ink(.iterFuture))
        return line
    }

    private func sign(of iteration: Iteration, separator: SafeText) -> Line {
        let isLater = iteration.number > open.viewed
        let look = iteration.look
        var line = Line(
            SafeText("\(iteration.number)") + separator,
            Ink(isLater ? .iterFuture : .text, emphasis: iteration.number == open.viewed ? .bold : []))
        line.append(pen[look.glyph], Ink(isLater ? .iterFuture : look.role))
        return line
    }

    private func delta(of iteration: Iteration, width: Int) -> Line {
        let line = Line(" ") + words(for: iteration, width: width - 2)
        let cut = line.truncated(to: width - 1, ellipsis: pen[.ellipsis])
        return cut + Line(SafeText(String(repeating: " ", count: max(0, width - cut.width))))
    }

    /// What an iteration added, or why nothing; where room is short the tool's name is cut, not the chain.
    private func words(for iteration: Iteration, width: Int = 60) -> Line {
        let look = iteration.look
        let role: Role = iteration.number > open.viewed ? .iterFuture : look.role
        switch iteration.outcome {
        case .grew(let growth):
            let more = growth.steps.count > 1 ? "+\(growth.steps.count) " : "+"
            let tool = pen.line(more + (growth.steps.last?.call.tool.text ?? ""))
            let chain = SafeText(" c\(growth.chain.number)")
            let place = growth.opensChain && tool.width + chain.width + 4 <= width ? " new" + chain : chain
            return Line(tool.truncated(to: width - place.width, ellipsis: pen[.ellipsis]) + place, Ink(role))
        case .stalled(let cause):
            let brief = SafeText(iteration.brief(cause))
            let words = "no-op: " + brief
            return Line(words.width <= width ? words : brief, Ink(role))
        case nil:
            let phase = open.state.phase.rawValue
            return switch growth {
            case .held: Line("held", Ink(role))
            case .unfinished, .ended: Line("stopped", Ink(role))
            case .growing, .elsewhere: Line(SafeText(phase), Ink(role))
            }
        }
    }

    /// What the iteration cost, where models were asked.
    private func cost(of iteration: Iteration) -> Line {
        let usage = iteration.usage
        guard usage.modelCalls > usage.unpricedCalls else { return Line() }
        return Line(SafeText("  \(usage.costText)"), Ink(.cost))
    }

    /// How the sample ended, or that it still grows.
    private var ending: Line {
        switch open.state.outcome {
        case .completed: return Line("final query", Ink(.iterOk))
        case .synthesisFailed: return Line("no query could be written", Ink(.iterFail))
        case .nothingGrown: return Line("nothing grown", Ink(.iterFail))
        case nil: break
        }
        return switch growth {
        case .growing: Line("growing", Ink(.iterRunning))
        case .held: Line("HELD  . one step  H go on", Ink(.iterRunning))
        case .elsewhere: Line("growing in another process", Ink(.iterRunning))
        case .unfinished, .ended: Line("unfinished: toolgrad resume goes on with it", Ink(.iterFail))
        }
    }
}

extension Iteration {
    /// The sign of how it ended.
    var look: (glyph: Glyph, role: Role) {
        switch outcome {
        case .grew: (.iterOk, .iterOk)
        case .stalled(.proposerFailed), .stalled(.selectorFailed), .stalled(.steeringFailed), .stalled(.budgetSpent):
            (.iterFail, .iterFail)
        case .stalled(.nothingProposed), .stalled(.everyTrialFailed), .stalled(.selectorDeclined):
            (.iterNoop, .iterNoop)
        case nil: (.iterRunning, .iterRunning)
        }
    }
}

extension Iteration {
    /// One or two words for a narrow column.
    fileprivate func brief(_ cause: NoOpCause) -> String {
        switch cause {
        case .nothingProposed: "no idea"
        case .proposerFailed: "proposer"
        case .everyTrialFailed: "\(trials.count) failed"
        case .selectorDeclined: "declined"
        case .selectorFailed: "selector"
        case .steeringFailed: "steering"
        case .budgetSpent: "budget"
        }
    }
}

extension RunState {
    /// Whether nobody recorded how the sample grew.
    var growthIsUnknown: Bool { importedFrom != nil && iterations.isEmpty }

    /// What to say where there is no iteration to show.
    var withoutIterations: String {
        importedFrom.map { "Not recorded: imported from \($0)." } ?? "No iteration began yet."
    }
}
