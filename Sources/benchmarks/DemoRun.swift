import DatasetStore
import DemoTools
import Engine
import Foundation
import OfflinePlanner

/// The run that everything is measured with: the demo tools, the demo plan, the offline planner, one seed.
struct DemoRun: Sendable {
    static let seed: UInt64 = 1

    let plan = Plan.demo(seed: DemoRun.seed)
    let library: ToolLibrary

    init() async throws { library = try await ToolLibrary(DemoTools()) }

    var id: RunID { generator().run }

    /// Grows the first samples and keeps what happened in memory.
    func grown(_ count: Int) async throws -> GrownSamples {
        let recorder = MemoryRecorder()
        try await grow(count, atOnce: 4, generator(), recording: recorder)
        return GrownSamples(run: id, events: await recorder.inOrder)
    }

    /// Grows the first samples into a dataset, calls and all.
    func grow(_ count: Int, atOnce concurrency: Int, into dataset: Dataset) async throws {
        try await begin(in: dataset, count: count)
        try await grow(count, atOnce: concurrency, generator(ledger: dataset), recording: dataset)
    }

    func begin(in dataset: Dataset, count: Int) async throws {
        try await dataset.beginRun(
            id, plan: plan, planner: Stages.offline.planner, library: library.tools, requested: count,
            at: Timestamp(microseconds: 0))
    }

    private func grow(
        _ count: Int, atOnce concurrency: Int, _ generator: Generator, recording recorder: any EventRecorder
    ) async throws {
        let control = RunControl(concurrency: concurrency)
        try await Run(generator, control: control, recorder: recorder).grow(1...count)
    }

    private func generator(ledger: any RunLedger = ForgetfulLedger()) -> Generator {
        Generator(plan: plan, library: library, stages: .offline, ledger: ledger) { Timestamp(microseconds: 0) }
    }
}

/// What happened while samples grew.
struct GrownSamples: Sendable {
    let run: RunID
    /// Those of each sample, in the order of the samples.
    let events: [[RunEvent]]

    var eventCount: Int { events.map(\.count).reduce(0, +) }
}

/// Keeps events in memory.
private actor MemoryRecorder: EventRecorder {
    private var kept: [SampleID: [RecordedEvent]] = [:]

    func record(_ event: RecordedEvent) { kept[event.sample, default: []].append(event) }

    func events(of sample: SampleID) -> [RecordedEvent] { kept[sample] ?? [] }

    var inOrder: [[RunEvent]] { kept.sorted { $0.key < $1.key }.map { $0.value.map(\.event) } }
}
