import Engine

/// What the screens of studies ask of the dataset.
package enum StudyRequest: Hashable, Sendable {
    /// Which baselines there are; answered by ``StudyAnswer/baselines(_:)``.
    case baselines
    /// Which items a study has; answered by ``StudyAnswer/indices(_:_:)``.
    case indices(RunID)
    /// Some items of a baseline in short.
    case baselineRows(RunID, [Int])
    /// One item of a baseline with its tree.
    case baseline(RunID, index: Int)
    /// Which evaluations there are; answered by ``StudyAnswer/evaluations(_:)``.
    case evaluations
    /// Some items of an evaluation in short.
    case evaluationRows(RunID, [Int])
    /// One item of an evaluation.
    case evaluation(RunID, index: Int)
}
