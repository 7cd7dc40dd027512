import Engine
import Review

extension ExplorerState {
    /// Bytes that an edited query or response may have.
    private static let longestEdit = 65_536

    /// Whether the sample on the screen is the one that the queue's cursor is on.
    var showsSelection: Bool { open != nil && open?.id == queue.selection }

    mutating func queueLoaded(_ page: QueuePage) -> [Effect] {
        let before = queue.selection
        if isSeeking, page.selection == nil { tell("No undecided sample that way.") }
        isSeeking = false
        let more = queue.take(page)
        return more + (queue.selection == before && open != nil ? [] : readSelection())
    }

    /// Asks for the selected sample, unless it is on the screen.
    mutating func readSelection() -> [Effect] {
        guard let selection = queue.selection, open?.id != selection else { return [] }
        early = []
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
        if let open, open.id == loaded.id {
            guard !open.isNewer(than: loaded) else { return [.loadSample(loaded.id)] }
            self.open?.replace(with: loaded)
        } else {
            open = loaded
            cursors = cursors.filter { $0.key == .queue }
            scrolls = [:]
            folded = []
        }
        let waiting = early.filter { $0.sample == loaded.id }
        early.removeAll { $0.sample == loaded.id }
        return waiting.flatMap { eventRecorded($0) }
    }

    mutating func eventRecorded(_ recorded: RecordedEvent) -> [Effect] {
        var effects = queue.record(recorded)
        follow(recorded)
        if recorded.sample == open?.id {
            if open?.take(recorded) == .gap { effects.append(.loadSample(recorded.sample)) }
            if !isGrowing, recorded.sample == open?.id { effects += followOn() }
        } else if recorded.sample == queue.selection || queue.selection == nil {
            early.append(recorded)
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
        case .began, .branched, .iterationBegan:
            if !growing.contains(recorded.sample) { growing.append(recorded.sample) }
        case .steered, .sampled, .proposed, .attempted, .tried, .selected, .iterationEnded, .drafted, .draftFailed:
            return
        }
    }

    /// While the newest sample is followed: goes to it once the one on the screen no longer grows.
    private mutating func followOn() -> [Effect] {
        guard followsNewest, !isGrowing, let newest = growing.last else { return [] }
        return go(to: newest)
    }

    mutating func decided(_ decision: Decision, row: QueueRow, undoDepth: Int) -> [Effect] {
        queue.replace(row)
        session.undoDepth = undoDepth
        session.lastSaved = decision.time
        if decision.sample == open?.id { open?.take(decision) }
        guard case .undo = decision.action else {
            session.decisions += 1
            return []
        }
        tell("\(row.name) is \(row.status.rawValue) again.")
        return go(to: decision.sample)
    }

    mutating func edited(_ sample: SampleID, _ field: EditedField, _ text: String) -> [Effect] {
        guard text.utf8.count <= Self.longestEdit else {
            tell("The \(field.rawValue) was left as it is: the edited text is longer than 64 KiB.", .warning)
            return []
        }
        guard !text.allSatisfy(\.isWhitespace) else {
            tell("The \(field.rawValue) was left as it is: the edited text was empty.", .warning)
            return []
        }
        switch field {
        case .query: return [.decide(sample, .edit(.query(text)))]
        case .response: return [.decide(sample, .edit(.response(text)))]
        }
    }
}

extension QueueRow {
    /// `s-00417`: the sample's label in the dataset file.
    var name: String { "s-" + number.padded(to: 5) }
}

extension Int {
    /// With leading zeros.
    func padded(to digits: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, digits - text.count)) + text
    }
}
