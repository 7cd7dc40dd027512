import Synchronization

/// A value that comes once, and those who wait for it.
final class Promise<Value: Sendable>: Sendable {
    private enum State {
        case open([Int: CheckedContinuation<Value?, Never>], next: Int)
        case kept(Value)
    }

    private let state = Mutex(State.open([:], next: 0))

    /// Gives the value to all who wait; what comes after the first is dropped.
    func keep(_ value: Value) {
        let waiting = state.withLock { state -> [CheckedContinuation<Value?, Never>] in
            guard case .open(let waiting, _) = state else { return [] }
            state = .kept(value)
            return Array(waiting.values)
        }
        for continuation in waiting { continuation.resume(returning: value) }
    }

    /// The value; nil while there is none.
    var current: Value? {
        state.withLock { state in
            guard case .kept(let value) = state else { return nil }
            return value
        }
    }

    /// Waits for the value; nil when the waiting task is cancelled first.
    func value() async -> Value? {
        let number = state.withLock { state -> Int? in
            guard case .open(let waiting, let next) = state else { return nil }
            state = .open(waiting, next: next + 1)
            return next
        }
        guard let number else { return current }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { wait($0, number) }
        } onCancel: {
            stopWaiting(number)
        }
    }

    private func wait(_ continuation: CheckedContinuation<Value?, Never>, _ number: Int) {
        let isCancelled = Task.isCancelled
        let immediate = state.withLock { state -> Value?? in
            switch state {
            case .kept(let value): return .some(value)
            case .open where isCancelled: return .some(nil)
            case .open(var waiting, let next):
                waiting[number] = continuation
                state = .open(waiting, next: next)
                return nil
            }
        }
        if let immediate { continuation.resume(returning: immediate) }
    }

    private func stopWaiting(_ number: Int) {
        let continuation = state.withLock { state -> CheckedContinuation<Value?, Never>? in
            guard case .open(var waiting, let next) = state else { return nil }
            let found = waiting.removeValue(forKey: number)
            state = .open(waiting, next: next)
            return found
        }
        continuation?.resume(returning: nil)
    }
}
