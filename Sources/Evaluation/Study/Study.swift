import Engine

/// What an experiment beside the growth of samples works with: a model, tools, a record and a budget.
///
/// The query-first baseline and the evaluation of models are studies. Every answer and every call is in the record
/// before it counts, under the study's own id; so a study that was interrupted pays for nothing twice.
package struct Study: Sendable {
    package let model: ModelSettings.StageModel
    package let library: ToolLibrary
    package let ledger: any RunLedger
    package let account: BudgetAccount
    package let prices: PriceTable

    package init(
        model: ModelSettings.StageModel, library: ToolLibrary, ledger: any RunLedger = ForgetfulLedger(),
        account: BudgetAccount = BudgetAccount(Budget()) { .zero }, prices: PriceTable = PriceTable()
    ) {
        self.model = model
        self.library = library
        self.ledger = ledger
        self.account = account
        self.prices = prices
    }

    /// Asks the model, unless the record has the answer; `spending` is told what it took, then or now.
    ///
    /// - Throws: ``StageFailure`` when this request has no answer, ``ModelError`` when no other would have one either,
    ///   ``BudgetSpent``, `CancellationError`, and what the ledger throws.
    package func ask(
        _ request: ModelRequest, at slot: ExchangeSlot, spending: SpendingMeter
    ) async throws -> Completion {
        let access = ModelAccess(slot, ledger: ledger, account: account, prices: prices) { exchange in
            await spending.add(exchange)
        }
        return try await access.ask(request, of: model.model, repair: slot.repair)
    }

    /// Really makes a call, unless its arguments break the tool's schema or the record has its result.
    ///
    /// `number` is 1 for the first call of the item; `earlier` are those before it that were sent, in their order.
    ///
    /// - Throws: ``BudgetSpent``, `CancellationError`, and what the ledger throws; never for a call that fails.
    package func run(
        _ call: ToolCall, number: Int, of item: SampleID, after earlier: [ToolCall], spending: SpendingMeter
    ) async throws -> ToolResult {
        if let objection = library.objection(to: call) {
            return ToolResult(.rejected(reason: objection), origin: .live)
        }
        let slot = CallSlot(sample: item, iteration: 0, proposal: Proposal.ID(1), attempt: number)
        await spending.addCall()
        if let known = try await ledger.begin(call, in: slot) { return known }
        try await account.reserveToolCall()
        let context = CallContext(
            slot: slot, history: earlier, callsMade: earlier.count, repeats: earlier.count { $0 == call })
        let result = await library.run(call, in: context)
        if Task.isCancelled, case .unreachable = result.outcome { throw CancellationError() }
        // A call that finished is noted even when the study was cancelled meanwhile: it must not be made again.
        try await Task { [ledger] in try await ledger.finish(call, in: slot, with: result) }.value
        try Task.checkCancellation()
        return result
    }
}
