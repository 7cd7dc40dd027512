import Engine
import GRDB

extension Dataset {
    /// The artefact with a name; nil when there is none.
    package func artefact(kind: String, name: String) async throws -> Artefact? {
        let path = path
        return try await read { database in
            let row = try Row.fetchOne(
                database, sql: "SELECT * FROM artefact WHERE kind = ? AND name = ?", arguments: [kind, name.withoutNul])
            return try row.map { try Artefact($0, in: path) }
        }
    }

    /// Every artefact of a kind, by name.
    package func artefacts(kind: String) async throws -> [Artefact] {
        let path = path
        return try await read { database in
            try Row.fetchAll(database, sql: "SELECT * FROM artefact WHERE kind = ? ORDER BY name", arguments: [kind])
                .map { try Artefact($0, in: path) }
        }
    }

    /// The names of every artefact of a kind, sorted; of those that cannot be read too.
    package func artefactNames(kind: String) async throws -> [String] {
        try await read { database in
            try String.fetchAll(
                database, sql: "SELECT name FROM artefact WHERE kind = ? ORDER BY name", arguments: [kind])
        }
    }

    /// Saves an artefact, in place of one with the same name.
    package func saveArtefact(
        kind: String, name: String, json: JSON, at time: Timestamp
    ) async throws(DatasetError) {
        let text = json.compactText
        try await write(.alone) { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO artefact (kind, name, json, time) VALUES (?, ?, ?, ?)",
                arguments: [kind, name.withoutNul, text, time.microseconds])
        }
    }

    /// Removes an artefact; false when there is none.
    @discardableResult
    package func removeArtefact(kind: String, name: String) async throws(DatasetError) -> Bool {
        try await write(.alone) { database in
            try database.execute(
                sql: "DELETE FROM artefact WHERE kind = ? AND name = ?", arguments: [kind, name.withoutNul])
            return database.changesCount > 0
        }
    }
}

extension Artefact {
    fileprivate init(_ row: Row, in path: String) throws {
        kind = row["kind"]
        name = row["name"]
        time = Timestamp(microseconds: row["time"])
        do { json = try JSON(parsing: row["json"] as String) } catch {
            throw DatasetError.damaged(path: path, what: "the \(kind) \(name) cannot be read")
        }
    }
}
