import Canvas
import Engine
import Review

extension ExplorerState {
    /// Compares what is marked, or the sample on the screen with what it came from.
    mutating func enterCompare() -> [Effect] {
        compare.steered = nil
        guard let (first, second) = placesToCompare else { return compare.read() }
        let effects = compare.begin(first, second)
        compare.isOpening = compare.hunk == nil
        openAtDifference()
        return effects
    }

    /// Goes to the first difference of what was asked for, once it is there.
    private mutating func openAtDifference() {
        guard compare.isOpening, compare.comparison != nil else { return }
        compare.isOpening = false
        goToHunk(by: 1)
    }

    /// The two marked samples; else the sample on the screen, beside the iteration that is the base of differences, its
    /// parent, or its iteration before.
    private var placesToCompare: (CompareState.Place, CompareState.Place)? {
        let marked = markedSamples
        if marked.count == 2, marks.everything == nil {
            let order = queue.rows.map(\.id).filter(marked.contains)
            let both = order.count == 2 ? order : marked.sorted()
            return (CompareState.Place(sample: both[0]), CompareState.Place(sample: both[1]))
        }
        guard let open else { return nil }
        let second = CompareState.Place(sample: open.id, iteration: open.showsNewest ? nil : open.viewed)
        if let base = open.base, base != open.viewed {
            return (CompareState.Place(sample: open.id, iteration: base), second)
        }
        if let parent = open.state.parent {
            return (CompareState.Place(sample: parent, iteration: second.iteration), second)
        }
        return (CompareState.Place(sample: open.id, iteration: max(0, open.viewed - 1)), second)
    }

    /// Moves about on the screen Compare.
    mutating func moveInCompare(_ motion: Motion) -> [Effect] {
        switch motion {
        case .leave: return show(.review)
        case .open: return openComparedSample()
        case .nextPane: turnPane(by: 1)
        case .previousPane: turnPane(by: -1)
        case .down, .up, .halfPageDown, .halfPageUp, .first, .last:
            let room = CompareScreen(state: self, pen: Pen(glyphs)).room(of: compare.pane)
            let last = max(0, room.rows - room.height)
            compare.scrolls[compare.pane] = motion.row(
                from: min(last, compare.scrolls[compare.pane] ?? 0), of: last + 1, page: room.height)
        }
        return []
    }

    private mutating func turnPane(by distance: Int) {
        let panes = CompareState.Pane.allCases
        let place = panes.firstIndex(of: compare.pane) ?? 0
        compare.pane = panes[(place + distance + panes.count) % panes.count]
    }

    /// Shows B on Review.
    private mutating func openComparedSample() -> [Effect] {
        guard let second = compare.second else { return [] }
        return show(.review) + goTo(second)
    }

    private mutating func goTo(_ place: CompareState.Place) -> [Effect] {
        if let open, open.id == place.sample {
            walk(by: (place.iteration ?? open.iterations) - open.viewed)
            return go(to: place.sample)
        }
        returning = place.iteration
        return go(to: place.sample)
    }

    /// Does what is asked for on the screen Compare alone.
    mutating func act(_ action: CompareAction) -> [Effect] {
        guard let first = compare.first, let second = compare.second, let comparison = compare.comparison else {
            return []
        }
        switch action {
        case .previousIteration: walkCompared(by: -1, comparison)
        case .nextIteration: walkCompared(by: 1, comparison)
        case .previousHunk: goToHunk(by: -1)
        case .nextHunk: goToHunk(by: 1)
        case .setFirst:
            compare.show(CompareState.Place(sample: second.sample, iteration: comparison.second.viewed), second)
            tell("A is \(comparison.second.title) too; B goes on from it.")
        case .swap: compare.show(second, first)
        case .preferFirst: return [.decide(first.sample, .prefer(over: second.sample))]
        case .preferSecond: return [.decide(second.sample, .prefer(over: first.sample))]
        case .preferNeither: return [.decide(second.sample, .equal(to: first.sample))]
        case .accept: return accept(comparison.second)
        case .nextBranch: return turnBranch(by: 1)
        case .previousBranch: return turnBranch(by: -1)
        }
        return []
    }

    private mutating func walkCompared(by distance: Int, _ comparison: Comparison) {
        guard let first = compare.first, var second = compare.second else { return }
        let last = comparison.second.iterations
        let target = min(max(min(1, last), comparison.second.viewed + distance), last)
        second.iteration = target == last ? nil : target
        compare.show(first, second)
    }

    private mutating func goToHunk(by distance: Int) {
        let hunks = CompareScreen(state: self, pen: Pen(glyphs)).hunks
        guard !hunks.isEmpty else { return }
        let next = compare.hunk.map { ($0 + distance + hunks.count) % hunks.count }
        let place = next ?? (distance > 0 ? 0 : hunks.count - 1)
        let hunk = hunks[min(place, hunks.count - 1)]
        compare.hunk = place
        compare.pane = hunk.pane
        compare.scrolls[hunk.pane] = max(0, hunk.row - 1)
    }

    private mutating func accept(_ side: Comparison.Side) -> [Effect] {
        session.stale[side.id] = side.sample.staleSteps.min()
        if !side.showsNewest { session.walkedBack[side.id] = side.iterations }
        return [.decide(side.id, .accept)]
    }

    /// Another branch of the family takes the place of B.
    private mutating func turnBranch(by distance: Int) -> [Effect] {
        guard let first = compare.first, let second = compare.second, let known = compare.known else { return [] }
        let others = known.members.map(\.id).filter { $0 != first.sample }
        guard !others.isEmpty else { return [] }
        let place = others.firstIndex(of: second.sample).map { $0 + distance } ?? (distance > 0 ? 0 : -1)
        let next = others[(place + others.count) % others.count]
        return compare.begin(first, CompareState.Place(sample: next))
    }

    /// Steers A: a branch of it goes its own way from its iteration on.
    mutating func steerCompared() -> [Effect] {
        guard let first = compare.first else { return [] }
        let effects = show(.review) + goTo(first)
        if open?.id == first.sample { return effects + steer() }
        compare.steered = first.sample
        return effects
    }

    /// Opens the sheet that was asked for on Compare, once its sample is there.
    mutating func steerOnceLoaded(_ sample: SampleID) -> [Effect] {
        guard compare.steered == sample, open?.id == sample, overlay == nil, screen == .review else { return [] }
        compare.steered = nil
        return perform(.override)
    }

    /// Takes in what was read, unless other samples are compared by now.
    mutating func compared(_ first: SampleID, _ second: SampleID, _ samples: ComparedSamples) {
        guard compare.first?.sample == first, compare.second?.sample == second else { return }
        compare.take(samples)
        openAtDifference()
    }

    /// What is stored of the samples has changed: they are read again.
    func readCompared(after samples: some Sequence<SampleID>) -> [Effect] {
        guard screen == .compare, let known = compare.known else { return [] }
        let families = Set(known.members.map { Family(of: $0.id) })
        return samples.contains { families.contains(Family(of: $0)) } ? compare.read() : []
    }

    private struct Family: Hashable {
        let run: RunID
        let index: Int

        init(of sample: SampleID) { (run, index) = (sample.run, sample.index) }
    }

    /// A comparison that is on disk.
    mutating func tell(of action: Decision.Action, _ name: String) {
        guard let other = action.compared else { return }
        let others = compare.known?[other]?.name ?? self.name(of: other)
        let undo = keymap.name(of: .undo)
        if case .equal = action {
            tell("Saved: \(name) and \(others) are equally good; \(undo) takes it back.")
        } else {
            tell("Saved: \(name) is better than \(others); \(undo) takes it back.")
        }
    }
}

extension RecordedEvent {
    /// Whether it changes what Compare shows of its sample.
    var changesComparison: Bool {
        switch event {
        case .branched, .iterationEnded, .drafted, .finished: true
        case .began, .imported, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected,
            .draftFailed, .interrupted:
            false
        }
    }
}
