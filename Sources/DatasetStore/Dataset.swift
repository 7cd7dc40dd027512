import Engine
import GRDB
import Synchronization

/// One `.toolgrad` file: everything that was grown and decided, on disk before it is shown.
///
/// Several processes may have the file open. A run has one writer, which holds the run's ``RunLock``; decisions can be
/// written by any. What a method was asked to write is durable when it returns.
package final class Dataset: Sendable {
    /// What the file may be used for.
    package enum Mode: Sendable {
        case readWrite, readOnly
    }

    package let path: String
    /// The version of the SQLite library in use.
    package let sqlite: SQLiteVersion
    /// How commits are made safe.
    package let journal: String
    let reader: DatabaseQueue
    /// Nil for a dataset that is open for reading only.
    let commits: GroupCommit?
    let bell = CommitBell()
    /// A run's tools never change, so they are read once; an import may gain some.
    let libraries = Mutex<[RunID: Library]>([:])

    /// The tools of a run, as they were read.
    struct Library: Sendable {
        let tools: [Tool]
        let mayGrow: Bool
    }

    init(path: String, reader: DatabaseQueue, writer: DatabaseQueue?) throws {
        self.path = path
        self.reader = reader
        commits = writer.map { [bell] in GroupCommit($0, path: path, onCommit: bell.ring) }
        (sqlite, journal) = try (writer ?? reader).inDatabase { database in
            (
                SQLiteVersion(try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""),
                try String.fetchOne(database, sql: "PRAGMA journal_mode") ?? ""
            )
        }
    }

    package var mode: Mode { commits == nil ? .readOnly : .readWrite }

    /// Closes the file.
    ///
    /// Nothing may be asked of the dataset afterwards.
    package func close() throws(DatasetError) {
        do {
            try reader.close()
            try commits?.close()
        } catch { throw DatasetError(error, at: path) }
    }

    /// Reads in one consistent view of the file.
    ///
    /// - Throws: ``DatasetError``, or `CancellationError` when cancelled.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        do { return try await reader.read(work) } catch let error as CancellationError { throw error } catch {
            throw DatasetError(error, at: path)
        }
    }

    /// Writes, and returns once that is durable.
    func write<Value: Sendable>(
        _ grouping: GroupCommit.Grouping, _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(DatasetError) -> Value {
        guard let commits else { throw .readOnly(path: path) }
        return try await commits.write(grouping, work)
    }
}
