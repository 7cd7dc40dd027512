import Engine
import GRDB

extension Dataset {
    /// What a study has spent so far, to open its budget with when it goes on.
    ///
    /// Calls and questions without an ending are left out, though an endpoint may have counted them.
    package func studySpending(of study: RunID) async throws -> BudgetAccount.Spent {
        let totals = try await studyTotals(of: study)
        return BudgetAccount.Spent(
            toolCalls: totals.endedCalls, modelCalls: totals.models.requests, tokens: totals.models.tokens,
            money: totals.models.cost)
    }

    /// What a study has saved and what it took; all zero for a study that the dataset does not have.
    ///
    /// Questions of the stages `left` are left out.
    package func studyTotals(
        of study: RunID, without left: [ExchangeSlot.Stage] = []
    ) async throws -> StudyTotals {
        try await read { database in
            let id = try StudyRow.find(study, in: database)?.id
            let items: SQL = "SELECT id FROM study_item WHERE study = \(id)"
            let saved = try database.sums("SELECT count(payload) FROM study_item WHERE study = \(id)")
            let calls = try database.endedCalls(among: "study_call WHERE item IN (\(items))")
            return StudyTotals(
                items: saved[0], toolCalls: calls.sent, endedCalls: calls.all,
                models: try ModelTotals(
                    of: "study_exchange WHERE item IN (\(items)) AND stage NOT IN \(left.map(\.rawValue))",
                    in: database))
        }
    }
}
