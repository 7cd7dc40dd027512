/// Keeps count of what a run spends against its budget; shared by all its samples.
///
/// What a call may cost is reserved before it is sent and settled after it; so a limit holds whatever is in flight.
package actor BudgetAccount {
    /// What was spent, or is reserved.
    package struct Spent: Hashable, Sendable {
        package var toolCalls = 0
        /// Requests that were sent to models, retries too.
        package var modelCalls = 0
        package var tokens = 0
        package var money = Money.zero

        package init(toolCalls: Int = 0, modelCalls: Int = 0, tokens: Int = 0, money: Money = .zero) {
            self.toolCalls = toolCalls
            self.modelCalls = modelCalls
            self.tokens = tokens
            self.money = money
        }
    }

    /// What one model call may cost at most.
    package struct Reservation: Sendable {
        fileprivate let tokens: Int
        fileprivate let money: Money
    }

    private let budget: Budget
    private let elapsed: @Sendable () -> Duration
    /// Reserved amounts included.
    private var spent: Spent
    private var inFlight = 0
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    /// Opens the account of a run that has spent something before; `elapsed` is the time since it began.
    package init(_ budget: Budget, spent: Spent = Spent(), elapsed: @escaping @Sendable () -> Duration) {
        self.budget = budget
        self.spent = spent
        self.elapsed = elapsed
    }

    /// Takes one tool call out of the budget before it is sent.
    ///
    /// - Throws: ``BudgetSpent`` when a limit is met; the call must not be sent.
    package func reserveToolCall() throws {
        if let limit = budget.time, elapsed() >= limit { throw BudgetSpent(limit: .time) }
        if let limit = budget.toolCalls, spent.toolCalls >= limit { throw BudgetSpent(limit: .toolCalls) }
        spent.toolCalls += 1
    }

    /// Takes what a model call may cost at most out of the budget before it is sent.
    ///
    /// Where only what others have reserved stands in the way, it waits until they have settled.
    ///
    /// - Throws: ``BudgetSpent`` when a limit is met; the call must not be sent. `CancellationError` while waiting.
    func reserveModelCall(tokens: Int, _ money: Money?) async throws -> Reservation {
        let reservation = Reservation(tokens: tokens, money: money ?? .zero)
        while let limit = limit(metBy: reservation) {
            guard limit.mayRecede, inFlight > 0 else { throw BudgetSpent(limit: limit) }
            try await waitForSettlement()
        }
        spent.modelCalls += 1
        spent.tokens += reservation.tokens
        spent.money = spent.money + reservation.money
        inFlight += 1
        return reservation
    }

    /// Gives back what a call did not cost.
    func settle(_ reservation: Reservation, tokens: Int, _ money: Money?) {
        spent.tokens += tokens - reservation.tokens
        spent.money = spent.money - reservation.money + (money ?? .zero)
        inFlight -= 1
        let woken = waiters.values
        waiters = [:]
        for waiter in woken { waiter.resume() }
    }

    /// Does something that takes long, and ends it when the run's time is up.
    ///
    /// - Throws: ``BudgetSpent`` then.
    nonisolated func beforeTimeIsUp<Value: Sendable>(
        _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        guard let limit = budget.time else { return try await work() }
        let left = limit - elapsed()
        guard left > .zero else { throw BudgetSpent(limit: .time) }
        return try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: left)
                throw BudgetSpent(limit: .time)
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }

    private func limit(metBy reservation: Reservation) -> Budget.Limit? {
        if let limit = budget.time, elapsed() >= limit { return .time }
        if let limit = budget.modelCalls, spent.modelCalls >= limit { return .modelCalls }
        if let limit = budget.tokens, spent.tokens + reservation.tokens > limit { return .tokens }
        if let limit = budget.money, spent.money + reservation.money > limit { return .money }
        return nil
    }

    private func waitForSettlement() async throws {
        nextWaiter += 1
        let waiter = nextWaiter
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters[waiter] = $0 }
        } onCancel: {
            Task { await self.wake(waiter) }
        }
        try Task.checkCancellation()
    }

    private func wake(_ waiter: Int) {
        waiters.removeValue(forKey: waiter)?.resume()
    }
}

extension Budget.Limit {
    /// Whether less may turn out to be spent than is reserved.
    fileprivate var mayRecede: Bool {
        switch self {
        case .tokens, .money: true
        case .toolCalls, .modelCalls, .time: false
        }
    }
}

/// A limit of the run is met: the sample stops where it is.
package struct BudgetSpent: Error {
    package let limit: Budget.Limit

    package init(limit: Budget.Limit) { self.limit = limit }
}
