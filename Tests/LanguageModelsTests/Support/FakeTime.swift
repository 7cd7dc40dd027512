import HTTPTransport
import Synchronization

/// A clock that stands still until somebody sleeps; sleeping takes no time.
final class FakeTime: Sendable {
    private struct State {
        var now = Duration.zero
        var sleeps: [Duration] = []
    }

    private let state = Mutex(State())

    /// How long was slept, in order.
    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    var keeper: Timekeeper {
        Timekeeper(now: { self.state.withLock { $0.now } }) { duration in
            try Task.checkCancellation()
            self.state.withLock {
                $0.now += duration
                $0.sleeps.append(duration)
            }
        }
    }
}

/// Draws the same number for ever.
struct SameNumber: RandomNumberGenerator, Sendable {
    let number: UInt64

    static let greatest = SameNumber(number: .max)

    func next() -> UInt64 { number }
}
