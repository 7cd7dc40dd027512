extension Generator {
    /// Drafts query and response after an iteration that grew, where the plan wants drafts.
    func draft(_ sample: SampleID, _ log: EventLog) async throws {
        let state = await log.state
        guard plan.drafting == .everyIteration, case .grew = state.iterations.last?.outcome else { return }
        do {
            let number = state.iterations.last?.number ?? 0
            try await log.record(.drafted(try await synthesize(state, sample, iteration: number, log)))
        } catch let failure as StageFailure {
            try await log.record(.draftFailed(reason: failure.reason))
        }
    }

    /// Ends the sample.
    ///
    /// A failed draft keeps its steps; only a failed final synthesis fails the sample.
    func finish(_ sample: SampleID, _ log: EventLog) async throws {
        let state = await log.state
        guard !state.workflow.chains.isEmpty else {
            return try await log.record(.finished(.nothingGrown))
        }
        if let draft = state.currentDraft {
            return try await log.record(.finished(.completed(draft)))
        }
        do {
            try await log.record(.finished(.completed(try await synthesize(state, sample, iteration: 0, log))))
        } catch let failure as StageFailure {
            try await log.record(.finished(.synthesisFailed(reason: failure.reason)))
        }
    }

    /// The random stream is the same in every iteration: two drafts differ only where their workflows do.
    private func synthesize(
        _ state: RunState, _ sample: SampleID, iteration: Int, _ log: EventLog
    ) async throws -> Synthesis {
        try await stages.synthesizer.synthesize(
            SynthesisRequest(
                workflow: state.workflow, library: library.byName,
                random: random(for: .synthesising, Position(sample: sample, iteration: 0)),
                models: models(for: .synthesising, Position(sample: sample, iteration: iteration), log)))
    }
}

extension RunState {
    /// The draft of the last iteration that grew: it covers the whole workflow.
    fileprivate var currentDraft: Synthesis? {
        let last = iterations.last { iteration in
            guard case .grew = iteration.outcome else { return false }
            return true
        }
        return last?.draft
    }
}
