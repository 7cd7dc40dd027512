import DatasetStore
import Engine
import Evaluation

extension Dataset {
    /// What a baseline took that none of its samples has: searches that did not end, and instructions without a search.
    ///
    /// `first` is what the samples up to an index took, which are not read again. What a judge took is not among it.
    func unfinishedSpending(of study: RunID, beside first: Spending, upTo index: Int) async throws -> Spending {
        var samples = first
        for try await sample in baselineSamples(of: study, after: index) { samples.add(sample.spending) }
        return Spending(try await studyTotals(of: study, without: [.judging])).beyond(samples)
    }
}

extension Spending {
    /// What a study took by its record.
    init(_ totals: StudyTotals) {
        self.init()
        modelCalls = totals.models.requests
        toolCalls = totals.toolCalls
        promptTokens = totals.models.promptTokens
        completionTokens = totals.models.completionTokens
        cost = totals.models.unpriced > 0 ? nil : totals.models.cost
    }

    /// What of it is more than `part`; the cost is known where nothing more was asked.
    func beyond(_ part: Spending) -> Spending {
        var rest = Spending()
        rest.modelCalls = max(0, modelCalls - part.modelCalls)
        rest.toolCalls = max(0, toolCalls - part.toolCalls)
        rest.promptTokens = max(0, promptTokens - part.promptTokens)
        rest.completionTokens = max(0, completionTokens - part.completionTokens)
        guard rest.modelCalls + rest.tokens > 0 else { return rest }
        guard let cost, let known = part.cost else {
            rest.cost = nil
            return rest
        }
        rest.cost = Money(nanodollars: max(0, cost.nanodollars - known.nanodollars))
        return rest
    }
}
