import Engine

/// Keeps what a study calls and asks, apart from the samples of the dataset.
///
/// The slots' samples are the study's items: the study's id, and the index of the item.
package struct StudyLedger: RunLedger {
    private let dataset: Dataset
    private let study: RunID

    init(in dataset: Dataset, of study: RunID) {
        self.dataset = dataset
        self.study = study
    }

    /// Notes that a call is about to be sent; what the same call gave in the same slot before comes back.
    ///
    /// - Throws: ``DatasetError/unknownStudy(_:)`` before the study has begun.
    package func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        let payload = try StoredPayload(call)
        let path = dataset.path
        return try await dataset.write(.shared) { database in
            let item = try RecordOwner.findOrBegin(item: try own(slot.sample), in: database)
            return try database.begin(call, as: payload, in: slot, by: item, path: path)
        }
    }

    /// Stores how a call ended, and its output, in one commit; the first ending stays.
    package func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws {
        let payload = try StoredPayload(call)
        let ending = try StoredPayload(result)
        try await dataset.write(.shared) { database in
            let item = try RecordOwner.findOrBegin(item: try own(slot.sample), in: database)
            try database.finish(call, as: payload, in: slot, by: item, with: ending)
        }
    }

    /// Notes that a question is about to be sent; what the same question gave in the same slot before comes back.
    ///
    /// - Throws: ``DatasetError/unknownStudy(_:)`` before the study has begun.
    package func begin(_ question: Question) async throws -> RecordedExchange? {
        let path = dataset.path
        return try await dataset.write(.shared) { database in
            let item = try RecordOwner.findOrBegin(item: try own(question.slot.sample), in: database)
            return try database.begin(question, by: item, in: path)
        }
    }

    /// How a question ended each time that it was asked, whatever its slot's iteration; the first time first.
    ///
    /// One that had no answer may be asked again in the next iteration, so only the last of them may be an answer.
    ///
    /// - Throws: ``DatasetError/damaged(path:what:)`` when a failure is not what was stored.
    package func endings(of question: Question) async throws -> [PastEnding] {
        let path = dataset.path
        let item = try own(question.slot.sample)
        return try await dataset.read { database in
            guard let owner = try RecordOwner.find(item: item, in: database) else { return [] }
            return try database.endings(of: question, by: owner, in: path)
        }
    }

    /// Stores answer and usage, or why there is no answer, in one commit; the first ending stays.
    package func finish(_ question: Question, with exchange: RecordedExchange) async throws {
        let ending = try StoredPayload(exchange)
        try await dataset.write(.shared) { database in
            let item = try RecordOwner.findOrBegin(item: try own(question.slot.sample), in: database)
            try database.finish(question, by: item, with: exchange, as: ending)
        }
    }

    /// An item of another study has no business here.
    private func own(_ item: SampleID) throws(DatasetError) -> SampleID {
        guard item.run == study else { throw .unknownStudy(item.run) }
        return item
    }
}
