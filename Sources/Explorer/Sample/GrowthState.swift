import Engine

/// Whether more of the sample on the screen is to come.
enum GrowthState: Hashable, Sendable {
    case growing
    /// It waits at its next gate until the reviewer lets it go on.
    case held
    /// Another process grows it; it can only be watched here.
    case elsewhere
    /// It has no end, and no run is under way that would bring one.
    case unfinished
    case ended
}

extension ExplorerState {
    var growth: GrowthState { open.map { growth(of: $0.id, $0.state) } ?? .ended }

    /// Whether more of a sample is to come, by what is known of its events.
    func growth(of sample: SampleID, _ state: RunState) -> GrowthState {
        if state.outcome != nil { return .ended }
        guard state.phase != .interrupted else { return .unfinished }
        if growsHere(sample) { return held.contains(sample) ? .held : .growing }
        return queue.progress(of: sample) == .growing ? .elsewhere : .unfinished
    }

    /// Whether this process grows anything: its run, or a branch.
    var growsAnything: Bool { run.isUnderWay || growing.contains(where: ownBranches.contains) }

    /// Whether a sample that has not ended grows in this process.
    func growsHere(_ sample: SampleID) -> Bool {
        ownBranches.contains(sample) || run.isUnderWay && (ownRun == nil || ownRun == sample.run)
    }

    /// Whether events of the sample on the screen are expected.
    var isGrowing: Bool {
        switch growth {
        case .growing, .held, .elsewhere: true
        case .unfinished, .ended: false
        }
    }
}
