import DatasetStore
import Engine

/// Grows the finished samples of a record again, from its answers alone: no model and no tool is asked.
struct Replay {
    let record: Dataset
    let target: Dataset

    /// What came of one run.
    struct Comparison {
        let run: RunID
        /// Samples whose events are those of the record.
        var same = 0
        /// Samples that differ, with the first event that does.
        var different: [(sample: SampleID, event: Int)] = []
        /// Samples that the record has, unfinished.
        var unfinished = 0
        var events = 0
    }

    /// Replays one run, and holds every event against the record.
    ///
    /// Clock readings differ, and interruptions are left out: a replay has none.
    ///
    /// - Throws: ``ModelError/notRecorded(_:)`` or ``DatasetError`` when the record lacks an answer.
    func run(_ stored: StoredRun, concurrency: Int) async throws -> Comparison {
        let tools = LiveTools(
            library: try await ToolLibrary(RecordedTools(tools: try await record.library(of: stored.id))),
            setup: stored.toolSetup)
        let growth = try await Growth.begin(
            stored.plan, by: try Planner(of: stored), with: tools, count: stored.requested, concurrency: concurrency,
            in: target,
            replaying: record, expecting: stored.id)
        let finished = try await record.finishedIndices(of: stored.id)
        let branches = try await record.finishedBranches(of: stored.id)
        let samples = finished.sorted().map { SampleID(run: stored.id, index: $0) } + branches
        // What the curator asked for is part of the record too.
        for sample in samples {
            await growth.control.repeatSteering(of: sample, in: try await record.events(of: sample).map(\.event))
        }
        try await growth.grow(recording: target, only: finished)
        for branch in branches { try await target.record(contentsOf: try await record.events(of: branch).prefix(1)) }
        try await growth.grow(branches: branches, recording: target)
        var comparison = Comparison(run: stored.id, unfinished: stored.samples - stored.finished)
        for sample in samples {
            let told = try await record.events(of: sample).comparable
            let replayed = try await target.events(of: sample).comparable
            comparison.events += told.count
            if told == replayed {
                comparison.same += 1
            } else {
                let agreed = zip(told, replayed).prefix { $0 == $1 }.count
                comparison.different.append((sample, agreed + 1))
            }
        }
        return comparison
    }
}

extension Dataset {
    fileprivate func record(contentsOf events: some Sequence<RecordedEvent>) async throws {
        for event in events { try await record(event) }
    }
}

extension [RecordedEvent] {
    /// What happened, in the order in which two runs are compared.
    fileprivate var comparable: [RunEvent] {
        map(\.event).filter { event in
            guard case .interrupted = event else { return true }
            return false
        }.inCanonicalOrder
    }
}
