/// Tells how much time has passed, and waits.
package struct Timekeeper: Sendable {
    /// The time since some start; never goes back.
    package let now: @Sendable () -> Duration
    /// Waits that long; throws `CancellationError` at once when cancelled.
    package let sleep: @Sendable (Duration) async throws -> Void

    package init(
        now: @escaping @Sendable () -> Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The clock of this machine.
    package static var live: Timekeeper {
        let clock = ContinuousClock()
        let start = clock.now
        return Timekeeper(now: { start.duration(to: clock.now) }, sleep: { try await clock.sleep(for: $0) })
    }
}
