import Engine
import GRDB
import Review

extension Dataset {
    /// What became of the samples that a filter lets through, of those that were decided in an interval.
    ///
    /// Reads the columns that lists are filtered by, page by page, and decodes only the decisions on rejected and edited
    /// samples. Others read between the pages: what is decided meanwhile may count or not. Why iterations added nothing
    /// is only in their events, so it is looked up for the newest samples alone. Samples that the checks have not looked
    /// at count as without findings.
    package func statistics(
        _ filter: Filter = .everything, in interval: StatisticsInterval = .all, dayBegan: Timestamp,
        explaining limit: Int = .max
    ) async throws -> StatisticsPage {
        let path = path
        let asked = StatisticsQuestion(filter: filter, interval: interval, dayBegan: dayBegan)
        let (beginning, explained) = try await read { database in
            let reading = StatisticsReading(asked: asked, database: database)
            return (try reading.beginning(), try reading.explainedRows(limit))
        }
        var statistics = beginning
        var last: StatisticsRow?
        repeat {
            let start = last
            let page = try await read { database in
                let rows = try StatisticsReading(asked: asked, database: database).page(after: start)
                let facts = try StatisticsRows(rows, database: database, path: path).facts(explaining: explained)
                return (facts: facts, last: rows.last)
            }
            for facts in page.facts { statistics.add(facts) }
            last = page.last
        } while last != nil
        return StatisticsPage(statistics, dataset: path)
    }
}

/// Of which samples, and of which decisions on them, the figures are.
private struct StatisticsQuestion: Sendable {
    let filter: Filter
    let interval: StatisticsInterval
    let dayBegan: Timestamp
}

/// One look at what the statistics of a filter are made of.
private struct StatisticsReading {
    private static let pageLimit = 1_000

    let asked: StatisticsQuestion
    let database: Database

    private var filter: Filter { asked.interval.narrowing(asked.filter, dayBegan: asked.dayBegan) }

    private var isWhole: Bool { filter == .everything }

    /// The row numbers of the samples.
    private var rows: SQL { SampleList(filter).rows }

    /// All that is not of single samples.
    func beginning() throws -> Statistics {
        Statistics(
            of: asked.filter, in: asked.interval, tools: try tools(), spending: try spending(), pace: try pace())
    }

    /// The rows after another one, in the order of the labels.
    ///
    /// The narrow index has all of it; left alone, SQLite would sooner read the wide table.
    func page(after last: StatisticsRow?) throws -> [StatisticsRow] {
        let rest: SQL = last.map { "(sample.number, sample.branch) > (\($0.number), \($0.branch))" } ?? "1"
        let query: SQL = """
            SELECT sample.id, sample.number, sample.branch, sample.status, sample.growth, sample.flagged, sample.edited,
                sample.iterations, sample.chains, sample.steps, sample.noops, sample.findings, sample.run
            FROM sample INDEXED BY sample_list WHERE \(rest) AND \(filter.sql)
            ORDER BY sample.number, sample.branch LIMIT \(Self.pageLimit)
            """
        return try SQLRequest<StatisticsRow>(literal: query).fetchAll(database)
    }

    /// The newest samples with iterations that added nothing.
    func explainedRows(_ limit: Int) throws -> Set<Int64> {
        let query: SQL = """
            SELECT sample.id FROM sample INDEXED BY sample_list WHERE \(filter.sql) AND sample.noops > 0
            ORDER BY sample.id DESC LIMIT \(limit)
            """
        return try Set(SQLRequest<Int64>(literal: query).fetchAll(database))
    }

    /// The tools of the samples' runs, with their families.
    private func tools() throws -> [ToolName: String] {
        let runs: SQL = isWhole ? "SELECT id FROM run" : "SELECT run FROM sample WHERE id IN (\(rows))"
        let query: SQL = """
            SELECT json_extract(payload, '$.name') AS name, json_extract(payload, '$.family') AS family FROM tool
            WHERE id IN (SELECT tool FROM run_tool WHERE run IN (\(runs)))
            """
        var tools: [ToolName: String] = [:]
        for row in try SQLRequest<Row>(literal: query).fetchAll(database) {
            if let name = row["name"] as String? { tools[ToolName(name)] = row["family"] as String? ?? "" }
        }
        return tools
    }

    private func spending() throws -> Spending {
        let some: SQL = isWhole ? "1" : "sample IN (\(rows))"
        let query: SQL = """
            SELECT count(resultHash) AS questions, coalesce(sum(prompt), 0) AS prompt,
                coalesce(sum(completion), 0) AS completion, coalesce(sum(cost), 0) AS cost, count(cost) AS priced
            FROM exchange WHERE \(some)
            """
        let row = try SQLRequest<Row>(literal: query).fetchOne(database) ?? [:]
        let questions: Int = row["questions"] ?? 0
        return Spending(
            questions: questions, promptTokens: row["prompt"] ?? 0, completionTokens: row["completion"] ?? 0,
            cost: Money(nanodollars: row["cost"] ?? 0), unpriced: questions - (row["priced"] ?? 0))
    }

    /// The journals one after the other, since a pause is only seen where nothing is left out.
    private func pace() throws -> ReviewPace {
        let isMeant: SQL = isWhole ? "1" : "sample IN (\(rows))"
        let beginning = asked.interval.beginning(dayBegan: asked.dayBegan)
        let isCounted: SQL = beginning.map { "\(isMeant) AND time >= \($0.microseconds)" } ?? isMeant
        let query: SQL = """
            SELECT reviewer, sample, time, \(isCounted) AS counts, \(SQL.decides) AS decides
            FROM decision ORDER BY reviewer, time, id
            """
        var pace = ReviewPace(dayBegan: asked.dayBegan)
        let entries = try SQLRequest<Row>(literal: query).fetchCursor(database)
        while let row = try entries.next() {
            pace.add(
                ReviewPace.Entry(
                    reviewer: row["reviewer"], sample: row["sample"], time: Timestamp(microseconds: row["time"]),
                    decides: row["decides"], counts: row["counts"]))
        }
        return pace
    }
}
