import Engine
import Foundation
import HTTPTransport

/// The models of one OpenAI-compatible endpoint.
///
/// Retries are made here and nowhere else. What the endpoint does not understand is asked in another way, and that is
/// remembered for as long as this value lives.
package struct ChatCompletions: LanguageModel {
    /// What follows the base URL.
    static let path = "/chat/completions"
    /// A longer pause than this is not waited for: it ends the run, which can be resumed.
    package static let longestPause = Duration.seconds(600)

    package let endpoint: ModelEndpoint
    let sender: any HTTPSender
    let gate: EndpointGate
    let memory: EndpointMemory
    private let time: Timekeeper
    let now: @Sendable () -> Date

    /// Makes ready; nothing is sent yet.
    ///
    /// `time` measures waits and pauses, and `now` is what dates in replies are held against.
    package init(
        _ endpoint: ModelEndpoint, sender: any HTTPSender, time: Timekeeper = .live,
        now: @escaping @Sendable () -> Date = { Date() },
        random: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
    ) {
        self.endpoint = endpoint
        self.sender = sender
        self.time = time
        self.now = now
        gate = EndpointGate(limit: AdaptiveLimit(most: endpoint.mostAtOnce), time: time)
        memory = EndpointMemory(endpoint, random: random)
    }

    package func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        await memory.countCall()
        var count = TryCount()
        while true {
            let dialect = await memory.dialect(for: request.model)
            do {
                return try await completion(of: request, in: dialect, through: line)
            } catch let failure as TryFailure {
                await line.tryFailed(failure.mayHaveCost)
                try Task.checkCancellation()
                try await prepare(for: request.model, after: failure, in: dialect, &count, through: line)
                line.streamed?(.startedOver)
            }
        }
    }

    /// How a model is spoken to, as far as is known by now.
    package func dialect(for model: String) async -> Dialect { await memory.dialect(for: model) }

    /// How long the endpoint wants to be left alone from now on; zero when it does not.
    package var pauseLeft: Duration {
        get async { await gate.pauseLeft }
    }
}

extension ChatCompletions {
    private var host: String { "\(endpoint.base.origin)" }

    /// Waits until another try is due.
    ///
    /// - Throws: ``ModelError`` when none is worth it.
    private func prepare(
        for model: String, after failure: TryFailure, in dialect: Dialect, _ count: inout TryCount,
        through line: ModelLine
    ) async throws {
        if case .objected(let objection, let error) = failure {
            guard await memory.learn(objection, to: dialect, of: model), count.adapt() == .tryAgain else { throw error }
            return
        }
        await memory.note(failure.reason)
        guard count.fail(failure) == .tryAgain, await memory.takeRetry() else {
            throw await error(after: count.failures, failure)
        }
        let delay = await memory.delay(afterFailures: count.failures, retryAfter: failure.retryAfter?.delay)
        try await checkPause(failure.retryAfter?.delay ?? .zero)
        await line.triesAgain(failure.reason, delay)
        try await time.sleep(delay)
    }

    /// An endpoint that was never reached is not there; one that was may come back.
    private func error(after tries: Int, _ failure: TryFailure) async -> ModelError {
        if case .unreachable(let reason) = failure, await !memory.hasAnswered {
            return .unavailable(endpoint: host, reason: "\(reason) Check the base URL, and that the server runs.")
        }
        return failure.error(after: tries, at: host)
    }

    /// - Throws: ``ModelError/unavailable(endpoint:reason:)`` when the endpoint asks for a longer pause than is waited for.
    private func checkPause(_ asked: Duration = .zero) async throws {
        let pause = max(asked, await gate.pauseLeft)
        guard pause > Self.longestPause else { return }
        let minutes = pause.components.seconds / 60
        throw ModelError.unavailable(endpoint: host, reason: "it asks to be left alone for \(minutes) minutes.")
    }

    /// Waits for a turn at the gate.
    func enter() async throws -> EndpointGate.Pass {
        try await checkPause()
        do {
            return try await gate.enter()
        } catch is EndpointGate.GivenUp {
            let reason = await memory.lastFailure ?? "it failed."
            throw ModelError.unavailable(endpoint: host, reason: "it failed again and again, at last so: \(reason)")
        }
    }
}
