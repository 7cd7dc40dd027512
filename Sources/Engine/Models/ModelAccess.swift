/// How a stage reaches a model: recorded, counted against the budget, and told as events.
///
/// The generator makes one for each stage of each iteration; stages without a model leave it alone.
package struct ModelAccess: Sendable {
    private let slot: ExchangeSlot
    private let ledger: any ExchangeLedger
    private let account: BudgetAccount
    private let prices: PriceTable
    private let watch: (@Sendable (ExchangeSlot, StreamedText) -> Void)?
    private let tell: @Sendable (Exchange) async throws -> Void

    /// Access for the questions of one slot; `tell` hears of each exchange once it is recorded.
    package init(
        _ slot: ExchangeSlot, ledger: any ExchangeLedger, account: BudgetAccount, prices: PriceTable,
        watch: (@Sendable (ExchangeSlot, StreamedText) -> Void)? = nil,
        tell: @escaping @Sendable (Exchange) async throws -> Void
    ) {
        self.slot = slot
        self.ledger = ledger
        self.account = account
        self.prices = prices
        self.watch = watch
        self.tell = tell
    }

    /// Access outside a run: nothing is recorded, counted or told.
    package static func unrecorded(for sample: SampleID, _ stage: ExchangeSlot.Stage) -> ModelAccess {
        ModelAccess(
            ExchangeSlot(sample: sample, iteration: 0, stage: stage), ledger: ForgetfulLedger(),
            account: BudgetAccount(Budget()) { .zero }, prices: PriceTable(), watch: nil
        ) { _ in }
    }

    /// Asks a model, unless the record has the answer; an exchange that had none is told too.
    ///
    /// `repair` is 0 for the question itself and counts the times it is asked again because the answer cannot be used.
    ///
    /// - Throws: ``StageFailure`` when this request has no answer, ``ModelError`` when no other would have one either,
    ///   `CancellationError`, and what ends a sample that has spent its budget.
    package func ask(_ request: ModelRequest, of model: any LanguageModel, repair: Int = 0) async throws -> Completion {
        let question = Question(request, in: slot.asked(again: repair))
        let recorded: RecordedExchange
        if let known = try await ledger.begin(question) {
            recorded = known
        } else {
            recorded = try await exchange(question, with: model)
            // An answer that came is paid for: it is stored even when the growth was cancelled meanwhile.
            try await Task { [ledger] in try await ledger.finish(question, with: recorded) }.value
            try Task.checkCancellation()
        }
        try await tell(Exchange(question, recorded))
        switch recorded.result {
        case .answered(let completion): return completion
        case .failed(let error): throw StageFailure("\(error)")
        }
    }

    private func exchange(_ question: Question, with model: any LanguageModel) async throws -> RecordedExchange {
        let price = prices[model: question.request.model]
        let purse = Purse(account, estimate: question.worstCase, price: price)
        let line = line(to: purse, in: question.slot)
        do {
            let completion = try await account.beforeTimeIsUp {
                try await model.complete(question.request, through: line)
            }
            let cost = price?.cost(of: completion.usage)
            await purse.close(spending: completion.usage.total, cost)
            let lost = await purse.lost ?? .zero
            return RecordedExchange(.answered(completion), tries: await purse.tries, cost: cost.map { $0 + lost })
        } catch let error as ModelError where !error.stopsRun {
            await purse.lose(mayHaveCost: true)
            return RecordedExchange(.failed(error), tries: await purse.tries, cost: await purse.lost)
        } catch {
            await purse.lose(mayHaveCost: true)
            throw error
        }
    }
}

extension ModelAccess {
    private func line(to purse: Purse, in slot: ExchangeSlot) -> ModelLine {
        var streamed: (@Sendable (StreamedText) -> Void)?
        if let watch { streamed = { watch(slot, $0) } }
        return ModelLine(
            beforeSending: { try await purse.open() }, tryFailed: { await purse.lose(mayHaveCost: $0) },
            streamed: streamed)
    }
}

extension ExchangeSlot {
    fileprivate func asked(again repair: Int) -> ExchangeSlot {
        ExchangeSlot(
            sample: sample, iteration: iteration, stage: stage, proposal: proposal, turn: turn, repair: repair)
    }
}

/// What one exchange has taken out of the budget.
private actor Purse {
    private let account: BudgetAccount
    private let estimate: TokenUsage
    private let price: Price?
    private var pending: BudgetAccount.Reservation?
    private(set) var tries = 0
    private(set) var lost: Money?

    init(_ account: BudgetAccount, estimate: TokenUsage, price: Price?) {
        self.account = account
        self.estimate = estimate
        self.price = price
        lost = price.map { _ in .zero }
    }

    /// Reserves what the next try may cost.
    func open() async throws {
        await lose(mayHaveCost: true)
        pending = try await account.reserveModelCall(tokens: estimate.total, price?.cost(of: estimate))
        tries += 1
    }

    /// Settles a try that gave nothing: at the price of its request, where the endpoint may have read it.
    func lose(mayHaveCost: Bool) async {
        guard let reservation = pending else { return }
        pending = nil
        let read = TokenUsage(prompt: mayHaveCost ? estimate.prompt : 0, completion: 0)
        let cost = price?.cost(of: read)
        if let cost { lost = (lost ?? .zero) + cost }
        await account.settle(reservation, tokens: read.total, cost)
    }

    func close(spending tokens: Int, _ cost: Money?) async {
        guard let reservation = pending else { return }
        pending = nil
        await account.settle(reservation, tokens: tokens, cost)
    }
}
