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
        let (begun, beginning) = AsyncStream.makeStream(of: Void.self)
        try await withThrowingTaskGroup(of: Void.self) { group in
            var growing = 0
            var isFirst = true
            for index in indices {
                while growing >= control.concurrency {
                    try await group.next()
                    growing -= 1
                }
                guard await control.admitsMore else { break }
                group.addTask {
                    defer { beginning.finish() }
                    try await grow(SampleID(run: generator.run, index: index)) { beginning.finish() }
                }
                growing += 1
                if isFirst { for await _ in begun {} }
                isFirst = false
            }
            try await group.waitForAll()
        }
    }

    /// Grows one sample from where its record ends, and tells when an event of it was recorded.
    package func grow(_ sample: SampleID, recorded: @Sendable () -> Void = {}) async throws {
        let stored = try await recorder.events(of: sample)
        if case .finished = stored.last?.event { return }
        for try await event in generator.sample(sample, after: stored) {
            try await recorder.record(event)
            recorded()
        }
    }
}
