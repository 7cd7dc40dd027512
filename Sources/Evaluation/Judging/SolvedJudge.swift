import Engine

/// Says whether answers solve their queries.
///
/// Source: StableToolBench's solvable pass rate, in words of our own.
package struct SolvedJudge: Sendable {
    private let conversation: JudgeConversation<VerdictForm<SolvedVerdict>>
    /// Who judges.
    package let identity: JudgeIdentity

    /// Asks the study's model; `maxTokens` is the most of one answer, reasoning included.
    ///
    /// `model` names it where an equal name must mean equal answers; without it, its name alone does.
    package init(in study: Study, as model: String? = nil, maxTokens: Int = 1_024) {
        identity = JudgeIdentity(model ?? study.model.name, prompt: Self.contentHash)
        conversation = JudgeConversation(
            form: VerdictForm(name: "solved"), prompt: .solved, seat: JudgeSeat(question: .solved, model: model),
            study: study, maxTokens: maxTokens)
    }

    /// Changes with the words of the question.
    package static var contentHash: ContentHash { JudgingPrompt.solved.contentHash }

    /// Judges an answer; without one the query is unsolved, and nothing is asked.
    ///
    /// `item` names the item in the study's record.
    ///
    /// - Throws: ``BudgetSpent``, ``ModelError`` when no other question would have an answer either,
    ///   `CancellationError`, and what the ledger throws.
    package func judge(
        _ answer: JudgedAnswer, at item: SampleID, spending: SpendingMeter
    ) async throws -> JudgeOutcome<SolvedRuling> {
        guard !answer.isEmpty else { return .judged(SolvedRuling(.unsolved, reason: "There is no answer.")) }
        return try await conversation.verdict(on: answer.texts, of: item, spending: spending)
    }
}
