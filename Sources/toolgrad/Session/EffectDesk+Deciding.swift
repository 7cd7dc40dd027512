import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    func decide(_ sample: SampleID, _ actions: [Decision.Action]) async throws {
        try await record(actions.map { (sample, $0) }, depth: 1, leftOut: 0)
    }

    /// Decides about many samples at once; what still grows, or is so already, is left out.
    func decideAll(_ bulk: Bulk, _ action: Decision.Action) async throws {
        let chosen =
            switch bulk {
            case .samples(let samples): samples
            case .filtered(let filter): try await dataset.ids(matching: filter)
            }
        var able: Set<SampleID> = []
        for start in stride(from: 0, to: chosen.count, by: 500) {
            let part = Array(chosen[start..<min(chosen.count, start + 500)])
            able.formUnion(try await dataset.summaries(of: part).filter { allows(action, on: $0) }.map(\.id))
        }
        let orders = chosen.filter(able.contains).map { ($0, action) }
        try await record(orders, depth: 1, leftOut: chosen.count - orders.count)
    }

    func undo() async throws {
        try await takeBack(try await dataset.lastUndoable(by: surroundings.reviewer, among: .ordinary), depth: -1)
    }

    func redo() async throws {
        try await takeBack(try await dataset.lastRedoable(by: surroundings.reviewer, among: .ordinary), depth: 1)
    }

    private func takeBack(_ decisions: [Decision], depth: Int) async throws {
        guard !decisions.isEmpty else { return inbox.post(.nothingToUndo) }
        try await record(
            decisions.takenBack, depth: depth, leftOut: 0, undoing: try await noun(for: decisions))
    }

    /// What is taken back or done again, where it is one thing that makes no status.
    private func noun(for decisions: [Decision]) async throws -> String? {
        guard decisions.count == 1, let decision = decisions.first else { return nil }
        var action = decision.action
        if let sequence = decision.undone {
            let all = try await dataset.decisions(of: decision.sample)
            action = all.first { $0.sequence == sequence }?.action ?? action
        }
        guard let other = action.compared else { return action.noun(about: "") }
        let label = try? await dataset.label(of: other)
        return action.noun(about: label.map { "\($0)" } ?? "another sample")
    }

    /// Writes decisions that are undone together, and tells of them once they are on disk.
    private func record(
        _ orders: [(SampleID, Decision.Action)], depth change: Int, leftOut: Int, undoing: String? = nil
    ) async throws {
        let decisions = try await written(orders)
        if !decisions.isEmpty { undoDepth += change }
        let samples = Set(decisions.map(\.sample))
        // A list that is decided as a whole is read again anyway.
        let rows = samples.count > 1 ? [] : try await dataset.rows(of: Array(samples))
        inbox.post(.decided(decisions, rows: rows, undoDepth: undoDepth, leftOut: leftOut, undoing: undoing))
    }

    func written(_ orders: [(SampleID, Decision.Action)]) async throws -> [Decision] {
        guard !orders.isEmpty else { return [] }
        journal.begin()
        defer { if journal.end() { inbox.post(.changedOutside) } }
        let decisions = try await dataset.decide(orders, by: surroundings.reviewer, at: Surroundings.now())
        decisions.forEach { journal.own($0) }
        return decisions
    }
}

extension EffectDesk {
    func rerun(_ sample: SampleID, step: Int) async throws {
        let reviewed = try await dataset.reviewedSample(sample)
        let workbench = Workbench(library: tools.live.library, stages: .offline)
        // A tool takes its time, and may ask first: decisions must not wait for it.
        Task {
            do {
                let edit = try await workbench.rerun(step: step, of: reviewed)
                try await decide(sample, [.edit(edit)])
            } catch { inbox.post(.failed("\(error)")) }
        }
    }

    func regenerate(_ sample: SampleID) async throws {
        let reviewed = try await dataset.reviewedSample(sample)
        let planner = try await planner(of: sample.run)
        let workbench = Workbench(library: tools.live.library, stages: planner.stages)
        if planner.setup != nil { inbox.post(.told("\(planner.stages.planner) is asked for new texts.")) }
        guard rewriting.insert(sample).inserted else { throw CommandFailure("New texts are being written already.") }
        // A model takes its time, and decisions must not wait for it.
        Task {
            defer { rewriting.remove(sample) }
            do {
                let texts = try await workbench.regenerate(reviewed)
                inbox.post(
                    .regenerated(sample, query: texts.query, response: texts.response, by: planner.stages.planner))
            } catch { inbox.post(.failed("\(error)")) }
        }
    }

    /// Who planned a run, ready to be asked again.
    func planner(of run: RunID) async throws -> Planner {
        if let known = planners[run] { return known }
        guard let stored = try await dataset.runs().first(where: { $0.id == run }) else { return .offline }
        let made = try await surroundings.planner(of: stored, baseURL: nil)
        planners[run] = made
        return made
    }
}

extension EffectDesk {
    /// Whether a sample can be decided so: one that grows cannot, and only one with a query can be accepted.
    private func allows(_ action: Decision.Action, on summary: SampleSummary) -> Bool {
        switch (action, summary.growth) {
        case (_, .growing): false
        case (.accept, .completed): summary.status != .accepted && !(requiresRerun && summary.isStale)
        case (.accept, _): false
        case (.skip, _): summary.status != .skipped
        case (.returnToPending, _): summary.status != .pending
        case (.flag, _): !summary.isFlagged
        case (.unflag, _): summary.isFlagged
        case (.reject, _), (.edit, _), (.comment, _), (.prefer, _), (.equal, _), (.judge, _),
            (.adjudicate, _), (.undo, _):
            true
        }
    }
}
