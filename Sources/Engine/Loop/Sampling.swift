extension Generator {
    /// Samples the mini-batch: resampled in every iteration.
    func sample(_ position: Position, without muted: [ToolName], _ log: EventLog) async throws -> [Tool] {
        var random = random(for: .sampling, position)
        let offered = muted.isEmpty ? library.tools : library.tools.filter { !muted.contains($0.name) }
        let batch = offered.sample(plan.batch, using: &random)
        try await log.record(.sampled(batch.map(\.name)))
        return batch
    }

    func random(for purpose: SeededGenerator.Purpose, _ position: Position) -> SeededGenerator {
        SeededGenerator(
            for: purpose, seed: plan.seed, sample: position.sample.index, iteration: position.iteration)
    }
}

extension Array {
    /// `count` elements without repetition, in random order; all of them when there are fewer.
    ///
    /// Floyd's order does not matter here: only the first places of a shuffle are drawn, so that a batch of 50 from
    /// 50,000 costs 50 draws.
    func sample(_ count: Int, using random: inout SeededGenerator) -> [Element] {
        var moved: [Int: Int] = [:]
        return (0..<Swift.min(count, self.count)).map { place in
            let pick = Int.random(in: place..<self.count, using: &random)
            let chosen = moved[pick] ?? pick
            moved[pick] = moved[place] ?? place
            return self[chosen]
        }
    }
}
