/// Says when the newest frame may be painted: at most sixty times a second, and at once after a key.
struct FramePacer {
    /// The shortest time between two frames.
    static let gap = Duration.nanoseconds(16_666_667)
    /// Frames that answer a key: what it did by itself, and what was read because of it, such as the next sample.
    private static let answers = 2

    private var earliest: ContinuousClock.Instant?
    private var free = 0

    /// The next frames answer a key, so they do not wait.
    mutating func hurry() {
        earliest = nil
        free = Self.answers
    }

    /// A frame went out.
    mutating func painted(at now: ContinuousClock.Instant) {
        free = max(0, free - 1)
        earliest = free > 0 ? nil : now + Self.gap
    }

    /// How long a frame that is ready now has to wait; zero when it is due.
    func wait(at now: ContinuousClock.Instant) -> Duration {
        guard let earliest, earliest > now else { return .zero }
        return earliest - now
    }
}
