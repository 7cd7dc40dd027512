/// An item of an evaluation: what was asked for, what a model made of it, and how good that is.
package struct EvaluatedItem: Hashable, Codable, Sendable, Identifiable {
    /// What a judge said of the response.
    package struct Judged: Hashable, Codable, Sendable {
        /// The judge, as its endpoint knows it.
        package let model: String
        package let outcome: JudgeOutcome<QualityVerdict>

        package init(model: String, outcome: JudgeOutcome<QualityVerdict>) {
            self.model = model
            self.outcome = outcome
        }

        /// Nil where it gave no verdict.
        package var quality: QualityVerdict? { outcome.verdict }
    }

    package let truth: Truth
    /// Nil where a file of predictions has none for the item.
    package let prediction: Prediction?
    package let score: ItemScore
    /// Nil where nobody judged it.
    package let judged: Judged?
    /// What it took, the judge's questions included; nothing for a prediction out of a file.
    package let spending: Spending

    package init(
        truth: Truth, prediction: Prediction?, score: ItemScore, judged: Judged? = nil,
        spending: Spending = Spending()
    ) {
        self.truth = truth
        self.prediction = prediction
        self.score = score
        self.judged = judged
        self.spending = spending
    }

    package var id: String { truth.id }
}
