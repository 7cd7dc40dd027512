import Canvas
import Engine
import Review

extension ExplorerState {
    /// What the screen Live asks for when it is gone to.
    mutating func enterLive() -> [Effect] {
        live.row = max(0, min(live.row, live.shownPlaces - 1))
        if live.sampleAtCursor?.phase.isOver != false, let first = placesInOrder.first { live.row = first }
        return []
    }

    /// The places that are shown, from the top: what is held, what grows, what ended, and what is free.
    var placesInOrder: [Int] {
        (0..<live.shownPlaces).sorted { (rank(ofPlace: $0), $0) < (rank(ofPlace: $1), $1) }
    }

    private func rank(ofPlace place: Int) -> Int {
        guard live.places.indices.contains(place) else { return 3 }
        let sample = live.places[place]
        if sample.phase.isOver { return 2 }
        return held.contains(sample.id) ? 0 : 1
    }

    /// Moves about on the screen Live.
    mutating func moveInLive(_ motion: Motion) -> [Effect] {
        switch motion {
        case .leave where live.pane != .workers: live.pane = .workers
        case .leave: return show(.review)
        case .nextPane: turnLivePane(by: 1)
        case .previousPane: turnLivePane(by: -1)
        case .open: return openOnLive()
        case .down, .up, .halfPageDown, .halfPageUp, .first, .last: moveCursorOfLive(motion)
        }
        return []
    }

    /// Does what is asked for on the screen Live alone.
    mutating func act(_ action: LiveAction) -> [Effect] {
        switch action {
        case .moreWorkers: return [.setWorkers((live.workers ?? 0) + 1)]
        case .fewerWorkers: return [.setWorkers((live.workers ?? 2) - 1)]
        case .stop: return askToStop()
        case .mute: return toggleMuting()
        case .unmute: return live.mutedTools.last.map { [.unmute($0)] } ?? []
        case .review: return reviewFromLive()
        case .filter:
            live.filter = live.filter == .all ? .warnings : .all
            live.line = nil
        }
        return []
    }

    /// Why it is not possible now; nil when it is.
    func obstacle(to action: LiveAction) -> String? {
        switch action {
        case .moreWorkers: obstacleToWorkers ?? (live.workers == Self.mostWorkers ? "More do not help." : nil)
        case .fewerWorkers:
            obstacleToWorkers ?? (live.workers ?? 0 <= 1 ? "One worker is the least; S pauses the run." : nil)
        case .stop: obstacleToStopping
        case .mute: obstacleToGrowing ?? (suspect == nil ? "No tool fails so often that it should be muted." : nil)
        case .unmute: obstacleToGrowing ?? (live.mutedTools.isEmpty ? "No tool is muted." : nil)
        case .review: sampleToReview == nil ? "No sample grew at this place yet." : nil
        case .filter: nil
        }
    }

    /// Samples that may grow at once.
    private static let mostWorkers = 64

    /// The tool that muting is about: the one whose call failed last for the worker under the cursor, else the worst.
    var suspect: ToolName? {
        live.sampleAtCursor?.failedTool ?? live.tally.worstTool(besides: live.mutedTools)
    }

    private var obstacleToGrowing: String? {
        if run.isUnderWay { return nil }
        return live.growing > 0
            ? "Another process grows these samples; it can be steered only there." : "Nothing is growing here."
    }

    private var obstacleToWorkers: String? {
        obstacleToGrowing ?? (live.workers == nil ? "How many samples grow at once is not known here." : nil)
    }

    private var obstacleToStopping: String? {
        guard let sample = live.followedSample, !sample.phase.isOver else { return "This sample no longer grows." }
        return growthOnLive(of: sample) == .elsewhere
            ? "Another process grows this sample; it can be stopped only there." : nil
    }

    private mutating func askToStop() -> [Effect] {
        guard let sample = live.followedSample else { return [] }
        overlay = .stopping(StopQuestion(sample: sample.id, name: name(of: sample.id)))
        return deafen()
    }

    mutating func pressed(_ key: Key, in question: StopQuestion) -> [Effect] {
        overlay = nil
        guard question.isConfirmed(by: key) else {
            tell("\(question.name) goes on.")
            return []
        }
        guard live.sample(question.sample)?.phase.isOver == false else {
            tell("\(question.name) ended meanwhile.")
            return []
        }
        return [.stop(question.sample)]
    }

    private mutating func toggleMuting() -> [Effect] {
        guard let suspect else { return [] }
        return [live.mutedTools.contains(suspect) ? .unmute(suspect) : .mute(suspect)]
    }
}

extension ExplorerState {
    private mutating func turnLivePane(by distance: Int) {
        let panes = LiveState.Pane.allCases
        let place = panes.firstIndex(of: live.pane) ?? 0
        live.pane = panes[(place + distance + panes.count) % panes.count]
    }

    private mutating func moveCursorOfLive(_ motion: Motion) {
        let page = max(1, (LiveLayout(of: self).panes[live.pane]?.rows ?? 2) - 2)
        switch live.pane {
        case .workers:
            let places = placesInOrder
            let here = places.firstIndex(of: live.row) ?? 0
            live.row = places.isEmpty ? 0 : places[motion.row(from: here, of: places.count, page: page)]
            // What is held, stepped, steered and stopped is what the cursor is on.
            if let sample = live.sampleAtCursor, !sample.phase.isOver { live.follow(sample.id) }
        case .following:
            let rows = FollowingPane(state: self, pen: Pen(glyphs)).rows(width: followingWidth).count
            live.scroll = motion.row(from: live.scroll, of: max(1, rows - page + 1), page: page)
        case .events: moveLine(motion, page: page)
        }
    }

    private var followingWidth: Int { (LiveLayout(of: self).panes[.following]?.columns ?? size.columns) - 4 }

    /// The newest line is followed, not the place it has.
    private mutating func moveLine(_ motion: Motion, page: Int) {
        let lines = live.lines
        guard let newest = lines.last else { return }
        let here = lines.firstIndex { $0.number == live.line ?? newest.number } ?? lines.startIndex
        let row = motion.row(from: here - lines.startIndex, of: lines.count, page: page)
        let line = lines[lines.startIndex + row]
        live.line = line.number == newest.number ? nil : line.number
    }

    /// Follows what is under the cursor here; opens what is followed, or what no longer grows, in Review.
    private mutating func openOnLive() -> [Effect] {
        switch live.pane {
        case .workers:
            guard let sample = live.sampleAtCursor else {
                tell("No sample grew at this place yet.")
                return []
            }
            guard sample.state != nil else {
                tell("\(name(of: sample.id)) has ended: \(keymap.name(of: .live(.review))) opens it in Review.")
                return []
            }
            live.follow(sample.id)
            return []
        case .following, .events: return reviewFromLive()
        }
    }

    /// The sample that the cursor is about.
    private var sampleToReview: SampleID? {
        switch live.pane {
        case .workers: live.sampleAtCursor?.id
        case .following: live.followed
        case .events: (live.line.flatMap { line in live.lines.first { $0.number == line } } ?? live.lines.last)?.sample
        }
    }

    private mutating func reviewFromLive() -> [Effect] {
        guard let sample = sampleToReview else {
            tell("There is no sample yet.")
            return []
        }
        let effects = queue.go(to: sample)
        return effects + show(.review)
    }
}
