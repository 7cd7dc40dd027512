import Engine

/// Says whether queries can be solved with the tools that are offered for them, whatever was answered.
///
/// Source: ToolEval's status of a task, in words of our own.
package struct SolvableJudge: Sendable {
    private let conversation: JudgeConversation<VerdictForm<SolvableVerdict>>
    /// Who judges.
    package let identity: JudgeIdentity

    /// Asks the study's model; `maxTokens` is the most of one answer, reasoning included.
    ///
    /// `model` names it where an equal name must mean equal answers; without it, its name alone does.
    package init(in study: Study, as model: String? = nil, maxTokens: Int = 1_024) {
        identity = JudgeIdentity(model ?? study.model.name, prompt: Self.contentHash)
        conversation = JudgeConversation(
            form: VerdictForm(name: "solvable"), prompt: .solvable, seat: JudgeSeat(question: .solvable, model: model),
            study: study, maxTokens: maxTokens)
    }

    /// Changes with the words of the question.
    package static var contentHash: ContentHash { JudgingPrompt.solvable.contentHash }

    /// Judges a query; one whose answer solves it is solvable, and nothing is asked.
    ///
    /// `answer` is what a judge said of it. `item` names the item in the study's record.
    ///
    /// - Throws: as ``SolvedJudge/judge(_:at:spending:)``.
    package func judge(
        _ query: JudgedQuery, answered answer: SolvedVerdict, at item: SampleID, spending: SpendingMeter
    ) async throws -> JudgeOutcome<SolvableRuling> {
        switch answer {
        case .solved: .judged(SolvableRuling(.solvable, reason: "Its answer solves it."))
        case .unsure, .unsolved: try await conversation.verdict(on: query.texts, of: item, spending: spending)
        }
    }
}
