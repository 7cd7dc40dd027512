import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(4))) struct `Changes` {
    @Test func `of another process are noticed`() async throws {
        let folder = try TemporaryFolder()
        let (watching, deciding) = (try folder.dataset(), try folder.dataset())
        let sample = try await watching.store(.warmth(of: "Oslo"))
        var changes = try await watching.changes().makeAsyncIterator()

        let decision = try await deciding.decide(sample, .accept)

        #expect(await changes.next() == DatasetChange(grown: [], decisions: [decision], hasNewRun: false))
    }

    @Test func `are noticed by who may only read`() async throws {
        let folder = try TemporaryFolder()
        let writing = try folder.dataset()
        let built = SampleBuilder.warmth(of: "Oslo")
        var changes = try await folder.dataset(.readOnly).changes().makeAsyncIterator()

        try await writing.begin(built)

        #expect(await changes.next() == DatasetChange(grown: [], decisions: [], hasNewRun: true))
    }

    @Test func `that came while nobody looked come together, each once`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        var changes = try await dataset.changes().makeAsyncIterator()
        let second = try await dataset.store(.warmth(of: "Oslo", index: 2))
        let first = try await dataset.store(.warmth(of: "Oslo", index: 1))
        let decision = try await dataset.decide(first, .flag)

        let together = await changes.next()
        let later = try await dataset.decide(second, .skip)
        let next = await changes.next()

        #expect(together == DatasetChange(grown: [second, first], decisions: [decision], hasNewRun: true))
        #expect(next == DatasetChange(grown: [], decisions: [later], hasNewRun: false))
    }

    @Test func `before the watching began are not told`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var changes = try await dataset.changes().makeAsyncIterator()

        let decision = try await dataset.decide(sample, .flag)

        #expect(await changes.next()?.decisions == [decision])
    }

    @Test func `end for a task that is cancelled`() async throws {
        let folder = try TemporaryFolder()
        let changes = try await folder.dataset().changes()
        let watching = Task { for await _ in changes {} }

        watching.cancel()

        await watching.value
    }
}
