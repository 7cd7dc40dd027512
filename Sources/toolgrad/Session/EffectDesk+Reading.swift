import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    func loadQueue(_ view: QueueView, offset: Int, limit: Int) async throws {
        inbox.post(.queueLoaded(try await page(of: view, offset: offset, limit: limit)))
    }

    func load(_ sample: SampleID) async throws {
        let reading = try await dataset.reading(of: sample)
        let alike = try await dataset.earlierAlike(to: sample)
        let judged = try await dataset.judgedState(of: reading.sample).findings
        inbox.post(
            .sampleLoaded(
                OpenSample(
                    reading.sample, decisions: reading.decisions, lastEvent: reading.lastEvent,
                    duplicate: alike?.finding, judged: judged)))
    }

    /// Looks for the next sample of a kind, beyond another.
    func seek(
        _ quarry: Effect.Quarry, _ direction: Effect.Direction, from sample: SampleID?, _ view: QueueView, limit: Int
    ) async throws {
        let found =
            switch direction {
            case .forward:
                try await dataset.next(quarry.filter, after: sample, in: view.filter, sort: view.sort)
            case .backward:
                try await dataset.previous(quarry.filter, before: sample, in: view.filter, sort: view.sort)
            }
        guard let found else { return inbox.post(.soughtInVain(quarry)) }
        let start = max(0, found.offset - limit / 4)
        inbox.post(.queueLoaded(try await page(of: view, offset: start, limit: limit, selecting: found.sample)))
    }

    /// Reads the page around a sample; the first one where the view leaves the sample out.
    func find(_ sample: SampleID, _ view: QueueView, limit: Int) async throws {
        guard let place = try await dataset.offset(of: sample, view.filter, sort: view.sort) else {
            return try await loadQueue(view, offset: 0, limit: limit)
        }
        inbox.post(
            .queueLoaded(
                try await page(of: view, offset: max(0, place - limit / 2), limit: limit, selecting: sample)))
    }

    private func page(
        of view: QueueView, offset: Int, limit: Int, selecting sample: SampleID? = nil
    ) async throws -> QueuePage {
        let counts = try await dataset.statusCounts()
        let total = view.filter == .everything ? counts : try await dataset.statusCounts(view.filter)
        return QueuePage(
            offset: offset, rows: try await dataset.rows(of: view, offset: offset, limit: limit),
            total: total.values.reduce(0, +), counts: counts, selection: sample, view: view)
    }
}

extension Effect.Quarry {
    fileprivate var filter: Filter {
        switch self {
        case .undecided: .undecided
        case .problem: .withFindings
        }
    }
}

extension Dataset {
    func rows(of view: QueueView, offset: Int, limit: Int) async throws -> [QueueRow] {
        rows(for: try await summaries(offset: offset, limit: limit, view.filter, sort: view.sort))
    }

    func rows(of samples: [SampleID]) async throws -> [QueueRow] {
        rows(for: try await summaries(of: samples))
    }

    /// A sample that is not finished grows only while some process grows its run.
    private func rows(for summaries: [SampleSummary]) -> [QueueRow] {
        var growing: [RunID: Bool] = [:]
        return summaries.map { summary in
            guard case .growing = summary.growth else { return QueueRow(summary, isRunGrowing: false) }
            let isGrowing = growing[summary.id.run] ?? isGrowing(summary.id.run)
            growing[summary.id.run] = isGrowing
            return QueueRow(summary, isRunGrowing: isGrowing)
        }
    }
}

extension QueueRow {
    /// The row of a sample, by its line.
    init(_ summary: SampleSummary, isRunGrowing: Bool) {
        self.init(
            id: summary.id, number: summary.label.number, status: summary.status, reason: summary.reason,
            isEdited: summary.isEdited,
            isFlagged: summary.isFlagged, progress: Progress(summary.growth, isRunGrowing: isRunGrowing),
            chains: summary.chains, steps: summary.steps,
            findings: summary.findings, query: summary.queryHead ?? "")
    }
}

extension QueueRow.Progress {
    fileprivate init(_ growth: SampleSummary.Growth, isRunGrowing: Bool) {
        switch growth {
        case .growing(.interrupted): self = .interrupted
        case .growing: self = isRunGrowing ? .growing : .interrupted
        case .completed: self = .finished
        case .synthesisFailed, .nothingGrown: self = .failed
        }
    }
}
