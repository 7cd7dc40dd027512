import DatasetStore

/// How fast samples grow without a model.
struct Growing {
    let run: DemoRun
    /// Samples that are grown in memory, and how often.
    let count: Int
    let rounds: Int
    /// Samples that are grown into a dataset, once.
    let storedCount: Int

    func table(in folder: borrowing WorkFolder) async throws -> FigureTable {
        var figures = try await inMemory()
        for concurrency in [4, 32] { figures += try await stored(in: folder, atOnce: concurrency) }
        return FigureTable(
            title: "Growing samples offline",
            method:
                "Seed \(DemoRun.seed), \(run.library.tools.count) demo tools. In memory: medians of \(rounds) rounds of "
                + "\(count) samples. Into a new dataset: \(storedCount) samples, every call and event on the disk (fsync) "
                + "before the next one of its sample. CPU is user and system time of the whole process.",
            figures: figures)
    }

    private func inMemory() async throws -> [Figure] {
        var all: [Measurement] = []
        var events = 0
        for _ in 1...rounds {
            let (grown, took) = try await Measurement.of { try await run.grown(count) }
            events = grown.eventCount
            all.append(took)
        }
        let pace = Figure(
            name: "events, in memory", value: all.map(\.seconds).median.map { Double(events) / $0 }, unit: "/s",
            goal: .atLeast(1000))
        return figures("in memory", count, all) + [pace]
    }

    private func stored(in folder: borrowing WorkFolder, atOnce concurrency: Int) async throws -> [Figure] {
        let dataset = try Dataset.open(at: folder.file("grown-\(concurrency)"), mode: .readWrite)
        let took = try await Measurement.of {
            try await run.grow(storedCount, atOnce: concurrency, into: dataset)
        }.took
        try dataset.close()
        return figures("into a dataset, \(concurrency) at once", storedCount, [took])
    }

    private func figures(_ place: String, _ count: Int, _ rounds: [Measurement]) -> [Figure] {
        let (seconds, cpuSeconds) = (rounds.map(\.seconds).median, rounds.map(\.cpuSeconds).median)
        return [
            Figure(name: "samples, \(place)", value: seconds.map { Double(count) / $0 }, unit: "/s"),
            Figure(
                name: "CPU per sample, \(place)", value: cpuSeconds.map { $0 * 1000 / Double(count) }, unit: "ms",
                goal: .atMost(30)),
        ]
    }
}
