import Engine
import Foundation
import TestSupport
import Testing

@testable import DatasetStore

@Suite struct `Runs` {
    private static let built = SampleBuilder.warmth(of: "Oslo", seed: .max)
        .tool(
            Tool(
                name: "n\u{F8}rd", description: "d", inputSchema: ["b": 1, "a": .number(spelt: "1.50")],
                outputSchema: ["type": "object"], effects: .destructive, family: "f",
                wording: Wording(asks: ["Which {city}?"])))

    @Test func `keep their plan, their tools and how they are talked about`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = Self.built.sample
        try await dataset.begin(Self.built, requested: 12)
        try dataset.close()

        let reopened = try folder.dataset(.readOnly)
        let run = try #require(try await reopened.runs().first)

        #expect(run.id == sample.id.run)
        #expect(run.plan == SampleBuilder.plan(seed: .max))
        #expect(run.planner == "offline")
        #expect(run.requested == 12)
        #expect(run.began == .zero)
        #expect(try await reopened.library(of: run.id) == sample.library)
    }

    @Test func `begin again without a change, but for more samples`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()

        for count in [5, 3, 8] { try await dataset.begin(Self.built, requested: count) }

        #expect(try await dataset.runs().map(\.requested) == [8])
    }

    @Test func `keep how they reach their models, as they last did`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = Self.built.sample
        func begin(_ setup: JSON?) async throws {
            try await dataset.beginRun(
                sample.id.run, plan: SampleBuilder.plan(seed: .max), planner: "m", library: sample.library,
                requested: 2, at: .zero, setup: setup)
        }
        let first: JSON = ["endpoint": "lab", "b": .number(spelt: "1.50"), "a": "n\u{F8}\u{0}\n"]

        var setups: [JSON?] = []
        for setup in [JSON?.none, first, .none, ["endpoint": "home"]] {
            try await begin(setup)
            setups += try await dataset.runs().map(\.setup)
        }
        try dataset.close()

        #expect(setups == [.none, first, first, ["endpoint": "home"]])
        #expect(try await folder.dataset(.readOnly).runs().map(\.setup) == [["endpoint": "home"]])
    }

    @Test func `tell of a setup that is damaged`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        try await dataset.tamper("UPDATE run SET setup = '{'")

        let error = await #expect(throws: DatasetError.self) { try await dataset.runs() }

        #expect(error?.description.contains("the setup of run \(Self.built.id.run) cannot be read") == true)
    }

    @Test func `count their samples`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.store(.warmth(of: "Oslo", index: 2))
        try await dataset.record(SampleBuilder.warmth(of: "Oslo", index: 3).recordedEvents[0])
        try await dataset.begin(Self.built)

        let runs = try await dataset.runs()

        #expect(runs.map(\.samples) == [3, 0])
        #expect(runs.map(\.finished) == [2, 0])
    }

    @Test func `are grown by one process at a time`() async throws {
        let folder = try TemporaryFolder()
        let (first, second) = (try folder.dataset(), try folder.dataset())
        let run = Self.built.id.run
        let other = SampleBuilder.warmth(of: "Bergen").id.run
        let lock = try first.lockRun(run)

        let error = #expect(throws: DatasetError.self) { try second.lockRun(run) }

        let text = try #require(error?.description)
        #expect(text.contains("process \(ProcessInfo.processInfo.processIdentifier) on "), "\(text)")
        try second.lockRun(other).release()
        lock.release()
        try second.lockRun(run).release()
    }

    @Test func `are free again when a lock is forgotten, and leave no file`() throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let run = Self.built.id.run
        do { _ = try dataset.lockRun(run) }

        try dataset.lockRun(run).release()

        #expect(try !folder.contents.keys.contains { $0.hasSuffix(".lock") })
    }
}
