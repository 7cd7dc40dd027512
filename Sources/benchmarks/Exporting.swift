import DatasetStore
import Engine
import Foundation
import Glibc
import Review

/// What it takes to check and to export a large dataset, by the program itself.
struct Exporting {
    /// The program beside this one.
    let program: String
    let run: DemoRun
    let grown: GrownSamples
    let samples: Int

    func table(in folder: borrowing WorkFolder) async throws -> FigureTable {
        let path = folder.file("exported")
        defer { folder.remove("exported") }
        try await build(at: path)
        let small = try export(path, to: folder.path + "/small", "id:1..\(samples / 10)")
        let whole = try export(path, to: folder.path + "/whole", "id:1..\(samples)")
        return FigureTable(
            title: "Checks and exports, \(samples.grouped) samples",
            method:
                "toolgrad export --format trl of a dataset whose samples repeat \(grown.events.count) real ones with "
                + "queries of their own, all of them near-duplicates of others; checks run in memory, one thread.",
            figures: [
                Figure(name: "samples checked a second", value: checksPerSecond, unit: "/s"),
                Figure(name: "rows a second", value: Double(whole.rows) / whole.seconds, unit: "/s"),
                Figure(name: "data a second", value: Double(whole.bytes) / 1_000_000 / whole.seconds, unit: "MB/s"),
                Figure(name: "rows", value: Double(whole.rows), unit: ""),
                Figure(name: "size", value: Double(whole.bytes) / 1_000_000, unit: "MB"),
                Figure(name: "peak memory, a tenth of the samples", value: small.megabytes, unit: "MB"),
                Figure(name: "peak memory, all of them", value: whole.megabytes, unit: "MB"),
            ])
    }

    private var checksPerSecond: Double {
        let reviewed = grown.events.enumerated().map { place, events in
            ReviewedSample(
                id: SampleID(run: grown.run, index: place + 1), seed: DemoRun.seed, state: RunState(events),
                review: ReviewState(), library: run.library.tools)
        }
        let clock = ContinuousClock()
        var findings = 0
        let time = clock.measure { for sample in reviewed { findings += sample.findings(from: .info).count } }
        return Double(reviewed.count) / (time / .seconds(1))
    }

    /// Each sample as the list has it, with a query that no other has.
    private func build(at path: String) async throws {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        try await run.begin(in: dataset, count: samples)
        try await DatasetFiller(dataset: dataset, run: grown.run, lanes: 256).store(count: samples, from: 1) {
            [grown] place in
            grown.events[place % grown.events.count].compactMap { $0.kept(for: place) }
        }
        try dataset.close()
    }

    private struct Outcome {
        let seconds: Double
        let rows: Int
        let bytes: Int
        let megabytes: Double
    }

    private func export(_ dataset: String, to folder: String, _ filter: String) throws -> Outcome {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = [
            "export", "--dataset", dataset, "--include", "all", "--filter", filter, "--format", "trl", "--output",
            folder,
        ]
        process.standardOutput = FileHandle.nullDevice
        let clock = ContinuousClock()
        var peak = 0
        let time = try clock.measure {
            try process.run()
            while process.isRunning {
                peak = max(peak, Self.peakKilobytes(of: process.processIdentifier))
                usleep(20_000)
            }
        }
        guard process.terminationStatus == 0 else { throw ExportFailed(status: process.terminationStatus) }
        let manifest = try JSON(parsing: Data(contentsOf: URL(fileURLWithPath: folder + "/manifest/manifest.json")))
        let files = (manifest["files"]?.array ?? []).filter { $0["path"]?.string?.hasPrefix("data/") == true }
        return Outcome(
            seconds: time / .seconds(1), rows: files.reduce(0) { $0 + ($1["rows"]?.int ?? 0) },
            bytes: files.reduce(0) { $0 + ($1["bytes"]?.int ?? 0) }, megabytes: Double(peak) / 1024)
    }

    private struct ExportFailed: Error {
        let status: Int32
    }

    /// The most memory that a process has had so far, as the kernel counts it.
    private static func peakKilobytes(of process: Int32) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        return line.flatMap { $0.split(separator: " ").dropFirst().first }.flatMap { Int($0) } ?? 0
    }
}

extension RunEvent {
    /// What a row in a list is made of; its texts are told apart by the sample's number.
    fileprivate func kept(for place: Int) -> RunEvent? {
        switch self {
        case .began, .iterationEnded: self
        case .finished(.completed(let synthesis)):
            .finished(
                .completed(
                    Synthesis(query: "Case \(place): \(synthesis.query)", response: synthesis.response)))
        case .finished: self
        case .branched, .imported, .iterationBegan, .steered, .sampled, .asked, .proposed, .attempted, .tried,
            .selected, .drafted, .draftFailed, .interrupted:
            nil
        }
    }
}
