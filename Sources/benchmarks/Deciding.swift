import DatasetStore
import Engine
import Review

/// How fast decisions are on the disk in a large dataset, and taken back.
struct Deciding {
    let large: LargeDataset
    let rounds: Int

    private static let bulk = 1000
    private static let reviewer = "ada"
    private static let time = Timestamp(microseconds: 0)

    func table(at path: String) async throws -> FigureTable {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        let samples = try await dataset.ids(matching: .undecided, limit: Self.bulk)
        var (single, all, back): ([Double], [Double], [Double]) = ([], [], [])
        for _ in 1...rounds {
            single.append(try await milliseconds { try await accept([samples[0]], in: dataset) })
            _ = try await milliseconds { try await undo(in: dataset) }
            all.append(try await milliseconds { try await accept(samples, in: dataset) })
            back.append(try await milliseconds { try await undo(in: dataset) })
        }
        try dataset.close()
        return table(samples.count, single: single, all: all, back: back)
    }

    private func table(_ count: Int, single: [Double], all: [Double], back: [Double]) -> FigureTable {
        FigureTable(
            title: "Deciding among \(large.count) samples",
            method: "As the explorer does it, until it is on the disk (fsync); medians of \(rounds) rounds.",
            figures: [
                Figure(name: "one sample accepted", value: single.median, unit: "ms"),
                Figure(name: "\(count) samples accepted at once", value: all.median, unit: "ms"),
                Figure(name: "all of them taken back", value: back.median, unit: "ms"),
            ])
    }

    /// Looks first who can be decided, as the explorer does.
    private func accept(_ samples: [SampleID], in dataset: Dataset) async throws {
        let able = try await dataset.summaries(of: samples).filter { $0.growth == .completed }.map(\.id)
        _ = try await dataset.decide(able.map { ($0, .accept) }, by: Self.reviewer, at: Self.time)
    }

    private func undo(in dataset: Dataset) async throws {
        let decisions = try await dataset.lastUndoable(by: Self.reviewer)
        _ = try await dataset.decide(decisions.takenBack, by: Self.reviewer, at: Self.time)
    }

    private func milliseconds(_ work: () async throws -> Void) async throws -> Double {
        try await Measurement.of(work).took.seconds * 1000
    }
}
