/// An item of an evaluation: what was asked for, what a model made of it, and how good that is.
package struct EvaluatedItem: Hashable, Codable, Sendable, Identifiable {
    /// What a judge said of the response.
    package struct Judged<Verdict: Hashable & Codable & Sendable>: Hashable, Codable, Sendable {
        package let judge: JudgeIdentity
        package let outcome: JudgeOutcome<Verdict>

        /// Earlier versions kept the model's bare name, under its own key.
        private enum CodingKeys: String, CodingKey {
            case judge = "model"
            case outcome
        }

        package init(_ judge: JudgeIdentity, outcome: JudgeOutcome<Verdict>) {
            self.judge = judge
            self.outcome = outcome
        }

        /// Nil where it gave none.
        package var verdict: Verdict? { outcome.verdict }
    }

    package let truth: Truth
    /// Nil where a file of predictions has none for the item.
    package let prediction: Prediction?
    package let score: ItemScore
    /// How good the response is; nil where nobody judged that.
    package let judged: Judged<QualityVerdict>?
    /// Whether it solves the query; nil where nobody judged that.
    package let solved: Judged<SolvedRuling>?
    /// What it took, the judge's questions included; nothing for a prediction out of a file.
    package let spending: Spending

    package init(
        truth: Truth, prediction: Prediction?, score: ItemScore, judged: Judged<QualityVerdict>? = nil,
        solved: Judged<SolvedRuling>? = nil, spending: Spending = Spending()
    ) {
        self.truth = truth
        self.prediction = prediction
        self.score = score
        self.judged = judged
        self.solved = solved
        self.spending = spending
    }

    package var id: String { truth.id }
}
