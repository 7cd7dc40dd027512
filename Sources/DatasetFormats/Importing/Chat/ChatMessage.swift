import Engine

/// One message of a chat row, whoever wrote it.
enum ChatMessage {
    case system(String)
    case user(String)
    /// What the assistant said and called; `thoughts` tells whether it also reasoned.
    case assistant(String, calls: [ChatCall], thoughts: Thoughts)
    case result(ChatResult)

    enum Thoughts {
        case none, leftOut
    }
}

/// One call, as a row has it.
struct ChatCall {
    let id: String?
    /// The tool's name in the row.
    let tool: String
    let arguments: JSON
    /// Whether the row says nothing of arguments, so that they are read as none.
    let isBare: Bool
}

/// What a tool answered, as a row has it.
struct ChatResult {
    let id: String?
    let tool: String?
    /// Nil where the message has no content.
    let output: RecordedOutput?
}

extension ChatMessage {
    /// `place` names the message in objections: `Message 3`.
    init(_ json: JSON, _ place: String) throws(ImportObjection) {
        guard let message = json.object else {
            throw ImportObjection("\(place) is \(json.article), not an object.", advice: "Write role and content.")
        }
        guard let role = message["role"]?.string else {
            throw ImportObjection(
                "\(place) has no role.", advice: "Name one of system, user, assistant and tool as its `role`.")
        }
        switch role {
        case "system", "developer": self = .system(try Self.text(message["content"], place) ?? "")
        case "user": self = .user(try Self.text(message["content"], place) ?? "")
        case "assistant":
            let reasoning = [message["reasoning_content"], message["thinking"], message["reasoning"]]
            self = .assistant(
                try Self.text(message["content"], place) ?? "", calls: try Self.calls(message, place),
                thoughts: reasoning.contains { $0?.string?.isEmpty == false } ? .leftOut : .none)
        case "tool", "function":
            self = .result(
                ChatResult(
                    id: try Self.id(message["tool_call_id"], "\(place): its tool_call_id"),
                    tool: try Self.optionalText(message["name"], "\(place): its name"),
                    output: try Self.output(message["content"], place)))
        case _:
            throw ImportObjection(
                "\(place) has the role \(role.quoted()).", advice: "Use system, user, assistant or tool.")
        }
    }

    /// A text, or the texts of a list of parts; nil for none.
    private static func text(_ content: JSON?, _ place: String) throws(ImportObjection) -> String? {
        switch content {
        case nil, .null: return nil
        case .string(let text): return text
        case .array(let parts):
            var texts: [String] = []
            for part in parts {
                guard part["type"]?.string == "text", let text = part["text"]?.string else {
                    throw ImportObjection(
                        "\(place) has a part of type \((part["type"]?.string ?? part.typeName).quoted()).",
                        advice: "Only texts can be held; leave the row out.")
                }
                texts.append(text)
            }
            return texts.joined()
        case .bool, .number, .object:
            throw ImportObjection(
                "\(place) has \(content?.article ?? "nothing") for its content.", advice: "Write it as a text.")
        }
    }

    /// What a tool said: a text byte for byte, text parts joined, and any other value as compact JSON.
    private static func output(_ content: JSON?, _ place: String) throws(ImportObjection) -> RecordedOutput? {
        switch content {
        case nil, .null: return nil
        case .string(let text): return RecordedOutput(text)
        case .array(let parts) where !parts.isEmpty && parts.allSatisfy { $0["type"]?.string == "text" }:
            return RecordedOutput(try text(content, place) ?? "")
        case .bool, .number, .array, .object: return content.map { RecordedOutput($0) }
        }
    }

    fileprivate static func id(_ json: JSON?, _ what: String) throws(ImportObjection) -> String? {
        if let number = json?.number { return number.text }
        let text = try optionalText(json, what)
        return text?.isEmpty == true ? nil : text
    }

    fileprivate static func optionalText(_ json: JSON?, _ what: String) throws(ImportObjection) -> String? {
        guard let json, !json.isNull else { return nil }
        guard let text = json.string else {
            throw ImportObjection("\(what) is \(json.article), not a text.", advice: "Write it as a text.")
        }
        return text
    }
}

extension ChatMessage {
    /// The calls of an assistant's message; the older `function_call` is one.
    private static func calls(_ message: JSON.Object, _ place: String) throws(ImportObjection) -> [ChatCall] {
        if let old = message["function_call"], !old.isNull {
            return [try ChatCall(function: old, id: nil, "\(place), its function call")]
        }
        guard let listed = message["tool_calls"], !listed.isNull else { return [] }
        guard let entries = listed.array else {
            throw ImportObjection(
                "\(place) has \(listed.article) for its tool_calls.", advice: "Write them as a list.")
        }
        var calls: [ChatCall] = []
        for (index, entry) in entries.enumerated() {
            let what = "\(place), call \(index + 1)"
            guard entry.object != nil else {
                throw ImportObjection(
                    "\(what): it is \(entry.article), not an object.", advice: "Write id and function.")
            }
            calls.append(
                try ChatCall(function: entry["function"] ?? entry, id: id(entry["id"], "\(what): its id"), what))
        }
        return calls
    }
}

extension ChatCall {
    /// Arguments are an object or a text that holds one; none at all are read as `{}`.
    fileprivate init(function: JSON, id: String?, _ what: String) throws(ImportObjection) {
        guard let name = function["name"]?.string, !name.isEmpty else {
            throw ImportObjection("\(what): it names no tool.", advice: "Name the tool as `name` of its `function`.")
        }
        let given = function["arguments"] ?? .null
        let isBare = given.isNull || given.string?.isEmpty == true
        let arguments: JSON =
            if isBare { [:] } else if let text = given.string {
                try JSON(nested: text, "\(what): its arguments")
            } else {
                given
            }
        guard arguments.object != nil else {
            throw ImportObjection(
                "\(what): its arguments are \(arguments.article), not an object.",
                advice: given.string == nil ? "Write an object." : "Write an object, encoded once.")
        }
        self.init(id: id, tool: name, arguments: arguments, isBare: isBare)
    }
}

extension JSON {
    /// `a number`, `an object`, `null`.
    var article: String {
        switch self {
        case .null: "null"
        case .array, .object: "an \(typeName)"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a text"
        }
    }
}
