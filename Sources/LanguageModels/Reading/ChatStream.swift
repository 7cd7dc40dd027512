import Engine
import Foundation

/// A reply that comes as server-sent events: each is taken as it arrives, and the end makes a completion of them.
package struct ChatStream: Sendable {
    private var message = ChatMessage()
    private var places: [Int: Int] = [:]
    private var inline = InlineReasoning.Live()
    private var isDone = false

    package init() {}

    /// Takes one event, and tells what it adds for somebody who watches.
    ///
    /// - Throws: ``ChatProblem`` when the event is an error, or no JSON.
    package mutating func take(_ data: String) throws(ChatProblem) -> [StreamedText] {
        let data = data.trimmingCharacters(in: .whitespacesAndNewlines)
        if data == "[DONE]" { isDone = true }
        guard !isDone, !data.isEmpty else { return [] }
        let chunk: JSON
        do {
            chunk = try JSON(parsing: data)
        } catch {
            throw .malformed("an event of its stream is not JSON. \(error)")
        }
        if let error = chunk["error"] ?? chunk[0]?["error"], !error.isNull { throw .failed(EndpointError(chunk)) }
        return try take(chunk)
    }

    /// The completion, once the stream has ended.
    ///
    /// - Throws: ``ChatProblem``; a stream without a reason to stop was cut, whatever it has said.
    package func completion(
        for request: ModelRequest, in dialect: Dialect, body: Data
    ) throws(ChatProblem) -> ReadReply {
        guard message.finish != nil else { throw .malformed("its stream ends before the model has finished.") }
        return try message.completion(for: request, in: dialect, body: RecordedOutput(body))
    }
}

extension ChatStream {
    private mutating func take(_ chunk: JSON) throws(ChatProblem) -> [StreamedText] {
        if let usage = chunk["usage"], usage.object != nil { message.usage = usage }
        if let model = chunk["model"]?.string, !model.isEmpty { message.model = model }
        let choices = chunk["choices"]?.array ?? []
        guard let choice = choices.first(where: { ($0["index"]?.int ?? 0) == 0 }) else { return [] }
        if let error = choice["error"], !error.isNull { throw .failed(EndpointError(choice)) }
        if let reason = choice["finish_reason"]?.string, !reason.isEmpty { message.finish = reason }
        return try choice["delta"].map { delta throws(ChatProblem) in try take(delta: delta) } ?? []
    }

    private mutating func take(delta: JSON) throws(ChatProblem) -> [StreamedText] {
        let before = (content: message.content.utf8.count, reasoning: message.reasoning.utf8.count)
        message.add(content: delta["content"])
        message.add(reasoningOf: delta)
        message.refusal += delta["refusal"]?.string ?? ""
        for piece in delta["tool_calls"]?.array ?? [] { try take(call: piece) }

        let thought = String(decoding: message.reasoning.utf8.dropFirst(before.reasoning), as: UTF8.self)
        let said = String(decoding: message.content.utf8.dropFirst(before.content), as: UTF8.self)
        return (thought.isEmpty ? [] : [.reasoning(thought)]) + inline.take(said)
    }

    /// Adds a piece of a call to the one with its index.
    ///
    /// Another id under the same index begins another call, since some endpoints number all of them 0.
    private mutating func take(call piece: JSON) throws(ChatProblem) {
        let id = piece["id"]?.string.flatMap { $0.isEmpty ? nil : $0 }
        let index = piece["index"]?.int ?? (id == nil ? places.keys.max() ?? 0 : message.calls.count)
        var place = places[index]
        if let known = place, let id, let first = message.calls[known].id, id != first { place = nil }
        if place == nil {
            guard message.calls.count < ChatMessage.mostCalls else {
                throw .malformed("it asks for more than \(ChatMessage.mostCalls) calls at once.")
            }
            message.calls.append(ChatMessage.Call())
        }
        let target = place ?? message.calls.count - 1
        places[index] = target
        message.calls[target].add(piece, id: id)
    }
}

extension ChatMessage.Call {
    fileprivate mutating func add(_ piece: JSON, id: String?) {
        self.id = self.id ?? id
        if name.isEmpty { name = piece["function"]?["name"]?.string ?? "" }
        switch piece["function"]?["arguments"] {
        case .string(let text)?: arguments += text
        case .object(let object)?: arguments += JSON.object(object).compactText
        case .null?, .bool?, .number?, .array?, nil: break
        }
        for member in ChatMessage.extra(of: piece).members { extra.set(member.key, member.value) }
    }
}
