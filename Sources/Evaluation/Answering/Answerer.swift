import Engine

/// Has a model answer items: a plain conversation with function calls, each of which is really made.
package struct Answerer: Sendable {
    private let plan: AnswerPlan
    private let study: Study

    package init(_ plan: AnswerPlan, in study: Study) {
        self.plan = plan
        self.study = study
    }

    /// What the model does with an item when it is offered these tools.
    ///
    /// `slot` names the item in the study's record. A question without an answer ends the item, with the calls so far.
    ///
    /// - Throws: ``BudgetSpent``, ``ModelError`` when no other question would be answered either,
    ///   `CancellationError`, and what the ledger throws.
    package func answer(
        _ truth: Truth, offering tools: [Tool], at slot: SampleID, spending: SpendingMeter
    ) async throws -> Prediction {
        var talk = AnswerTalk(truth, tools, plan)
        for turn in 1...max(1, plan.turns) {
            let completion: Completion
            do { completion = try await ask(talk, at: slot, turn: turn, spending) } catch let failure as StageFailure {
                return talk.prediction(problem: failure.reason, .unanswered)
            }
            talk.hear(completion)
            guard !completion.calls.isEmpty else { return talk.prediction(problem: completion.shortcoming(plan)) }
            for requested in completion.calls { try await make(requested, in: &talk, at: slot, turn: turn, spending) }
        }
        return talk.prediction(problem: "It still asked for calls after \(plan.turns) turns.")
    }

    private func ask(
        _ talk: AnswerTalk, at item: SampleID, turn: Int, _ spending: SpendingMeter
    ) async throws -> Completion {
        var random = SeededGenerator(for: .answering, seed: plan.seed, sample: item.index, iteration: turn)
        let request = ModelRequest(
            model: study.model.name, messages: talk.messages, tools: talk.names.offered,
            toolChoice: talk.names.offered.isEmpty ? .none : .auto, maxTokens: plan.answerTokens,
            temperature: plan.temperature, seed: UInt32(truncatingIfNeeded: random.next() >> 33))
        let slot = ExchangeSlot(sample: item, iteration: 0, stage: .answering, turn: turn)
        return try await study.ask(request, at: slot, spending: spending)
    }

    /// Makes a call that can be made, and puts what came of it into the conversation.
    private func make(
        _ requested: RequestedCall, in talk: inout AnswerTalk, at item: SampleID, turn: Int,
        _ spending: SpendingMeter
    ) async throws {
        switch talk.reading(of: requested) {
        case .unusable(let problem): talk.refuse(requested, because: problem)
        case .call(let call):
            let result = try await study.run(
                call, of: item, after: talk.made, on: talk.history, spending: spending)
            talk.note(requested, as: call, result.outcome)
        }
    }
}

extension Completion {
    /// Why an answer without calls is not a whole one; nil when it is.
    fileprivate func shortcoming(_ plan: AnswerPlan) -> String? {
        switch ending {
        case .stopped, .calls: nil
        case .length: "The answer was cut off at the limit of \(plan.answerTokens) tokens."
        case .filtered: "The endpoint's content filter withheld the answer."
        case .refused(let words):
            "The model declined to answer: \(words.isEmpty ? "it gave no reason." : String(words.prefix(500)))"
        }
    }
}
