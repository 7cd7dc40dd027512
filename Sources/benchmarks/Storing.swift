import DatasetStore
import Engine

/// How fast events are stored.
struct Storing {
    let run: DemoRun
    let grown: GrownSamples

    func table(in folder: borrowing WorkFolder) async throws -> FigureTable {
        var figures: [Figure] = []
        for lanes in [1, 8, 64] {
            let dataset = try Dataset.open(at: folder.file("stored-\(lanes)"), mode: .readWrite)
            try await run.begin(in: dataset, count: grown.events.count)
            // One lane waits for every single commit, so that it gets fewer samples.
            let samples = lanes == 1 ? Array(grown.events.prefix(10)) : grown.events
            let filler = DatasetFiller(dataset: dataset, run: grown.run, lanes: lanes)
            let took = try await Measurement.of { try await filler.store(samples) }.took
            try dataset.close()
            let count = samples.map(\.count).reduce(0, +)
            figures.append(
                Figure(
                    name: "events stored, \(lanes == 1 ? "one sample" : "\(lanes) samples") at a time",
                    value: Double(count) / took.seconds, unit: "/s", goal: .atLeast(1000)))
        }
        return FigureTable(
            title: "Storing events",
            method:
                "Events of grown samples into a new dataset; every event is on the disk (fsync) before the next one of "
                + "its sample is stored.",
            figures: figures)
    }
}

/// Stores events of many samples, some of them at a time.
struct DatasetFiller: Sendable {
    let dataset: Dataset
    let run: RunID
    let lanes: Int

    /// Stores samples under the indices from a first one on.
    func store(_ samples: [[RunEvent]], from first: Int = 1) async throws {
        try await store(count: samples.count, from: first) { samples[$0] }
    }

    /// Stores so many samples; each is made when its turn comes.
    func store(count: Int, from first: Int, _ events: @escaping @Sendable (Int) -> [RunEvent]) async throws {
        try await inLanes(lanes, count: count) { try await store(events($0), index: first + $0) }
    }

    private func store(_ events: [RunEvent], index: Int) async throws {
        let sample = SampleID(run: run, index: index)
        for (place, event) in events.enumerated() {
            try await dataset.record(
                RecordedEvent(sample: sample, number: place + 1, time: Timestamp(microseconds: 0), event: event))
        }
    }
}
