import Engine
import Foundation
import GRDB

extension Dataset {
    /// Stores what a run is asked to do and the tools it has, wording included.
    ///
    /// `count` samples are asked for, and their labels are kept for them. `setup` says how the run reaches its models;
    /// it never holds a key.
    ///
    /// Beginning a run again changes nothing but the number of samples, when more are asked for, and the setup, when
    /// there is another: a run may go on over another endpoint.
    package func beginRun(
        _ run: RunID, plan: Plan, planner: String, library: [Tool], requested count: Int, at time: Timestamp,
        setup: JSON? = nil
    ) async throws(DatasetError) {
        let beginning = RunBeginning(plan: plan, planner: planner, library: library, requested: count, setup: setup)
        try await write(.alone) { try $0.begin(run, beginning, at: time) }
    }

    /// Every run, oldest first.
    package func runs() async throws -> [StoredRun] {
        let path = path
        return try await read { database in
            try Row.fetchAll(database, sql: Self.runsQuery).map { try StoredRun($0, in: path) }
        }
    }

    /// Who planned the samples, each once, in the order of their runs.
    package func planners() async throws -> [String] {
        try await read { database in
            try String.fetchAll(database, sql: "SELECT planner FROM run GROUP BY planner ORDER BY min(id)")
        }
    }

    /// The indices of a run's finished samples, branches left out.
    package func finishedIndices(of run: RunID) async throws -> Set<Int> {
        try await read { database in
            try Set(
                Int.fetchAll(
                    database,
                    sql: """
                        SELECT sample.position FROM sample JOIN run ON run.id = sample.run
                        WHERE run.hash = ? AND sample.branch = '' AND sample.phase = 'finished'
                        """, arguments: [run.hash.hex]))
        }
    }

    /// The tools of a run, in the order of its library.
    package func library(of run: RunID) async throws -> [Tool] {
        let known = libraries.withLock { $0[run] }
        if let known, try await !hasGrown(known, of: run) { return known.tools }
        let path = path
        let library = try await read { database in
            guard let row = try RunRow.find(run, in: database) else { throw DatasetError.unknownRun(run) }
            let tools = try Row.fetchAll(database, sql: Self.toolsQuery, arguments: [run.hash.hex]).map { row in
                try ReadPayload(text: row["payload"], hash: row["hash"], place: "a tool of run \(run)")
                    .value(Tool.self, in: path)
            }
            return Library(tools: tools, mayGrow: row.planner == Self.importPlanner)
        }
        libraries.withLock { $0[run] = library }
        return library.tools
    }

    private func hasGrown(_ library: Library, of run: RunID) async throws -> Bool {
        guard library.mayGrow else { return false }
        return try await read { database in
            let count = try database.cachedStatement(
                sql: "SELECT count(*) FROM run_tool JOIN run ON run.id = run_tool.run WHERE run.hash = ?")
            return try Int.fetchOne(count, arguments: [run.hash.hex]) != library.tools.count
        }
    }

    private static var runsQuery: String {
        """
        SELECT run.*, count(sample.id) AS samples, coalesce(sum(sample.phase = 'finished'), 0) AS finished,
            coalesce(sum(sample.phase = 'finished' AND sample.branch = ''), 0) AS originals,
            coalesce(sum(sample.phase <> 'finished' AND sample.branch <> ''), 0) AS openBranches
        FROM run LEFT JOIN sample ON sample.run = run.id GROUP BY run.id ORDER BY run.id
        """
    }

    private static var toolsQuery: String {
        """
        SELECT tool.payload, tool.hash FROM run JOIN run_tool ON run_tool.run = run.id
        JOIN tool ON tool.id = run_tool.tool WHERE run.hash = ? ORDER BY run_tool.position
        """
    }
}

extension StoredRun {
    fileprivate init(_ row: Row, in path: String) throws {
        let plan: String = row["plan"]
        let hash: String = row["hash"]
        id = RunID(ContentHash(hex: hash))
        do { self.plan = try JSONDecoder().decode(Plan.self, from: Data(plan.utf8)) } catch {
            throw DatasetError.damaged(path: path, what: "the plan of run \(hash.prefix(8)) cannot be read")
        }
        planner = row["planner"]
        requested = row["requested"]
        samples = row["samples"]
        finished = row["finished"]
        unfinished = max(0, requested - (row["originals"] as Int)) + (row["openBranches"] as Int)
        began = Timestamp(microseconds: row["began"])
        do { setup = try (row["setup"] as String?).map { try JSON(parsing: $0) } } catch {
            throw DatasetError.damaged(path: path, what: "the setup of run \(hash.prefix(8)) cannot be read")
        }
    }
}

/// What a run is asked to do, the tools it has, and how it reaches its models.
package struct RunBeginning: Sendable {
    let plan: Plan
    let planner: String
    let library: [Tool]
    let requested: Int
    let setup: JSON?

    package init(plan: Plan, planner: String, library: [Tool], requested: Int, setup: JSON? = nil) {
        self.plan = plan
        self.planner = planner
        self.library = library
        self.requested = requested
        self.setup = setup
    }
}

extension Database {
    /// Begins a run, or asks a known one for more samples.
    func begin(_ run: RunID, _ beginning: RunBeginning, at time: Timestamp) throws {
        if var row = try RunRow.find(run, in: self) {
            try row.ask(for: beginning.requested, in: self)
            return try row.reach(through: beginning.setup, in: self)
        }
        let payload = try StoredPayload(beginning.plan)
        let row = RunRow(
            id: try (Int64.fetchOne(self, sql: "SELECT max(id) FROM run") ?? 0) + 1, hash: run.hash.hex,
            planner: beginning.planner, plan: payload.text, requested: beginning.requested,
            base: try RunRow.lastNumber(in: self), reserved: beginning.requested, began: time.microseconds,
            setup: beginning.setup?.compactText)
        try row.insert(self)
        try keep(beginning.library, of: row.id)
    }

    /// Keeps a run's tools; one that several runs have is stored once.
    private func keep(_ library: [Tool], of run: Int64) throws {
        for (position, tool) in library.enumerated() {
            let payload = try StoredPayload(tool)
            try cachedStatement(sql: "INSERT OR IGNORE INTO tool (hash, payload) VALUES (?, ?)")
                .execute(arguments: [payload.hash.hex, payload.text])
            try cachedStatement(
                sql: "INSERT INTO run_tool (run, position, tool) SELECT ?, ?, id FROM tool WHERE hash = ?"
            ).execute(arguments: [run, position, payload.hash.hex])
        }
    }
}
