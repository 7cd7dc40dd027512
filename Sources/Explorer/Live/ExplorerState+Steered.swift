import Engine

extension ExplorerState {
    /// The sample that holding, stepping and steering are about: the followed one on Live, elsewhere the one on show.
    var steeredSample: SampleID? {
        screen == .live ? live.followed : open?.id
    }

    /// What its events tell; nil where not all of them were seen.
    var steeredState: RunState? {
        guard screen == .live else { return open?.state }
        return live.followedSample.flatMap { $0.isWhole ? $0.state : nil }
    }

    /// Whether more of it is to come.
    var steeredGrowth: GrowthState {
        guard screen == .live else { return growth }
        return live.followedSample.map { growthOnLive(of: $0) } ?? .ended
    }

    /// Pauses the run with its branches, or lets them go on; without a run, each branch that grows by itself.
    func pauseOrGoOn() -> [Effect] {
        guard !run.isUnderWay else { return run.isPaused ? [.resumeRun] : [.pauseRun] }
        let goingOn = ownGrowing.filter { !held.contains($0) }
        return goingOn.isEmpty ? ownGrowing.map(Effect.release) : goingOn.map(Effect.hold)
    }

    /// Why nothing can be paused; nil when something can.
    var obstacleToPausing: String? {
        if run.isUnderWay || !ownGrowing.isEmpty { return nil }
        if live.growing > 0 { return "Another process grows these samples; they can be paused only there." }
        // Whether another process holds a run is not known before it grows something.
        return screen == .live && ownRun == nil
            ? "No run grows in this process; what another one grows can be paused only there." : "Nothing is growing."
    }

    /// The branches that this process grows.
    private var ownGrowing: [SampleID] { growing.filter(ownBranches.contains) }

    /// Whether more of a sample on Live is to come, and from whom.
    func growthOnLive(of sample: LiveSample) -> GrowthState {
        switch sample.phase {
        case .ended(.interrupted), .ended(.stopped): return .unfinished
        case .ended(.completed), .ended(.failed): return .ended
        case .beginning, .sampling, .proposing, .executing, .selecting, .synthesising, .between, .noOp: break
        }
        guard growsHere(sample.id) else { return .elsewhere }
        return held.contains(sample.id) ? .held : .growing
    }
}

extension GrowthState {
    /// Whether events are expected.
    var goesOn: Bool {
        switch self {
        case .growing, .held, .elsewhere: true
        case .unfinished, .ended: false
        }
    }
}
