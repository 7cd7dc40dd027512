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
        let able = Set(try await dataset.summaries(of: chosen).filter { $0.allows(action) }.map(\.id))
        let orders = chosen.filter(able.contains).map { ($0, action) }
        try await record(orders, depth: 1, leftOut: chosen.count - orders.count)
    }

    func undo() async throws {
        try await takeBack(try await dataset.lastUndoable(by: surroundings.reviewer), depth: -1)
    }

    func redo() async throws {
        try await takeBack(try await dataset.lastRedoable(by: surroundings.reviewer), depth: 1)
    }

    private func takeBack(_ decisions: [Decision], depth: Int) async throws {
        guard !decisions.isEmpty else { return inbox.post(.nothingToUndo) }
        try await record(decisions.map { ($0.sample, .undo($0.sequence)) }, depth: depth, leftOut: 0)
    }

    /// Writes decisions that are undone together, and tells of them once they are on disk.
    private func record(_ orders: [(SampleID, Decision.Action)], depth change: Int, leftOut: Int) async throws {
        let decisions = try await written(orders)
        if !decisions.isEmpty { undoDepth += change }
        let samples = Set(decisions.map(\.sample))
        // A list that is decided as a whole is read again anyway.
        let rows = samples.count > 1 ? [] : try await dataset.rows(of: Array(samples))
        inbox.post(.decided(decisions, rows: rows, undoDepth: undoDepth, leftOut: leftOut))
    }

    private func written(_ orders: [(SampleID, Decision.Action)]) async throws -> [Decision] {
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
        let edit = try await workbench().rerun(step: step, of: try await dataset.reviewedSample(sample))
        try await decide(sample, [.edit(edit)])
    }

    func regenerate(_ sample: SampleID) async throws {
        let workbench = try await workbench()
        let texts = try await workbench.regenerate(try await dataset.reviewedSample(sample))
        inbox.post(
            .regenerated(sample, query: texts.query, response: texts.response, by: workbench.stages.planner))
    }
}

extension SampleSummary {
    /// Whether the sample can be decided so: one that grows cannot, and only one with a query can be accepted.
    fileprivate func allows(_ action: Decision.Action) -> Bool {
        switch (action, growth) {
        case (_, .growing): false
        case (.accept, .completed): status != .accepted
        case (.accept, _): false
        case (.skip, _): status != .skipped
        case (.returnToPending, _): status != .pending
        case (.flag, _): !isFlagged
        case (.unflag, _): isFlagged
        case (.reject, _), (.edit, _), (.comment, _), (.undo, _): true
        }
    }
}
