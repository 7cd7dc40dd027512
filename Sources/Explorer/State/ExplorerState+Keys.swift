import Canvas
import Engine
import Review

extension ExplorerState {
    mutating func pressed(_ key: Key) -> [Effect] {
        guard Arrangement(for: size) != .refused else { return pressedWithoutRoom(key) }
        if keep(key) { return [] }
        // What was told is about the key before.
        notice = nil
        if let overlay {
            let effects = hurry() + pressed(key, in: overlay)
            return effects + (overlay.isBound && self.overlay == nil ? readSelection() : [])
        }
        // Whoever is told that any key speeds up presses one of these.
        if [.character(" "), .enter].contains(key), isPaced, isGrowing, prefix.isEmpty,
            screen == .review
        {
            return hurry()
        }
        if key == .escape, !prefix.isEmpty {
            prefix = []
            return []
        }
        prefix.append(key)
        switch keymap.meaning(of: prefix, on: screen) {
        case .prefix: return hurry()
        case .nothing:
            tellOfNothing(prefix)
            prefix = []
            return hurry()
        case .action(let action):
            prefix = []
            return (action.steersGrowth ? [] : hurry()) + perform(action)
        }
    }

    /// Keys without a meaning say so; a paste is text for nobody here.
    private mutating func tellOfNothing(_ keys: [Key]) {
        if case .paste? = keys.last { return tell("Pasted text does nothing here: e edits, / filters, c comments.") }
        guard !isGrowing else { return }
        tell("\(keys.pressName) is bound to nothing; ? shows the keys.")
    }

    /// Quitting is all that is possible on a screen that is too small to show what a key would do.
    private mutating func pressedWithoutRoom(_ key: Key) -> [Effect] {
        switch keymap.meaning(of: [key]) {
        // A call that asks where nothing can be shown would never be answered, and its sample never end.
        case .action(.quit) where !approvals.waiting.isEmpty && growsAnything: [.quit(.cancelling)]
        case .action(.quit): [.quit(growsAnything ? .afterInFlight : .atOnce)]
        case .action(.redraw): [.redraw]
        case .action(.suspend): [.suspend]
        case .action, .prefix, .nothing: []
        }
    }

    /// The first key while the paced sample grows ends its slow motion.
    private mutating func hurry() -> [Effect] {
        guard isPaced, isGrowing else { return [] }
        isPaced = false
        return [.hurry]
    }

    mutating func perform(_ action: Action) -> [Effect] {
        if let obstacle = obstacle(to: action) {
            tell(obstacle, .warning)
            return []
        }
        if replay != nil, !action.isPartOfReplay { replay = nil }
        return act(on: action)
    }

    private mutating func act(on action: Action) -> [Effect] {
        if screen != .review, let motion = action.motion { return move(motion) }
        switch action {
        case .screen(let screen): return show(screen)
        case .live(let action): return act(action)
        case .stats(let action): return act(action)
        case .compare(let action): return act(action)
        case .adjudicate(let action): return act(action)
        case .baselines(let action): return act(action)
        case .evaluations(let action): return act(action)
        case .override: return screen == .compare ? steerCompared() : steer()
        case .accept: return settle(.accept)
        case .acceptMarked: return acceptMarked()
        case .reject: pickReasons()
        case .rejectMarked: return rejectMarked()
        case .skip: return settle(.skip)
        case .returnToPending: return decide { _ in .returnToPending }
        case .toggleFlag: return decide { $0.review.isFlagged ? .unflag : .flag }
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .edit: edit()
        case .editExternally: return editExternally()
        case .editSample: return editSample()
        case .comment: comment()
        case .rerun: return rerun()
        case .regenerate: return regenerate()
        case .deleteStep: return change(.delete)
        case .moveStepUp: return change(.earlier)
        case .moveStepDown: return change(.later)
        case .splitChain: return change(.split)
        case .mergeChain: return change(.merge)
        case .nextSample: return travel(by: 1)
        case .previousSample: return travel(by: -1)
        case .nextPending: return goToUndecided(.forward)
        case .previousPending: return goToUndecided(.backward)
        case .nextSampleWithProblem: return goToProblem(.forward)
        case .previousSampleWithProblem: return goToProblem(.backward)
        case .nextIteration: walk(by: 1)
        case .previousIteration: walk(by: -1)
        case .nextPhase: walkPhases(by: 1)
        case .previousPhase: walkPhases(by: -1)
        case .nextProblem: goToFinding(by: 1)
        case .previousProblem: goToFinding(by: -1)
        case .proposal(let number): focusProposal(Proposal.ID(number))
        case .selectedProposal: focusProposal(open?.iteration?.selection?.proposal)
        case .down: return move(by: 1)
        case .up: return move(by: -1)
        case .halfPageDown: return move(by: halfPage)
        case .halfPageUp: return move(by: -halfPage)
        case .first: return move(by: -Self.furthest)
        case .last: return move(by: Self.furthest)
        case .fold: if screen == .review { fold() } else { foldAnswerNode() }
        case .unfold: if screen == .review { unfold() } else { unfoldAnswerNode() }
        case .nextPane: turnFocus(by: 1)
        case .previousPane: turnFocus(by: -1)
        case .pane(let pane): focus = pane
        case .zoom: isZoomed.toggle()
        case .open: openItem()
        case .inspect: inspectOnScreen()
        case .toggleDiff: comparesDrafts.toggle()
        case .setBase: setBase()
        case .wrap: wrapsRows.toggle()
        case .copy(let kind): return copy(kind)
        case .filter: openFilter()
        case .nextMatch: return travel(by: 1)
        case .previousMatch: return travel(by: -1)
        case .sort: overlay = .sorts(SortMenu(current: queue.view.sort, seed: UInt64(session.decisions) + 1))
        case .mark: return toggleMark()
        case .markRange: toggleRange()
        case .markAll: toggleMarkingEverything()
        case .hold: return toggleHold()
        case .stepOnce: return stepOnce()
        case .pauseRun: return pauseOrGoOn()
        case .follow: return follow()
        case .export: openExport()
        case .palette: openPalette()
        case .help: openHelp()
        case .notices: overlay = .notices
        case .quit: return quit()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .closeLayer: return closeLayer()
        }
        return []
    }

    /// The innermost thing that can be left: the zoom, a range, the marks, the filter.
    private mutating func closeLayer() -> [Effect] {
        if isZoomed {
            isZoomed = false
        } else if !marks.isEmpty {
            marks = Marks()
        } else if queue.view.filter != .everything {
            tell("The filter is off.")
            return show(.everything)
        }
        return []
    }

    /// What `d` compares with from now on: the iteration on show; the draft before where it was that already.
    private mutating func setBase() {
        guard let viewed = open?.viewed else { return }
        let base = open?.base == viewed ? nil : viewed
        open?.compare(with: base)
        comparesDrafts = true
        tell(
            open?.base == nil
                ? "Compared with the draft before." : "Compared with iteration \(viewed); ] goes on from it.")
    }

    mutating func openExport(to format: String? = nil) {
        var form = ExportForm(
            formats: formats, counts: queue.counts, folder: exportFolder, remembered: exportFolders)
        if let format { form.choose(format) }
        overlay = .export(form)
    }

    mutating func quit() -> [Effect] {
        guard growsAnything else { return [.quit(.atOnce)] }
        overlay = .quit
        return deafen()
    }

    private func toggleHold() -> [Effect] {
        guard let sample = steeredSample else { return [] }
        return held.contains(sample) ? [.release(sample)] : [.hold(sample)]
    }

    private mutating func turnFocus(by distance: Int) {
        let panes = Arrangement(for: size).panes
        let place = panes.firstIndex(of: focusedPane) ?? 0
        focus = panes[(place + distance + panes.count) % panes.count]
    }

    private mutating func focusProposal(_ id: Proposal.ID?) {
        guard let id, open?.iteration?.trials.contains(where: { $0.id == id }) == true else { return }
        focus = .gradient
        cursors[.gradient] = .proposal(id)
    }
}

extension Selection {
    /// The proposal that was chosen; nil when all were declined.
    var proposal: Proposal.ID? {
        switch self {
        case .chosen(let id, _, _): id
        case .declined: nil
        }
    }
}

extension RunActivity {
    var isPaused: Bool {
        switch self {
        case .paused: true
        case .idle, .growing, .ended, .failed: false
        }
    }
}
