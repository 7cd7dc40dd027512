import DatasetStore
import Engine
import Review

/// A decision that undoing takes back, or an undoing that redoing does.
struct TakenBack: Hashable, Sendable {
    let decision: Decision
    /// The name of what counts no more, or counts again.
    let title: String
    let isUndone: Bool
}

extension Dataset {
    /// What undoing would take back.
    func undoing(by reviewer: String) async throws -> [TakenBack] {
        try await lastUndoable(by: reviewer).map { TakenBack(decision: $0, title: $0.action.title, isUndone: true) }
    }

    /// What redoing would bring back.
    func redoing(by reviewer: String) async throws -> [TakenBack] {
        var unit: [TakenBack] = []
        for undoing in try await lastRedoable(by: reviewer) {
            guard case .undo(let sequence) = undoing.action else { continue }
            let title = try await decisions(of: undoing.sample).first { $0.sequence == sequence }?.action.title
            unit.append(TakenBack(decision: undoing, title: title ?? "", isUndone: false))
        }
        return unit
    }

    /// A line for each sample, in the order in which they were decided.
    func decidedLines(_ decisions: [Decision]) async throws -> [DecidedLine] {
        let bySample = Dictionary(grouping: decisions, by: \.sample)
        let order = decisions.filter { bySample[$0.sample]?.first == $0 }
        return try await pairs(order, sample: \.sample).map { decision, summary in
            DecidedLine(summary, bySample[decision.sample] ?? [])
        }
    }

    /// A line for each decision that was taken back.
    func takenBackLines(_ unit: [TakenBack], _ decisions: [Decision]) async throws -> [DecidedLine] {
        let byTarget = Dictionary(grouping: decisions, by: \.undone)
        return try await pairs(unit, sample: \.decision.sample).map { taken, summary in
            DecidedLine(summary, taken, byTarget[taken.decision.sequence] ?? [])
        }
    }

    /// Things that are about samples, each with the line of its sample as it is now.
    private func pairs<Thing: Sendable>(
        _ things: [Thing], sample: (Thing) -> SampleID
    ) async throws -> [(Thing, SampleSummary)] {
        var pairs: [(Thing, SampleSummary)] = []
        for start in stride(from: 0, to: things.count, by: 500) {
            let page = things[start..<min(start + 500, things.count)]
            let found = try await summaries(of: page.map(sample))
            let summaries = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
            pairs += page.compactMap { thing in summaries[sample(thing)].map { (thing, $0) } }
        }
        return pairs
    }
}

extension Decision {
    /// The decision that it takes back; nil for what decides.
    var undone: Int? { if case .undo(let sequence) = action { sequence } else { nil } }
}
