/// Where a branch parts from its sample, and what it is asked for beforehand.
struct Branching: Sendable {
    let iteration: Int
    let steering: Steering

    /// Nil for any event but the first of a branch.
    init?(_ event: RunEvent) {
        guard case .branched(_, let iteration, let steering, _) = event else { return nil }
        self.iteration = iteration
        self.steering = steering
    }

    /// What an iteration of the branch is asked for: everything in its first one, and no muted tool in any.
    func asked(of number: Int) -> Steering {
        number == iteration ? steering : Steering(mutedTools: steering.mutedTools)
    }
}

extension RunEvent {
    /// The first event of a branch: it takes over the sample as it stood before an iteration, or what was made of that.
    package static func branch(
        from parent: SampleID, in state: RunState, at iteration: Int, steering: Steering,
        takingOver edited: Workflow? = nil
    ) -> RunEvent {
        .branched(
            from: parent, iteration: iteration, steering: steering,
            inherited: state.cut(after: iteration - 1, takingOver: edited))
    }
}
