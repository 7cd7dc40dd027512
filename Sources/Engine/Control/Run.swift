/// Keeps the events of a run.
package protocol EventRecorder: Sendable {
    /// Returns once the event is durable, and shown to whoever watches.
    func record(_ event: RecordedEvent) async throws

    /// What is recorded of a sample, in order; empty for one that never began.
    func events(of sample: SampleID) async throws -> [RecordedEvent]
}

/// Many samples growing at once.
package struct Run: Sendable {
    private let generator: Generator
    private let control: RunControl
    private let recorder: any EventRecorder

    package init(_ generator: Generator, control: RunControl, recorder: any EventRecorder) {
        self.generator = generator
        self.control = control
        self.recorder = recorder
    }

    /// Grows the samples of these indices, as many at once as the control says; finished ones are left alone.
    ///
    /// The first one begins alone, so that whoever watches sees it first; the others follow once its first event is
    /// recorded.
    ///
    /// Cancelling stops each sample where it is; what is recorded of it stays, and the same call goes on from there.
    ///
    /// - Throws: the first error of the recorder or the ledger, or `CancellationError`; the other samples are then
    ///   cancelled.
    package func grow(_ indices: some Sequence<Int>) async throws {
        try await grow(samples: indices.lazy.map { SampleID(run: generator.run, index: $0) })
    }

    /// The same for samples by their names, branches among them.
    package func grow(samples: some Sequence<SampleID>) async throws {
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Change.self) { group in
            var growing = 0
            var isFirst = true
            var isWatching = false
            samples: for sample in samples {
                while true {
                    let room = await control.room
                    guard room.admitsMore else { break samples }
                    if growing < room.workers { break }
                    if !isWatching {
                        group.addTask {
                            await control.waitForRoom(otherThan: room)
                            return .room
                        }
                        isWatching = true
                    }
                    switch try await group.next() {
                    case .ended: growing -= 1
                    case .room, nil: isWatching = false
                    }
                }
                group.addTask {
                    defer { beginning.finish() }
                    try await grow(sample) { beginning.finish() }
                    return .ended
                }
                growing += 1
                if isFirst { for await _ in begun {} }
                isFirst = false
            }
            while growing > 0, let change = try await group.next() {
                if case .ended = change { growing -= 1 }
            }
            group.cancelAll()
        }
    }

    /// Why more samples may begin.
    private enum Change {
        case ended
        /// More may grow at once, or fewer, or none may begin any more.
        case room
    }

    /// Grows one sample from where its record ends, and tells when an event of it was recorded, now or before.
    ///
    /// It returns early when the sample is stopped: what is recorded stays, and the same call goes on from there.
    package func grow(_ sample: SampleID, recorded: @escaping @Sendable () -> Void = {}) async throws {
        let stored = try await recorder.events(of: sample)
        if case .finished = stored.last?.event { return }
        if !stored.isEmpty { recorded() }
        await control.growthBegan(of: sample)
        let result = await stoppable(sample) {
            for try await event in generator.sample(sample, after: stored) {
                try await recorder.record(event)
                recorded()
            }
        }
        await control.growthEnded(of: sample)
        try result.get()
    }

    /// Does the work until it is done or the sample is stopped.
    private func stoppable(
        _ sample: SampleID, _ work: @escaping @Sendable () async throws -> Void
    ) async -> Result<Void, any Error> {
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await work() }
                group.addTask { try await control.waitUntilStopped(sample) }
                defer { group.cancelAll() }
                try await group.next()
            }
            return .success(())
        } catch { return .failure(error) }
    }
}
