import DatasetStore
import Review

extension Dataset {
    /// What says how a sample is beside another one.
    ///
    /// - Throws: ``CommandFailure`` where there is no such other sample, or it still grows.
    func comparing(
        with label: SampleLabel, _ outcome: ReviewState.Comparison.Outcome
    ) async throws -> Decision.Action {
        let other = try await id(labelled: label.description)
        if case .growing? = try await summaries(of: [other]).first?.growth {
            throw CommandFailure("\(label) \(DecisionObstacle.growing).")
        }
        switch outcome {
        case .better: return .prefer(over: other)
        case .equal: return .equal(to: other)
        }
    }
}
