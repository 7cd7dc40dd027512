import Engine
import Evaluation

/// What was read of the dataset for the screens of studies.
package enum StudyAnswer: Hashable, Sendable {
    /// The baselines, the newest last.
    case baselines([ListedStudy])
    /// The indices of a study's items, in order.
    case indices(RunID, [Int])
    /// A row for each index that was asked for, in their order.
    case baselineRows(RunID, [BaselineRow])
    case baseline(RunID, BaselineSample)
    /// The evaluations, the newest last.
    case evaluations([ListedEvaluation])
    /// A row for each index that was asked for, in their order.
    case evaluationRows(RunID, [EvaluationRow])
    case evaluation(RunID, index: Int, EvaluatedItem)
}
