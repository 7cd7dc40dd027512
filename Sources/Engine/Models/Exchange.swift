/// Where in a run one question to a model belongs.
package struct ExchangeSlot: Hashable, Codable, Sendable {
    /// The stage that asks.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        case proposing, executing, selecting, synthesising
        // Beside the growth of samples: writing instructions, searching answers to them, answering and judging in an
        // evaluation. There the iteration counts how often the question was asked before without an answer, and the
        // turn counts the questions of one stage.
        case instructing, searching, answering, judging
    }

    package let sample: SampleID
    /// The iteration that is under way; 0 for the final synthesis.
    ///
    /// In a study 0, and 1 more each time that the question is asked again because it had no answer.
    package let iteration: Int
    package let stage: Stage
    /// The proposal whose trial asks; nil outside a trial.
    package let proposal: Proposal.ID?
    /// Which turn of the stage: the number of calls that the trial has made, 0 outside a trial.
    package let turn: Int
    /// 0 for the question itself, 1 and 2 for what is asked because the answer could not be used.
    package let repair: Int

    package init(
        sample: SampleID, iteration: Int, stage: Stage, proposal: Proposal.ID? = nil, turn: Int = 0, repair: Int = 0
    ) {
        self.sample = sample
        self.iteration = iteration
        self.stage = stage
        self.proposal = proposal
        self.turn = turn
        self.repair = repair
    }
}

/// How a question to a model ended, as a record keeps it.
package struct RecordedExchange: Hashable, Codable, Sendable {
    package enum Result: Hashable, Codable, Sendable {
        case answered(Completion)
        /// Never one that ``ModelError/stopsRun``: those are asked again when the run goes on.
        case failed(ModelError)
    }

    package let result: Result
    /// Requests that were sent for it: 1 and the retries.
    package let tries: Int
    /// What it cost; nil where the price is unknown.
    package let cost: Money?

    package init(_ result: Result, tries: Int, cost: Money?) {
        self.result = result
        self.tries = tries
        self.cost = cost
    }

    package var usage: TokenUsage {
        switch result {
        case .answered(let completion): completion.usage
        case .failed: .zero
        }
    }
}

/// How a question ended, without its answer: to know that there is one, nobody has to read it.
package enum PastEnding: Hashable, Sendable {
    case answered
    /// Its result is a failure.
    case unanswered(RecordedExchange)
}

/// Remembers every exchange with a model, so that no stored answer is paid for twice.
///
/// Both methods return once what they were told is durable.
package protocol ExchangeLedger: Sendable {
    /// Notes that a question is about to be sent.
    ///
    /// - Returns: what was recorded when the same question was asked in the same slot before; it is then not sent.
    func begin(_ question: Question) async throws -> RecordedExchange?

    /// Notes how it ended: answer and usage in one commit.
    func finish(_ question: Question, with exchange: RecordedExchange) async throws
}

/// Remembers both kinds of calls of a run.
package typealias RunLedger = CallLedger & ExchangeLedger

extension ForgetfulLedger: ExchangeLedger {
    package func begin(_ question: Question) -> RecordedExchange? { nil }

    package func finish(_ question: Question, with exchange: RecordedExchange) {}
}

/// What the events of a sample tell of a question to a model.
package struct Exchange: Hashable, Codable, Sendable {
    package let stage: ExchangeSlot.Stage
    package let proposal: Proposal.ID?
    package let turn: Int
    package let repair: Int
    package let model: String
    /// Names the request in the record.
    package let request: ContentHash
    package let tries: Int
    package let usage: TokenUsage
    /// Nil where the price is unknown.
    package let cost: Money?
    /// Why there was no answer; nil where there was one.
    package let problem: String?

    package init(_ question: Question, _ recorded: RecordedExchange) {
        stage = question.slot.stage
        proposal = question.slot.proposal
        turn = question.slot.turn
        repair = question.slot.repair
        model = question.request.model
        request = question.hash
        tries = recorded.tries
        usage = recorded.usage
        cost = recorded.cost
        problem =
            switch recorded.result {
            case .answered: nil
            case .failed(let error): "\(error)"
            }
    }
}
