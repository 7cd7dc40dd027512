import Engine
import Foundation
import GRDB

extension Merge {
    /// Begins the runs that are not here yet; how a known one reaches its models stays as it is here.
    mutating func takeRuns() async throws {
        let known = Set(try await target.runs().map(\.id))
        for run in try await source.runs() {
            let library = try await source.library(of: run.id)
            let isKnown = known.contains(run.id)
            try await target.beginRun(
                run.id, plan: run.plan, planner: run.planner, library: library,
                requested: min(max(0, run.requested), 1 << 40),
                at: run.began, setup: isKnown ? nil : run.setup)
            if isKnown { report.runs.known += 1 } else { report.runs.new += 1 }
            // Only what was imported may have gained tools since.
            if isKnown { try await target.addTools(library, to: run.id) }
        }
    }

    /// Brings over the results that equal calls may have again; the first one stays.
    mutating func takeRememberedResults() async throws {
        var last: Int64 = 0
        while true {
            let (start, path, limit) = (last, source.path, batch.rows)
            let results = try await source.read { try $0.remembered(after: start, limit: limit, in: path) }
            guard let end = results.last?.id else { return }
            report.bytes += try await target.write(.alone) { database in
                try results.reduce(0) { try $0 + ($1.keep(in: database) ? $1.bytes : 0) }
            }
            last = end
        }
    }
}

/// A remembered result; its columns as they were stored.
private struct PackedResult: Sendable {
    let id: Int64
    /// Source, call, result and its hash.
    let columns: [DatabaseValue]
    let output: RecordedOutput?

    var bytes: Int {
        columns.reduce(output?.bytes.count ?? 0) { $0 + (String.fromDatabaseValue($1)?.utf8.count ?? 0) }
    }

    /// False where the same call has a result already.
    func keep(in database: Database) throws -> Bool {
        let known = try database.cachedStatement(sql: "SELECT count(*) FROM remembered WHERE source = ? AND call = ?")
        guard try Int.fetchOne(known, arguments: StatementArguments(columns.prefix(2))) == 0 else { return false }
        let output = try output.map { try database.keep($0) }
        try database.cachedStatement(
            sql: "INSERT INTO remembered (source, call, result, resultHash, output) VALUES (?, ?, ?, ?, ?)"
        ).execute(arguments: StatementArguments(columns) + [output])
        return true
    }
}

extension Database {
    fileprivate func remembered(after last: Int64, limit: Int, in path: String) throws -> [PackedResult] {
        try Row.fetchAll(
            self,
            sql: """
                SELECT remembered.*, output.hash AS bodyHash, output.bytes AS body FROM remembered
                LEFT JOIN output ON output.id = remembered.output WHERE remembered.id > ?
                ORDER BY remembered.id LIMIT ?
                """, arguments: [last, limit]
        ).map { row in
            let place = "a remembered result"
            try row.check("result", against: "resultHash", of: place, in: path)
            return PackedResult(
                id: row["id"], columns: ["source", "call", "result", "resultHash"].map { row[$0] },
                output: try row.checkedOutput(of: place, in: path))
        }
    }
}
