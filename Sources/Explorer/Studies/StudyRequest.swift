import Engine

/// What the screens of studies ask of the dataset.
package enum StudyRequest: Hashable, Sendable {
    /// Which baselines there are; answered by ``StudyAnswer/baselines(_:)``.
    case baselines
    /// Some items of a baseline in short, from a place on, counted from 0.
    case baselineRows(RunID, from: Int, limit: Int)
    /// One item of a baseline with its tree.
    case baseline(RunID, index: Int)
    /// Which evaluations there are; answered by ``StudyAnswer/evaluations(_:)``.
    case evaluations
    /// Some items of an evaluation in short, from a place on, counted from 0.
    case evaluationRows(RunID, from: Int, limit: Int)
    /// One item of an evaluation.
    case evaluation(RunID, index: Int)
}
