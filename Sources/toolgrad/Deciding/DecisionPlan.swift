import DatasetStore
import Engine
import Explorer
import Review

/// Which samples are decided, and which are left out and why.
struct DecisionPlan: Sendable {
    /// A sample, and whether it was named or only let through by a filter.
    struct Candidate: Hashable, Sendable {
        let id: SampleID
        let isNamed: Bool
    }

    private(set) var able: [SampleSummary] = []
    private(set) var leftOut: [(label: SampleLabel, obstacle: DecisionObstacle)] = []
    /// How many of the able ones nobody named.
    private(set) var unnamed = 0

    /// How many lines are read at once.
    private static let page = 500

    init(for candidates: [Candidate], _ check: DecisionCheck, in dataset: Dataset) async throws {
        for start in stride(from: 0, to: candidates.count, by: Self.page) {
            let page = candidates[start..<min(start + Self.page, candidates.count)]
            let found = try await dataset.summaries(of: page.map(\.id))
            let summaries = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
            for candidate in page {
                guard let summary = summaries[candidate.id] else { continue }
                try await add(summary, candidate, check, in: dataset)
            }
        }
    }

    private mutating func add(
        _ summary: SampleSummary, _ candidate: Candidate, _ check: DecisionCheck, in dataset: Dataset
    ) async throws {
        if let obstacle = try await check.obstacle(to: summary, in: dataset) {
            // A filter may let through very many, whose decisions are not read for the sake of a word.
            let accepter = candidate.isNamed ? await check.accepter(in: obstacle, of: summary, dataset) : nil
            leftOut.append((summary.label, accepter.map(DecisionObstacle.accepted) ?? obstacle))
        } else {
            able.append(summary)
            if !candidate.isNamed { unnamed += 1 }
        }
    }

    /// What is written to the journal, as one.
    func orders(_ actions: [Decision.Action]) -> [(SampleID, Decision.Action)] {
        able.flatMap { summary in actions.map { (summary.id, $0) } }
    }
}

extension DecisionCheck {
    fileprivate func obstacle(
        to summary: SampleSummary, in dataset: Dataset
    ) async throws -> DecisionObstacle? {
        if let obstacle = obstacle(in: summary) { return obstacle }
        guard needsSample else { return nil }
        do { return obstacle(in: try await dataset.reading(of: summary.id)) } catch let error as DatasetError {
            guard case .damaged = error else { throw error }
            return .unreadable(error.description)
        }
    }

    /// The other reviewer who accepted the sample, where that is the obstacle.
    fileprivate func accepter(
        in obstacle: DecisionObstacle, of summary: SampleSummary, _ dataset: Dataset
    ) async -> String? {
        // What cannot be read is accepted all the same, nobody knows by whom.
        guard obstacle == .already("accepted"), let reading = try? await dataset.reading(of: summary.id) else {
            return nil
        }
        let accepter = reading.decisions.standingAcceptance?.reviewer
        return accepter == reviewer ? nil : accepter
    }
}

extension Dataset {
    /// The samples that were named, then those that a list adds, each once.
    func candidates(_ labels: [SampleLabel], and view: QueueView?) async throws -> [DecisionPlan.Candidate] {
        var candidates = try await named(labels).map { DecisionPlan.Candidate(id: $0, isNamed: true) }
        if let view {
            try await prepare(for: view)
            candidates += try await ids(matching: view.filter, sort: view.sort).map { .init(id: $0, isNamed: false) }
        }
        var seen: Set<SampleID> = []
        return candidates.filter { seen.insert($0.id).inserted }
    }

    /// - Throws: ``CommandFailure`` that names every label without a sample.
    private func named(_ labels: [SampleLabel]) async throws -> [SampleID] {
        var (samples, unknown): ([SampleID], [SampleLabel]) = ([], [])
        for label in labels {
            if let sample = try await sample(labelled: label) { samples.append(sample) } else { unknown.append(label) }
        }
        guard !unknown.isEmpty else { return samples }
        let names = unknown.map(\.description).joined(separator: ", ")
        throw CommandFailure("The dataset has no sample \(names). List its samples with toolgrad show.")
    }
}
