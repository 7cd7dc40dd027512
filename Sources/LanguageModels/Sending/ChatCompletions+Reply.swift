import Engine
import Foundation
import HTTPTransport

extension ChatCompletions {
    func httpRequest(_ body: ChatRequestBody, _ delivery: ChatRequestBody.Delivery) -> HTTPRequest {
        let accepted =
            switch delivery {
            case .whole: "application/json"
            case .streamed: "text/event-stream, application/json"
            }
        let headers = [(name: "Content-Type", value: "application/json"), (name: "Accept", value: accepted)]
        var deadlines = endpoint.deadlines
        // A reply that comes whole has its first byte when the model has said its last word.
        if delivery == .whole, deadlines.firstByte == Deadlines().firstByte { deadlines.firstByte = deadlines.total }
        return HTTPRequest(
            .post, endpoint.base.origin, path: endpoint.base.appending(Self.path), headers: headers + endpoint.headers,
            key: endpoint.key, body: body.bytes, deadlines: deadlines, limits: endpoint.limits)
    }

    /// Reads a reply with status 2xx, in whichever of the two ways it comes.
    func read(
        _ reply: HTTPReply, for request: ModelRequest, in dialect: Dialect, through line: ModelLine
    ) async throws -> ReadReply {
        let type = reply.headers["content-type"]?.lowercased() ?? ""
        guard type.contains("text/event-stream") else {
            let body = try await reply.collected()
            let completion = try ChatReply.completion(body, for: request, in: dialect)
            try refuseIfKeyed(body)
            return completion
        }
        return try await readStream(reply, for: request, in: dialect, through: line)
    }

    /// What is answered is stored to the last byte, and a key must not be.
    private func refuseIfKeyed(_ body: Data) throws(ChatProblem) {
        guard endpoint.key?.isRepeated(in: body) == true else { return }
        throw .malformed("It repeats the API key, so it is not kept. A proxy on the way may do that.")
    }

    private func readStream(
        _ reply: HTTPReply, for request: ModelRequest, in dialect: Dialect, through line: ModelLine
    ) async throws -> ReadReply {
        var (body, events, stream) = (Data(), ServerSentEvents(limit: endpoint.limits.event), ChatStream())
        for try await bytes in reply.body {
            body.append(bytes)
            for item in events.read(bytes) {
                for piece in try stream.take(item, at: endpoint) { line.streamed?(piece) }
            }
        }
        try Task.checkCancellation()
        try refuseIfKeyed(body)
        try stream.end(events.finish(), at: endpoint)
        return try stream.completion(for: request, in: dialect, body: body)
    }
}

extension ChatStream {
    fileprivate mutating func take(
        _ item: ServerSentEvents.Item, at endpoint: ModelEndpoint
    ) throws -> [StreamedText] {
        switch item {
        case .event(let event): try take(event.data)
        case .problem(let problem): throw problem.error(at: endpoint)
        }
    }

    /// What stands at the end without a blank line counts only if it is whole; a cut piece is left to the missing
    /// reason to stop.
    fileprivate mutating func end(_ ending: ServerSentEvents.Ending, at endpoint: ModelEndpoint) throws {
        switch ending {
        case .complete: break
        case .unfinished(let event):
            do {
                _ = try take(event.data)
            } catch .malformed {}
        case .problem(let problem): throw problem.error(at: endpoint)
        }
    }
}

extension ServerSentEvents.Problem {
    fileprivate func error(at endpoint: ModelEndpoint) -> any Error {
        switch self {
        case .tooLarge(let limit): HTTPError.eventTooLarge(endpoint.base.origin, limit: limit)
        case .notText: ChatProblem.malformed("an event of its stream is not UTF-8.")
        }
    }
}
