/// How a model did with one item.
package struct ItemScore: Hashable, Codable, Sendable, Identifiable {
    /// The id of the ``Truth``.
    package let id: String
    package let category: Truth.Category
    /// Those that the item has; shares from 0 to 1, ``Metric/quality`` from 0 to 100.
    package let figures: [Metric: Double]
    /// Why it lacks the others; nothing of those that the version which scored it did not have.
    package let omissions: [Metric: Omission]
    /// What a figure was counted from, where it is a share of calls or arguments.
    package let tallies: [Metric: Tally]
    /// What is wrong, and what went wrong without being a fault.
    package let mistakes: [Mistake]

    package init(
        id: String, category: Truth.Category, figures: [Metric: Double], omissions: [Metric: Omission] = [:],
        tallies: [Metric: Tally] = [:], mistakes: [Mistake] = []
    ) {
        self.id = id
        self.category = category
        self.figures = figures
        self.omissions = omissions
        self.tallies = tallies
        self.mistakes = mistakes
    }

    /// Whether nothing is wrong with it.
    package var isRight: Bool { !mistakes.contains(where: \.isFault) }

    /// Whether there was anything whole to score.
    package var hasPrediction: Bool {
        !mistakes.contains { mistake in
            guard case .noPrediction = mistake else { return false }
            return true
        }
    }
}
