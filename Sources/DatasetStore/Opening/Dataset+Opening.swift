import Foundation
import GRDB

extension Dataset {
    /// Opens a dataset; for writing, one is begun where there is no file yet.
    ///
    /// A file that is none of ours, or of a newer version, is left untouched. Reading works in a folder that cannot be
    /// written to.
    package static func open(at path: String, mode: Mode) throws(DatasetError) -> Dataset {
        // SQLite would take a path that begins with "file:" for an address.
        let plain = path.hasPrefix("/") ? path : "./" + path
        do {
            switch mode {
            case .readOnly: return try reading(plain)
            case .readWrite: return try writing(plain)
            }
        } catch { throw DatasetError(error, at: path) }
    }

    private static func reading(_ path: String) throws -> Dataset {
        guard FileManager.default.fileExists(atPath: path) else { throw DatasetError.missing(path: path) }
        let reader = try inspector(of: path)
        try reader.inDatabase(FileIdentity.init).checkForReading(at: path)
        return try Dataset(path: path, reader: reader, writer: nil)
    }

    /// A connection that cannot write.
    ///
    /// A file with a write-ahead log in a folder that cannot be written to is opened as one that nobody changes.
    private static func inspector(of path: String) throws -> DatabaseQueue {
        do {
            return try DatabaseQueue(path: path, configuration: .dataset(for: .inspecting))
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            throw DatasetError.needsRecovery(path: path)
        } catch let error as DatabaseError where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode) {
            // What is in the log only would be missing without a word.
            guard !hasLog(path) else { throw DatasetError.needsRecovery(path: path) }
            let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
            return try DatabaseQueue(path: "file:\(escaped)?immutable=1", configuration: .dataset(for: .inspecting))
        }
    }

    private static func hasLog(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
        return (attributes?[.size] as? Int ?? 0) > 0
    }

    private static func writing(_ path: String) throws -> Dataset {
        guard mayWrite(path) else { throw DatasetError.notWritable(path: path) }
        if let identity = try identity(of: path), !identity.isBlank { try identity.check(at: path) }
        let writer = try DatabaseQueue(path: path, configuration: .dataset(for: .writing))
        let found = try writer.inDatabase(FileIdentity.init)
        if !found.isBlank { try found.check(at: path) }
        try writer.inDatabase { database in
            try useSafestJournal(database, at: path)
            if found.version < Migration.all.count { try Migration.migrate(database) }
            // A small file is up to date at once; the rest of a large one is left for later.
            if found.version < Migration.all.count, !found.isBlank {
                try database.inTransaction(.immediate) {
                    try database.countMissing(limit: 200, path: path)
                    return .commit
                }
            }
        }
        let reader = try DatabaseQueue(path: path, configuration: .dataset(for: .reading))
        return try Dataset(path: path, reader: reader, writer: writer)
    }

    /// Whether the file and its folder may be written to.
    ///
    /// The journal is made in the folder. A folder that is not there is told when the file is opened.
    private static func mayWrite(_ path: String) -> Bool {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return [path, folder].allSatisfy { place in
            !FileManager.default.fileExists(atPath: place) || FileManager.default.isWritableFile(atPath: place)
        }
    }

    /// What is at a path; nil for nothing, and for a file that only a writer can look into, since a crash left it in
    /// the middle of a commit.
    private static func identity(of path: String) throws -> FileIdentity? {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        do {
            let queue = try DatabaseQueue(path: path, configuration: .dataset(for: .inspecting))
            defer { try? queue.close() }
            return try queue.inDatabase(FileIdentity.init)
        } catch let error as DatabaseError where [.SQLITE_READONLY, .SQLITE_CANTOPEN].contains(error.resultCode) {
            return nil
        }
    }

    private static func useSafestJournal(_ database: Database, at path: String) throws {
        let version = SQLiteVersion(try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "")
        let wanted = JournalMode.safest(sqlite: version)
        let found = try String.fetchOne(database, sql: "PRAGMA journal_mode = \(wanted.rawValue)")
        if wanted == .rollback, found == JournalMode.writeAheadLog.rawValue {
            throw DatasetError.unsafeJournal(path: path, sqlite: "\(version)")
        }
    }
}
