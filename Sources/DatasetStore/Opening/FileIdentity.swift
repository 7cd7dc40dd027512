import Foundation
import GRDB

/// What a file says it is, read without changing it.
struct FileIdentity: Hashable, Sendable {
    /// The application number of a dataset: "TGRD".
    static let application = 0x5447_5244

    let application: Int
    let version: Int
    let isEmpty: Bool
    /// The first trigger or view that is not one of ours.
    let stranger: String?

    init(of database: Database) throws {
        application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        isEmpty = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") == 0
        let active = try Row.fetchAll(
            database, sql: "SELECT name, sql FROM sqlite_schema WHERE type IN ('trigger', 'view')")
        stranger = active.first { !Migration.allGuards.contains($0["sql"] ?? "") }?["name"]
    }

    /// Whether nothing was ever written to the file.
    var isBlank: Bool { application == 0 && version == 0 && isEmpty }

    /// Refuses every file that this program must not touch.
    func check(at path: String) throws(DatasetError) {
        guard application == Self.application, version > 0 else { throw .notADataset(path: path) }
        guard version <= Migration.all.count else {
            throw .newerVersion(path: path, found: version, known: Migration.all.count)
        }
        if let stranger { throw .foreignSchema(path: path, name: stranger) }
    }

    /// Refuses also a file that lacks what reading asks for.
    func checkForReading(at path: String) throws(DatasetError) {
        try check(at: path)
        guard version == Migration.all.count else {
            throw .olderVersion(path: path, found: version, known: Migration.all.count)
        }
    }
}
