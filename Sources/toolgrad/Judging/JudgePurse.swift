import DatasetStore
import Engine

/// What the questions about one sample have taken out of the allowance.
actor JudgePurse {
    private let allowance: JudgeAllowance
    private let price: Price?
    private var estimate = TokenUsage.zero
    private var isOpen = false
    private(set) var spending: StoredJudgement.Spending

    init(_ allowance: JudgeAllowance, price: Price?) {
        self.allowance = allowance
        self.price = price
        spending = StoredJudgement.Spending(cost: price.map { _ in .zero })
    }

    /// What a client asks before it sends each try of a request, and tells of tries that failed.
    func line(for request: ModelRequest) -> ModelLine {
        estimate = TokenUsage(prompt: request.estimatedTokens, completion: request.maxTokens, isEstimated: true)
        return ModelLine(
            beforeSending: { try await self.open() }, tryFailed: { await self.lose(mayHaveCost: $0) })
    }

    /// Settles a request that was answered.
    func pay(_ usage: TokenUsage) async {
        spending.promptTokens += usage.prompt
        spending.completionTokens += usage.completion
        await close(at: price?.cost(of: usage))
    }

    /// Settles a try that gave nothing: at the price of its request, where the endpoint may have read it.
    func lose(mayHaveCost: Bool) async {
        let read = TokenUsage(prompt: mayHaveCost ? estimate.prompt : 0, completion: 0)
        await close(at: price?.cost(of: read))
    }

    private func open() async throws {
        await lose(mayHaveCost: true)
        try await allowance.reserve(worst)
        isOpen = true
        spending.requests += 1
    }

    private func close(at cost: Money?) async {
        guard isOpen else { return }
        isOpen = false
        if let cost { spending.cost = (spending.cost ?? .zero) + cost }
        await allowance.settle(worst, at: cost ?? .zero)
    }

    private var worst: Money { price?.cost(of: estimate) ?? .zero }
}
