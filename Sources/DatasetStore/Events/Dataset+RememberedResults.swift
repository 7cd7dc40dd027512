import Engine
import GRDB

extension Dataset: ResultMemory {
    /// The result that an equal call of the same source had before; nil where there was none.
    package func result(of call: ToolCall, from source: ContentHash) async throws -> ToolResult? {
        let path = path
        return try await read { database in
            try Row.fetchOne(
                database.cachedStatement(
                    sql: """
                        SELECT remembered.result, remembered.resultHash, output.hash, output.bytes
                        FROM remembered LEFT JOIN output ON output.id = remembered.output
                        WHERE remembered.source = ? AND remembered.call = ?
                        """), arguments: [source.hex, call.contentHash.hex]
            ).map { try ToolResult($0, of: call, in: path) }
        }
    }

    /// Keeps a result and its output, in one commit; the first one stays.
    package func keep(_ result: ToolResult, of call: ToolCall, from source: ContentHash) async throws {
        let ending = try StoredPayload(result)
        try await write(.shared) { database in
            let output = try ending.outputs.first.map { try database.keep($0) }
            try database.cachedStatement(
                sql: """
                    INSERT OR IGNORE INTO remembered (source, call, result, resultHash, output)
                    VALUES (?, ?, ?, ?, ?)
                    """
            ).execute(
                arguments: [source.hex, call.contentHash.hex, ending.text, ending.hash.hex, output])
        }
    }
}
