import Engine

extension ExplorerState {
    /// Live follows every growing sample, whichever is shown.
    ///
    /// - Returns: Whether it is news; the same event may be told twice.
    mutating func takeInOnLive(_ recorded: RecordedEvent) -> Bool {
        // Times of a sample that waits for somebody, or is shown in slow motion, are no measure.
        let isSlow = isPaced && recorded.sample == open?.id
        if isSlow || run.isPaused || held.contains(recorded.sample) { live.disturb(recorded.sample) }
        guard live.take(recorded) else { return false }
        if case .finished(.completed) = recorded.event, screen != .review { live.news += 1 }
        return true
    }

    /// A run is watched from here on; what was begun of it and not finished is taken up where it was.
    mutating func takeUp(_ standing: RunStanding) {
        growing += live.take(standing).filter { !growing.contains($0) }
    }

    /// A model says something for a growing sample.
    mutating func heard(_ sample: SampleID, _ speech: Speech) {
        if sample == open?.id { open?.hear(speech) }
        live.hear(sample, speech)
    }

    mutating func released(_ sample: SampleID) {
        held.remove(sample)
        live.disturb(sample)
    }

    /// One iteration of the growing sample, which is held from then on; on Review a replay of a finished one.
    mutating func stepOnce() -> [Effect] {
        guard screen == .live || isGrowing else { return toggleReplay() }
        guard let sample = steeredSample else { return [] }
        return (held.contains(sample) ? [] : [.hold(sample)]) + [.step(sample)]
    }

    /// Follows the newest sample, or stays: on Live that moves nothing of Review.
    mutating func follow() -> [Effect] {
        guard screen == .live else { return toggleFollowing() }
        live.toggleFollowing()
        tell(live.followsNewest ? "The newest sample is followed." : "This sample is followed to its end.")
        return []
    }
}
