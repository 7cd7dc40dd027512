import Engine

/// Searches for an answer to a query by asking a model which call to make next: depth first over its decisions.
///
/// A tree of thoughts, actions and inputs is grown in preorder. Giving up and the depth limit lead back to an earlier
/// point, where the model is asked for something else; the first answer ends the search. With a width of 1 this is
/// ReAct: one chain, no way back.
///
/// Source: OpenBMB/ToolBench, `DFS_woFilter_w2` and `CoT@1`.
package struct Search: Sendable {
    private let plan: SearchPlan
    private let study: Study

    package init(_ plan: SearchPlan, in study: Study) {
        self.plan = plan
        self.study = study
    }

    /// Changes with the words that the model is told; a study that keeps answers is identified by it, too.
    package static var promptHash: ContentHash { SearchPrompt.embedded.contentHash }

    /// Searches an answer with a whole set of tools; `item` names it in the study's record.
    ///
    /// The same item, tools and random stream ask the same. Where a question has no answer, the search ends as
    /// ``SearchResult/Ending/unanswered(_:)`` with the tree as it is.
    ///
    /// - Throws: ``BudgetSpent``, ``ModelError`` when no other question would have an answer either,
    ///   `CancellationError`, and what the ledger throws.
    package func answer(
        _ query: String, with tools: [Tool], for item: SampleID, random: SeededGenerator
    ) async throws -> SearchResult {
        var walk = SearchWalk(plan, in: study, for: query, with: tools, item: item, random: random)
        return try await walk.result()
    }
}
