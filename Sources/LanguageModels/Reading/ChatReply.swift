import Engine
import Foundation

/// A reply that came in one piece.
package enum ChatReply {
    /// Reads the completion out of the bytes of a reply with status 2xx.
    ///
    /// - Throws: ``ChatProblem`` when there is none.
    package static func completion(
        _ body: Data, for request: ModelRequest, in dialect: Dialect
    ) throws(ChatProblem) -> ReadReply {
        try message(json(body)).completion(for: request, in: dialect, body: RecordedOutput(body))
    }

    private static func json(_ body: Data) throws(ChatProblem) -> JSON {
        do {
            return try JSON(parsing: body)
        } catch {
            throw problem(error, in: body)
        }
    }

    private static func problem(_ error: JSON.ParseError, in body: Data) -> ChatProblem {
        guard !body.isEmpty else { return .malformed("it is empty.") }
        let beginning = String(decoding: body.prefix(20_000), as: UTF8.self)
        return EndpointError.isMarkup(beginning) ? .page(EndpointError(body)) : .malformed("it is not JSON. \(error)")
    }

    private static func message(_ reply: JSON) throws(ChatProblem) -> ChatMessage {
        if let error = reply["error"] ?? reply[0]?["error"], !error.isNull { throw .failed(EndpointError(reply)) }
        guard let choice = reply["choices"]?[0] else { throw .malformed("it has no choices.") }
        if let error = choice["error"], !error.isNull { throw .failed(EndpointError(choice)) }
        guard let said = choice["message"], said.object != nil else { throw .malformed("its choice has no message.") }

        var message = ChatMessage()
        message.add(content: said["content"])
        message.add(reasoningOf: said)
        message.refusal += said["refusal"]?.string ?? ""
        message.calls = calls(in: said)
        message.finish = choice["finish_reason"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        message.usage = reply["usage"]
        message.model = reply["model"]?.string
        return message
    }

    private static func calls(in message: JSON) -> [ChatMessage.Call] {
        if let calls = message["tool_calls"]?.array { return calls.map(call) }
        guard let old = message["function_call"], !old.isNull else { return [] }
        return [call(["function": old])]
    }

    private static func call(_ call: JSON) -> ChatMessage.Call {
        let function = call["function"]
        return ChatMessage.Call(
            id: call["id"]?.string, name: function?["name"]?.string ?? "",
            arguments: CallArguments.text(function?["arguments"]), extra: ChatMessage.extra(of: call))
    }
}
