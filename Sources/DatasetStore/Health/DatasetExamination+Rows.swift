import Engine
import Foundation
import GRDB

/// Which rows are still what was stored, by the hashes that were stored with them.
package struct RowCheck: Hashable, Sendable {
    /// Rows whose bytes were compared with their hash.
    package fileprivate(set) var checked = 0
    /// Those that differ.
    package fileprivate(set) var damaged = 0
    /// The first of those, in words.
    package fileprivate(set) var problems: [String] = []
    /// The tables that were not read to their end, and why, in words.
    package fileprivate(set) var unread: [String] = []

    fileprivate mutating func add(_ page: HashedTable.Page, of table: HashedTable) {
        checked += page.checked
        damaged += page.damaged.count
        let room = DatasetExamination.mostProblems - problems.count
        problems += page.damaged.prefix(room).map { "\(table.name) \($0) does not have the hash it was stored with" }
    }
}

extension DatasetExamination {
    /// Compares every stored event, decision, tool, call result, remembered result, output, answer, part of a request
    /// and item of a study with its SHA-256.
    ///
    /// Reads a part at a time, so that others can write in between.
    package func rows() async -> RowCheck {
        var check = RowCheck()
        for table in HashedTable.all where table.since <= version {
            do { try await look(over: table, into: &check) } catch {
                check.unread.append(
                    "the table \(table.name) cannot be read to its end: \(DatasetError(error, at: path))")
            }
        }
        return check
    }

    private func look(over table: HashedTable, into check: inout RowCheck) async throws {
        var last: Int64? = .min
        while let start = last {
            let page = try await read { try table.page(after: start, in: $0) }
            check.add(page, of: table)
            // In a damaged file the numbers may go backwards, and would for ever.
            if let next = page.last, next <= start {
                check.unread.append("the table \(table.name) is out of order after \(start)")
                return
            }
            last = page.last
        }
    }
}

/// A table whose rows carry the hash of what they keep.
private struct HashedTable: Sendable {
    let name: String
    let content: String
    let hash: String
    /// The number of the migration that brought the table.
    var since = 1

    static let all = [
        HashedTable(name: "event", content: "payload", hash: "hash"),
        HashedTable(name: "decision", content: "payload", hash: "hash"),
        HashedTable(name: "tool", content: "payload", hash: "hash"),
        HashedTable(name: "call", content: "result", hash: "resultHash"),
        HashedTable(name: "output", content: "bytes", hash: "hash"),
        HashedTable(name: "part", content: "text", hash: "hash", since: DatasetExamination.firstWithExchanges),
        HashedTable(
            name: "exchange", content: "result", hash: "resultHash", since: DatasetExamination.firstWithExchanges),
        HashedTable(
            name: "remembered", content: "result", hash: "resultHash",
            since: DatasetExamination.firstWithRememberedResults),
        HashedTable(
            name: "judgement", content: "verdicts", hash: "hash", since: DatasetExamination.firstWithJudgements),
        HashedTable(name: "study", content: "plan", hash: "planHash", since: DatasetExamination.firstWithStudies),
        HashedTable(name: "study_item", content: "payload", hash: "hash", since: DatasetExamination.firstWithStudies),
        HashedTable(
            name: "study_call", content: "result", hash: "resultHash", since: DatasetExamination.firstWithStudies),
        HashedTable(
            name: "study_exchange", content: "result", hash: "resultHash", since: DatasetExamination.firstWithStudies),
    ]

    struct Page: Sendable {
        var checked = 0
        var damaged: [Int64] = []
        /// Nil for the last page.
        var last: Int64?
    }

    private static let pageLength = 1_000

    func page(after id: Int64, in database: Database) throws -> Page {
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT id, \(content), \(hash) FROM \(name)
                    WHERE id > ? AND \(content) IS NOT NULL ORDER BY id LIMIT \(Self.pageLength)
                    """), arguments: [id])
        var page = Page()
        while let row = try rows.next() {
            let id = Int64.fromDatabaseValue(row[0] as DatabaseValue) ?? 0
            page.checked += 1
            if !Self.agree(row[1], row[2]) { page.damaged.append(id) }
            page.last = id
        }
        if page.checked < Self.pageLength { page.last = nil }
        return page
    }

    private static func agree(_ content: DatabaseValue, _ hash: DatabaseValue) -> Bool {
        switch content.storage {
        case .string(let text): ContentHash(of: text).hex == String.fromDatabaseValue(hash)
        case .blob(let bytes): ContentHash(of: bytes).hex == String.fromDatabaseValue(hash)
        case .null, .int64, .double: false
        }
    }
}
