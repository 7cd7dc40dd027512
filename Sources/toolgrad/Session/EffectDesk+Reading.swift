import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    func loadQueue(offset: Int, limit: Int) async throws {
        inbox.post(.queueLoaded(try await page(offset: offset, limit: limit)))
    }

    func load(_ sample: SampleID) async throws {
        let reading = try await dataset.reading(of: sample)
        inbox.post(.sampleLoaded(reading.sample, decisions: reading.decisions, lastEvent: reading.lastEvent))
    }

    /// Looks for the next undecided sample, page by page.
    func seek(_ direction: Effect.Direction, from place: Int, limit: Int) async throws {
        let total = try await dataset.sampleCount()
        var offset = place
        while offset >= 0, offset < total {
            let start = direction == .forward ? offset + 1 : max(0, offset - limit)
            let length = direction == .forward ? limit : offset - start
            let rows = try await dataset.rows(offset: start, limit: length)
            let found = direction == .forward ? rows.first(where: \.isUndecided) : rows.last(where: \.isUndecided)
            if let found {
                return inbox.post(
                    .queueLoaded(try await page(offset: max(0, start - limit / 4), limit: limit, selecting: found.id)))
            }
            if rows.isEmpty { break }
            offset = direction == .forward ? offset + rows.count : start
            if direction == .backward, start == 0 { break }
        }
        inbox.post(.queueLoaded(try await page(offset: max(0, place - limit / 2), limit: limit)))
    }

    /// Reads the page around a sample.
    func find(_ sample: SampleID, limit: Int) async throws {
        let place = try await dataset.offset(of: sample) ?? 0
        inbox.post(.queueLoaded(try await page(offset: max(0, place - limit / 2), limit: limit, selecting: sample)))
    }

    private func page(offset: Int, limit: Int, selecting sample: SampleID? = nil) async throws -> QueuePage {
        let counts = try await dataset.statusCounts()
        return QueuePage(
            offset: offset, rows: try await dataset.rows(offset: offset, limit: limit),
            total: counts.values.reduce(0, +), counts: counts, selection: sample)
    }
}

extension Dataset {
    func rows(offset: Int, limit: Int) async throws -> [QueueRow] {
        rows(for: try await summaries(offset: offset, limit: limit))
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
    fileprivate init(_ summary: SampleSummary, isRunGrowing: Bool) {
        self.init(
            id: summary.id, number: summary.label.number, status: summary.status, reason: summary.reason,
            isEdited: summary.isEdited,
            isFlagged: summary.isFlagged, progress: Progress(summary.growth, isRunGrowing: isRunGrowing),
            chains: summary.chains, steps: summary.steps, query: summary.queryHead ?? "")
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
