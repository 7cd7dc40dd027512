import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Review

extension DatasetOption {
    /// Opens the dataset for a list: for writing where that is possible, since lists keep what the checks found.
    ///
    /// A file that an older version wrote is not brought up to date by looking at it.
    func openForList() throws -> Dataset {
        let reader = try open(.readOnly)
        do { return try open(.readWrite) } catch { return reader }
    }
}

extension Dataset {
    /// Sees to it that a list is complete: samples of older files are counted, and where the list asks for what the
    /// checks found, they look at everything first.
    func prepare(for view: QueueView) async throws {
        guard mode == .readWrite else { return try await tellOfUnchecked(view) }
        while try await indexMissing() > 0 {}
        guard view.asksForFindings else { return }
        // Looking at one sample can send a later one back that is too like it.
        var damaged: Set<SampleID> = []
        while true {
            let waiting = try await samplesWithoutFindings(limit: .max).filter { !damaged.contains($0) }
            if waiting.isEmpty { return }
            damaged.formUnion(try await lookAt(waiting))
        }
    }

    private func tellOfUnchecked(_ view: QueueView) async throws {
        guard view.asksForFindings else { return }
        let count = try await samplesWithoutFindings(limit: .max).count
        guard count > 0 else { return }
        try Output.notes.line(
            "The checks have not looked at \(count) samples, which are missing here: the dataset cannot be written to.")
    }

    /// Looks at samples; gives those that cannot be read.
    @discardableResult
    func lookAt(_ samples: [SampleID]) async throws -> [SampleID] {
        var damaged: [SampleID] = []
        let progress = CountProgress("Checks", count: samples.count)
        for (place, sample) in samples.enumerated() {
            try progress.tell(done: place)
            do throws(DatasetError) { try await lookAt(sample) } catch {
                guard case .damaged = error else { throw error }
                damaged.append(sample)
                let label = try await label(of: sample)
                try Output.notes.line("\(label) cannot be checked: \(SafeText(error.description).plain)")
            }
        }
        try progress.end()
        return damaged
    }

    /// Notes what the checks and models find in a sample; one that is decided meanwhile is looked at once more.
    func lookAt(_ sample: SampleID) async throws(DatasetError) {
        for _ in 1...2 {
            let reading: SampleReading
            let judged: [Finding]
            do {
                reading = try await self.reading(of: sample)
                judged = try await judgedFindings(in: reading.sample)
            } catch let error as DatasetError { throw error } catch {
                throw .failed(path: path, reason: "\(error)")
            }
            if try await note(reading.sample.findings() + judged, in: reading) { return }
        }
    }
}

extension QueueView {
    /// Whether the filter or the order is about what the checks found.
    fileprivate var asksForFindings: Bool {
        switch sort.key {
        case .lint, .uncertainty: true
        case .id, .novelty, .length, .cost, .random: filter.asksForFindings
        }
    }
}

extension Filter {
    /// Whether a condition is about what the checks found.
    var asksForFindings: Bool {
        switch self {
        case .all(let filters): filters.contains(where: \.asksForFindings)
        case .not(let filter): filter.asksForFindings
        case .condition(.finding), .condition(.count(.lint, _)), .condition(.check), .condition(.duplicate): true
        case .condition: false
        }
    }
}

extension Dataset {
    /// What the checks and models find in a sample, of a severity or a worse one, and which earlier one it repeats.
    func findings(
        in sample: ReviewedSample, from severity: Finding.Severity = .warning
    ) async throws -> [Finding] {
        let own = sample.findings(from: severity) + (try await judgedFindings(in: sample, from: severity))
        return own + (try await earlierAlike(to: sample.id).map { [$0.finding] } ?? [])
    }

    /// What models found in a sample as it stands, of a severity or a worse one.
    private func judgedFindings(
        in sample: ReviewedSample, from severity: Finding.Severity = .warning
    ) async throws -> [Finding] {
        (try await judgedState(of: sample).findings ?? []).filter { $0.severity >= severity }
    }
}
