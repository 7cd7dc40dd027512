import Canvas
import DisplaySafety
import Engine

/// The followed sample, step by step: its iteration, what was proposed and tried, the chains, the draft.
struct FollowingPane {
    let state: ExplorerState
    let pen: Pen

    private var live: LiveState { state.live }

    var title: SafeText {
        guard let sample = live.followedSample else { return "Following" }
        let newest = live.followsNewest ? "newest " : ""
        return pen.line("Following \(newest)\(state.name(of: sample.id))  it \(sample.iterationText)")
    }

    func box(in rect: Rect) -> PaneBox {
        PaneBox(
            title: title, rows: rows(width: rect.columns - 4), cursor: nil, scroll: live.scroll,
            focus: live.pane == .following ? .focused : .unfocused)
    }

    func rows(width: Int) -> [PaneRow] {
        guard let sample = live.followedSample else {
            return PaneRow.wrapped(
                Line("A sample that grows is followed here, step by step.", Ink(.textDim)), to: width, behind: Line())
        }
        guard let iteration = sample.current else {
            return [PaneRow("No iteration began yet.", .textDim)] + waiting(of: sample, width)
        }
        return heading(of: sample, iteration) + waiting(of: sample, width) + beginning(of: iteration, width)
            + trials(of: iteration, sample, width)
            + decision(of: iteration, width) + speech(of: sample, width) + chains(of: sample, width)
            + draft(of: sample, width)
    }

    private func heading(of sample: LiveSample, _ iteration: Iteration) -> [PaneRow] {
        let text = SafeText("it \(iteration.number) ") + pen[.iterCurrent] + SafeText(" " + state.phaseWord(of: sample))
        return [PaneRow(Line(text, Ink(.iterCurrent, emphasis: .bold)))]
    }

    private func beginning(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        let notes = iteration.steering.flatMap { steering in
            PaneRow.wrapped(
                Line(pen.paragraph(steering.news), Ink(.note)), to: width, behind: Line("  you: ", Ink(.textDim)))
        }
        guard !iteration.pool.isEmpty else { return notes }
        let count = iteration.pool.count
        return notes + [PaneRow(SafeText("  pool \(count) tool\(count == 1 ? "" : "s")"), .text)]
    }

    /// What was asked for and has not counted yet.
    private func waiting(of sample: LiveSample, _ width: Int) -> [PaneRow] {
        state.waitingWords(for: sample.id).flatMap { word in
            PaneRow.wrapped(
                Line(pen.paragraph(word.words), Ink(.note)), to: width, behind: Line("  waiting: ", Ink(.textDim)))
        }
    }

    private func trials(of iteration: Iteration, _ sample: LiveSample, _ width: Int) -> [PaneRow] {
        guard !iteration.trials.isEmpty else { return [] }
        return [PaneRow("  proposals", .textDim)]
            + iteration.trials.map { trial in
                let state = TrialState(trial, in: iteration)
                let lead = state.isSelected ? pen[.proposalSelected] : " "
                let tools = trial.proposal.tools.map(\.text).joined(separator: ", ")
                let left = Line([
                    Span("  " + lead, state.role), Span(SafeText("\(trial.id.number) "), .stepIndex),
                    Span(pen.line(tools), .stepTool),
                ])
                let words = pen[state.glyph] + SafeText(" " + state.words + elapsed(trial, sample))
                return PaneRow(left, right: Line(words, Ink(state.role)))
            }
    }

    /// How long a trial has been at what it does, once that is a second or more.
    private func elapsed(_ trial: Trial, _ sample: LiveSample) -> String {
        guard trial.ending == nil, !sample.phase.isOver, let since = sample.watch.since(trial.id),
            let now = state.session.now, now.since(since) >= .seconds(1)
        else { return "" }
        return " \(now.since(since).components.seconds) s"
    }

    private func decision(of iteration: Iteration, _ width: Int) -> [PaneRow] {
        var rows: [PaneRow] = []
        if let selection = iteration.selection {
            let reason = Line(pen.paragraph(selection.reason), Ink(.reason))
            rows = Array(
                PaneRow.wrapped(reason, to: width, behind: Line("  why: ", Ink(.textDim))).prefix(Self.reasonRows))
        }
        guard case .stalled(let cause) = iteration.outcome else { return rows }
        return rows + [PaneRow("  " + pen[.iterNoop] + pen.line(" nothing added: \(cause.title)"), .iterNoop)]
    }

    private static let reasonRows = 3
    private static let speechRows = 2

    private func speech(of sample: LiveSample, _ width: Int) -> [PaneRow] {
        guard let speech = sample.speech else { return [] }
        let who = speech.proposal.map { "proposal \($0.number)" } ?? speech.stage.rawValue
        let said = Line(pen.paragraph(speech.tail), Ink(.textDim))
        return [
            PaneRow(
                "  " + pen[.iterRunning] + SafeText(" \(who) \(speech.isReasoning ? "thinks" : "says"):"), .iterRunning)
        ]
            + PaneRow.wrapped(said, to: width, behind: Line("    ")).suffix(Self.speechRows)
    }

    private func chains(of sample: LiveSample, _ width: Int) -> [PaneRow] {
        guard sample.isWhole else {
            return [.empty, PaneRow("chains: opened in the middle; o shows them", .textDim)]
        }
        let chains = sample.state?.workflow.chains ?? []
        let newest = sample.current?.grownChain
        let head = PaneRow(SafeText("chains after it \(sample.grownIteration)"), .textDim)
        guard !chains.isEmpty else { return [.empty, head, PaneRow("  (empty)", .textDim)] }
        return [.empty, head]
            + chains.flatMap { chain -> [PaneRow] in
                let tools = chain.steps.map(\.call.tool.text).joined(separator: ", ")
                let isNew = chain.id == newest
                let lead = Line(
                    (isNew ? pen[.stepNew] + " " : "  ") + SafeText("c\(chain.id.number) "),
                    Ink(isNew ? .stepNew : .chainId))
                return PaneRow.wrapped(Line(pen.line(tools), Ink(.stepTool)), to: width, behind: lead)
            }
    }

    private func draft(of sample: LiveSample, _ width: Int) -> [PaneRow] {
        guard sample.isWhole, let state = sample.state else { return [] }
        let head = PaneRow(state.outcome == nil ? "query draft" : "query", .textDim)
        guard let query = state.synthesis?.query else {
            let none: SafeText =
                state.plan?.drafting == .atTheEnd ? "  (written at the end)" : "  (none before the first step)"
            return [.empty, head, PaneRow(none, .textDim)]
        }
        return [.empty, head] + PaneRow.wrapped(Line(pen.paragraph(query)), to: width, behind: Line("  "))
    }
}

extension LiveSample {
    /// The last iteration that is over.
    fileprivate var grownIteration: Int {
        state?.iterations.last { $0.outcome != nil }?.number ?? 0
    }
}

extension Iteration {
    /// The chain that it added to.
    fileprivate var grownChain: Chain.ID? {
        guard case .grew(let growth) = outcome else { return nil }
        return growth.chain
    }
}
