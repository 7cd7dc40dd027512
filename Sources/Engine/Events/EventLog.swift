/// The one place through which a growing sample's events pass: folded, numbered, and sent on.
///
/// When an interrupted sample goes on, the unfinished iteration runs again, with recorded results where calls had
/// finished; what it says again is already stored and is not sent twice.
actor EventLog {
    private(set) var state: RunState
    private let sample: SampleID
    /// Nil where nobody listens.
    private let channel: EventChannel?
    private let now: @Sendable () -> Timestamp
    private var number: Int
    private var stored: [RunEvent]

    init(
        of sample: SampleID, after events: [RecordedEvent], channel: EventChannel,
        now: @escaping @Sendable () -> Timestamp
    ) {
        let resumption = Resumption(events)
        self.sample = sample
        self.channel = channel
        self.now = now
        state = resumption.state
        stored = resumption.unfinished
        number = events.last?.number ?? 0
    }

    /// A log that only folds, from a state on.
    init(of sample: SampleID, from state: RunState, now: @escaping @Sendable () -> Timestamp) {
        self.sample = sample
        self.state = state
        self.now = now
        channel = nil
        stored = []
        number = 0
    }

    /// Folds an event and sends it; returns once it has been dealt with.
    ///
    /// - Throws: `CancellationError` when the growth was cancelled.
    func record(_ event: RunEvent) async throws {
        state.apply(event)
        if let index = stored.firstIndex(of: event) {
            stored.remove(at: index)
            return
        }
        number += 1
        let recorded = RecordedEvent(sample: sample, number: number, time: now(), event: event)
        if let channel { await withCheckedContinuation { channel.offer(recorded, from: $0) } }
        try Task.checkCancellation()
    }

    /// What the curator asked at a gate before the sample was interrupted; nil where nothing says that the sample ever
    /// came through that gate.
    func storedSteering(at gate: RunControl.Gate) -> Steering? {
        for case .steered(let steering, gate) in stored { return steering }
        return stored.contains { $0.follows(gate) } ? Steering() : nil
    }
}

/// Where an interrupted sample goes on.
private struct Resumption {
    /// The state before the iteration that was under way.
    let state: RunState
    /// What that iteration had already said, and that it was interrupted.
    let unfinished: [RunEvent]

    init(_ events: [RecordedEvent]) {
        let payloads = events.map(\.event)
        let begun = payloads.lastIndex { event in
            guard case .iterationBegan = event else { return false }
            return true
        }
        let boundary = begun ?? payloads.endIndex
        state = RunState(payloads[..<boundary].filter { !$0.isInterruption })
        let said = payloads[boundary...].filter { !$0.isInterruption }
        unfinished = said + payloads.suffix(1).filter(\.isInterruption)
    }
}

extension RunEvent {
    /// Whether it can only have happened once the sample had come through a gate.
    fileprivate func follows(_ gate: RunControl.Gate) -> Bool {
        switch (gate, self) {
        case (.proposing, .sampled), (.selecting, .selected), (.selecting, .iterationEnded): true
        case (.selecting, .asked(let exchange)): exchange.stage == .selecting
        case (.proposing, _), (.selecting, _): false
        }
    }

    fileprivate var isInterruption: Bool {
        guard case .interrupted = self else { return false }
        return true
    }
}
