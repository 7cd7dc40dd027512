import Engine

/// Answers every call and every question from a dataset: nothing is sent, and nothing is paid.
///
/// What the record does not have ends the run with an error that names it.
package struct ReplayLedger: RunLedger {
    private let record: Dataset
    private let copy: (any RunLedger)?

    /// Answers from `record`, which may be open for reading only; what was used is kept in `copy` as well, so that the
    /// dataset of the replayed run is complete.
    package init(from record: Dataset, into copy: (any RunLedger)? = nil) {
        self.record = record
        self.copy = copy
    }

    package func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        guard let result = try await record.recorded(call, in: slot) else { throw missing(call, slot) }
        if let copy, try await copy.begin(call, in: slot) == nil {
            try await copy.finish(call, in: slot, with: result)
        }
        return result
    }

    /// - Throws: always, since no call is sent.
    package func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws {
        throw missing(call, slot)
    }

    package func begin(_ question: Question) async throws -> RecordedExchange? {
        guard let exchange = try await record.recorded(question) else { throw missing(question.slot) }
        if let copy, try await copy.begin(question) == nil {
            try await copy.finish(question, with: exchange)
        }
        return exchange
    }

    /// - Throws: always, since no question is sent.
    package func finish(_ question: Question, with exchange: RecordedExchange) async throws {
        throw missing(question.slot)
    }

    private func missing(_ slot: ExchangeSlot) -> ModelError {
        .notRecorded("the question at \(slot.place)")
    }

    private func missing(_ call: ToolCall, _ slot: CallSlot) -> DatasetError {
        .notRecorded(
            path: record.path,
            what: "the call of \(call.tool) at \(slot.sample), iteration \(slot.iteration), "
                + "proposal \(slot.proposal.number), attempt \(slot.attempt)")
    }
}
