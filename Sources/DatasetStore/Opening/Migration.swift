import GRDB

/// One change of the schema.
///
/// Migrations are named and ordered, and never edited once released.
struct Migration: Sendable {
    /// What is kept beside its number, such as `001 dataset`.
    let name: String
    let statements: String

    /// Every migration; a file's `user_version` says how many it has.
    static let all: [Migration] = [.dataset, .review, .models, .tools, .likeness, .judged, .studies]

    /// The statements of every trigger that a dataset may have.
    static let allGuards: Set<String> = Set(guards + modelGuards + toolGuards + judgedGuards + studyGuards)

    /// Brings a file up to date in one transaction.
    static func migrate(_ database: Database) throws {
        try database.inTransaction(.immediate) {
            // Another process may have migrated since this one looked.
            let done = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            for (number, migration) in all.enumerated().dropFirst(done) {
                try database.execute(sql: migration.statements)
                try database.execute(
                    sql: "INSERT INTO migration (number, name) VALUES (?, ?)", arguments: [number + 1, migration.name])
                try database.execute(sql: "PRAGMA user_version = \(number + 1)")
            }
            try database.execute(sql: "PRAGMA application_id = \(FileIdentity.application)")
            return .commit
        }
    }
}
