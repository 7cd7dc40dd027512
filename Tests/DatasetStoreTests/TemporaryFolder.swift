import DatasetStore
import Engine
import Foundation
import Review
import TestSupport

/// A folder that is gone when the test is over.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "dataset-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// Where the test keeps its dataset.
    var file: String { path + "/trip.toolgrad" }

    func dataset(_ mode: Dataset.Mode = .readWrite) throws -> Dataset {
        try Dataset.open(at: file, mode: mode)
    }

    /// The names and contents of what is in the folder, but for the files by which readers of a write-ahead log agree.
    var contents: [String: Data] {
        get throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: path)
                .filter { !$0.hasSuffix("-wal") && !$0.hasSuffix("-shm") }
            return Dictionary(
                uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: URL(filePath: path + "/" + $0))) })
        }
    }
}

extension SampleBuilder {
    /// A finished sample of two steps.
    static func warmth(of city: String, index: Int = 1, seed: UInt64 = 7) -> SampleBuilder {
        SampleBuilder(
            query: "How warm is it in \(city)?", response: "It is 9 degrees in \(city).", index: index, seed: seed
        )
        .step("geocode", ["name": .string(city)], gives: #"{"latitude":59.91}"#)
        .step("forecast", ["latitude": 59.91], gives: #"{"max":9}"#)
    }

    var recordedEvents: [RecordedEvent] { events.recorded(of: id) }
}

extension [RunEvent] {
    func recorded(of sample: SampleID) -> [RecordedEvent] {
        enumerated().map { place, event in
            RecordedEvent(
                sample: sample, number: place + 1, time: Timestamp(microseconds: Int64(place) * 1_000), event: event)
        }
    }
}

extension Dataset {
    /// Begins the run of built samples.
    func begin(_ builder: SampleBuilder, requested: Int = 1) async throws {
        let sample = builder.sample
        try await beginRun(
            sample.id.run, plan: SampleBuilder.plan(seed: sample.seed), planner: "offline", library: sample.library,
            requested: requested, at: .zero)
    }

    /// Begins the run and stores every event.
    @discardableResult
    func store(_ builder: SampleBuilder) async throws -> SampleID {
        try await begin(builder)
        for event in builder.recordedEvents { try await record(event) }
        return builder.id
    }

    /// Decides as the reviewer Ada.
    @discardableResult
    func decide(_ sample: SampleID, _ action: Decision.Action) async throws -> Decision {
        try await decide(sample, action, by: "ada", at: .zero)
    }
}

extension Timestamp {
    static let zero = Timestamp(microseconds: 0)
}

extension JSON {
    /// A number in just this spelling.
    static func number(spelt text: String) -> JSON {
        JSON.Number(text: text).map(JSON.number) ?? .null
    }
}
