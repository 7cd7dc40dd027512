import Engine
import Review

extension ExplorerState {
    /// Events that wait for their sample; with more of them it is read again anyway.
    private static let earlyLimit = 1_000

    /// Whether the sample on the screen is the one that the queue's cursor is on.
    var showsSelection: Bool { open != nil && open?.id == queue.selection }

    mutating func queueLoaded(_ page: QueuePage) -> [Effect] {
        let before = queue.selection
        if page.selection != nil { isSeeking = false }
        let more = queue.take(page)
        return more + (queue.selection == before && open != nil ? [] : readSelection())
    }

    mutating func tellOfNothing(found quarry: Effect.Quarry) {
        switch quarry {
        case .undecided: tell("No undecided sample that way.")
        case .problem: tell("No sample with a finding that way.")
        }
    }

    /// Asks for the selected sample, unless it is on the screen.
    mutating func readSelection() -> [Effect] {
        guard let selection = queue.selection, open?.id != selection else { return [] }
        (early, unreadable) = ([], nil)
        return [.loadSample(selection)]
    }

    /// Goes to a sample and reads it.
    mutating func go(to sample: SampleID) -> [Effect] {
        let effects = queue.go(to: sample)
        return readSelection() + effects
    }

    mutating func go(toPlace index: Int) -> [Effect] {
        let effects = queue.go(to: index)
        return effects + readSelection()
    }

    mutating func sampleLoaded(_ loaded: OpenSample) -> [Effect] {
        guard loaded.id == queue.selection || loaded.id == open?.id || queue.selection == nil else { return [] }
        // Read again once the dialog is closed.
        if overlay?.isBound == true, open != nil, open?.id != loaded.id { return [] }
        if let open, open.id == loaded.id {
            guard !open.isNewer(than: loaded) else { return [.loadSample(loaded.id)] }
            self.open?.replace(with: loaded)
        } else {
            open = loaded
            cursors = cursors.filter { $0.key == .queue }
            scrolls = [:]
            (folded, unfolded) = ([], [])
            (problem, replay) = (nil, nil)
            if let returning { walk(by: returning - loaded.iterations) }
            returning = nil
        }
        let waiting = early.filter { $0.sample == loaded.id }
        early.removeAll { $0.sample == loaded.id }
        return waiting.flatMap { show($0) } + takeHome(for: loaded.id)
    }

    mutating func eventRecorded(_ recorded: RecordedEvent) -> [Effect] {
        let isNews = takeInOnLive(recorded)
        let effects = queue.record(recorded)
        if isNews { follow(recorded) }
        return effects + show(recorded)
    }

    /// Takes an event into the sample on the screen, or keeps it for the one that is being read.
    private mutating func show(_ recorded: RecordedEvent) -> [Effect] {
        var effects: [Effect] = []
        if recorded.sample == open?.id {
            if open?.take(recorded) == .gap { effects.append(.loadSample(recorded.sample)) }
            if !isGrowing, recorded.sample == open?.id { effects += followOn() }
        } else if recorded.sample == queue.selection || queue.selection == nil {
            early = (early + [recorded]).suffix(Self.earlyLimit)
        } else if case .began = recorded.event {
            effects += followOn()
        }
        return effects
    }

    private mutating func follow(_ recorded: RecordedEvent) {
        switch recorded.event {
        case .finished, .interrupted:
            growing.removeAll { $0 == recorded.sample }
            held.remove(recorded.sample)
            if recorded.sample == open?.id { isPaced = false }
        case .began, .branched, .imported, .iterationBegan:
            if !growing.contains(recorded.sample) { growing.append(recorded.sample) }
        case .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected, .iterationEnded, .drafted,
            .draftFailed:
            return
        }
    }

    /// While the newest sample is followed: goes to it once the one on the screen no longer grows.
    private mutating func followOn() -> [Effect] {
        guard followsNewest, screen == .review, !isGrowing, overlay?.isBound != true, let newest = growing.last else {
            return []
        }
        return go(to: newest)
    }

    /// Decisions are on disk; those of a bulk are shown by reading the list again.
    mutating func decided(
        _ decisions: [Decision], rows: [QueueRow], undoDepth: Int, leftOut: Int, undoing: String?
    ) -> [Effect] {
        let isRedoing = undoDepth > session.undoDepth
        let before = rows.first.flatMap { row in queue.rows.first { $0.id == row.id }?.status }
        for row in rows { queue.replace(row) }
        session.undoDepth = undoDepth
        if let time = decisions.last?.time { session.lastSaved = time }
        for decision in decisions where decision.sample == open?.id { open?.take(decision) }
        problem = nil
        let isUndoing = decisions.contains { $0.isUndoing }
        if !isUndoing { session.decisions += decisions.count }
        if Set(decisions.map(\.sample)).count != 1 || leftOut > 0 { return tellOfBulk(decisions, leftOut: leftOut) }
        guard let decision = decisions.last, let row = rows.first else { return [] }
        guard isUndoing else {
            tell(of: decision, row)
            return []
        }
        if let undoing, before == nil || before == row.status {
            tell("\(row.name): \(undoing) \(isRedoing ? "counts again" : "is taken back").")
            return screen == .compare ? [] : go(to: decision.sample)
        }
        if screen == .compare {
            tell("What was decided last of \(row.name) is taken back, or done again.")
            return []
        }
        tell("\(row.name) is \(row.status.rawValue) again.")
        return go(to: decision.sample)
    }

    private mutating func tellOfBulk(_ decisions: [Decision], leftOut: Int) -> [Effect] {
        let count = Set(decisions.map(\.sample)).count
        let samples = "\(count) sample\(count == 1 ? "" : "s")"
        let done: String? = decisions.first.map { decision in
            decision.isUndoing
                ? "What was done to \(samples) is taken back or done again; u and U go on."
                : "\(samples) \(decision.action.pastTense); u takes all of it back."
        }
        let rest = leftOut == 0 ? nil : "\(leftOut) left out: not finished, or already so."
        let text = [done, rest].compactMap(\.self).joined(separator: " ")
        tell(text.isEmpty ? "There is no sample to decide." : text, leftOut > 0 ? .warning : .info)
        return queue.reload() + (open.map { [.loadSample($0.id)] } ?? [])
    }
}

extension Decision {
    fileprivate var isUndoing: Bool {
        guard case .undo = action else { return false }
        return true
    }
}

extension QueueRow {
    /// `s-00417`: the sample's label in the dataset file.
    ///
    /// A branch of it is `s-00417.b1`.
    var name: String { "s-" + number.padded(to: 5) + id.branch.map { ".b\($0)" }.joined() }
}

extension Int {
    /// With leading zeros.
    func padded(to digits: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}
