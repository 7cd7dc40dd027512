import Review

extension ExplorerState {
    /// Why it is not possible now; nil when it is.
    func obstacle(to action: CompareAction) -> String? {
        guard let comparison = compare.comparison else {
            return compare.second == nil ? "There is no sample to compare yet." : "The samples are still being read."
        }
        return switch action {
        case .previousIteration: comparison.second.viewed <= 1 ? "B is at its first iteration." : nil
        case .nextIteration: comparison.second.showsNewest ? "B is at its last iteration." : nil
        case .previousHunk, .nextHunk:
            CompareScreen(state: self, pen: Pen(glyphs)).hunks.isEmpty ? "The two sides do not differ." : nil
        case .setFirst, .swap: nil
        case .preferFirst, .preferSecond, .preferNeither: obstacleToPreferring(comparison)
        case .accept: obstacleToAccepting(comparison.second.sample)
        case .nextBranch, .previousBranch:
            (compare.known?.members.count ?? 0) < 2 ? "\(comparison.second.name) has no branch; b grows one." : nil
        }
    }

    /// Why A cannot be steered; nil when it can.
    var obstacleToSteeringCompared: String? {
        guard let side = compare.comparison?.first else {
            return compare.second == nil ? "There is no sample to compare yet." : "The samples are still being read."
        }
        if isReadOnly { return "The dataset is open for reading only." }
        if side.sample.state.growthIsUnknown { return "\(side.name) was imported: how it grew is not recorded." }
        switch growth(of: side.id, side.sample.state) {
        case .elsewhere: return "Another process grows \(side.name); it can be steered only there."
        case .growing, .held: return nil
        case .unfinished, .ended:
            return side.iterations == 0 ? "\(side.name) never began to grow: there is no iteration." : nil
        }
    }

    private func obstacleToPreferring(_ comparison: Comparison) -> String? {
        if isReadOnly { return "The dataset is open for reading only." }
        if comparison.isOfOneSample {
            return "Both sides are \(comparison.first.name): only different samples can be preferred to each other."
        }
        let open = [comparison.first, comparison.second].first { $0.sample.state.outcome == nil }
        return open.map { "\($0.name) is not finished: prefer when it is." }
    }

    private func obstacleToAccepting(_ sample: ReviewedSample) -> String? {
        if isReadOnly { return "The dataset is open for reading only." }
        if sample.review.status == .accepted { return "It is accepted already." }
        return obstacleToEnding(sample)
    }
}
