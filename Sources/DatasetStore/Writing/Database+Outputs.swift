import Engine
import Foundation
import GRDB

extension Database {
    /// Keeps an output once, whoever mentions it, and says under which number.
    func keep(_ output: RecordedOutput) throws -> Int64 {
        let known = try cachedStatement(sql: "SELECT id FROM output WHERE hash = ?")
        if let id = try Int64.fetchOne(known, arguments: [output.hash.hex]) { return id }
        try cachedStatement(sql: "INSERT INTO output (hash, bytes) VALUES (?, ?)")
            .execute(arguments: [output.hash.hex, output.bytes])
        return lastInsertedRowID
    }

    /// Keeps the outputs that an event of a sample mentions.
    func keep(_ outputs: [RecordedOutput], mentionedBy sample: Int64) throws {
        for output in outputs {
            try cachedStatement(sql: "INSERT OR IGNORE INTO sample_output (sample, output) VALUES (?, ?)")
                .execute(arguments: [sample, try keep(output)])
        }
    }

    /// Every output that events of a sample mention.
    func outputs(mentionedBy sample: Int64) throws -> [(hash: String, bytes: Data)] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT output.hash, output.bytes FROM sample_output JOIN output ON output.id = sample_output.output
                WHERE sample_output.sample = ?
                """, arguments: [sample]
        ).map { ($0["hash"], $0["bytes"]) }
    }
}
