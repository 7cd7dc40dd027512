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
    package let askedBefore: AskedBefore

    package init(
        model: ModelSettings.StageModel, library: ToolLibrary, ledger: any RunLedger = ForgetfulLedger(),
        account: BudgetAccount = BudgetAccount(Budget()) { .zero }, prices: PriceTable = PriceTable(),
        askedBefore: AskedBefore = AskedBefore()
    ) {
        self.model = model
        self.library = library
        self.ledger = ledger
        self.account = account
        self.prices = prices
        self.askedBefore = askedBefore
    }

    /// Asks the model, unless the record has the answer; `spending` is told what it took, then or now, with the times
    /// that brought no answer.
    ///
    /// The rules take nothing, since no model is asked. A limit of model calls counts their questions all the same.
    ///
    /// - Throws: ``StageFailure`` when this request has no answer, ``ModelError`` when no other would have one either,
    ///   ``BudgetSpent``, `CancellationError`, and what the ledger throws.
    package func ask(
        _ request: ModelRequest, at slot: ExchangeSlot, spending: SpendingMeter
    ) async throws -> Completion {
        let question = Question(request, in: slot)
        let failures = try await askedBefore.failures(of: question)
        let isModel = !(model.model is RuleBasedSolver)
        for failure in failures where isModel { await spending.add(Exchange(question, failure)) }
        let access = ModelAccess(
            slot.after(failures: failures.count), ledger: ledger, account: account, prices: prices
        ) { exchange in if isModel { await spending.add(exchange) } }
        return try await access.ask(request, of: model.model, repair: slot.repair)
    }

    /// Really makes a call, unless its arguments break the tool's schema or the record has its result.
    ///
    /// `made` are all calls of the item before it, in their order, whatever came of them and wherever they led: the
    /// limits of a policy hold for them together. `history` are those of them that the call builds on, and that may
    /// have run. `spending` is told of a call that left, now or then.
    ///
    /// - Throws: ``BudgetSpent``, `CancellationError`, and what the ledger throws; never for a call that fails.
    package func run(
        _ call: ToolCall, of item: SampleID, after made: [ToolCall], on history: [ToolCall], spending: SpendingMeter
    ) async throws -> ToolResult {
        if let objection = library.objection(to: call) {
            return ToolResult(.rejected(reason: objection), origin: .live)
        }
        let slot = CallSlot(sample: item, iteration: 0, proposal: Proposal.ID(1), attempt: made.count + 1)
        let context = CallContext(
            slot: slot, history: history, callsMade: made.count, repeats: made.count { $0 == call })
        let result = try await recorded(call, in: context, slot)
        if result.outcome.hasLeft { await spending.addCall() }
        return result
    }

    /// What the record has of a call, or what comes of it now.
    private func recorded(_ call: ToolCall, in context: CallContext, _ slot: CallSlot) async throws -> ToolResult {
        if let known = try await ledger.begin(call, in: slot) { return known }
        try await account.reserveToolCall()
        let result = await library.run(call, in: context)
        if Task.isCancelled, case .unreachable = result.outcome { throw CancellationError() }
        // A call that finished is noted even when the study was cancelled meanwhile: it must not be made again.
        try await Task { [ledger] in try await ledger.finish(call, in: slot, with: result) }.value
        try Task.checkCancellation()
        return result
    }
}
