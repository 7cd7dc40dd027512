import Engine
import Foundation

/// A request in the words of `/chat/completions`.
///
/// The same request in the same dialect gives the same bytes.
package struct ChatRequestBody: Hashable, Sendable {
    /// Whether the reply comes whole or as server-sent events.
    package enum Delivery: Hashable, Sendable {
        case whole, streamed
    }

    package let json: JSON

    package init(_ request: ModelRequest, in dialect: Dialect, _ delivery: Delivery = .whole) {
        let emulates = !request.tools.isEmpty && dialect.calling == .json
        let request = emulates ? EmulatedCalls(request).plainRequest : request
        var body: JSON.Object = ["model": .string(request.model)]
        body.set("messages", .array(Self.messages(of: request, dialect).map(\.wireForm)))
        body.add(Self.calling(request, dialect))
        body.add(Self.answering(request, dialect))
        body.add(Self.settings(of: request, dialect))
        if delivery == .streamed {
            body.set("stream", true)
            if dialect.takes(.streamOptions) { body.set("stream_options", ["include_usage": true]) }
        }
        json = .object(body)
    }

    /// What is sent.
    package var bytes: Data { Data(json.compactText.utf8) }
}

extension ChatRequestBody {
    private static func messages(of request: ModelRequest, _ dialect: Dialect) -> [ModelMessage] {
        var messages = request.messages.takingTurns
        guard let form = request.answer else { return messages }
        switch rung(for: request, dialect) {
        case .schema, .tool: break
        case .object, .prompt: messages.instruct(AnswerInstruction.text(for: form))
        }
        return messages
    }

    /// A call can be forced only where no other call is on offer.
    private static func rung(for request: ModelRequest, _ dialect: Dialect) -> AnswerRung {
        dialect.rung == .tool && !request.tools.isEmpty ? .object : dialect.rung
    }

    /// One call at a time is wanted, so that is said; an endpoint that does not know the field is not told again.
    private static func calling(_ request: ModelRequest, _ dialect: Dialect) -> JSON.Object {
        guard !request.tools.isEmpty else { return [:] }
        let required = request.toolChoice == .required && !dialect.takes(.requiredCall)
        var fields: JSON.Object = [
            "tools": .array(request.tools.map { $0.wireForm }),
            "tool_choice": .string((required ? .auto : request.toolChoice).rawValue),
        ]
        if request.toolChoice != .none, dialect.takes(.parallelToolCalls) {
            fields.set(Dialect.Field.parallelToolCalls.rawValue, false)
        }
        return fields
    }

    private static func answering(_ request: ModelRequest, _ dialect: Dialect) -> JSON.Object {
        guard let form = request.answer else { return [:] }
        let isStrict = dialect.takes(.strict) && StrictSchema.allows(form.schema)
        switch rung(for: request, dialect) {
        case .schema:
            var schema: JSON.Object = ["name": .string(form.name)]
            if isStrict { schema.set("strict", true) }
            schema.set("schema", form.schema)
            return ["response_format": ["type": "json_schema", "json_schema": .object(schema)]]
        case .tool:
            return [
                "tools": [form.asTool(isStrict ? .strict : .loose)],
                "tool_choice": ["type": "function", "function": ["name": .string(form.name)]],
            ]
        case .object: return ["response_format": ["type": "json_object"]]
        case .prompt: return [:]
        }
    }

    private static func settings(of request: ModelRequest, _ dialect: Dialect) -> JSON.Object {
        var fields: JSON.Object = [dialect.tokenLimit.rawValue: .number(JSON.Number(request.maxTokens))]
        if let temperature = request.temperature, dialect.takes(.temperature) {
            fields.set("temperature", JSON(floatLiteral: temperature))
        }
        if let seed = request.seed, dialect.takes(.seed) { fields.set("seed", .number(JSON.Number(Int(seed)))) }
        return fields
    }
}

extension JSON.Object {
    fileprivate mutating func add(_ other: JSON.Object) {
        for member in other.members { set(member.key, member.value) }
    }
}

extension ModelRequest.OfferedTool {
    fileprivate var wireForm: JSON {
        [
            "type": "function",
            "function": [
                "name": .string(name), "description": .string(description), "parameters": parameters,
            ],
        ]
    }
}

extension ModelRequest.AnswerForm {
    fileprivate enum Strictness {
        case strict, loose
    }

    fileprivate func asTool(_ strictness: Strictness) -> JSON {
        var function: JSON.Object = [
            "name": .string(name), "description": "Takes your answer. Call it once, with the whole answer.",
        ]
        if strictness == .strict { function.set("strict", true) }
        function.set("parameters", schema)
        return ["type": "function", "function": .object(function)]
    }
}

extension ModelMessage {
    fileprivate var wireForm: JSON {
        switch self {
        case .system(let text): ["role": "system", "content": .string(text)]
        case .user(let text): ["role": "user", "content": .string(text)]
        case .assistant(let text, let calls) where calls.isEmpty: ["role": "assistant", "content": .string(text)]
        case .assistant(let text, let calls):
            [
                "role": "assistant", "content": text.isEmpty ? .null : .string(text),
                "tool_calls": .array(calls.map { $0.wireForm }),
            ]
        case .tool(let id, let content): ["role": "tool", "tool_call_id": .string(id), "content": .string(content)]
        }
    }
}

extension RequestedCall {
    fileprivate var wireForm: JSON {
        var call: JSON.Object = [
            "id": .string(id), "type": "function",
            "function": ["name": .string(name), "arguments": .string(arguments)],
        ]
        // What the endpoint attached goes back as it came: without Gemini's signature of a thought it answers 400.
        for member in extra?.object?.members ?? [] where call[member.key] == nil { call.set(member.key, member.value) }
        return .object(call)
    }
}
