import Engine
import Review

extension ExplorerState {
    /// The samples that are marked now, a range that follows the cursor among them.
    var markedSamples: Set<SampleID> { marks.samples(cursor: queue.selection, in: queue.rows) }

    /// How many samples a bulk decision would be about.
    var markedCount: Int { marks.everything == nil ? markedSamples.count : queue.total }

    func isMarked(_ sample: SampleID) -> Bool {
        marks.everything != nil || markedSamples.contains(sample)
    }

    /// Marks the sample under the cursor, or takes its mark away, and goes on to the next.
    mutating func toggleMark() -> [Effect] {
        guard let sample = queue.selection else { return [] }
        if marks.anchor != nil {
            toggleRange()
            return []
        }
        guard marks.everything == nil else {
            tell("All \(queue.total) are marked: * takes the marks away, a filter leaves some out.")
            return []
        }
        marks.toggle(sample)
        return travel(by: 1)
    }

    mutating func toggleRange() {
        guard let sample = queue.selection else { return }
        if marks.anchor != nil, !marks.isAtHand(sample, in: queue.rows) {
            return tell("The range reaches beyond the rows at hand: mark it by a filter and *, or in parts.", .warning)
        }
        marks.toggleRange(at: sample, in: queue.rows)
        tell(
            marks.anchor == nil
                ? "\(markedCount) marked: A accepts, R rejects them, esc takes the marks away."
                : "Range: go to its other end, then V or space.")
    }

    mutating func toggleMarkingEverything() {
        marks.toggleEverything(of: queue.view.filter)
        if marks.everything != nil { tell("All \(queue.total) samples of the list are marked.") }
    }

    /// What a bulk decision is about: the marked samples, in the order of the list as far as it is at hand.
    private var bulk: Bulk {
        if let filter = marks.everything { return .filtered(filter) }
        let marked = markedSamples
        let inOrder = queue.rows.map(\.id).filter(marked.contains)
        return .samples(inOrder + marked.subtracting(inOrder).sorted())
    }

    mutating func acceptMarked() -> [Effect] { decideMarked(.accept) }

    /// Rejects what is marked, else the sample on the screen, for the reasons of the last rejection.
    mutating func rejectMarked() -> [Effect] {
        guard let reasons = session.lastReasons else {
            pickReasons(for: marks.isEmpty ? nil : bulk)
            return []
        }
        let action = Decision.Action.reject(reasons.map(\.reason).map { AnchoredReason($0) }, note: session.lastNote)
        guard marks.isEmpty else { return decideMarked(action) }
        return settle(.reject(reasons.map { $0.kept(in: open?.sample) }, note: session.lastNote))
    }

    /// Decides everything that is marked; asks first where it is much.
    mutating func decideMarked(_ action: Decision.Action) -> [Effect] {
        decideAll(
            Confirmation(bulk: bulk, action: action, count: markedCount, decided: decidedMarked, examples: examples))
    }

    mutating func decideAll(_ confirmation: Confirmation) -> [Effect] {
        guard confirmation.count > preferences.confirmsBulkOver else { return carryOut(confirmation) }
        overlay = .confirm(confirmation)
        return []
    }

    mutating func carryOut(_ confirmation: Confirmation) -> [Effect] {
        overlay = nil
        marks = Marks()
        return [.decideAll(confirmation.bulk, confirmation.action)]
    }

    /// How many of the marked samples among the rows at hand were decided before.
    private var decidedMarked: Int { queue.rows.count { isMarked($0.id) && !$0.isUndecided } }

    /// A few of the marked samples, to recognise them by.
    private var examples: [QueueRow] {
        Array(queue.rows.filter { isMarked($0.id) }.prefix(5))
    }
}

extension AnchoredReason {
    /// The reason for another sample: its place goes with it only where that sample has such a place.
    fileprivate func kept(in sample: ReviewedSample?) -> AnchoredReason {
        sample?.has(target) == true ? self : AnchoredReason(reason)
    }
}
