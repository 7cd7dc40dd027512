/// Says when the newest frame may be painted: at most sixty times a second, and at once after a key.
struct FramePacer {
    /// The shortest time between two frames.
    static let gap = Duration.nanoseconds(16_666_667)

    private var earliest: ContinuousClock.Instant?

    /// The next frame answers a key, so it does not wait.
    mutating func hurry() {
        earliest = nil
    }

    /// A frame went out.
    mutating func painted(at now: ContinuousClock.Instant) {
        earliest = now + Self.gap
    }

    /// How long a frame that is ready now has to wait; zero when it is due.
    func wait(at now: ContinuousClock.Instant) -> Duration {
        guard let earliest, earliest > now else { return .zero }
        return earliest - now
    }
}
