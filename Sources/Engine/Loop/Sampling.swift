extension Generator {
    /// Samples the mini-batch: resampled in every iteration.
    func sample(_ position: Position, without muted: [ToolName], _ log: EventLog) async throws -> [Tool] {
        let batch = library.batch(of: plan.batch, sampled: plan.sampling, at: place(of: position), without: muted)
        try await log.record(.sampled(batch.map(\.name)))
        return batch
    }

    private func place(of position: Position) -> BatchPlace {
        BatchPlace(
            seed: plan.seed, number: (position.sample.index - 1) * plan.iterations + position.iteration - 1,
            random: random(for: .sampling, position))
    }

    func random(for purpose: SeededGenerator.Purpose, _ position: Position) -> SeededGenerator {
        SeededGenerator(
            for: purpose, seed: plan.seed, sample: position.sample.index, iteration: position.iteration)
    }
}

/// Which mini-batch of a run is drawn.
package struct BatchPlace: Sendable {
    let seed: UInt64
    /// 0 for the first iteration of the first sample, counted on over all iterations of all samples.
    let number: Int
    let random: SeededGenerator

    package init(seed: UInt64, number: Int, random: SeededGenerator) {
        self.seed = seed
        self.number = number
        self.random = random
    }
}

extension ToolLibrary {
    /// A mini-batch of `count` tools, or all when there are fewer; its cost does not grow with the library.
    ///
    /// Muted tools are no part of the library: only where some are muted is it walked through.
    package func batch(
        of count: Int, sampled sampling: Plan.Sampling, at place: BatchPlace, without muted: [ToolName] = []
    ) -> [Tool] {
        var random = place.random
        switch sampling {
        case .uniform:
            let offered = muted.isEmpty ? tools : tools.filter { !muted.contains($0.name) }
            return offered.sample(count, using: &random)
        case .family:
            return familyBatch(of: count, without: muted, using: &random)
        case .coverage:
            let offered = muted.isEmpty ? tools : tools.filter { !muted.contains($0.name) }
            return offered.covering(batch: count, number: place.number, seed: place.seed)
        }
    }

    private func familyBatch(
        of count: Int, without muted: [ToolName], using random: inout SeededGenerator
    ) -> [Tool] {
        var batch: [Tool] = []
        var left = families
        while batch.count < count, let family = left.drawn(using: &random) {
            let offered = family.filter { !muted.contains($0.name) }
            batch += offered.sample(count - batch.count, using: &random)
        }
        return batch
    }
}

/// Families from which some were drawn already.
///
/// A family is drawn by drawing one of its tools, so that a large one comes as often as its tools would; where only few
/// are left, the next in order is taken instead of drawing for ever.
struct FamilyDraw: Sendable {
    /// The tools of each family, families in the order of their names.
    let families: [[Tool]]
    /// For each tool its family's place.
    private let places: [Int]
    private var drawn: Set<Int> = []

    init(of tools: [Tool]) {
        let byName = Dictionary(grouping: tools, by: \.family)
        let families = byName.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { byName[$0] }
        self.families = families
        places = families.indices.flatMap { place in families[place].map { _ in place } }
    }

    mutating func drawn(using random: inout SeededGenerator) -> [Tool]? {
        guard drawn.count < families.count else { return nil }
        let pick = places[Int.random(in: places.indices, using: &random)]
        for next in pick..<pick + families.count where drawn.insert(next % families.count).inserted {
            return families[next % families.count]
        }
        return nil
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

    /// The batch with a number of a walk that comes to every element once before it begins anew in another order.
    ///
    /// The last batch before that is filled up with the first ones of its own walk, so that no batch has an element
    /// twice.
    func covering(batch size: Int, number: Int, seed: UInt64) -> [Element] {
        guard !isEmpty else { return [] }
        let size = Swift.min(size, count)
        let batchesPerWalk = (count + size - 1) / size
        let order = ShuffledIndices(
            count: count,
            random: SeededGenerator(for: .sampling, seed: seed, sample: 0, iteration: number / batchesPerWalk))
        let start = number % batchesPerWalk * size
        return (start..<start + size).map { self[order[$0 % count]] }
    }
}
