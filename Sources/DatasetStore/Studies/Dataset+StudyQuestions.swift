import Engine
import GRDB

/// How far a question of a study has come, at least.
package enum StudyAsking: Hashable, Sendable {
    /// It may have been sent; it may have no answer.
    case begun
    case answered

    fileprivate var condition: String {
        switch self {
        case .begun: "1"
        // The bytes of an answer are kept as an output, and a failure has none.
        case .answered: "study_exchange.output IS NOT NULL"
        }
    }
}

extension Dataset {
    /// The items of a study, by index, of which a model was asked a question of this stage and turn.
    ///
    /// `model` is its name as requests have it. Empty for a study that the dataset does not have.
    package func askedItems(
        of study: RunID, by model: String, stage: ExchangeSlot.Stage, turn: Int, _ asking: StudyAsking
    ) async throws -> Set<Int> {
        try await read { database in
            try Set(
                Int.fetchAll(
                    database,
                    sql: """
                        SELECT study_item.position FROM study_exchange
                        JOIN study_item ON study_item.id = study_exchange.item
                        JOIN study ON study.id = study_item.study
                        WHERE study.hash = ? AND study_item.branch = '' AND study_exchange.stage = ?
                            AND study_exchange.turn = ? AND study_exchange.model = ? AND \(asking.condition)
                        """, arguments: [study.hash.hex, stage.rawValue, turn, model.withoutNul]))
        }
    }
}
