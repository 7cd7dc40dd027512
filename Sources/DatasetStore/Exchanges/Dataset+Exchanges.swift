import Engine

extension Dataset: ExchangeLedger {
    /// Notes that a question is about to be sent; what the same question gave in the same slot before comes back.
    package func begin(_ question: Question) async throws -> RecordedExchange? {
        let path = path
        return try await write(.shared) { database in
            let sample = try SampleRow.findOrBegin(question.slot.sample, in: database)
            return try database.begin(question, by: sample.recordOwner, in: path)
        }
    }

    /// Stores answer and usage, or why there is no answer, in one commit.
    ///
    /// The first ending of a question stays.
    package func finish(_ question: Question, with exchange: RecordedExchange) async throws {
        let ending = try StoredPayload(exchange)
        try await write(.shared) { database in
            let sample = try SampleRow.findOrBegin(question.slot.sample, in: database)
            try database.finish(question, by: sample.recordOwner, with: exchange, as: ending)
        }
    }

    /// How a question ended, as far as the dataset knows; it is not noted that anybody asked.
    package func recorded(_ question: Question) async throws -> RecordedExchange? {
        let path = path
        return try await read { database in
            guard let sample = try SampleRow.find(question.slot.sample, in: database) else { return nil }
            return try database.ending(of: question, by: sample.recordOwner, in: path)
        }
    }
}
