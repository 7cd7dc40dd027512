import Canvas
import Engine
import Review

extension ExplorerState {
    mutating func pressed(_ key: Key) -> [Effect] {
        if notice?.since == nil || notice?.severity == .error { notice = nil }
        guard Arrangement(for: size) != .refused else { return pressedWithoutRoom(key) }
        if let overlay { return hurry() + pressed(key, in: overlay) }
        if key == .escape, !prefix.isEmpty {
            prefix = []
            return []
        }
        prefix.append(key)
        switch keymap.meaning(of: prefix) {
        case .prefix: return hurry()
        case .nothing:
            prefix = []
            return hurry()
        case .action(let action):
            prefix = []
            return (action.steersGrowth ? [] : hurry()) + perform(action)
        }
    }

    /// Quitting is all that is possible on a screen that is too small to show what a key would do.
    private mutating func pressedWithoutRoom(_ key: Key) -> [Effect] {
        switch keymap.meaning(of: [key]) {
        case .action(.quit): [.quit(run.isUnderWay ? .afterInFlight : .atOnce)]
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
        switch action {
        case .accept: return settle(.accept)
        case .skip: return settle(.skip)
        case .reject: pickReasons()
        case .returnToPending: return decide { _ in .returnToPending }
        case .toggleFlag: return decide { $0.review.isFlagged ? .unflag : .flag }
        case .undo: return [.undo]
        case .redo: return [.redo]
        case .edit: return edit()
        case .nextSample: return travel(by: 1)
        case .previousSample: return travel(by: -1)
        case .nextPending: return goToUndecided(.forward)
        case .previousPending: return goToUndecided(.backward)
        case .follow: return toggleFollowing()
        case .nextIteration: walk(by: 1)
        case .previousIteration: walk(by: -1)
        case .proposal(let number): focusProposal(Proposal.ID(number))
        case .selectedProposal: focusProposal(open?.iteration?.selection?.proposal)
        case .down: return move(by: 1)
        case .up: return move(by: -1)
        case .halfPageDown: return move(by: halfPage)
        case .halfPageUp: return move(by: -halfPage)
        case .first: return move(by: -Self.furthest)
        case .last: return move(by: Self.furthest)
        case .nextPane: turnFocus(by: 1)
        case .previousPane: turnFocus(by: -1)
        case .pane(let pane): focus = pane
        case .zoom: isZoomed.toggle()
        case .open: openItem()
        case .readInFull: readItem()
        case .toggleDiff: comparesDrafts.toggle()
        case .hold: return toggleHold()
        case .stepOnce: return open.map { [.step($0.id)] } ?? []
        case .pauseRun: return run.isPaused ? [.resumeRun] : [.pauseRun]
        case .export: openExport()
        case .help: overlay = .help(scroll: 0)
        case .quit: return quit()
        case .redraw: return [.redraw]
        case .suspend: return [.suspend]
        case .closeLayer: isZoomed = false
        }
        return []
    }

    /// Goes to another iteration; its own step and proposals are then under the cursors.
    private mutating func walk(by distance: Int) {
        open?.walk(by: distance)
        cursors[.chains] = nil
        cursors[.gradient] = nil
        scrolls = [:]
    }

    private mutating func openExport() {
        let accepted = queue.counts[.accepted] ?? 0
        overlay = .export(
            ExportForm(formats: formats, accepted: accepted, folder: exportFolder, remembered: exportFolders))
    }

    private mutating func quit() -> [Effect] {
        guard run.isUnderWay else { return [.quit(.atOnce)] }
        overlay = .quit
        return []
    }

    private func toggleHold() -> [Effect] {
        guard let sample = open?.id else { return [] }
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
