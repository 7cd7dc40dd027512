import Engine
import GRDB

extension DatasetExamination {
    /// Has SQLite check the whole file: `PRAGMA integrity_check`.
    ///
    /// Nobody can commit meanwhile where there is no write-ahead log, so give it a limit when somebody wants to.
    package func integrity(within patience: Duration? = nil) async -> Finding {
        await finding(within: patience) { database in
            let rows = try DatabaseValue.fetchAll(
                database, sql: "PRAGMA integrity_check(\(Self.mostProblems))")
            return rows.compactMap(String.fromDatabaseValue).filter { $0 != "ok" }
        }
    }

    /// Checks that rows refer to rows that are there, that every sample has the events it counts, and that every question
    /// to a model is whole.
    ///
    /// It holds up commits as ``integrity(within:)`` does.
    package func references(within patience: Duration? = nil) async -> Finding {
        let tables = questionTables
        return await finding(within: patience) { database in
            try database.lostRows() + database.miscountedSamples() + tables.flatMap(database.brokenQuestions)
        }
    }

    /// The version from which on a file keeps the exchanges with models.
    static let firstWithExchanges = 3

    /// The version from which on a file remembers results of calls.
    static let firstWithRememberedResults = 4

    /// The version from which on a file keeps what models said of samples.
    static let firstWithJudgements = 6

    /// The version from which on a file keeps studies.
    static let firstWithStudies = 7

    /// The tables of questions to models that a file of this version has.
    private var questionTables: [String] {
        (version >= Self.firstWithExchanges ? ["exchange"] : [])
            + (version >= Self.firstWithStudies ? ["study_exchange"] : [])
    }

    private func finding(
        within patience: Duration?, _ look: @escaping @Sendable (Database) throws -> [String]
    ) async -> Finding {
        do {
            guard let problems = try await read(within: patience, look) else { return .unfinished }
            return problems.isEmpty ? .sound : .unsound(Array(problems.prefix(Self.mostProblems)))
        } catch { return .unsound(["\(DatasetError(error, at: path))"]) }
    }
}

/// How much a dataset holds.
package struct DatasetCensus: Hashable, Sendable {
    package let runs: Int
    /// Branches are among them.
    package let samples: Int
    package let finishedSamples: Int
    package let decisions: Int
    package let events: Int
    /// Questions to models that have ended.
    package let exchanges: Int
    /// Those without an ending: under way, or cut off, and asked again when the run goes on.
    package let pendingExchanges: Int
    /// Experiments beside the samples; what they asked is not among the exchanges here.
    package let studies: Int
}

extension DatasetExamination {
    /// Counts what there is; nil when that takes longer than it may.
    ///
    /// It holds up commits as ``integrity(within:)`` does.
    package func census(within patience: Duration? = nil) async throws(DatasetError) -> DatasetCensus? {
        do {
            let keepsExchanges = version >= Self.firstWithExchanges
            let keepsStudies = version >= Self.firstWithStudies
            return try await read(within: patience) { database in
                func count(_ rows: String) throws -> Int {
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM \(rows)") ?? 0
                }
                return DatasetCensus(
                    runs: try count("run"), samples: try count("sample"),
                    finishedSamples: try count("sample WHERE phase = 'finished'"), decisions: try count("decision"),
                    events: try count("event"),
                    exchanges: keepsExchanges ? try count("exchange WHERE resultHash IS NOT NULL") : 0,
                    pendingExchanges: keepsExchanges ? try count("exchange WHERE resultHash IS NULL") : 0,
                    studies: keepsStudies ? try count("study") : 0)
            }
        } catch { throw DatasetError(error, at: path) }
    }
}

extension Database {
    /// References to rows that are not there, by the table that has them.
    fileprivate func lostRows() throws -> [String] {
        var counts: [[String]: Int] = [:]
        let rows = try Row.fetchCursor(self, sql: "PRAGMA foreign_key_check")
        while let row = try rows.next() {
            let names = [0, 2].map { String.fromDatabaseValue(row[$0] as DatabaseValue) ?? "?" }
            counts[names, default: 0] += 1
        }
        return counts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { names, count in
            "\(count) rows of \(names[0]) name rows of \(names[1]) that are not there"
        }
    }

    /// Questions whose parts are not those that were sent.
    fileprivate func brokenQuestions(in table: String) throws -> [String] {
        let hashOfPart = try cachedStatement(sql: "SELECT hash FROM part WHERE id = ?")
        var problems: [String] = []
        let rows = try Row.fetchCursor(self, sql: "SELECT id, request, parts FROM \(table) ORDER BY id")
        while let row = try rows.next(), problems.count < DatasetExamination.mostProblems {
            let parts = try partNumbers(row).map { number in
                let hash = try DatabaseValue.fetchOne(hashOfPart, arguments: [number])
                return ContentHash(hex: hash.flatMap(String.fromDatabaseValue) ?? "")
            }
            if ContentHash(ofRequest: parts).hex != row.text("request") {
                problems.append("\(table) \(row.number("id")) does not have the parts that its question was made of")
            }
        }
        return problems
    }

    fileprivate func miscountedSamples() throws -> [String] {
        let rows = try Row.fetchAll(
            self,
            sql: """
                SELECT number, events, found FROM (
                    SELECT sample.number, sample.events,
                        (SELECT count(*) FROM event WHERE event.sample = sample.id) AS found FROM sample
                ) WHERE events IS NOT found LIMIT \(DatasetExamination.mostProblems)
                """)
        return rows.map { row in
            let numbers = (0...2).map { Int.fromDatabaseValue(row[$0] as DatabaseValue) ?? 0 }
            return "\(SampleLabel(number: numbers[0])) counts \(numbers[1]) events and has \(numbers[2])"
        }
    }
}
