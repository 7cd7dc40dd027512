import Engine

/// What a record has of the times that a question was asked, and what becomes of one without an answer.
package struct AskedBefore: Sendable {
    /// What becomes of a question that had no answer the last time: the connection was lost, or every try failed.
    package enum Unanswered: Hashable, Sendable {
        /// It stays without one, and is not sent.
        case kept
        /// It is sent again.
        case askedAgain
    }

    package let unanswered: Unanswered
    private let endings: @Sendable (Question) async throws -> [PastEnding]

    /// `endings` gives how a question ended each time, the first time first; only the last may be an answer.
    ///
    /// It is asked once for each question, so it should read no answers: what is answered is read by the ledger.
    package init(
        _ unanswered: Unanswered = .kept,
        endings: @escaping @Sendable (Question) async throws -> [PastEnding] = { _ in [] }
    ) {
        self.unanswered = unanswered
        self.endings = endings
    }

    /// The same record, with another answer to what becomes of such a question.
    package func with(_ unanswered: Unanswered) -> AskedBefore { AskedBefore(unanswered, endings: endings) }

    /// The times without an answer that come before the one that counts.
    func failures(of question: Question) async throws -> [RecordedExchange] {
        let all = try await endings(question)
        let failures = all.compactMap { ending -> RecordedExchange? in
            switch ending {
            case .answered: nil
            case .unanswered(let exchange): exchange
            }
        }
        switch (all.last, unanswered) {
        case (.unanswered, .kept): return failures.dropLast()
        case (.unanswered, .askedAgain), (.answered, _), (nil, _): return failures
        }
    }
}

extension ExchangeSlot {
    /// The same slot, for a question that was asked so many times without an answer.
    func after(failures count: Int) -> ExchangeSlot {
        ExchangeSlot(sample: sample, iteration: count, stage: stage, proposal: proposal, turn: turn, repair: repair)
    }
}
