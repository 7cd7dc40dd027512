import Engine
import Review

extension ExplorerState {
    /// Decides without going on.
    func decide(_ action: (OpenSample) -> Decision.Action) -> [Effect] {
        open.map { [.decide($0.id, action($0))] } ?? []
    }

    /// Decides about the sample on the screen and goes on to the next undecided one.
    mutating func settle(_ action: Decision.Action) -> [Effect] {
        guard let open else { return [] }
        session.stale[open.id] = open.sample.staleSteps.min()
        if !open.showsNewest { session.walkedBack[open.id] = open.iterations }
        return [.decide(open.id, action)] + (preferences.advances ? advance() : [])
    }

    /// A decision that is on disk: what was decided is the finished sample, whatever iteration was on show; and where
    /// the list is out of sight, the only other sign of it would be that another sample appears.
    mutating func tell(of decision: Decision, _ row: QueueRow) {
        if case .edit(let edit) = decision.action, edit.changesChains {
            return tell("\(row.name): \(edit.path) changed; u takes it back.")
        }
        if decision.action.compared != nil { return tell(of: decision.action, row.name) }
        guard decision.action.settles else { return }
        if let step = session.stale.removeValue(forKey: decision.sample), decision.action == .accept {
            return tell(
                "\(row.name) accepted with step \(step) changed and not run again: exports leave it out.", .warning)
        }
        let end = session.walkedBack.removeValue(forKey: decision.sample).map { ", as it ended after it \($0)" }
        guard screen != .review || layout.panes[.queue] == nil || end != nil else { return }
        tell("\(row.name) \(decision.action.pastTense)\(end ?? "").")
    }

    mutating func pickReasons(for bulk: Bulk? = nil) {
        if let bulk {
            overlay = .reasons(ReasonPicker(of: .many(bulk, count: markedCount), targets: [.whole], findings: []))
            return
        }
        guard let open else { return }
        var picker = ReasonPicker(of: .one(open.id), targets: targets(of: open), findings: open.findings)
        if open.review.status == .rejected { picker.recall(open.review.reasons, note: open.review.note) }
        overlay = .reasons(picker)
    }

    /// What a reason may be about: the focused item, what holds it, and the texts.
    private func targets(of open: OpenSample) -> [Target] {
        var targets = [focusedTarget(in: open)]
        if case .argument(let step, _)? = targets.last { targets.append(.step(step)) }
        if case .step(let step)? = targets.last, let chain = open.sample.workflow.chain(of: step) {
            targets.append(.chain(chain))
        }
        return targets + [.query, .response, .whole].filter { !targets.contains($0) }
    }

    /// What a comment or a reason is about before another target is chosen.
    func focusedTarget(in open: OpenSample) -> Target {
        switch (focusedPane, cursor(in: focusedPane)) {
        case (.chains, .argument(let step, let path)?): .argument(step: step, path: path)
        case (.chains, .step(let step)?), (.chains, .output(let step)?): .step(step)
        case (.chains, .chain(let chain)?): .chain(chain)
        case (.chains, .comment(let target)?), (.gradient, .comment(let target)?): target
        case (.gradient, .proposal(let id)?): .proposal(iteration: open.viewed, id)
        case (.gradient, _): open.viewed > 0 ? .iteration(open.viewed) : .whole
        case (.query, _): .query
        case (.response, _): .response
        case (_, _): .whole
        }
    }

    /// Goes through the queue; going somewhere else ends the following.
    mutating func travel(by distance: Int) -> [Effect] {
        followsNewest = false
        return go(toPlace: queue.index.map { $0 + distance } ?? 0)
    }

    mutating func toggleFollowing() -> [Effect] {
        followsNewest.toggle()
        guard followsNewest, let newest = growing.last else { return [] }
        return go(to: newest)
    }

    mutating func goToUndecided(_ direction: Effect.Direction) -> [Effect] {
        followsNewest = false
        if let sample = queue.undecided(direction) { return go(to: sample) }
        if queue.goesOn(direction) { return seek(direction) }
        tell(direction == .forward ? "No undecided sample after this one." : "No undecided sample before this one.")
        return []
    }

    /// The next undecided sample; the next one of the queue where everything after this is decided.
    private mutating func advance() -> [Effect] {
        followsNewest = false
        if let sample = queue.undecided(.forward) { return go(to: sample) }
        guard queue.goesOn(.forward) else {
            tell(queue.undecided(.backward) == nil ? "Every sample is decided." : "That was the last one; P goes back.")
            return []
        }
        return seek(.forward)
    }

    /// Looks beyond the rows at hand.
    private mutating func seek(_ direction: Effect.Direction) -> [Effect] {
        isSeeking = true
        return [.seek(.undecided, direction, from: queue.selection, queue.view, limit: Queue.pageLimit)]
    }
}

extension Edit {
    /// Whether steps are gone or elsewhere afterwards, perhaps out of sight.
    fileprivate var changesChains: Bool {
        switch self {
        case .deleteStep, .moveStep, .splitChain, .mergeChain: true
        case .query, .response, .argument, .rerun, .regenerated: false
        }
    }
}

extension Decision.Action {
    /// Whether it is a verdict on the sample.
    fileprivate var settles: Bool {
        switch self {
        case .accept, .reject, .skip, .judge, .adjudicate: true
        case .returnToPending, .flag, .unflag, .edit, .comment, .prefer, .equal, .undo: false
        }
    }

    /// What became of a sample, for a sentence.
    var pastTense: String {
        switch self {
        case .accept: "accepted"
        case .reject(let reasons, _):
            "rejected: " + reasons.map(\.reason.rawValue).joined(separator: ", ")
        case .skip: "skipped"
        case .returnToPending: "is pending again"
        case .flag: "flagged"
        case .unflag: "no longer flagged"
        case .edit(let edit): "edited: \(edit.path)"
        case .comment: "commented"
        case .prefer: "preferred"
        case .equal: "found equal"
        case .judge(let opinion, _): opinion.decision.pastTense
        case .adjudicate(let opinion): "settled as " + opinion.decision.pastTense
        case .undo: "undone"
        }
    }
}
