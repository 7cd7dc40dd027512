import GRDB

/// The SQLite library that this program runs with, as it describes itself.
package struct SQLiteLibrary: Hashable, Sendable {
    package let version: SQLiteVersion
    /// The day of the library's sources, as "2026-03-13".
    package let date: String
    /// Whether connections may be used on several threads.
    package let isThreadSafe: Bool
    /// Whether full-text search is built in.
    package let hasFullTextSearch: Bool

    /// How commits are made safe with this library.
    package var journal: JournalMode { .safest(sqlite: version) }

    /// Asks the library, on a database in memory.
    ///
    /// - Throws: ``DatasetError`` when the library cannot be used at all.
    package init() throws(DatasetError) {
        do {
            self = try DatabaseQueue().inDatabase(Self.init)
        } catch { throw DatasetError(error, at: "SQLite") }
    }

    private init(_ database: Database) throws {
        version = SQLiteVersion(try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "")
        date = String((try String.fetchOne(database, sql: "SELECT sqlite_source_id()") ?? "").prefix { $0 != " " })
        isThreadSafe = try Bool.fetchOne(database, sql: "SELECT NOT sqlite_compileoption_used('THREADSAFE=0')") ?? false
        hasFullTextSearch =
            try Bool.fetchOne(database, sql: "SELECT count(*) FROM pragma_module_list WHERE name = 'fts5'") ?? false
    }
}
