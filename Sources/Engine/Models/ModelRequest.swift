/// One question to a model: a conversation, and what may come back.
///
/// It says what is wanted, not how an endpoint is told; so its ``contentHash`` names a recorded answer for good.
package struct ModelRequest: Hashable, Codable, Sendable {
    /// The model's name, as its endpoint knows it.
    package var model: String
    package var messages: [ModelMessage]
    /// Tools the model may call; empty where it is to answer in words.
    package var tools: [OfferedTool]
    package var toolChoice: ToolChoice
    /// The form the answer must have; nil for free text.
    package var answer: AnswerForm?
    /// The most tokens of the answer, reasoning included.
    package var maxTokens: Int
    /// Nil leaves it to the endpoint.
    package var temperature: Double?
    /// Below 2^31, since some endpoints take no more; nil where nothing depends on it.
    package var seed: UInt32?

    /// A tool as a model is told of it.
    package struct OfferedTool: Hashable, Codable, Sendable {
        package let name: String
        package let description: String
        /// JSON Schema of the arguments.
        package let parameters: JSON

        package init(name: String, description: String, parameters: JSON) {
            self.name = name
            self.description = description
            self.parameters = parameters
        }
    }

    /// Whether the model must call, may call, or must not.
    package enum ToolChoice: String, Hashable, Codable, Sendable {
        case none, auto, required
    }

    /// The JSON Schema that the answer must fit, under a name of `[A-Za-z0-9_-]{1,64}`.
    package struct AnswerForm: Hashable, Codable, Sendable {
        package let name: String
        package let schema: JSON

        package init(name: String, schema: JSON) {
            self.name = name
            self.schema = schema
        }
    }

    package init(
        model: String, messages: [ModelMessage], tools: [OfferedTool] = [], toolChoice: ToolChoice = .none,
        answer: AnswerForm? = nil, maxTokens: Int, temperature: Double? = nil, seed: UInt32? = nil
    ) {
        self.model = model
        self.messages = messages
        self.tools = tools
        self.toolChoice = toolChoice
        self.answer = answer
        self.maxTokens = maxTokens
        self.temperature = temperature
        self.seed = seed
    }
}

/// One message of a conversation.
package enum ModelMessage: Hashable, Codable, Sendable {
    case system(String)
    case user(String)
    /// What the model said: words, calls, or both.
    case assistant(String, calls: [RequestedCall] = [])
    /// The result of a call.
    case tool(callID: String, content: String)
}

/// A call as a model asks for it, before anybody has held it against a schema.
package struct RequestedCall: Hashable, Codable, Sendable {
    /// Unique within the conversation; made by the client where the endpoint gave none.
    package let id: String
    package let name: String
    /// JSON text, as the model wrote it.
    package let arguments: String
    /// Fields that the endpoint wants back with the conversation, such as a thought's signature; nil for none.
    package let extra: JSON?

    package init(id: String, name: String, arguments: String, extra: JSON? = nil) {
        self.id = id
        self.name = name
        self.arguments = arguments
        self.extra = extra
    }
}

extension ModelRequest {
    /// The request in pieces that recur: settings, each message, each tool, the answer's form; in this order.
    ///
    /// A record keeps each piece once.
    package var parts: [String] {
        var settings: JSON.Object = [
            "model": .string(model), "maxTokens": .number(JSON.Number(maxTokens)),
            "toolChoice": .string(toolChoice.rawValue),
        ]
        if let temperature { settings.set("temperature", .init(floatLiteral: temperature)) }
        var parts = [JSON.object(settings)]
        if let seed { parts.append(["seed": .number(JSON.Number(Int(seed)))]) }
        parts += messages.map(\.json) + tools.map(\.json)
        if let answer { parts.append(["answer": .string(answer.name), "schema": answer.schema]) }
        return parts.map(\.compactText)
    }

    /// The same for every request that asks the same.
    package var contentHash: ContentHash {
        ContentHash(ofRequest: parts.map { ContentHash(of: $0) })
    }

    /// About how many tokens the request has: a token for every three bytes, rather too many than too few.
    package var estimatedTokens: Int { estimate(of: parts) }

    func estimate(of parts: [String]) -> Int {
        parts.reduce(0) { $0 + $1.utf8.count } / 3 + 8 * messages.count
    }
}

extension ModelMessage {
    fileprivate var json: JSON {
        switch self {
        case .system(let text): ["system": .string(text)]
        case .user(let text): ["user": .string(text)]
        case .assistant(let text, let calls): ["assistant": .string(text), "calls": .array(calls.map(\.json))]
        case .tool(let id, let content): ["tool": .string(id), "content": .string(content)]
        }
    }
}

extension RequestedCall {
    fileprivate var json: JSON {
        ["id": .string(id), "name": .string(name), "arguments": .string(arguments), "extra": extra ?? .null]
    }
}

extension ModelRequest.OfferedTool {
    fileprivate var json: JSON {
        ["offered": .string(name), "description": .string(description), "parameters": parameters]
    }
}
