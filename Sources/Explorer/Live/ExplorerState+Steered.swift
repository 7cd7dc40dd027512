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
