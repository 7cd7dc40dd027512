extension Generator {
    /// Runs one iteration: a sample in progress in, what happened out.
    ///
    /// Nothing is recorded but the calls; fold the iteration's outcome into the sample to keep it.
    ///
    /// - Throws: `CancellationError`, or an error of the ledger.
    package func iteration(
        of sample: SampleID, on state: RunState, steering: Steering = Steering()
    ) async throws -> Iteration {
        let log = EventLog(of: sample, from: state, now: now)
        let number = state.nextIteration
        do {
            try await log.record(.iterationBegan(number))
            let outcome = try await iterate(Position(sample: sample, iteration: number), steering, log)
            try await log.record(.iterationEnded(number, outcome))
            try await draft(sample, log)
        } catch let spent as BudgetSpent {
            try await log.record(.interrupted(spent.limit))
        }
        guard let iteration = await log.state.iterations.last else { return Iteration(number: number) }
        return iteration
    }
}
