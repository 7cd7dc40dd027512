import Engine

/// Scores responses against those of the truth, request by request.
///
/// The model lists the requests of the query and scores each; the average is computed here.
///
/// Source: ToolGrad's quality of response (arXiv 2508.04086), in words of our own.
package struct QualityJudge: Sendable {
    private let conversation: JudgeConversation<QualityForm>
    /// Who judges.
    package let identity: JudgeIdentity

    /// Asks the study's model; `maxTokens` is the most of one answer, reasoning included.
    ///
    /// `model` names it where an equal name must mean equal answers; without it, its name alone does.
    package init(in study: Study, as model: String? = nil, maxTokens: Int = 2_048) {
        identity = JudgeIdentity(model ?? study.model.name, prompt: Self.contentHash)
        conversation = JudgeConversation(
            form: QualityForm(), prompt: .quality, seat: JudgeSeat(question: .quality, model: model), study: study,
            maxTokens: maxTokens)
    }

    /// Changes with the words of the question.
    package static var contentHash: ContentHash { JudgingPrompt.quality.contentHash }

    /// Scores an answer; one that says nothing has 0 without a question, and one to a truth without a response none.
    ///
    /// `item` names the item in the study's record.
    ///
    /// - Throws: ``BudgetSpent``, ``ModelError`` when no other question would have an answer either,
    ///   `CancellationError`, and what the ledger throws.
    package func judge(
        _ answer: JudgedAnswer, at item: SampleID, spending: SpendingMeter
    ) async throws -> JudgeOutcome<QualityVerdict> {
        guard !answer.reference.saysNothing else {
            return .unjudged("The truth has no response to compare with.")
        }
        guard !answer.isEmpty else { return .judged(QualityVerdict([])) }
        return try await conversation.verdict(on: answer.texts, of: item, spending: spending)
    }
}
