import Synchronization

/// A meeting point of many senders and one reader.
///
/// A sender goes on when the reader comes back for more.
final class EventChannel: Sendable {
    typealias Sender = CheckedContinuation<Void, Never>
    typealias Reader = CheckedContinuation<RecordedEvent?, any Error>

    private struct State {
        var waiting: [(event: RecordedEvent, sender: Sender)] = []
        /// Whoever sent the event that the reader holds.
        var delivered: Sender?
        var reader: Reader?
        var ending: Result<Void, any Error>?
        var isAbandoned = false
    }

    private let state = Mutex(State())

    /// Puts an event in line; the sender is resumed once the reader has come back for the one after it.
    ///
    /// It does not suspend, so that whoever numbers events can put them in line in that order.
    func offer(_ event: RecordedEvent, from sender: Sender) {
        enum Next { case wait, wake(Sender), deliver(Reader) }
        let next = state.withLock { state -> Next in
            if state.isAbandoned { return .wake(sender) }
            guard let reader = state.reader else {
                state.waiting.append((event, sender))
                return .wait
            }
            state.reader = nil
            state.delivered = sender
            return .deliver(reader)
        }
        switch next {
        case .wait: return
        case .wake(let sender): sender.resume()
        case .deliver(let reader): reader.resume(returning: event)
        }
    }

    /// The next event, which also says that the last one has been dealt with; nil after the end.
    func next() async throws -> RecordedEvent? {
        let dealtWith = state.withLock { state in
            defer { state.delivered = nil }
            return state.delivered
        }
        dealtWith?.resume()
        return try await withCheckedThrowingContinuation { reader in
            let answer = state.withLock { state -> Result<RecordedEvent?, any Error>? in
                if !state.waiting.isEmpty {
                    let first = state.waiting.removeFirst()
                    state.delivered = first.sender
                    return .success(first.event)
                }
                if let ending = state.ending { return ending.map { nil } }
                state.reader = reader
                return nil
            }
            if let answer { reader.resume(with: answer) }
        }
    }

    /// Ends the stream after what is in line.
    func finish(_ ending: Result<Void, any Error>) {
        let reader = state.withLock { state -> Reader? in
            state.ending = ending
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(with: ending.map { nil })
    }

    /// The reader is gone: lets every sender go, now and later.
    func abandon() {
        let senders = state.withLock { state -> [Sender] in
            defer {
                state.waiting = []
                state.delivered = nil
                state.isAbandoned = true
            }
            return state.waiting.map(\.sender) + (state.delivered.map { [$0] } ?? [])
        }
        for sender in senders { sender.resume() }
    }
}
