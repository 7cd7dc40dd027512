import Engine
import Foundation
import GRDB

extension Database {
    /// Notes that a call is about to be sent, or says how it ended before.
    func begin(
        _ call: ToolCall, as payload: StoredPayload, in slot: CallSlot, by owner: RecordOwner, path: String
    ) throws -> ToolResult? {
        if let known = try ending(of: call, in: slot, by: owner, path: path) { return known }
        try note(payload, under: slot.arguments(owner, call), of: owner)
        return nil
    }

    /// Stores how a call ended, unless it has ended before.
    func finish(
        _ call: ToolCall, as payload: StoredPayload, in slot: CallSlot, by owner: RecordOwner,
        with ending: StoredPayload
    ) throws {
        let arguments = slot.arguments(owner, call)
        try note(payload, under: arguments, of: owner)
        let output = try ending.outputs.first.map { try keep($0) }
        try cachedStatement(
            sql: """
                UPDATE \(owner.calls) AS record SET result = ?, resultHash = ?, output = ?
                WHERE result IS NULL AND \(owner.callCondition)
                """
        ).execute(arguments: [ending.text, ending.hash.hex, output] + arguments)
    }

    /// How a call ended; nil for one that was never made, or has no ending.
    func ending(of call: ToolCall, in slot: CallSlot, by owner: RecordOwner, path: String) throws -> ToolResult? {
        let statement = try cachedStatement(
            sql: """
                SELECT record.result, record.resultHash, output.hash, output.bytes
                FROM \(owner.calls) AS record LEFT JOIN output ON output.id = record.output
                WHERE record.result IS NOT NULL AND \(owner.callCondition)
                """)
        return try Row.fetchOne(statement, arguments: slot.arguments(owner, call)).map { row in
            try ToolResult(row, of: call, in: path)
        }
    }

    /// Counts over the rows of a table of calls, its name and which of them: those that have ended, and those of them
    /// that left.
    ///
    /// A result is kept with its keys sorted; outputs stand elsewhere. It says what ``ToolOutcome/hasLeft`` says.
    func endedCalls(among rows: SQL) throws -> (all: Int, sent: Int) {
        let counts = try sums(
            """
            SELECT count(result), count(result) - count(CASE
                WHEN result GLOB '{"origin":"*","outcome":{"denied":*' THEN 1
                WHEN result GLOB '{"origin":"*","outcome":{"rejected":*' THEN 1 END)
            FROM \(rows)
            """)
        return (counts[0], counts[1])
    }

    /// Keeps a row for a call that is about to be sent, unless there is one.
    private func note(_ call: StoredPayload, under arguments: StatementArguments, of owner: RecordOwner) throws {
        try cachedStatement(
            sql: """
                INSERT OR IGNORE INTO \(owner.calls) (\(owner.column), iteration, proposal, attempt, hash, payload)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: arguments + [call.text])
    }
}

extension RecordOwner {
    fileprivate var callCondition: String {
        "\(column) = ? AND iteration = ? AND proposal = ? AND attempt = ? AND record.hash = ?"
    }
}

extension CallSlot {
    fileprivate func arguments(_ owner: RecordOwner, _ call: ToolCall) -> StatementArguments {
        [owner.id, iteration, proposal.number, attempt, call.contentHash.hex]
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
