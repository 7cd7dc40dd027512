import ArgumentParser
import DatasetStore
import Engine
import Foundation
import NcursesTerminal

/// Grows a run without the interface: progress on stderr, lines for machines on stdout, a summary at the end.
struct HeadlessGrowth {
    let growth: Growth
    let path: String
    let printsLines: Bool

    func run() async throws {
        for line in try await growth.letHeldGo() { try Output.notes.line(ToolText.line(line)) }
        let progress = GrowthProgress(growth, showsBar: StandardStreams.error.isTerminal, now: Surroundings.now)
        growth.listening?.attach { sample, speech in Task { await progress.heard(sample, speech) } }
        let lines = printsLines ? SampleLines(growth) : nil
        try await lines?.begin()
        let recorder = WatchedRecorder(growth.dataset) { event in
            guard event.event.endsGrowth else { return }
            await progress.ended(event)
            try await lines?.finished(event)
        }
        let result: Result<Ending, any Error>
        do { result = .success(try await growUntilSignal(recording: recorder, progress)) } catch {
            result = .failure(error)
        }
        await progress.end()
        try await lines?.flush()
        switch result {
        case .success(let ending): try await report(ending)
        case .failure(let error):
            // What was grown and spent until then is told all the same.
            if let summary = try? await RunSummary(growth, path: path) { try say(summary.text) }
            throw error
        }
    }

    /// Grows with progress on stderr, and prints nothing else.
    func runQuietly() async throws -> Ending {
        for line in try await growth.letHeldGo() { try Output.notes.line(ToolText.line(line)) }
        let progress = GrowthProgress(growth, showsBar: StandardStreams.error.isTerminal, now: Surroundings.now)
        let recorder = WatchedRecorder(growth.dataset) { event in
            if event.event.endsGrowth { await progress.ended(event) }
        }
        let result: Result<Ending, any Error>
        do { result = .success(try await growUntilSignal(recording: recorder, progress)) } catch {
            result = .failure(error)
        }
        await progress.end()
        return try result.get()
    }

    enum Ending {
        case complete
        case signal(Int32)
    }

    /// Growing is cancelled by SIGINT and SIGTERM; what is recorded stays.
    private func growUntilSignal(
        recording recorder: any EventRecorder, _ progress: GrowthProgress
    ) async throws -> Ending {
        let growing = Task {
            await progress.begin()
            try await growth.grow(recording: recorder)
        }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { growing.cancel() }
        defer { signals.stop() }
        do {
            try await growing.value
            return .complete
        } catch let error as CancellationError {
            guard let number = signals.received else { throw error }
            return .signal(number)
        }
    }

    private func report(_ ending: Ending) async throws {
        let summary = try await RunSummary(growth, path: path)
        try say(summary.text)
        switch ending {
        case .signal(let number):
            try say("Stopped by a signal; nothing is lost. Go on with: toolgrad resume --dataset \(path)")
            throw ExitCode.signal(number)
        case .complete where summary.interrupted > 0:
            try say(
                "A limit of the run was met. Its unfinished samples are kept; limits are part of a run, so for more, "
                    + "begin one with other limits.")
            throw ExitCode.limitMet
        case .complete:
            return
        }
    }

    /// Human text goes to stderr when stdout carries data.
    private func say(_ text: String) throws {
        try (printsLines ? Output.notes : .data).write(text + "\n")
    }
}

/// A dataset's recorder that tells somebody of every event once it is stored: write first, then show.
struct WatchedRecorder: EventRecorder {
    private let dataset: Dataset
    private let show: @Sendable (RecordedEvent) async throws -> Void

    init(_ dataset: Dataset, show: @escaping @Sendable (RecordedEvent) async throws -> Void) {
        self.dataset = dataset
        self.show = show
    }

    func record(_ event: RecordedEvent) async throws {
        try await dataset.record(event)
        try await show(event)
    }

    func events(of sample: SampleID) async throws -> [RecordedEvent] {
        try await dataset.events(of: sample)
    }
}

extension RunEvent {
    /// Whether the sample grows no further, for now or for good.
    var endsGrowth: Bool {
        switch self {
        case .finished, .interrupted: true
        case .began, .branched, .imported, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried,
            .selected,
            .iterationEnded, .drafted, .draftFailed:
            false
        }
    }
}
