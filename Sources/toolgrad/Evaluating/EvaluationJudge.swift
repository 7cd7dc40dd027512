import Engine
import Evaluation

/// Who judges responses: their quality, and whether they solve their queries where that is asked too.
struct EvaluationJudge: Sendable {
    /// One question that is asked about each response.
    struct Question<Verdict: Hashable & Codable & Sendable>: Sendable {
        typealias Ask = @Sendable (JudgedAnswer, SampleID, SpendingMeter) async throws -> JudgeOutcome<Verdict>

        let judge: JudgeIdentity
        private let ask: Ask

        /// `ask` gives what the judge says of a response; the slot names the item.
        init(_ judge: JudgeIdentity, ask: @escaping Ask) {
            self.judge = judge
            self.ask = ask
        }

        func judged(
            _ answer: JudgedAnswer, at slot: SampleID, _ meter: SpendingMeter
        ) async throws -> EvaluatedItem.Judged<Verdict> {
            EvaluatedItem.Judged(judge, outcome: try await ask(answer, slot, meter))
        }
    }

    let quality: Question<QualityVerdict>
    /// Nil where it is not asked.
    var solved: Question<SolvedRuling>?

    /// Whether it has been asked everything about an item, with or without a verdict.
    func hasJudged(_ item: EvaluatedItem) -> Bool {
        item.judged?.judge == quality.judge && (solved == nil || item.solved?.judge == solved?.judge)
    }
}

extension EvaluatedItem {
    /// Whether a judge was asked about it and gave no verdict.
    var lacksVerdict: Bool {
        judged.map { $0.verdict == nil } ?? false || solved.map { $0.verdict == nil } ?? false
    }
}
