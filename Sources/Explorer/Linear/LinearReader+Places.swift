import Canvas
import Engine
import Review

extension LinearReader {
    /// Where the keys go now, where they went somewhere else; what follows the keys pressed so far.
    func moved(from before: ExplorerState, to after: ExplorerState) -> [String] {
        if !after.prefix.isEmpty { return continuations(of: after.prefix, in: after) }
        if before.overlay != nil, after.overlay == nil { return ["Closed."] }
        let body = after.body(pen)
        // It is told once all of it has arrived.
        if let body, body.pending != .nothing { return [] }
        if before.screen != after.screen { return whereabouts(in: after) }
        if let body { return body.place == before.body(pen)?.place ? [] : body.place }
        let wasThere = before.focusedPane == after.focusedPane && before.folded == after.folded
        guard !wasThere || before.cursor(in: before.focusedPane) != after.cursor(in: after.focusedPane) else {
            return []
        }
        return before.queue.selection == after.queue.selection ? place(in: after) : []
    }

    /// What a screen shows that had nothing to show until its answer came.
    func arrived(with event: ExplorerEvent?, from before: ExplorerState, to after: ExplorerState) -> [String] {
        guard event?.fillsScreen == true, before.screen == after.screen,
            let waiting = before.body(pen), let body = after.body(pen), body.pending == .nothing
        else { return [] }
        switch waiting.pending {
        case .place: return body.place
        case .everything: return whereabouts(in: after)
        case .nothing: return waiting.lines.count <= 1 ? whereabouts(in: after) : []
        }
    }

    /// The pane that takes the keys, and what its cursor is on.
    func place(in state: ExplorerState) -> [String] {
        let pane = state.focusedPane
        guard let open = state.open else { return ["\(pane.title)."] }
        guard let item = state.cursor(in: pane) else { return text(of: pane, open, state) }
        return words(on: item, in: open, state).enumerated().map { $0 == 0 ? "\(pane.title): \($1)" : $1 }
    }

    private func words(on item: PaneItem, in open: OpenSample, _ state: ExplorerState) -> [String] {
        switch item {
        case .sample(let sample): row(sample, in: state)
        case .chain(let id):
            open.view.whole.chains.first { $0.id == id }.map {
                [heading(of: $0, in: open.view.whole) + (state.folded.contains(id) ? " Folded." : "")]
            } ?? []
        case .step(let number): open.view.whole.step(number).map { step($0, in: open) } ?? []
        case .argument(let number, let path):
            spoken("step \(number), ").map { $0 + argument(path, of: number, in: open) }
        case .output(let number):
            open.view.whole.step(number).map { ["result of step \(number): " + pen.line($0.output).plain] } ?? []
        case .proposal(let id): proposal(id, in: open)
        case .row: []
        case .noOp: open.iteration.map { spoken(ending(of: $0)) } ?? []
        case .proposerReason: spoken("the proposer's reason: \(open.iteration?.proposals?.reason ?? "")")
        case .comment(let target):
            open.review.comments.filter { $0.target == target }.flatMap {
                spoken("comment by \($0.reviewer) on \(target): \($0.text)")
            }
        }
    }

    private func row(_ sample: SampleID, in state: ExplorerState) -> [String] {
        guard let row = state.queue.rows.first(where: { $0.id == sample }) else { return [] }
        let marked = state.isMarked(sample) ? ", marked" : ""
        return spoken("\(row.name), \(row.status.rawValue)\(marked), \(count(row.steps, "step")): \(row.query)")
    }

    private func argument(_ path: JSONPath, of number: Int, in open: OpenSample) -> String {
        let trace = open.view.traces[number]?.first { $0.path == path }
        return trace.map { pen.line(sentence(on: $0)).plain } ?? pen.line("\(path)").plain
    }

    private func proposal(_ id: Proposal.ID, in open: OpenSample) -> [String] {
        guard let iteration = open.iteration, let trial = iteration.trials.first(where: { $0.id == id }) else {
            return []
        }
        return proposal(trial, of: iteration)
    }

    /// A pane without a cursor.
    private func text(of pane: Pane, _ open: OpenSample, _ state: ExplorerState) -> [String] {
        switch pane {
        case .query: query(of: open)
        case .response: open.view.response == nil ? ["No response yet."] : response(of: open)
        case .facts:
            FactsPane(open: open, name: state.name(of: open.id), pen: pen).rows(width: Self.anyWidth)
                .map { "Facts: \($0.left.text.plain)" }
        case .queue, .chains, .gradient: ["\(pane.title): nothing yet."]
        }
    }

    /// Wider than any row.
    static let anyWidth = 10_000

    private func continuations(of prefix: [Key], in state: ExplorerState) -> [String] {
        let bindings = state.keymap.bindings.filter {
            $0.keys.starts(with: prefix) && !$0.isAlias && $0.entry.screens.contains(state.screen)
        }
        return ["After \(pen.line(prefix.pressName).plain):"]
            + bindings.map { pen.line("  \(Array($0.keys.dropFirst(prefix.count)).pressName) \($0.label)").plain }
    }
}

extension ExplorerEvent {
    /// Whether it is what a screen beside Review waits for.
    fileprivate var fillsScreen: Bool {
        switch self {
        case .compared, .statisticsLoaded, .disagreementsLoaded, .studyRead, .studyFailed: true
        case _: false
        }
    }
}
