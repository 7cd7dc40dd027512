import Engine
import Foundation
import Review
import TestSupport

@testable import DatasetStore

/// A dataset that tests write samples into and the program reads.
struct StoredSamples {
    let dataset: Dataset
    let path: String

    init(in program: Program, named name: String = "a.toolgrad") throws {
        path = program.file(name)
        dataset = try Dataset.open(at: path, mode: .readWrite)
    }

    /// Stores every event of the samples, in the order in which labels are given: s-00001 and so on.
    @discardableResult
    func store(_ builders: SampleBuilder...) async throws -> [SampleID] {
        try await store(builders)
    }

    @discardableResult
    func store(_ builders: [SampleBuilder]) async throws -> [SampleID] {
        for builder in builders {
            let sample = builder.sample
            try await dataset.beginRun(
                sample.id.run, plan: SampleBuilder.plan(seed: sample.seed), planner: "offline",
                library: sample.library, requested: builders.count, at: Timestamp(microseconds: 0))
            for (place, event) in builder.events.enumerated() {
                try await dataset.record(
                    RecordedEvent(
                        sample: sample.id, number: place + 1, time: Timestamp(microseconds: 0), event: event))
            }
        }
        return builders.map(\.id)
    }

    /// Decides as the reviewer of the tests, at a given second.
    @discardableResult
    func decide(
        _ sample: SampleID, _ action: Decision.Action, by reviewer: String = "tester", at second: Int64 = 0
    ) async throws -> Decision {
        try await dataset.decide(
            sample, action, by: reviewer, at: Timestamp(microseconds: second * 1_000_000))
    }

    /// Changes the file behind the back of everything that guards it.
    func tamper(_ statements: String) async throws {
        try await dataset.write(.alone) { try $0.execute(sql: statements) }
    }
}

extension SampleBuilder {
    /// A finished sample of two dependent steps.
    static func warmth(of city: String, index: Int = 1) -> SampleBuilder {
        SampleBuilder(query: "How warm is it in \(city)?", response: "It is 9 degrees in \(city).", index: index)
            .step("geocode", ["name": .string(city)], gives: #"{"latitude":59.91}"#)
            .step("forecast", ["latitude": 59.91], gives: #"{"max": 9}"#)
    }
}
