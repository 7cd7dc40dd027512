import DatasetStore
import Engine
import Explorer
import Review

extension EffectDesk {
    /// Carries out in a blind pass what is otherwise done with all that was decided; false for what is no different.
    func carryOutBlind(_ effect: Effect) async throws -> Bool {
        guard let blind else { return false }
        switch effect {
        case .loadQueue(let view, let offset, let limit):
            inbox.post(.queueLoaded(try await page(of: blind, view, offset: offset, limit: limit)))
        case .find(let sample, let view, let limit):
            let place = blind.place(of: sample)
            let start = max(0, (place ?? 0) - limit / 2)
            inbox.post(
                .queueLoaded(
                    try await page(
                        of: blind, view, offset: start, limit: limit, selecting: place == nil ? nil : sample)))
        case .seek(let quarry, let direction, let sample, let view, let limit):
            try await seek(quarry, direction, from: sample, view, limit: limit, in: blind)
        case .findLabel(let label):
            let sample = try await dataset.id(labelled: label)
            guard blind.place(of: sample) != nil else {
                throw CommandFailure("\(label) is not among the samples of pass \(blind.pass).")
            }
            inbox.post(.found(sample))
        case .loadSample(let sample): try await loadBlind(sample, in: blind)
        case .decide(let sample, let action): try await judge(sample, action, in: blind)
        case .undo: try await takeBackBlind(try await dataset.lastUndoable(by: blind.reviewer), in: blind, depth: -1)
        case .redo: try await takeBackBlind(try await dataset.lastRedoable(by: blind.reviewer), in: blind, depth: 1)
        case .decideTogether, .decideAll, .rerun, .regenerate, .export, .edit, .branch, .loadDisagreements:
            throw CommandFailure("Pass \(blind.pass) is blind: samples are only accepted, rejected or skipped in it.")
        case _: return false
        }
        return true
    }

    private func page(
        of blind: BlindReview, _ view: QueueView, offset: Int, limit: Int, selecting sample: SampleID? = nil
    ) async throws -> QueuePage {
        let part = Array(blind.samples.dropFirst(offset).prefix(limit))
        return QueuePage(
            offset: offset, rows: try await rows(of: part, in: blind), total: blind.samples.count,
            counts: blind.counts, selection: sample, view: view)
    }

    /// Rows that tell of this pass alone, in the order of the samples.
    private func rows(of samples: [SampleID], in blind: BlindReview) async throws -> [QueueRow] {
        let summaries = try await dataset.summaries(of: samples)
        let byID = Dictionary(summaries.map { ($0.id, $0) }) { first, _ in first }
        var rows: [QueueRow] = []
        for sample in samples {
            guard let summary = byID[sample] else { continue }
            var row = QueueRow(summary, isRunGrowing: false)
            row.status = blind.status(of: sample)
            row.reason = blind.readings[sample]?.opinion.reasons.first?.reason
            row.isFlagged = false
            if summary.isEdited { row.show(try await dataset.reviewedSample(sample).state) }
            rows.append(row)
        }
        return rows
    }

    private func seek(
        _ quarry: Effect.Quarry, _ direction: Effect.Direction, from sample: SampleID?, _ view: QueueView, limit: Int,
        in blind: BlindReview
    ) async throws {
        let here = sample.flatMap { blind.place(of: $0) }
        let others =
            switch direction {
            case .forward: Array(blind.samples.dropFirst(here.map { $0 + 1 } ?? 0))
            case .backward: Array(blind.samples.prefix(here ?? 0).reversed())
            }
        guard let found = try await first(quarry, among: others, in: blind) else {
            return inbox.post(.soughtInVain(quarry))
        }
        let start = max(0, (blind.place(of: found) ?? 0) - limit / 4)
        inbox.post(
            .queueLoaded(try await page(of: blind, view, offset: start, limit: limit, selecting: found)))
    }

    private func first(
        _ quarry: Effect.Quarry, among samples: [SampleID], in blind: BlindReview
    ) async throws -> SampleID? {
        switch quarry {
        case .undecided: return samples.first { blind.readings[$0] == nil }
        case .problem:
            for start in stride(from: 0, to: samples.count, by: 200) {
                let part = Array(samples[start..<min(samples.count, start + 200)])
                if let row = try await rows(of: part, in: blind).first(where: { ($0.findings ?? 0) > 0 }) {
                    return row.id
                }
            }
            return nil
        }
    }

    private func loadBlind(_ sample: SampleID, in blind: BlindReview) async throws {
        let reading = try await dataset.reading(of: sample)
        let own = reading.decisions.alone(of: blind.reviewer, in: blind.pass)
        let original = ReviewedSample(
            id: sample, seed: reading.sample.seed, state: reading.sample.state, review: ReviewState(own),
            library: reading.sample.library)
        let alike = try await dataset.earlierAlike(to: sample)
        let judged = try await dataset.judgedState(of: original).findings
        inbox.post(
            .sampleLoaded(
                OpenSample(
                    original, decisions: own, lastEvent: reading.lastEvent, duplicate: alike?.finding, judged: judged)))
    }

    private func judge(_ sample: SampleID, _ action: Decision.Action, in blind: BlindReview) async throws {
        guard blind.place(of: sample) != nil, let opinion = Opinion(action) else {
            throw CommandFailure("Pass \(blind.pass) is blind: its samples are only accepted, rejected or skipped.")
        }
        try await recordBlind([(sample, .judge(opinion, pass: blind.pass))], in: blind, depth: 1)
    }

    /// What was decided outside the pass is not taken back in it.
    private func takeBackBlind(_ decisions: [Decision], in blind: BlindReview, depth: Int) async throws {
        guard let decision = decisions.first, decisions.count == 1, blind.place(of: decision.sample) != nil else {
            return inbox.post(.nothingToUndo)
        }
        let own = try await dataset.decisions(of: decision.sample).alone(of: blind.reviewer, in: blind.pass)
        guard own.contains(where: { $0.sequence == decision.sequence }) else { return inbox.post(.nothingToUndo) }
        try await recordBlind(decisions.takenBack, in: blind, depth: depth)
    }

    private func recordBlind(
        _ orders: [(SampleID, Decision.Action)], in blind: BlindReview, depth: Int
    ) async throws {
        let written = try await written(orders)
        let samples = written.map(\.sample)
        let now = try await dataset.readings(of: samples, by: blind.reviewer, in: blind.pass)
        for sample in samples { self.blind?.readings[sample] = now[sample] }
        undoDepth += depth
        guard let current = self.blind else { return }
        let plain = written.compactMap { decision -> Decision? in
            if case .undo = decision.action { return decision }
            return decision.plain(in: blind.pass, after: [])
        }
        inbox.post(
            .decided(plain, rows: try await rows(of: samples, in: current), undoDepth: undoDepth, leftOut: 0))
    }
}

extension QueueRow {
    /// Shows the sample as it was made.
    fileprivate mutating func show(_ state: RunState) {
        isEdited = false
        query = state.synthesis?.query ?? ""
        chains = state.workflow.chains.count
        steps = state.workflow.steps.count
        findings = nil
    }
}
