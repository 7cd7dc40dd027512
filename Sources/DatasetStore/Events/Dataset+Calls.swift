import Engine
import GRDB

extension Dataset: CallLedger {
    /// Notes that a call is about to be sent; what the same call gave in the same slot before comes back.
    package func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        let payload = try StoredPayload(call)
        let path = path
        return try await write(.shared) { database in
            let sample = try SampleRow.findOrBegin(slot.sample, in: database)
            return try database.begin(call, as: payload, in: slot, by: sample.recordOwner, path: path)
        }
    }

    /// Stores how a call ended, and its output, in one commit.
    ///
    /// The first ending of a call stays.
    package func finish(_ call: ToolCall, in slot: CallSlot, with result: ToolResult) async throws {
        let payload = try StoredPayload(call)
        let ending = try StoredPayload(result)
        try await write(.shared) { database in
            let sample = try SampleRow.findOrBegin(slot.sample, in: database)
            try database.finish(call, as: payload, in: slot, by: sample.recordOwner, with: ending)
        }
    }

    /// How a call ended, as far as the dataset knows; it is not noted that anybody made it.
    package func recorded(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        let path = path
        return try await read { database in
            guard let sample = try SampleRow.find(slot.sample, in: database) else { return nil }
            return try database.ending(of: call, in: slot, by: sample.recordOwner, path: path)
        }
    }

    /// How many calls of a run have finished; what a resumed run has spent already.
    package func finishedCallCount(of run: RunID) async throws -> Int {
        try await read { database in
            try Int.fetchOne(
                database,
                sql: """
                    SELECT count(*) FROM call JOIN sample ON sample.id = call.sample JOIN run ON run.id = sample.run
                    WHERE run.hash = ? AND call.result IS NOT NULL
                    """, arguments: [run.hash.hex]) ?? 0
        }
    }
}
