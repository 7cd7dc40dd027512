import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite struct `Commits` {
    private static let built = SampleBuilder.warmth(of: "Oslo")

    private static func events(of index: Int, count: Int) -> [RecordedEvent] {
        (1...count).map(RunEvent.iterationBegan).recorded(of: SampleID(run: built.id.run, index: index))
    }

    @Test func `take many writers, and keep each sample's order`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built, requested: 32)

        try await withThrowingTaskGroup(of: Void.self) { group in
            for index in 1...32 {
                group.addTask { for event in Self.events(of: index, count: 40) { try await dataset.record(event) } }
            }
            try await group.waitForAll()
        }
        try dataset.close()

        let reopened = try folder.dataset(.readOnly)
        for index in 1...32 {
            let events = Self.events(of: index, count: 40)
            #expect(try await reopened.events(of: SampleID(run: Self.built.id.run, index: index)) == events)
        }
    }

    @Test func `are on disk when the writer goes on`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        let other = try folder.dataset(.readOnly)

        for event in Self.events(of: 1, count: 10) {
            try await dataset.record(event)

            #expect(try await other.events(of: Self.built.id).last == event)
        }
    }

    @Test func `of a failing writer leave the others alone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built, requested: 8)
        let stranger = SampleID(run: Self.built.id.run, index: 9)
        let wrong = RecordedEvent(sample: stranger, number: 99, time: .zero, event: .iterationBegan(1))

        let failures = await withTaskGroup(of: Bool.self) { group in
            for index in 1...8 {
                group.addTask {
                    for event in Self.events(of: index, count: 5) {
                        do { try await dataset.record(event) } catch { return true }
                    }
                    return false
                }
                group.addTask {
                    do { try await dataset.record(wrong) } catch { return true }
                    return false
                }
            }
            return await group.reduce(into: 0) { count, failed in count += failed ? 1 : 0 }
        }

        #expect(failures == 8)
        #expect(try await dataset.sampleCount() == 8)
        for index in 1...8 {
            #expect(try await dataset.events(of: SampleID(run: Self.built.id.run, index: index)).count == 5)
        }
    }

    @Test func `of two instances on one file all succeed`() async throws {
        let folder = try TemporaryFolder()
        let datasets = [try folder.dataset(), try folder.dataset()]
        let built = [SampleBuilder.warmth(of: "Oslo", seed: 1), SampleBuilder.warmth(of: "Oslo", seed: 2)]
        for (dataset, built) in zip(datasets, built) { try await dataset.begin(built, requested: 4) }

        try await withThrowingTaskGroup(of: Void.self) { group in
            for (dataset, built) in zip(datasets, built) {
                for index in 1...4 {
                    let sample = SampleID(run: built.id.run, index: index)
                    group.addTask {
                        let events = (1...500).map(RunEvent.iterationBegan).recorded(of: sample)
                        for event in events { try await dataset.record(event) }
                    }
                }
            }
            try await group.waitForAll()
        }

        for built in built {
            for index in 1...4 {
                let sample = SampleID(run: built.id.run, index: index)
                #expect(try await datasets[0].events(of: sample).map(\.number) == Array(1...500))
            }
        }
    }

    @Test func `go on when a stopped process keeps its turn`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        let file = open(folder.file + "-turn", O_RDWR)
        defer { close(file) }
        try #require(flock(file, LOCK_EX | LOCK_NB) == 0)

        for event in Self.events(of: 1, count: 2) { try await dataset.record(event) }

        #expect(try await dataset.events(of: Self.built.id).count == 2)
    }

    @Test func `fill the disk with a clear message, and go on once there is room`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.begin(Self.built)
        let events = [RunEvent.draftFailed(reason: String(repeating: "long ", count: 20_000))]
            .recorded(of: Self.built.id)
        try await dataset.limitPages(to: 40)

        await #expect(throws: DatasetError.diskFull(path: folder.file)) { try await dataset.record(events[0]) }
        let stored = try await dataset.events(of: Self.built.id)
        try await dataset.limitPages(to: 4_000)
        try await dataset.record(events[0])

        #expect(stored.isEmpty)
        #expect(try await dataset.events(of: Self.built.id) == events)
    }
}
