import DatasetStore
import Engine
import Review

/// A file with very many samples, as a run leaves it once the checks have seen them all.
///
/// The first samples have all their events, the others only those that their row in a list is made of.
struct LargeDataset {
    let run: DemoRun
    let grown: GrownSamples
    let samples: Int

    /// `10,000`.
    var count: String { samples.grouped }

    func build(at path: String) async throws {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        try await run.begin(in: dataset, count: samples)
        let filler = DatasetFiller(dataset: dataset, run: grown.run, lanes: 256)
        let first = grown.events.count
        try await filler.store(grown.events)
        try await filler.store(count: samples - first, from: first + 1) { [grown] in grown.row($0) }
        try await noteFindings(in: dataset)
        try dataset.close()
    }

    private func noteFindings(in dataset: Dataset) async throws {
        let findings = reviewed.map { $0.findings() }
        try await inLanes(256, count: samples) { [grown] place in
            let id = SampleID(run: grown.run, index: place + 1)
            try await dataset.note(findings[place % findings.count], in: id)
        }
    }

    private var reviewed: [ReviewedSample] {
        grown.events.enumerated().map { place, events in
            ReviewedSample(
                id: SampleID(run: grown.run, index: place + 1), seed: DemoRun.seed, state: RunState(events),
                review: ReviewState(), library: run.library.tools)
        }
    }
}

/// Does so many things, each in its turn in one of the lanes.
func inLanes(_ lanes: Int, count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for lane in 0..<min(lanes, count) {
            group.addTask { for place in stride(from: lane, to: count, by: lanes) { try await work(place) } }
        }
        try await group.waitForAll()
    }
}

extension GrownSamples {
    /// The events that a row in a list is made of: of one sample after the other, with few iterations or with all.
    fileprivate func row(_ place: Int) -> [RunEvent] {
        let iterations = place / events.count % 4 == 0 ? Int.max : 1
        return events[place % events.count].filter { $0.isInRow(iterations: iterations) }
    }
}

extension RunEvent {
    fileprivate func isInRow(iterations: Int) -> Bool {
        switch self {
        case .began, .finished: true
        case .iterationEnded(let number, _): number <= iterations
        case .branched, .imported, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried,
            .selected, .drafted,
            .draftFailed, .interrupted:
            false
        }
    }
}
