import Engine
import GRDB

/// A run as its row has it.
struct RunRow: Codable, FetchableRecord, PersistableRecord {
    static let databaseTableName = "run"

    let id: Int64
    let hash: String
    let planner: String
    /// The plan as JSON.
    let plan: String
    var requested: Int
    /// The sample with index 1 has the number after this one.
    let base: Int
    /// How many numbers from there on are the run's own.
    var reserved: Int
    let began: Int64
    /// How it reaches its models, as JSON; nil where it has none.
    var setup: String?

    static func find(_ run: RunID, in database: Database) throws -> RunRow? {
        let statement = try database.cachedStatement(sql: "SELECT * FROM run WHERE hash = ?")
        return try RunRow.fetchOne(statement, arguments: [run.hash.hex])
    }

    /// The last number that a sample has or that a run keeps for one.
    static func lastNumber(in database: Database) throws -> Int {
        let used = try Int.fetchOne(database, sql: "SELECT max(number) FROM sample") ?? 0
        let kept = try Int.fetchOne(database, sql: "SELECT max(base + reserved) FROM run") ?? 0
        return max(used, kept)
    }

    /// Notes that more samples are asked for.
    ///
    /// Their numbers follow if nobody else has the next ones.
    mutating func ask(for count: Int, in database: Database) throws {
        guard count > requested else { return }
        requested = count
        if try RunRow.lastNumber(in: database) == base + reserved { reserved = max(reserved, count) }
        try update(database)
    }

    /// Notes how the run reaches its models from now on; nil changes nothing.
    mutating func reach(through setup: JSON?, in database: Database) throws {
        guard let text = setup?.compactText, text != self.setup else { return }
        self.setup = text
        try update(database)
    }
}
