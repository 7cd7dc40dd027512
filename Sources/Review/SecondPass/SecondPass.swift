import Engine

/// The samples that a reviewer judges again, blind: chosen by chance, in proportion to what was decided about them.
///
/// The choice depends on the seed and on the samples alone, not on the order in which they are handed in.
package struct SecondPass: Hashable, Sendable {
    /// How many samples to judge again.
    package enum Extent: Hashable, Sendable {
        /// A part of those that can be chosen, above 0 and at most 1.
        case share(Double)
        case count(Int)
    }

    /// A sample that somebody decided.
    package struct Candidate: Hashable, Sendable {
        package let id: SampleID
        /// What the first pass made of it.
        package let status: ReviewState.Status
        /// When the reviewer of this pass last decided something about it; nil for never.
        package let seen: Timestamp?
        /// Whether what the first pass judged is another text than the one that was made.
        package let isEdited: Bool

        package init(id: SampleID, status: ReviewState.Status, seen: Timestamp? = nil, isEdited: Bool = false) {
            self.id = id
            self.status = status
            self.seen = seen
            self.isEdited = isEdited
        }
    }

    /// In an order that says nothing about what was decided.
    package let samples: [SampleID]
    /// How many could have been chosen.
    package let candidates: Int
    /// How many were left out since the reviewer saw them too short a time ago.
    package let fresh: Int
    /// How many were left out since they were edited: a blind reader sees the sample as it was made.
    package let edited: Int

    /// How long ago a reviewer must have decided about a sample to judge it blind.
    package static let rest = Duration.seconds(24 * 60 * 60)

    /// Chooses among samples; at least one of each status that there is.
    package init(among decided: [Candidate], _ extent: Extent, seed: UInt64, at now: Timestamp) {
        let asMade = decided.filter { !$0.isEdited }
        let rested = asMade.filter { candidate in
            candidate.seen.map { now.since($0) >= Self.rest } ?? true
        }
        let ranked = rested.map { Ranked($0, seed: seed) }.sorted()
        let strata = Opinion.statuses.map { status in ranked.filter { $0.status == status } }.filter { !$0.isEmpty }
        let wanted = extent.count(of: rested.count)
        let quotas = Self.quotas(of: strata.map(\.count), wanted: wanted)
        samples = zip(strata, quotas).flatMap { $0.prefix($1) }.sorted().map(\.id)
        candidates = rested.count
        fresh = asMade.count - rested.count
        edited = decided.count - asMade.count
    }

    /// How many to take of strata with these sizes: one of each, then whichever is furthest below its share.
    static func quotas(of sizes: [Int], wanted: Int) -> [Int] {
        let total = sizes.reduce(0, +)
        guard wanted > 0 else { return sizes.map { _ in 0 } }
        var quotas = sizes.map { min($0, max(1, wanted * $0 / total)) }
        while quotas.reduce(0, +) < min(wanted, total) {
            let needs = sizes.indices.filter { quotas[$0] < sizes[$0] }
            guard let next = needs.max(by: { lack(of: $0) < lack(of: $1) }) else { break }
            quotas[next] += 1
        }
        while quotas.reduce(0, +) > wanted {
            let able = sizes.indices.filter { quotas[$0] > 1 }
            guard let next = able.min(by: { lack(of: $0) < lack(of: $1) }) else { break }
            quotas[next] -= 1
        }
        return quotas

        func lack(of stratum: Int) -> Double {
            Double(wanted) * Double(sizes[stratum]) / Double(total) - Double(quotas[stratum])
        }
    }
}

extension SecondPass.Extent {
    /// At least one of any, at most all.
    fileprivate func count(of total: Int) -> Int {
        switch self {
        case .share(let share): total == 0 ? 0 : max(1, min(total, Int((Double(total) * share).rounded())))
        case .count(let count): max(0, min(total, count))
        }
    }
}

/// A sample with its place in the lot.
private struct Ranked: Comparable {
    let id: SampleID
    let status: ReviewState.Status
    private let lot: String

    init(_ candidate: SecondPass.Candidate, seed: UInt64) {
        (id, status) = (candidate.id, candidate.status)
        let branch = id.branch.map(String.init).joined(separator: ".")
        lot = ContentHash(of: "second pass \(seed) \(id.run.hash.hex) \(id.index) \(branch)").hex
    }

    static func < (left: Ranked, right: Ranked) -> Bool { (left.lot, left.id) < (right.lot, right.id) }
}
