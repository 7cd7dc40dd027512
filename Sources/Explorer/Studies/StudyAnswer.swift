import Engine
import Evaluation

/// What was read of the dataset for the screens of studies.
package enum StudyAnswer: Hashable, Sendable {
    /// The baselines, the newest last.
    case baselines([ListedStudy])
    case baselineRows(RunID, StudyPage<BaselineRow>)
    case baseline(RunID, BaselineSample)
    /// The evaluations, the newest last.
    case evaluations([ListedEvaluation])
    case evaluationRows(RunID, StudyPage<EvaluationRow>)
    case evaluation(RunID, index: Int, EvaluatedItem)
}

/// Some rows of a study's list.
package struct StudyPage<Row: Hashable & Sendable>: Hashable, Sendable {
    /// The place of the first row, counted from 0.
    package let offset: Int
    package let rows: [Row]
    /// How many rows there are in all.
    package let total: Int

    package init(offset: Int, rows: [Row], total: Int) {
        self.offset = offset
        self.rows = rows
        self.total = total
    }
}
