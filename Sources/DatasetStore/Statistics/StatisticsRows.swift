import Engine
import GRDB
import Review

/// What the narrow index says of a sample.
struct StatisticsRow: Codable, FetchableRecord, Sendable {
    let id: Int64
    let number: Int
    let branch: String
    let status: ReviewState.Status
    let growth: StoredGrowth
    let flagged: Bool
    let edited: Bool
    let iterations: Int
    let chains: Int
    let steps: Int
    let noops: Int
    let findings: Int?
    let run: Int64
}

/// Some samples, and what other tables say of them.
struct StatisticsRows {
    private let rows: [StatisticsRow]
    private let database: Database
    private let path: String

    init(_ rows: [StatisticsRow], database: Database, path: String) {
        self.rows = rows
        self.database = database
        self.path = path
    }

    /// What the statistics ask of each; of the `explaining` ones also why their iterations added nothing.
    func facts(explaining: Set<Int64>) throws -> [SampleFacts] {
        let planners = try planners()
        let tools = try labels("SELECT sample, name FROM sample_tool JOIN used_tool ON used_tool.id = tool", rows)
        let found = try labels("SELECT sample, reason FROM sample_finding", rows.filter { $0.findings ?? 0 > 0 })
        let causes = try causes(of: rows.filter { explaining.contains($0.id) })
        let branches = rows.filter { !$0.branch.isEmpty && $0.iterations > 0 }
        let ownIterations = try iterations(of: branches)
        let ownNoOps = try self.causes(of: branches.filter { $0.noops > 0 }).mapValues(\.count)
        return try rows.map { row in
            var facts = SampleFacts(row, planner: planners[row.run] ?? "")
            if !row.branch.isEmpty {
                facts.inheritedIterations = row.iterations - (ownIterations[row.id] ?? 0)
                facts.inheritedNoOps = row.noops - (ownNoOps[row.id] ?? 0)
            }
            facts.tools = Set((tools[row.id] ?? []).map { ToolName($0) })
            facts.findings = row.findings
            facts.foundReasons = Set((found[row.id] ?? []).compactMap { Reason(rawValue: $0) })
            facts.causes = explaining.contains(row.id) ? causes[row.id] ?? [] : nil
            if row.status == .rejected || row.edited { try addDecisions(on: row, to: &facts) }
            return facts
        }
    }

    private func planners() throws -> [Int64: String] {
        let runs = Set(rows.map(\.run)).sorted()
        let query: SQL = "SELECT id, planner FROM run WHERE id IN \(runs)"
        let found = try SQLRequest<Row>(literal: query).fetchAll(database)
        return Dictionary(uniqueKeysWithValues: found.map { ($0["id"], $0["planner"]) })
    }

    /// The texts that a query gives for some samples, which it has in its first column.
    private func labels(_ query: SQL, _ rows: [StatisticsRow]) throws -> [Int64: [String]] {
        let whole: SQL = "\(query) WHERE sample IN \(rows.map(\.id))"
        let found = try SQLRequest<Row>(literal: whole).fetchAll(database)
        return Dictionary(grouping: found) { $0[0] as Int64 }.mapValues { $0.map { $0[1] as String } }
    }

    /// How many iterations the samples began themselves: what a branch inherited is no event of its own.
    private func iterations(of rows: [StatisticsRow]) throws -> [Int64: Int] {
        let query: SQL = """
            SELECT sample, count(*) AS begun FROM event WHERE sample IN \(rows.map(\.id))
                AND substr(payload, 1, 17) = '{"iterationBegan"' GROUP BY sample
            """
        let found = try SQLRequest<Row>(literal: query).fetchAll(database)
        return Dictionary(uniqueKeysWithValues: found.map { ($0["sample"], $0["begun"]) })
    }

    /// The samples' own events alone: what a branch inherited is among those of its parent.
    private func causes(of rows: [StatisticsRow]) throws -> [Int64: [NoOpCause]] {
        let query: SQL = """
            SELECT sample, number, payload, hash FROM event WHERE sample IN \(rows.map(\.id))
                AND substr(payload, 1, 17) = '{"iterationEnded"' AND payload LIKE '%"stalled"%'
            """
        var causes: [Int64: [NoOpCause]] = [:]
        let events = try SQLRequest<Row>(literal: query).fetchCursor(database)
        while let row = try events.next() {
            let place = "event \(row["number"] as Int) of a sample"
            let payload = ReadPayload(text: row["payload"], hash: row["hash"], place: place)
            guard case .iterationEnded(_, .stalled(let cause)) = try payload.value(RunEvent.self, in: path) else {
                continue
            }
            causes[row["sample"], default: []].append(cause)
        }
        return causes
    }

    private func addDecisions(on row: StatisticsRow, to facts: inout SampleFacts) throws {
        guard let sample = try database.sample(row.id) else { return }
        let review = ReviewState(try database.decisions(of: sample, row.id, in: path))
        facts.reasons = review.reasons
        facts.edits = Set(review.edits.map(EditKind.init))
    }
}

extension SampleFacts {
    fileprivate init(_ row: StatisticsRow, planner: String) {
        self.init(
            status: row.status, isEdited: row.edited, isFlagged: row.flagged, isCompleted: row.growth == .completed,
            chains: row.chains, steps: row.steps, iterations: row.iterations, noOps: row.noops, planner: planner)
    }
}
