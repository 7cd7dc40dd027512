import GRDB

@testable import DatasetStore

extension Dataset {
    /// Every row of every table, as text.
    func dump() async throws -> [String] {
        try await read { database in
            let tables = try String.fetchAll(
                database, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            return try tables.filter { !$0.hasPrefix("sample_text_") }.flatMap { table in
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").map { "\(table): \($0)" }.sorted()
            }
        }
    }
}
