import Engine

/// What the screen Live knows: a fold over the events of every growing sample.
struct LiveState: Hashable, Sendable {
    /// A part of the screen that takes keys.
    enum Pane: Hashable, Sendable, CaseIterable {
        case workers, following, events
    }

    /// The row of the cursor: a worker's place.
    var row = 0
    var pane = Pane.workers
    /// The first row of the followed sample that is shown.
    var scroll = 0
    var filter = LiveLog.Filter.all
    /// The line of the log that the cursor is on; nil for the newest one.
    var line: Int?
    /// The tools that the run leaves out of its batches.
    var mutedTools: [ToolName] = []
    /// How many samples grow at once; nil where this process grows none.
    var workers: Int?
    /// What runs had come to before they were watched, as far as that was read.
    private(set) var pasts: [RunID: LivePast] = [:]
    /// Samples that ended while another screen than Review was shown.
    var news = 0
    /// Whether the newest sample is followed once the followed one has ended.
    private(set) var followsNewest = true
    private(set) var followed: SampleID?
    private(set) var tally: LiveTally
    private(set) var log = LiveLog()
    /// The workers' places, each with the sample that grows there, or grew there last.
    private(set) var places: [LiveSample] = []
    private var seen = SeenEvents()
    private var placeOf: [SampleID: Int] = [:]
    /// The followed sample, where its place was given to another one.
    private var parked: LiveSample?
    /// Samples that were begun before they were watched and have no place yet.
    private var begunBefore: [SampleID: LiveSample] = [:]
    /// Whether only the events of one run are counted.
    private let isBound: Bool

    /// Counts the samples of a run; those of whichever run grows where none is named.
    init(run: RunID? = nil, workers: Int? = nil, before: Int = 0) {
        tally = LiveTally(of: run)
        isBound = run != nil
        self.workers = workers
        if let run, before > 0 { pasts[run] = LivePast(ended: before) }
    }

    /// What the run had come to before it was watched; nothing where that is not known.
    var past: LivePast { tally.run.flatMap { pasts[$0] } ?? LivePast() }

    /// The sample that is followed, as far as it was seen.
    var followedSample: LiveSample? { followed.flatMap { sample($0) } }

    /// A sample that has a place, or is followed.
    func sample(_ id: SampleID) -> LiveSample? {
        placeOf[id].map { places[$0] } ?? (parked?.id == id ? parked : nil)
    }

    /// Samples of which events are expected.
    var growing: Int { places.count { !$0.phase.isOver } }

    /// Those of them that were asked for with the run: no branch, and none of another run.
    var growingOriginals: Int {
        places.count { !$0.phase.isOver && $0.id.run == tally.run && $0.id.branch.isEmpty }
    }

    /// The places that are shown: all that the run has, and more where more samples grow.
    var shownPlaces: Int {
        let last = places.lastIndex { !$0.phase.isOver }.map { $0 + 1 } ?? 0
        return workers.map { max($0, last) } ?? places.count
    }

    /// The sample under the cursor.
    var sampleAtCursor: LiveSample? { places.indices.contains(row) ? places[row] : nil }

    /// Whether nothing was ever seen to grow.
    var isEmpty: Bool { places.isEmpty && tally.first == nil && past.told.begun == 0 }

    /// Samples of the run that were begun before it was watched, and that no worker has taken up yet.
    var begunAndWaiting: Int {
        begunBefore.keys.count { $0.run == tally.run && $0.branch.isEmpty }
    }

    /// Lines of the log that are shown.
    var lines: ArraySlice<LiveLog.Entry> { log.entries(filter) }
}

extension LiveState {
    /// Takes in what happened in a growing sample, whichever is shown.
    ///
    /// - Returns: Whether that was not known yet; what is known changes nothing.
    @discardableResult mutating func take(_ recorded: RecordedEvent) -> Bool {
        let novelty = news(of: recorded)
        guard novelty != .known else { return false }
        if placeOf[recorded.sample] == nil, recorded.event.seats { seat(recorded) }
        count(recorded, novelty)
        guard let place = placeOf[recorded.sample] else { return true }
        let time = places[place].take(recorded.event, at: recorded.time)
        if let time, recorded.sample.run == tally.run { tally.take(time) }
        if recorded.sample.run == tally.run { tally.takeCost(of: places[place], after: recorded.event) }
        log.take(recorded, in: places[place])
        warn(of: recorded)
        if places[place].phase.isOver { end(recorded.sample) }
        return true
    }

    /// Whether an event is new, and the first of its sample; a sample that a standing counts has begun before.
    private mutating func news(of recorded: RecordedEvent) -> SeenEvents.Novelty {
        let (sample, novelty) = (recorded.sample, seen.take(recorded))
        guard novelty != .known, pasts[sample.run]?.standing != nil else { return novelty }
        guard novelty == .first, recorded.number > 1 else {
            pasts[sample.run]?.loseInterrupted(sample)
            return novelty
        }
        if placeOf[sample] == nil, begunBefore[sample] == nil { pasts[sample.run]?.lose(sample) }
        return .next
    }

    /// What a model says for a sample.
    mutating func hear(_ sample: SampleID, _ speech: Speech) {
        guard let place = placeOf[sample] else { return }
        places[place].hear(speech)
    }

    /// Somebody slows a sample down: what it does now is no measure.
    mutating func disturb(_ sample: SampleID) {
        guard let place = placeOf[sample] else { return }
        places[place].disturb()
    }

    mutating func disturbAll() {
        for place in places.indices { places[place].disturb() }
    }

    /// A sample was stopped where it was.
    mutating func stop(_ sample: SampleID, at time: Timestamp?) {
        guard let place = placeOf[sample], !places[place].phase.isOver else { return }
        places[place].stop()
        log.add(.warning, "stopped where it was", of: sample, at: time ?? places[place].lastTime)
        end(sample)
    }

    /// No more comes of these samples.
    mutating func stopAll(where hasEnded: (SampleID) -> Bool) {
        for place in places.indices where hasEnded(places[place].id) { places[place].stop() }
    }

    /// Follows a sample until another one is asked for.
    mutating func follow(_ sample: SampleID) {
        followsNewest = false
        watch(sample)
    }

    /// Follows the newest sample from now on, or stays with the one that is followed.
    mutating func toggleFollowing() {
        followsNewest.toggle()
        if followsNewest, followedSample?.phase.isOver != false { watchNewest() }
    }

    private mutating func watch(_ sample: SampleID) {
        guard followed != sample else { return }
        let left = followed
        (followed, scroll) = (sample, 0)
        parked = nil
        if let place = left.flatMap({ placeOf[$0] }), places[place].phase.isOver { places[place].forget() }
    }

    private mutating func watchNewest() {
        let newest = places.filter { !$0.phase.isOver }.max { $0.id < $1.id }
        if let newest { watch(newest.id) }
    }
}

extension LiveState {
    /// Takes in what a run has come to when it begins to be watched, or somebody goes on with it: its figures, and the
    /// samples that are to go on.
    ///
    /// It counts all that was told of the run before. Of a run that this process grows those samples have places that
    /// its workers take first.
    ///
    /// - Returns: The samples that have a place by that.
    mutating func take(_ standing: RunStanding) -> [SampleID] {
        if tally.run == standing.run || !isBound && !isGrowing(tally.run) { tally = LiveTally(of: standing.run) }
        pasts[standing.run] = LivePast(standing)
        for last in standing.underWay.compactMap(\.last) { seen.know(last.sample, to: last.number) }
        endUnseen { $0.run == standing.run && standing.lastEvents[$0] == nil }
        begunBefore = begunBefore.filter { $0.key.run != standing.run }
        let places = standing.run == tally.run && isBound ? workers ?? .max : .max
        var seated: [SampleID] = []
        for sample in standing.underWay.compactMap(LiveSample.init) {
            if let place = placeOf[sample.id] {
                self.places[place] = sample
                seated.append(sample.id)
            } else if seated.count < places {
                seat(sample)
                seated.append(sample.id)
            } else {
                begunBefore[sample.id] = sample
            }
        }
        return seated
    }

    private mutating func count(_ recorded: RecordedEvent, _ novelty: SeenEvents.Novelty) {
        if !isBound, recorded.event.seats, tally.run != recorded.sample.run, !isGrowing(tally.run) {
            tally = LiveTally(of: recorded.sample.run)
        }
        if recorded.sample.run == tally.run { tally.take(recorded, novelty) }
    }

    private func isGrowing(_ run: RunID?) -> Bool {
        places.contains { $0.id.run == run && !$0.phase.isOver }
    }

    /// Gives a sample the first place that is free.
    private mutating func seat(_ recorded: RecordedEvent) {
        seat(begunBefore.removeValue(forKey: recorded.sample) ?? LiveSample(beginningWith: recorded))
    }

    private mutating func seat(_ new: LiveSample) {
        let place = places.firstIndex { $0.phase.isOver } ?? places.count
        if places.indices.contains(place) {
            let old = places[place]
            if old.id == followed { parked = old }
            if mayGoOn(old) { begunBefore[old.id] = old }
            placeOf[old.id] = nil
            places[place] = new
        } else {
            places.append(new)
        }
        placeOf[new.id] = place
        if followed == nil || followsNewest && followedSample?.phase.isOver != false { watch(new.id) }
    }

    /// Whether somebody else may go on with a sample that another process left where it was.
    private func mayGoOn(_ sample: LiveSample) -> Bool {
        sample.mayGoOn && !(isBound && sample.id.run == tally.run)
    }

    /// These samples had ended by the time somebody looked; the followed one can still be read.
    private mutating func endUnseen(where hasEnded: (SampleID) -> Bool) {
        for place in places.indices where hasEnded(places[place].id) {
            places[place].endUnseen()
            if places[place].id != followed { places[place].forget() }
        }
    }

    private mutating func end(_ sample: SampleID) {
        if sample == followed {
            if followsNewest { watchNewest() }
        } else if let place = placeOf[sample] {
            places[place].forget()
        }
    }

    private mutating func warn(of recorded: RecordedEvent) {
        guard case .attempted(_, let attempt) = recorded.event, attempt.outcome.hasLeft,
            recorded.sample.run == tally.run, let calls = tally.alarm(about: attempt.call.tool)
        else { return }
        let text = "tool \(attempt.call.tool): \(calls.percent)% of \(calls.calls) calls failed"
        log.add(.warning, text, of: recorded.sample, at: recorded.time)
    }
}

extension RunEvent {
    /// Whether a sample that was not seen before grows when this happens to it.
    fileprivate var seats: Bool {
        switch self {
        case .began, .branched, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried, .selected,
            .iterationEnded:
            true
        case .imported, .drafted, .draftFailed, .interrupted, .finished: false
        }
    }
}
