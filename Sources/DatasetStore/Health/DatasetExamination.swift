import Foundation
import GRDB

/// A dataset that is looked over: opened so that neither it nor anything beside it changes.
package final class DatasetExamination: Sendable {
    /// What a part of the examination found.
    package enum Finding: Hashable, Sendable {
        case sound
        /// What is wrong, in words; at most ``mostProblems`` of them.
        case unsound([String])
        /// It took longer than it was allowed to.
        case unfinished
    }

    /// How many problems of one kind are told.
    package static let mostProblems = 20

    /// How many migrations the file says it has.
    package let version: Int
    /// The names that it keeps of them.
    package let migrations: [String]
    let path: String
    private let queue: DatabaseQueue

    /// The names of the migrations that this program knows.
    package static var knownMigrations: [String] { Migration.all.map(\.name) }

    /// Opens what was seen at a path.
    ///
    /// - Throws: ``DatasetError`` for everything that is no dataset, or one that cannot be read as it lies.
    package init(of file: DatasetFile) throws(DatasetError) {
        path = file.path
        switch file.kind {
        case .nothing: throw .missing(path: file.path)
        case .file(bytes: 0), .somethingElse: throw .notADataset(path: file.path)
        case .file: break
        }
        do {
            queue = try DatabaseQueue(path: Self.address(of: file), configuration: .dataset(for: .inspecting))
            (version, migrations) = try queue.inDatabase { database in
                let identity = try FileIdentity(of: database)
                try identity.check(at: file.path)
                let names = try DatabaseValue.fetchAll(database, sql: "SELECT name FROM migration ORDER BY number")
                return (identity.version, names.map { String.fromDatabaseValue($0) ?? "?" })
            }
        } catch let error as DatabaseError where error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
            throw .needsRecovery(path: file.path)
        } catch { throw DatasetError(error, at: file.path) }
    }

    /// A reader of a write-ahead log would make files of its own, unless it is told not to.
    private static func address(of file: DatasetFile) -> String {
        let plain = file.path.hasPrefix("/") ? file.path : "./" + file.path
        guard file.usesLog else { return plain }
        let escaped = plain.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? plain
        return "file:\(escaped)?\(file.hasIndex ? "readonly_shm" : "immutable")=1"
    }

    /// Closes the file.
    package func close() { try? queue.close() }

    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        try await queue.read(work)
    }

    /// Reads, and is interrupted when it takes too long; nil then.
    func read<Value: Sendable>(
        within patience: Duration?, _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws -> Value? {
        let alarm = patience.map { patience in
            Task { [queue] in
                try await Task.sleep(for: patience)
                queue.interrupt()
            }
        }
        let value: Result<Value, any Error>
        do { value = .success(try await queue.read(work)) } catch { value = .failure(error) }
        alarm?.cancel()
        // An alarm that is still ringing would end what is read next.
        _ = await alarm?.result
        do { return try value.get() } catch let error as DatabaseError
            where error.resultCode == .SQLITE_INTERRUPT
        { return nil }
    }
}
