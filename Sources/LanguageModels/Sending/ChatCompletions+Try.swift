import Engine
import Foundation
import HTTPTransport

extension ChatCompletions {
    /// One try: one request that leaves, and the completion in its reply.
    ///
    /// - Throws: ``TryFailure``, and whatever ends the completion at once.
    func completion(
        of request: ModelRequest, in dialect: Dialect, through line: ModelLine
    ) async throws -> Completion {
        let pass = try await enter()
        do {
            try await line.beforeSending()
            let reply = try await exchange(request, in: dialect, through: line)
            await memory.learn(reply.form, in: dialect, of: request.model)
            await gate.leave(pass, with: .succeeded)
            return reply.completion
        } catch let failure as TryFailure {
            await leave(pass, after: failure)
            throw failure
        } catch {
            await gate.leave(pass, with: .neutral)
            throw error
        }
    }

    private func leave(_ pass: EndpointGate.Pass, after failure: TryFailure) async {
        await gate.leave(pass, with: await outcome(of: failure))
        if case .failing(_, let retryAfter?) = failure, let delay = retryAfter.delay { await gate.pause(for: delay) }
    }

    /// A server that was never reached says nothing of its health; a breaker would only make everybody wait to hear it.
    private func outcome(of failure: TryFailure) async -> EndpointGate.Outcome {
        if Task.isCancelled { return .neutral }
        if case .unreachable = failure, await !memory.hasAnswered { return .neutral }
        return failure.outcome
    }

    private func exchange(
        _ request: ModelRequest, in dialect: Dialect, through line: ModelLine
    ) async throws -> ReadReply {
        let delivery = line.streamed == nil ? ChatRequestBody.Delivery.whole : .streamed
        let body = ChatRequestBody(request, in: dialect, delivery)
        let reading = StatusReading(endpoint: endpoint, model: request.model, sent: body, now: now())
        do {
            let reply = try await sender.send(httpRequest(body, delivery))
            await memory.noteAnswer()
            guard (200..<300).contains(reply.status) else {
                throw reading.failure(reply.status, reply.headers, try await errorBody(of: reply))
            }
            return try await read(reply, for: request, in: dialect, through: line)
        } catch let error as HTTPError {
            throw TryFailure(error, masked: endpoint.masked)
        } catch let problem as ChatProblem {
            throw reading.failure(problem)
        }
    }

    /// The status says enough where the error itself cannot be read.
    private func errorBody(of reply: HTTPReply) async throws -> Data {
        do {
            return try await reply.collected()
        } catch is HTTPError {
            return Data()
        }
    }
}
