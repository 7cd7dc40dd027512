import Engine

/// What was preferred while a sample grew: at one state of its workflow, one proposal was kept and others were not.
///
/// Proposals of iterations that added nothing count at the next state that grew, which is the same. A call that the
/// workflow has anyway is not taken for a bad one. A trial that failed after a good first call makes no pair, since
/// nothing was wrong with it where the chosen one begins; nor does one whose tool was not to be reached or not allowed.
struct GrownPreferences {
    let sample: ExportableSample
    let row: ExportRow
    let state: RunState

    var all: [Preference] {
        guard !sample.isReordered else { return [] }
        let kept = Set(sample.workflow.steps.map(\.call.contentHash))
        var all: [Preference] = []
        var tried: [Iteration] = []
        for iteration in state.iterations {
            tried.append(iteration)
            guard case .grew(let growth) = iteration.outcome else { continue }
            all += passedOver(tried, at: iteration, besides: kept) + mended(in: iteration, growth, besides: kept)
            tried = []
        }
        return all
    }

    /// The first calls of the proposals that were not chosen, each once.
    private func passedOver(
        _ iterations: [Iteration], at grown: Iteration, besides kept: Set<ContentHash>
    ) -> [Preference] {
        guard let chosen = row.turns.keeping({ $0.iteration == grown.number }).first else { return [] }
        let history = row.turns.keeping { $0.iteration < grown.number }
        var seen = kept
        return iterations.flatMap { iteration in
            iteration.trials.compactMap { trial -> Preference? in
                guard trial.id != iteration.keptProposal,
                    let source = iteration.source(of: trial, against: chosen.map(\.step.call.tool)),
                    let call = trial.attempts.first?.call, sample.canShow(call), seen.insert(call.contentHash).inserted
                else { return nil }
                return Preference(
                    source: source, history: history, chosen: .calls(chosen.map(\.step.call)),
                    rejected: .calls([call]))
            }
        }
    }

    /// Calls of the chosen trial that failed, against the call of the same tool that was then kept.
    private func mended(
        in iteration: Iteration, _ growth: Growth, besides kept: Set<ContentHash>
    ) -> [Preference] {
        let attempts = iteration.trials.first { $0.id == iteration.keptProposal }?.attempts ?? []
        var seen = kept
        return attempts.indices.compactMap { index in
            let call = attempts[index].call
            let next = attempts[index...].first { $0.outcome.succeeded && $0.call.tool == call.tool }
            guard attempts[index].showsFault, sample.canShow(call),
                let step = growth.steps.first(where: { $0.call == next?.call }),
                let now = sample.workflow.step(step.number), seen.insert(call.contentHash).inserted
            else { return nil }
            let history = row.turns.keeping {
                $0.iteration < step.iteration || $0.iteration == step.iteration && $0.number < step.number
            }
            return Preference(
                source: .mendedCall, history: history, chosen: .calls([now.call]), rejected: .calls([call]))
        }
    }
}

extension Iteration {
    /// The proposal whose steps the workflow took.
    fileprivate var keptProposal: Proposal.ID? {
        guard case .grew = outcome, case .chosen(let id, _, _) = selection else { return nil }
        return id
    }

    /// Why a proposal that was not chosen is worse; nil where that cannot be said.
    fileprivate func source(of trial: Trial, against chosen: [ToolName]) -> Preference.Source? {
        guard let first = trial.attempts.first else { return nil }
        if first.showsFault { return chosen.contains(first.call.tool) ? .failedCall : .failedProposal }
        guard first.outcome.succeeded, trial.succeeded else { return nil }
        let isCuratorsChoice = steering.contains { $0.choice != nil && $0.choice == keptProposal.map { .proposal($0) } }
        return isCuratorsChoice ? .curatorChoice : .lostProposal
    }
}

extension Trial.Attempt {
    /// Whether the call itself was wrong: it broke the tool's schema, or the tool would not have it.
    fileprivate var showsFault: Bool {
        switch outcome {
        case .rejected, .failed: true
        case .refused(let code, _): code == Self.invalidParameters
        case .returned, .malformed, .denied, .timedOut, .unreachable: false
        }
    }

    /// As JSON-RPC has it.
    private static let invalidParameters = -32602
}
