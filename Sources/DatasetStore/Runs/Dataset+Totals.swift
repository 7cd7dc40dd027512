import Engine
import GRDB

extension Dataset {
    /// What a run has spent so far, to open its budget with when it goes on.
    ///
    /// Calls and questions without an ending are left out, though an endpoint may have counted them.
    package func spent(of run: RunID) async throws -> BudgetAccount.Spent {
        let totals = try await totals(of: run)
        return BudgetAccount.Spent(
            toolCalls: totals.endedCalls, modelCalls: totals.models.requests, tokens: totals.models.tokens,
            money: totals.models.cost)
    }

    /// What a run has come to and what it took; all zero for a run that the dataset does not have.
    package func totals(of run: RunID) async throws -> RunTotals {
        try await read { database in
            let id = try RunRow.find(run, in: database)?.id
            let samples: SQL = "SELECT id FROM sample WHERE run = \(id)"
            let completed: SQL = "growth = \(StoredGrowth.completed)"
            let growth = try database.sums(
                """
                SELECT count(*), sum(\(completed)), sum((\(completed)) AND status = 'accepted'),
                    sum((\(completed)) * steps)
                FROM sample WHERE run = \(id)
                """)
            let calls = try database.endedCalls(among: "call WHERE sample IN (\(samples))")
            return RunTotals(
                samples: growth[0], completed: growth[1], accepted: growth[2], steps: growth[3], toolCalls: calls.sent,
                endedCalls: calls.all,
                models: try ModelTotals(of: "exchange WHERE sample IN (\(samples))", in: database))
        }
    }

    /// What a sample's stages asked of models, what it inherited left out.
    package func modelTotals(of sample: SampleID) async throws -> ModelTotals {
        try await read { database in
            let id = try SampleRow.existing(sample, in: database).id
            return try ModelTotals(of: "exchange WHERE sample = \(id)", in: database)
        }
    }
}

extension ModelTotals {
    /// Sums up over the rows of a table of exchanges: its name, and which of them.
    init(of rows: SQL, in database: Database) throws {
        let sums = try database.sums(
            """
            SELECT count(resultHash), count(resultHash) - count(output), count(*) - count(resultHash), sum(tries),
                sum(prompt), sum(completion), sum(cached), sum(reasoning), sum(estimated),
                sum(cost), count(resultHash) - count(cost)
            FROM \(rows)
            """)
        self.init(
            questions: sums[0], failures: sums[1], pending: sums[2], requests: sums[3], promptTokens: sums[4],
            completionTokens: sums[5], cachedTokens: sums[6], reasoningTokens: sums[7], estimated: sums[8],
            cost: Money(nanodollars: Int64(sums[9])), unpriced: sums[10])
    }
}

extension Database {
    /// The columns of a query that gives one row of sums; a sum of nothing is 0.
    func sums(_ query: SQL) throws -> [Int] {
        guard let row = try SQLRequest<Row>(literal: query).fetchOne(self) else { return [] }
        return row.databaseValues.map { Int.fromDatabaseValue($0) ?? 0 }
    }
}
