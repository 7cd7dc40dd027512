import ArgumentParser
import DatasetStore
import Engine
import Foundation

/// Replays the runs of a record into a dataset, and tells whether every event is the same.
struct ReplayReport {
    let record: String
    let target: String

    /// Replays run after run.
    ///
    /// - Throws: `ExitCode` 1 when an event differs, ``CommandFailure`` when there is nothing to replay.
    func run(_ concurrency: Int) async throws {
        let path = try Surroundings.read().existingDataset(record)
        guard !FileManager.default.fileExists(atPath: target) else {
            throw CommandFailure(
                "\(target) is there already, and a replay is compared with what it grows anew. Name a new file with "
                    + "--dataset.")
        }
        let source = try Dataset.openedAfterCrash(at: path, mode: .readOnly)
        let runs = try await source.runs().filter { $0.finished > 0 }
        guard !runs.isEmpty else { throw CommandFailure("\(path) has no finished sample to replay.") }
        let replay = Replay(record: source, target: try Dataset.open(at: target, mode: .readWrite))
        var differs = false
        for run in runs {
            let comparison = try await replay.run(run, concurrency: concurrency)
            differs = differs || !comparison.different.isEmpty
            try await tell(of: comparison, replay.target)
        }
        if differs { throw ExitCode.failure }
    }

    private func tell(of comparison: Replay.Comparison, _ dataset: Dataset) async throws {
        try Output.data.line(
            "Run \(comparison.run): \(comparison.same) samples grown again from the record, the same in all of "
                + "\(comparison.events) events.")
        for (sample, event) in comparison.different {
            let label = try await dataset.label(of: sample)
            try Output.data.line("  \(label) differs from the record, first in event \(event).")
        }
        if comparison.unfinished > 0 {
            try Output.data.line("  \(comparison.unfinished) unfinished samples of the record were left out.")
        }
    }
}
