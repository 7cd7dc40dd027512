import Engine
import GRDB

/// How much of a dataset has been looked at.
///
/// Rows are only added, so the last number of each kind says it all; only what waits for samples is replaced.
struct ChangePlace: Sendable {
    /// Changes with every commit of another connection.
    private let version: Int
    private let event: Int64
    private let decision: Int
    private let run: Int64
    private let steering: Steering

    /// What waits for growing samples: how many of them, and when one was kept last.
    private struct Steering: Hashable {
        let count: Int
        let newest: Int
    }

    init(of database: Database) throws {
        version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        event = try Int64.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
        decision = try Int.fetchOne(database, sql: "SELECT max(id) FROM decision") ?? 0
        run = try Int64.fetchOne(database, sql: "SELECT max(id) FROM run") ?? 0
        let kept = try database.sums(
            "SELECT count(*), max(time) FROM artefact WHERE kind = \(Artefact.steeringKind)")
        steering = Steering(count: kept[0], newest: kept[1])
    }

    /// What is new since this place, and the place after it; nil when nothing was committed.
    func look(in database: Database, path: String) throws -> (DatasetChange, ChangePlace)? {
        guard try Int.fetchOne(database, sql: "PRAGMA data_version") != version else { return nil }
        let place = try ChangePlace(of: database)
        let change = DatasetChange(
            grown: try grown(in: database),
            decisions: try database.decisions(after: decision, limit: .max, in: path), hasNewRun: place.run > run,
            changesSteering: place.steering != steering)
        return (change, place)
    }

    private func grown(in database: Database) throws -> [SampleID] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT run.hash AS run, sample.position, sample.branch
                FROM (SELECT sample, min(id) AS first FROM event WHERE id > ? GROUP BY sample) AS news
                JOIN sample ON sample.id = news.sample JOIN run ON run.id = sample.run ORDER BY news.first
                """, arguments: [event]
        ).map(SampleID.init)
    }
}
