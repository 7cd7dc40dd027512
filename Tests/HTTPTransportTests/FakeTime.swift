import HTTPTransport
import Synchronization

/// A clock that goes on when it is told.
final class FakeTime: Sendable {
    private struct State {
        var now = Duration.zero
        var sleeping: [(id: Int, until: Duration, continuation: CheckedContinuation<Void, any Error>)] = []
        var ids = 0
    }

    private let state = Mutex(State())

    var keeper: Timekeeper {
        Timekeeper(now: { self.now }, sleep: { try await self.sleep(for: $0) })
    }

    var now: Duration { state.withLock { $0.now } }
    /// When the sleepers want to be woken, the first one first.
    var alarms: [Duration] { state.withLock { $0.sleeping.map(\.until).sorted() } }

    /// Lets time pass, and wakes whoever has slept enough.
    func advance(by time: Duration) {
        let woken = state.withLock { state in
            state.now += time
            defer { state.sleeping.removeAll { $0.until <= state.now } }
            return state.sleeping.filter { $0.until <= state.now }
        }
        for sleeper in woken { sleeper.continuation.resume() }
    }

    private func sleep(for time: Duration) async throws {
        let id = state.withLock { state in
            state.ids += 1
            return state.ids
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isOver = state.withLock { state in
                    guard time > .zero, !Task.isCancelled else { return true }
                    state.sleeping.append((id, state.now + time, continuation))
                    return false
                }
                if isOver { continuation.resume() }
            }
            try Task.checkCancellation()
        } onCancel: {
            let cancelled = state.withLock { state in
                let index = state.sleeping.firstIndex { $0.id == id }
                return index.map { state.sleeping.remove(at: $0) }
            }
            cancelled?.continuation.resume(throwing: CancellationError())
        }
    }
}

/// Random numbers that are the same each time.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
