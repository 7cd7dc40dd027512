import Engine

/// What reviewers said of two samples beside each other, in the journals of both.
///
/// Each reviewer's newest words count, in whichever of the two journals they stand.
package struct PairVerdict: Hashable, Sendable {
    package enum Outcome: Hashable, Sendable {
        case firstIsBetter, secondIsBetter, equal
        /// Reviewers see it differently.
        case disputed
    }

    package let outcome: Outcome
    /// The sample in whose journal the newest words stand.
    package let newest: SampleID

    /// Nil where nobody said anything.
    package init?(of first: ReviewedSample, beside second: ReviewedSample) {
        let words =
            Self.words(of: first, beside: second, better: .firstIsBetter)
            + Self.words(of: second, beside: first, better: .secondIsBetter)
        guard let newest = words.max(by: { $0.isBefore($1) }) else { return nil }
        let last = Dictionary(grouping: words, by: \.reviewer).values.compactMap { $0.max { $0.isBefore($1) } }
        let outcomes = Set(last.map(\.outcome))
        outcome = outcomes.count == 1 ? newest.outcome : .disputed
        self.newest = newest.subject
    }

    private struct Words {
        let subject: SampleID
        let reviewer: String
        let outcome: Outcome
        let time: Timestamp

        func isBefore(_ other: Words) -> Bool { (time, subject) < (other.time, other.subject) }
    }

    private static func words(
        of sample: ReviewedSample, beside other: ReviewedSample, better: Outcome
    ) -> [Words] {
        sample.review.comparisons.filter { $0.other == other.id }.map { comparison in
            let outcome: Outcome =
                switch comparison.outcome {
                case .better: better
                case .equal: .equal
                }
            return Words(
                subject: sample.id, reviewer: comparison.reviewer, outcome: outcome, time: comparison.time)
        }
    }
}
