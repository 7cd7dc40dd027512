/// Keeps count of what a run spends against its budget; shared by all its samples.
package actor BudgetAccount {
    private let budget: Budget
    private let elapsed: @Sendable () -> Duration
    private var toolCalls: Int

    /// Opens the account of a run that has spent `toolCalls` before; `elapsed` is the time since it began.
    package init(_ budget: Budget, toolCalls: Int = 0, elapsed: @escaping @Sendable () -> Duration) {
        self.budget = budget
        self.toolCalls = toolCalls
        self.elapsed = elapsed
    }

    /// Takes one tool call out of the budget before it is sent.
    ///
    /// - Throws: ``BudgetSpent`` when a limit is met; the call must not be sent.
    func reserveToolCall() throws {
        if let limit = budget.time, elapsed() >= limit { throw BudgetSpent(limit: .time) }
        if let limit = budget.toolCalls, toolCalls >= limit { throw BudgetSpent(limit: .toolCalls) }
        toolCalls += 1
    }
}

/// A limit of the run is met: the sample stops where it is.
struct BudgetSpent: Error {
    let limit: Budget.Limit
}
