import Engine

/// Calls of tools as an answer in a form, for endpoints that have none of their own.
///
/// The request without tools that stands for one with tools, and the way back.
struct EmulatedCalls {
    private let request: ModelRequest

    init(_ request: ModelRequest) {
        self.request = request
    }

    /// The same question in words and a form.
    var plainRequest: ModelRequest {
        var plain = request
        plain.tools = []
        plain.toolChoice = .none
        plain.answer = request.toolChoice == .none ? request.answer : form
        plain.messages = request.messages.toldInWords()
        plain.messages.instruct(CallInstruction.text(for: request.tools, request.toolChoice))
        return plain
    }

    /// Every property is required and the root is an object, so that the strictest endpoints take the form too.
    private var form: ModelRequest.AnswerForm {
        let calls = request.tools.map(Self.callSchema)
        var properties: JSON.Object = ["call": ["anyOf": .array(mayAnswer ? calls + [["type": "null"]] : calls)]]
        if mayAnswer { properties.set("answer", answerSchema) }
        return ModelRequest.AnswerForm(
            name: "turn",
            schema: [
                "type": "object", "properties": .object(properties),
                "required": .array(properties.keys.map(JSON.string)), "additionalProperties": false,
            ])
    }

    private var mayAnswer: Bool { request.toolChoice != .required }

    private var answerSchema: JSON {
        guard let wanted = request.answer else { return ["type": ["string", "null"]] }
        return ["anyOf": [wanted.schema, ["type": "null"]]]
    }

    private static func callSchema(_ tool: ModelRequest.OfferedTool) -> JSON {
        [
            "type": "object",
            "properties": ["name": ["type": "string", "enum": [.string(tool.name)]], "arguments": tool.parameters],
            "required": ["name", "arguments"], "additionalProperties": false,
        ]
    }
}

extension EmulatedCalls {
    /// The completion as if the endpoint had made the call itself; an answer that names no call stays what it is.
    func restored(_ completion: Completion) -> Completion {
        guard request.toolChoice != .none, let turn = completion.answer.flatMap({ try? JSON(parsing: $0) }) else {
            return completion
        }
        if let call = call(in: turn) {
            return completion.with(text: turn["answer"]?.string ?? "", calls: [call], answer: nil, ending: .calls)
        }
        guard let answer = turn["answer"], !answer.isNull else {
            return completion.with(text: completion.text, calls: [], answer: nil, ending: completion.ending)
        }
        let text = answer.string ?? answer.compactText
        return completion.with(
            text: text, calls: [], answer: request.answer == nil ? nil : answer.compactText, ending: completion.ending)
    }

    private func call(in turn: JSON) -> RequestedCall? {
        guard let call = turn["call"], let name = call["name"]?.string else { return nil }
        var ids = CallIDs(in: request.messages)
        return RequestedCall(id: ids.next(), name: name, arguments: CallArguments.text(call["arguments"]))
    }
}

extension Completion {
    func with(text: String, calls: [RequestedCall], answer: String?, ending: Ending) -> Completion {
        Completion(
            text: text, reasoning: reasoning, calls: calls, answer: answer, ending: ending, usage: usage, model: model,
            body: body)
    }
}

/// What a person says only so that it is the model's turn.
private enum TurnInstruction {
    static let goOn = "Go on."
}

extension [ModelMessage] {
    /// Adds to what the model is told first.
    ///
    /// In the first system message, since many chat templates take one only, and only there.
    mutating func instruct(_ instruction: String) {
        if case .system(let text) = first {
            self[0] = .system(text + "\n\n" + instruction)
        } else {
            insert(.system(instruction), at: 0)
        }
    }

    /// The conversation without calls: they are what the model said, and their results what it was told.
    ///
    /// Neighbours of the same side become one message, since some chat templates insist on taking turns.
    fileprivate func toldInWords() -> [ModelMessage] {
        var names: [String: String] = [:]
        return reduce(into: []) { told, message in
            switch message {
            case .system: told.append(message)
            case .user(let text): told.addUser(text)
            case .assistant(let text, let calls):
                for call in calls { names[call.id] = call.name }
                told.append(
                    .assistant(calls.isEmpty ? text : calls.map { $0.inWords(after: text) }.joined(separator: "\n")))
            case .tool(let id, let content): told.addUser(CallInstruction.result(of: names[id], content))
            }
        }
    }

    /// What a person says in a row as one message, for the same reason, and after the model's words a word of theirs.
    ///
    /// Some servers refuse words of the model that stand last. Others take them for the beginning of the answer, and
    /// give them back with it, so that a conversation of words alone doubles with each question.
    var takingTurns: [ModelMessage] {
        var turns: [ModelMessage] = reduce(into: []) { told, message in
            switch message {
            case .user(let text): told.addUser(text)
            case .system, .assistant, .tool: told.append(message)
            }
        }
        if case .assistant(_, [])? = turns.last { turns.append(.user(TurnInstruction.goOn)) }
        return turns
    }

    private mutating func addUser(_ text: String) {
        if case .user(let before) = last {
            self[count - 1] = .user(before + "\n\n" + text)
        } else {
            append(.user(text))
        }
    }
}

extension RequestedCall {
    fileprivate func inWords(after text: String) -> String {
        let arguments = (try? JSON(parsing: arguments)) ?? .string(arguments)
        let turn: JSON = [
            "call": ["name": .string(name), "arguments": arguments], "answer": text.isEmpty ? .null : .string(text),
        ]
        return turn.compactText
    }
}
