import Engine

/// Samples that grow one after the other, event by event, for as long as somebody asks.
struct GrowingLane: Sendable {
    private let grown: GrownSamples
    private let stride: Int
    private var index: Int
    private var place = 0

    /// The first sample gets this index, each further one that of a stride later.
    init(_ grown: GrownSamples, from index: Int, stride: Int) {
        self.grown = grown
        self.index = index
        self.stride = stride
    }

    /// What happened to the sample that grows, so far.
    var events: ArraySlice<RunEvent> { all.prefix(place) }

    var sample: SampleID { SampleID(run: grown.run, index: index) }

    /// Whether the sample is where it waits when it is held: before a selection, and between two iterations.
    var isAtGate: Bool {
        guard place < all.count else { return false }
        switch all[place] {
        case .selected, .iterationBegan, .finished: return true
        case .began, .branched, .imported, .steered, .sampled, .asked, .proposed, .attempted, .tried, .iterationEnded,
            .drafted, .draftFailed, .interrupted:
            return false
        }
    }

    private var all: [RunEvent] { grown.events[index % grown.events.count] }

    mutating func next() -> RecordedEvent {
        if place == all.count { (index, place) = (index + stride, 0) }
        place += 1
        return RecordedEvent(
            sample: sample, number: place, time: Timestamp(microseconds: 0), event: all[place - 1])
    }
}
