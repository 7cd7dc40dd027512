/// The events of one growing sample, in order, one at a time.
///
/// The engine waits until the reader asks for the next event, which it does once it has stored and shown the last: so
/// pacing, pausing or a slow disk hold the engine itself, and nothing is shown that is not stored. Leaving the loop
/// cancels the growth.
package struct EventStream: AsyncSequence, Sendable {
    private let reading: Reading

    /// Starts growing at once; `grow` sends its events through the channel it is given.
    init(_ grow: @escaping @Sendable (EventChannel) async throws -> Void) {
        let channel = EventChannel()
        let growth = Task {
            do {
                try await grow(channel)
                channel.finish(.success(()))
            } catch {
                channel.finish(.failure(error))
            }
        }
        reading = Reading(channel: channel, growth: growth)
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(reading: reading)
    }

    package struct Iterator: AsyncIteratorProtocol {
        fileprivate let reading: Reading

        /// The next event; nil after the last.
        ///
        /// - Throws: what ended the growth early: `CancellationError`, or an error of the ledger.
        package mutating func next() async throws -> RecordedEvent? {
            try await withTaskCancellationHandler {
                try await reading.channel.next()
            } onCancel: { [reading] in
                reading.growth.cancel()
            }
        }
    }
}

/// Ends the growth once neither the stream nor an iterator is there to read it.
private final class Reading: Sendable {
    let channel: EventChannel
    let growth: Task<Void, Never>

    init(channel: EventChannel, growth: Task<Void, Never>) {
        self.channel = channel
        self.growth = growth
    }

    deinit {
        growth.cancel()
        channel.abandon()
    }
}
