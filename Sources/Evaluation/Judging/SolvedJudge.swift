import Engine

/// Says whether answers solve their queries.
///
/// Source: StableToolBench's solvable pass rate, in words of our own.
package struct SolvedJudge: Sendable {
    private let conversation: JudgeConversation<SolvedForm>
    /// Other judges of an item have other turns.
    private static let turn = 1

    /// Asks the study's model; `maxTokens` is the most of one answer, reasoning included.
    package init(in study: Study, maxTokens: Int = 1_024) {
        conversation = JudgeConversation(form: SolvedForm(), prompt: .solved, study: study, maxTokens: maxTokens)
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
        return try await conversation.verdict(on: answer, of: item, turn: Self.turn, spending: spending)
    }
}
