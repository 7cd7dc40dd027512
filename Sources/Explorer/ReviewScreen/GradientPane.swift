import Canvas
import DisplaySafety
import Engine
import Review

/// The textual gradient of the iteration on show: what was proposed, how executing it went, what was chosen and why.
struct GradientPane {
    let open: OpenSample
    /// What was asked of the sample and has not counted yet.
    let waiting: [WaitingSteering]
    let isDense: Bool
    let pen: Pen

    var title: SafeText {
        guard let iteration = open.iteration else { return "Gradient" }
        let reports = iteration.trials.filter { $0.ending != nil }.count
        let proposals = iteration.trials.count
        guard proposals > 0 else { return SafeText("Gradient it \(iteration.number)") }
        let counts = "\(proposals) proposal\(proposals == 1 ? "" : "s"), \(reports) report\(reports == 1 ? "" : "s")"
        return SafeText("Gradient it \(iteration.number)   \(counts)")
    }

    func rows(width: Int) -> [PaneRow] {
        guard let iteration = open.iteration else { return [PaneRow(SafeText(open.state.withoutIterations), .textDim)] }
        return noOp(of: iteration, width) + iteration.trials.flatMap { rows(for: $0, of: iteration, width) }
            + beginning(of: iteration, width) + longSteering(of: iteration, width) + speech(width)
            + comments.rows(on: .iteration(iteration.number), indent: 0, width: width)
    }

    private var comments: CommentRows { CommentRows(comments: open.review.comments, pen: pen) }

    /// The selector's reason and what the curator asked for: always in sight, cut to so many rows.
    func footer(width: Int, height: Int) -> [PaneRow] {
        guard let iteration = open.iteration else { return [] }
        let (why, you) = (
            selectorReason(of: iteration, width), steering(of: iteration, width) + waiting(after: iteration, width)
        )
        let said = cut(you, to: height - min(why.count, height - height / 2))
        return cut(why, to: height - said.count) + said
    }

    private func noOp(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        guard case .stalled(let cause) = iteration.outcome else { return [] }
        let text = pen[.iterNoop] + pen.line(" nothing added: \(cause.title)")
        let head = PaneRow(Line(text, Ink(.iterNoop, emphasis: .bold)), item: .noOp)
        guard let reason = cause.reason, iteration.selection == nil else { return [head] }
        return [head]
            + PaneRow.wrapped(Line(pen.paragraph(reason), Ink(.reason)), to: width, behind: Line("  "), item: .noOp)
    }

    private func rows(for trial: Trial, of iteration: Iteration, _ width: Int) -> [PaneRow] {
        let item = PaneItem.proposal(trial.id)
        let instruction = Line(pen.paragraph("\"\(trial.proposal.instruction)\""), Ink(.report))
        return [head(of: trial, in: iteration)]
            + PaneRow.wrapped(instruction, to: width, behind: Line("   "), item: item)
            + report(of: trial, width) + counts(of: trial, width)
            + comments.rows(on: .proposal(iteration: iteration.number, trial.id), indent: 3, width: width)
    }

    private func head(of trial: Trial, in iteration: Iteration) -> PaneRow {
        let state = TrialState(trial, in: iteration)
        let lead = state.isSelected ? pen[.proposalSelected] : " "
        let tools = trial.proposal.tools.map(\.text).joined(separator: ", ")
        let left = Line([
            Span(lead, state.role), Span(SafeText("\(trial.id.number) "), .stepIndex), Span(pen.line(tools), .stepTool),
        ])
        let right = Line(pen[state.glyph] + SafeText(" " + state.words), Ink(state.role))
        return PaneRow(left, right: right, item: .proposal(trial.id))
    }

    private func report(of trial: Trial, _ width: Int) -> [PaneRow] {
        guard let ending = trial.ending else { return [] }
        let lead = Line(trial.succeeded ? "   report: " : "   failed: ", Ink(.textDim))
        let role: Role = trial.succeeded ? .report : .proposalFailed
        return PaneRow.wrapped(
            Line(pen.paragraph(ending.text), Ink(role)), to: width, behind: lead, item: .proposal(trial.id))
    }

    private func counts(of trial: Trial, _ width: Int) -> [PaneRow] {
        let failed = trial.attempts.filter { !$0.outcome.succeeded }.count
        let total = trial.attempts.count
        if isDense, failed == 0 { return [] }
        var text = "calls \(total)" + (failed > 0 ? " (\(failed) failed)" : "")
        if failed == total, total > 0 { text = "\(total) call\(total == 1 ? "" : "s") failed" }
        if trial.ending != nil, !trial.succeeded { text += ", not shown to selector" }
        return PaneRow.wrapped(
            Line(SafeText(text), Ink(.textDim)), to: width, behind: Line("   "), item: .proposal(trial.id))
    }

    private func selectorReason(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        guard let selection = iteration.selection else { return [] }
        return labelled("why: ", selection.reason, .reason, width)
    }

    /// What the iteration began with: why the proposer proposed this, from how many tools.
    private func beginning(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        var rows: [PaneRow] = []
        if let reason = iteration.proposals?.reason, !reason.isEmpty {
            rows = labelled("proposer: ", reason, .textDim, width, item: .proposerReason)
        }
        if iteration.proposals == nil, iteration.outcome == nil, !iteration.pool.isEmpty {
            let text = pen[.iterRunning] + SafeText(" proposing uses of \(iteration.pool.count) sampled tools")
            rows.append(PaneRow(text, .iterRunning))
        }
        return rows + notesRead(by: iteration, width)
    }

    /// What a model says at this moment, where the newest iteration is on show: its last rows.
    private func speech(_ width: Int) -> [PaneRow] {
        guard let speech = open.speech, open.showsNewest else { return [] }
        let who = speech.proposal.map { "proposal \($0.number)" } ?? speech.stage.rawValue
        let lead = PaneRow(
            pen[.iterRunning] + SafeText(" \(who) \(speech.isReasoning ? "thinks" : "says"):"), .iterRunning)
        let said = Line(pen.paragraph(speech.tail), Ink(.textDim))
        return [lead] + PaneRow.wrapped(said, to: width, behind: Line("   ")).suffix(Self.speechRows)
    }

    private static let speechRows = 3

    func labelled(
        _ label: SafeText, _ text: String, _ role: Role, _ width: Int, item: PaneItem? = nil
    ) -> [PaneRow] {
        PaneRow.wrapped(Line(pen.paragraph(text), Ink(role)), to: width, behind: Line(label, Ink(.textDim)), item: item)
    }
}
