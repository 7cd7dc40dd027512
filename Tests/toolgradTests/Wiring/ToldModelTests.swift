import Engine
import Synchronization
import TestSupport
import Testing

@testable import toolgrad

@Suite("Tries of a model that fail")
struct ToldModelTests {
    /// What was said, and a clock that a test sets.
    private final class Scene: Sendable {
        let said = Mutex<[String]>([])
        let seconds = Mutex(0)

        var tries: FailedTries {
            FailedTries(
                now: { Timestamp(microseconds: Int64(self.seconds.withLock { $0 }) * 1_000_000) },
                say: { line in self.said.withLock { $0.append(line) } })
        }
    }

    /// Fails once before it answers.
    private struct FalteringModel: LanguageModel {
        func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
            try await line.beforeSending()
            await line.tryFailed(false)
            await line.triesAgain("HTTP 503: Overloaded.", .milliseconds(500))
            try await line.beforeSending()
            return .words("Yes.")
        }
    }

    @Test func `are told while they go on, and the line is asked as before`() async throws {
        let scene = Scene()
        let asked = Mutex<[String]>([])
        let line = ModelLine(
            beforeSending: { asked.withLock { $0.append("asked") } },
            tryFailed: { _ in asked.withLock { $0.append("failed") } },
            triesAgain: { reason, _ in asked.withLock { $0.append(reason) } })

        let answer = try await ToldModel(FalteringModel(), name: "go\u{1B}od", tries: scene.tries).complete(
            ModelRequest(model: "good", messages: [.user("?")], maxTokens: 9), through: line)

        #expect(answer.text == "Yes.")
        #expect(
            scene.said.withLock { $0 } == [
                "A try of go‹U+001B›od failed: HTTP 503: Overloaded. It is asked again in 0.5 s."
            ])
        #expect(asked.withLock { $0 } == ["asked", "failed", "HTTP 503: Overloaded.", "asked"])
    }

    @Test func `are told together where two models share the telling`() {
        let scene = Scene()
        let tries = scene.tries

        for (second, model) in [(0, "good"), (1, "strict"), (2, "good"), (6, "strict"), (12, "strict")] {
            scene.seconds.withLock { $0 = second }
            tries.tell(of: model, "HTTP 503.", .seconds(1))
        }

        #expect(
            scene.said.withLock { $0 } == [
                "A try of good failed: HTTP 503. It is asked again in 1.0 s.",
                "3 tries failed, at last of strict so: HTTP 503. It is asked again in 1.0 s.",
                "A try of strict failed: HTTP 503. It is asked again in 1.0 s.",
            ])
    }

    @Test func `are told once every five seconds at most, with how many there were`() {
        let scene = Scene()
        let tries = scene.tries

        for second in [0, 1, 4, 5, 9, 60] {
            scene.seconds.withLock { $0 = second }
            tries.tell(of: "good", "HTTP 503: No \(second).", .seconds(second))
        }

        #expect(
            scene.said.withLock { $0 } == [
                "A try of good failed: HTTP 503: No 0. It is asked again in 0.0 s.",
                "3 tries of good failed, at last so: HTTP 503: No 5. It is asked again in 5.0 s.",
                "2 tries of good failed, at last so: HTTP 503: No 60. It is asked again in 60.0 s.",
            ])
    }
}
