import Engine
import Foundation
import GRDB

extension Dataset: CallLedger {
    /// Notes that a call is about to be sent; what the same call gave in the same slot before comes back.
    package func begin(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        let payload = try StoredPayload(call)
        let path = path
        return try await write(.shared) { database in
            let sample = try SampleRow.findOrBegin(slot.sample, in: database)
            let arguments = slot.arguments(sample, call)
            if let row = try Row.fetchOne(database.cachedStatement(sql: Self.finishedCallQuery), arguments: arguments) {
                return try ToolResult(row, of: call, in: path)
            }
            try database.note(payload, under: arguments)
            return nil
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
            let arguments = slot.arguments(sample, call)
            try database.note(payload, under: arguments)
            let output = try ending.outputs.first.map { try database.keep($0) }
            try database.cachedStatement(
                sql: """
                    UPDATE call SET result = ?, resultHash = ?, output = ?
                    WHERE result IS NULL AND \(Self.slotCondition)
                    """
            ).execute(arguments: [ending.text, ending.hash.hex, output] + arguments)
        }
    }

    /// How a call ended, as far as the dataset knows; it is not noted that anybody made it.
    package func recorded(_ call: ToolCall, in slot: CallSlot) async throws -> ToolResult? {
        let path = path
        return try await read { database in
            guard let sample = try SampleRow.find(slot.sample, in: database) else { return nil }
            return try Row.fetchOne(
                database.cachedStatement(sql: Self.finishedCallQuery), arguments: slot.arguments(sample, call)
            ).map { try ToolResult($0, of: call, in: path) }
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

    private static var slotCondition: String {
        "sample = ? AND iteration = ? AND proposal = ? AND attempt = ? AND call.hash = ?"
    }

    private static var finishedCallQuery: String {
        """
        SELECT call.result, call.resultHash, output.hash, output.bytes FROM call LEFT JOIN output ON output.id = call.output
        WHERE call.result IS NOT NULL AND \(slotCondition)
        """
    }
}

extension CallSlot {
    fileprivate func arguments(_ sample: SampleRow, _ call: ToolCall) -> StatementArguments {
        [sample.id, iteration, proposal.number, attempt, call.contentHash.hex]
    }
}

extension Database {
    /// Keeps a row for a call that is about to be sent, unless there is one.
    fileprivate func note(_ call: StoredPayload, under arguments: StatementArguments) throws {
        try cachedStatement(
            sql: """
                INSERT OR IGNORE INTO call (sample, iteration, proposal, attempt, hash, payload)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: arguments + [call.text])
    }
}

extension ToolResult {
    init(_ row: Row, of call: ToolCall, in path: String) throws {
        let output = (row["hash"] as String?).map { [(hash: $0, bytes: row["bytes"] as Data)] } ?? []
        let result = ReadPayload(
            text: row["result"], hash: row["resultHash"], place: "the result of a call of \(call.tool)")
        self = try result.value(ToolResult.self, outputs: try FetchedOutputs(output, in: path), in: path)
    }
}
