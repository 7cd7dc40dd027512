import Engine

/// The parts of an answer as an endpoint gave them, in one piece or in many.
struct ChatMessage: Hashable, Sendable {
    /// A call before its id is made unique.
    struct Call: Hashable, Sendable {
        var id: String?
        var name = ""
        var arguments = ""
        var extra = JSON.Object()
    }

    /// More calls than this in one answer are no answer.
    static let mostCalls = 128

    var content = ""
    var reasoning = ""
    var refusal = ""
    var calls: [Call] = []
    var finish: String?
    var usage: JSON?
    var model: String?
}

extension ChatMessage {
    /// Fields of a call that we understand; all others go back to the endpoint as they came.
    private static let callFields: Set<String> = ["id", "index", "type", "function"]

    static func extra(of call: JSON) -> JSON.Object {
        JSON.Object((call.object?.members ?? []).filter { !callFields.contains($0.key) && !$0.value.isNull })
    }

    /// Adds a `content` field: a text, a list of parts, or nothing.
    mutating func add(content value: JSON?) {
        if let text = value?.string { content += text }
        for part in value?.array ?? [] {
            switch part["type"]?.string {
            case "thinking", "reasoning": reasoning += Self.text(of: part["thinking"] ?? part["text"])
            case "refusal": refusal += part["refusal"]?.string ?? ""
            case _: content += Self.text(of: part["text"] ?? part)
            }
        }
    }

    /// Adds the reasoning fields, in either spelling; an endpoint that sends both means the same.
    mutating func add(reasoningOf message: JSON?) {
        let both = ["reasoning_content", "reasoning"].compactMap { message?[$0]?.string }
        reasoning += both.first { !$0.isEmpty } ?? ""
    }

    private static func text(of value: JSON?) -> String {
        value?.string ?? value?.array?.compactMap { $0["text"]?.string ?? $0.string }.joined() ?? ""
    }
}
