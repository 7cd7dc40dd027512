import Synchronization

/// Wakes whoever watches the dataset when this process has committed.
final class CommitBell: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    @Sendable func ring() {
        for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
    }

    /// Adds a listener; the number takes it away again.
    func add(_ listener: AsyncStream<Void>.Continuation) -> Int {
        state.withLock { state in
            state.next += 1
            state.listeners[state.next] = listener
            return state.next
        }
    }

    func remove(_ number: Int) {
        state.withLock { $0.listeners[number] = nil }
    }
}
