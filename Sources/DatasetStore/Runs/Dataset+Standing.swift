import Engine
import Foundation
import GRDB

extension Dataset {
    /// What a run has come to, with the events of at most `limit` of its samples under way.
    ///
    /// - Throws: ``DatasetError/unknownRun(_:)`` for a run that the dataset does not have, and
    ///   ``DatasetError/damaged(path:what:)``
    package func standing(of run: RunID, following limit: Int) async throws -> RunStanding {
        let path = path
        return try await read { try $0.standing(of: run, following: limit) }.standing(in: path)
    }

    /// The same, with the place of that very moment: what is stored up to there is in its figures.
    ///
    /// - Throws: as ``standing(of:following:)``
    package func standing(
        locating run: RunID, following limit: Int
    ) async throws -> (standing: RunStanding, place: EventPlace) {
        let path = path
        let (stored, place) = try await read { database in
            (try database.standing(of: run, following: limit), try EventPlace(of: database))
        }
        return (try stored.standing(in: path), place)
    }

    /// Whether something happened to a sample after a place; not for one that the dataset does not have.
    package func hasEvents(of sample: SampleID, after place: EventPlace) async throws -> Bool {
        try await read { database in
            guard let row = try SampleRow.find(sample, in: database) else { return false }
            return try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM event WHERE sample = ? AND id > ?)",
                arguments: [row.id, place.last]) ?? false
        }
    }

    /// The runs that some process grows at this moment, this one included, oldest first.
    package func growingRuns() async throws -> [RunID] {
        let runs = try await read { database in
            try String.fetchAll(database, sql: "SELECT hash FROM run ORDER BY id").map { RunID(ContentHash(hex: $0)) }
        }
        return runs.filter(isGrowing)
    }
}

/// How far the events of a dataset went at one moment.
package struct EventPlace: Hashable, Sendable {
    fileprivate let last: Int64

    fileprivate init(of database: Database) throws {
        last = try Int64.fetchOne(database, sql: "SELECT max(id) FROM event") ?? 0
    }
}

/// What is stored of a run at one moment, not decoded yet.
struct StoredStanding: Sendable {
    let run: RunRow
    let figures: RunStanding.Figures
    let lastEvents: [SampleID: Int]
    let underWay: [SampleRecord]
    let interrupted: Set<Int>

    func standing(in path: String) throws(DatasetError) -> RunStanding {
        var events: [[RecordedEvent]] = []
        for record in underWay { events.append(try record.events(in: path)) }
        return RunStanding(
            of: RunID(ContentHash(hex: run.hash)), plan: try plan(in: path), requested: run.requested,
            figures: figures, lastEvents: lastEvents, underWay: events, interrupted: interrupted)
    }

    private func plan(in path: String) throws(DatasetError) -> Plan {
        do { return try JSONDecoder().decode(Plan.self, from: Data(run.plan.utf8)) } catch {
            throw .damaged(path: path, what: "the plan of run \(run.hash.prefix(8)) cannot be read")
        }
    }
}

extension Database {
    /// Reads how a run stands, in one look.
    func standing(of run: RunID, following limit: Int) throws -> StoredStanding {
        guard let row = try RunRow.find(run, in: self) else { throw DatasetError.unknownRun(run) }
        let open = try samples(under: row, run)
        let growing = open.filter { $0.row.phase != .interrupted }.prefix(max(0, limit))
        let interrupted = open.filter { $0.row.phase == .interrupted && $0.sample.branch.isEmpty }
        return StoredStanding(
            run: row, figures: try figures(of: row),
            lastEvents: Dictionary(open.map { ($0.sample, $0.row.events) }) { first, _ in first },
            underWay: try growing.map { try SampleRecord($0.row, $0.sample, in: self) },
            interrupted: Set(interrupted.map(\.sample.index)))
    }

    /// The samples of a run that have begun and not finished: the originals in their order, then the branches.
    private func samples(under run: RunRow, _ id: RunID) throws -> [(row: SampleRow, sample: SampleID)] {
        let query: SQL = """
            SELECT * FROM sample WHERE run = \(run.id) AND phase <> 'finished' AND events > 0
            ORDER BY branch <> '', number, branch
            """
        return try SQLRequest<SampleRow>(literal: query).fetchAll(self).map { row in
            (row, SampleID(run: id, index: row.position, branch: BranchColumn.branch(from: row.branch)))
        }
    }

    private func figures(of run: RunRow) throws -> RunStanding.Figures {
        let originals: SQL = "sample WHERE run = \(run.id) AND branch = '' AND events > 0"
        let sums = try self.sums(
            """
            SELECT count(*), sum(growth = \(StoredGrowth.completed)), sum(growth = \(StoredGrowth.failed)),
                sum(iterations),
                sum(phase IN ('sampling', 'proposing', 'executing', 'selecting') AND iterations > 0),
                sum(phase = 'interrupted' AND iterations > 0 AND NOT (\(Self.hasEndedLastIteration))),
                sum(noops), sum(calls)
            FROM \(originals)
            """)
        var figures = RunStanding.Figures()
        (figures.begun, figures.completed, figures.failed) = (sums[0], sums[1], sums[2])
        // The last iteration of those is not over.
        figures.iterations = sums[3] - sums[4] - sums[5]
        figures.noOps = sums[6]
        figures.usage = try usage(of: run, calls: sums[7], by: "SELECT id FROM \(originals)")
        return figures
    }

    /// Whether an interrupted sample was only left to write its texts: then nothing but questions came after an
    /// iteration's end.
    private static var hasEndedLastIteration: SQL {
        """
        SELECT payload GLOB '{"iterationEnded":*' OR payload GLOB '{"draft*' FROM event
        WHERE event.sample = sample.id AND NOT payload GLOB '{"asked":*' AND NOT payload GLOB '{"interrupted":*'
        ORDER BY event.number DESC LIMIT 1
        """
    }

    private func usage(of run: RunRow, calls: Int, by originals: SQL) throws -> Usage {
        // A result is kept with its keys sorted. What was rejected is no call that was sent, and failed all the same.
        let good = try sums(
            """
            SELECT count(CASE WHEN result GLOB '{"origin":"*","outcome":{"returned":*' THEN 1 END)
            FROM call WHERE sample IN (\(originals))
            """)[0]
        let models = try ModelTotals(
            of: "exchange WHERE sample IN (SELECT id FROM sample WHERE run = \(run.id))", in: self)
        var usage = Usage(modelCalls: models.questions, toolCalls: calls, failedCalls: max(0, calls - good))
        usage.promptTokens = models.promptTokens
        usage.completionTokens = models.completionTokens
        usage.estimatedCalls = models.estimated
        usage.cost = models.cost
        usage.unpricedCalls = models.unpriced
        return usage
    }
}
