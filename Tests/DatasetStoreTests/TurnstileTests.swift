import Foundation
import Synchronization
import Testing

@testable import DatasetStore

@Suite(.timeLimit(.minutes(4))) struct `The turnstile` {
    @Test func `lets one through at a time`() async throws {
        let folder = try TemporaryFolder()
        let first = Turnstile(of: folder.file, tries: .max)
        let second = Turnstile(of: folder.file, tries: .max)
        let passed = Mutex<[String]>([])
        first.enter()

        async let waiting: Void = Task.detached {
            second.enter()
            passed.withLock { $0.append("second") }
            second.leave()
        }.value
        // Gives the second every chance to pass too early.
        try await Task.sleep(for: .milliseconds(50))
        passed.withLock { $0.append("first") }
        first.leave()
        await waiting

        #expect(passed.withLock { $0 } == ["first", "second"])
    }

    @Test func `is passed after too long a wait`() throws {
        let folder = try TemporaryFolder()
        let stopped = Turnstile(of: folder.file)
        stopped.enter()

        Turnstile(of: folder.file, tries: 3).enter()

        #expect(try folder.contents.keys.contains("trip.toolgrad-turn"))
    }

    @Test func `is no obstacle where it cannot be made`() {
        let turnstile = Turnstile(of: "/no such folder/trip.toolgrad")

        turnstile.enter()
        turnstile.leave()
    }
}
