import Engine

/// Reads one line of a file of predictions.
enum PredictionRow {
    typealias Objection = PredictionProblem.Objection

    static func read(_ line: some Collection<UInt8>) throws(Objection) -> Prediction {
        let row = try object(line)
        guard let id = row["id"]?.string, !id.isEmpty else {
            throw Objection("It has no text \"id\".", advice: "Write the id of the item that it is for.")
        }
        let forms = ["calls", "tool_calls", "messages"].filter { row[$0].map { !$0.isNull } ?? false }
        guard forms.count < 2 else {
            throw Objection("It has \(forms.joined(separator: " and ")).", advice: "Keep one of them.")
        }
        let response = try text("response", of: row)
        let problem = try text("problem", of: row)
        guard let form = forms.first, let value = row[form] else {
            guard response != nil || problem != nil || row["calls"] != nil || row["tool_calls"] != nil else {
                throw Objection(
                    "It has no calls, no messages and no response.",
                    advice: "Write an empty list of calls where none was asked for.")
            }
            return Prediction(id: id, calls: [], response: response ?? "", problem: problem)
        }
        guard let items = value.array else {
            throw Objection("Its \(form) are of type \(value.typeName).", advice: "Write a list.")
        }
        if form == "messages" {
            let talk = try PredictedTalk(items)
            return Prediction(id: id, calls: talk.calls, response: response ?? talk.response, problem: problem)
        }
        return Prediction(id: id, calls: try calls(items), response: response ?? "", problem: problem)
    }

    /// The id of a line that is no prediction: of an object, or of text that begins like one and breaks off later.
    static func id(of line: some Collection<UInt8>) -> String? {
        if let json = try? JSON(parsing: line) { return json.object?["id"]?.string.flatMap { $0.isEmpty ? nil : $0 } }
        let text = String(decoding: line, as: UTF8.self)
        return text.prefixMatch(of: /\s*\{\s*"id"\s*:\s*"([^"\\]+)"/).map { String($0.1) }
    }

    static func calls(_ items: [JSON]) throws(Objection) -> [Prediction.Call] {
        var calls: [Prediction.Call] = []
        for (index, item) in items.enumerated() { calls.append(try call(item, number: index + 1)) }
        return calls
    }

    static func call(_ item: JSON, number: Int) throws(Objection) -> Prediction.Call {
        let named = item["function"] ?? item
        guard let name = named["name"]?.string else {
            throw Objection("Call \(number) has no text \"name\".", advice: "Write the name that the model called.")
        }
        guard let arguments = named["arguments"] else {
            throw Objection("Call \(number) has no \"arguments\".", advice: "Write {} where it has none.")
        }
        return Prediction.Call(
            name: name, arguments: arguments.string ?? arguments.compactText,
            outcome: try ending(of: item, number: number))
    }

    /// How a call ended, where its name was offered at all.
    private static func ending(of call: JSON, number: Int) throws(Objection) -> Prediction.Call.Outcome? {
        let outcome = outcome(call["error"])
        switch call["offered"] {
        case nil, .null, .bool(true): return outcome
        case .bool(false):
            guard case .failed(let reason) = outcome else { return .notOffered("") }
            return .notOffered(reason)
        case .some(let other):
            throw Objection(
                "The \"offered\" of call \(number) is of type \(other.typeName).",
                advice: "Write false where nothing was offered under its name, or leave it out.")
        }
    }

    /// How a call ended by its `error`: absent for a call that nobody made, empty for one that worked.
    static func outcome(_ error: JSON?) -> Prediction.Call.Outcome? {
        switch error {
        case nil: nil
        case .null, .bool(false), .string(""): .worked
        case .string(let reason): .failed(reason)
        case .some(let other): .failed(other.compactText)
        }
    }

    /// Nil where it is absent or null.
    private static func text(_ key: String, of row: JSON.Object) throws(Objection) -> String? {
        guard let value = row[key], !value.isNull else { return nil }
        guard let text = value.string else {
            throw Objection("Its \(key) is of type \(value.typeName).", advice: "Write a text.")
        }
        return text
    }

    private static func object(_ line: some Collection<UInt8>) throws(Objection) -> JSON.Object {
        let json: JSON
        do throws(JSON.ParseError) { json = try JSON(parsing: line) } catch {
            throw Objection(
                "It is no JSON: column \(error.column): \(error.reason.sentence)",
                advice: "Write one JSON object a line.")
        }
        guard let object = json.object else {
            throw Objection("It is of type \(json.typeName).", advice: "Write one JSON object a line.")
        }
        if let key = json.repeatedKey {
            throw Objection("The key \(key.quoted) stands twice in one object.", advice: "Keep one of them.")
        }
        return object
    }
}

/// The calls and the answer out of a conversation, as OpenAI writes one.
struct PredictedTalk {
    private(set) var calls: [Prediction.Call] = []
    private(set) var response = ""
    /// The id of each call; nil where it has none.
    private var ids: [String?] = []

    init(_ messages: [JSON]) throws(PredictionProblem.Objection) {
        for (index, message) in messages.enumerated() {
            switch message["role"]?.string {
            case "system", "developer", "user": continue
            case "assistant": try hear(message, number: index + 1)
            case "tool": try take(message, number: index + 1)
            case let role:
                throw .init(
                    "Message \(index + 1) has the role \((role ?? "").quoted).",
                    advice: "Write system, developer, user, assistant or tool.")
            }
        }
    }

    private mutating func hear(_ message: JSON, number: Int) throws(PredictionProblem.Objection) {
        let asked = message["tool_calls"].flatMap { $0.isNull ? nil : $0 } ?? []
        guard let items = asked.array else {
            throw .init("The tool_calls of message \(number) are of type \(asked.typeName).", advice: "Write a list.")
        }
        for item in items {
            calls.append(try PredictionRow.call(item, number: calls.count + 1))
            ids.append(item["id"]?.string)
        }
        // What is said beside calls is no answer yet.
        response = items.isEmpty ? Self.words(of: message["content"]) : ""
    }

    /// A result counts as failed by its structure: an object with an `error` that says something.
    private mutating func take(_ message: JSON, number: Int) throws(PredictionProblem.Objection) {
        let id = message["tool_call_id"]?.string
        // An endpoint may use an id again in a later answer.
        let waiting = calls.indices.filter { calls[$0].outcome == nil }
        guard let place = waiting.first(where: { id == nil || ids[$0] == id }) else {
            throw .init(
                "Message \(number) is the result of a call that nobody asked for.",
                advice: "Give it the tool_call_id of a call before it.")
        }
        let content = Self.words(of: message["content"])
        let error = message["error"] ?? (try? JSON(parsing: content))?.object?["error"]
        let call = calls[place]
        calls[place] = Prediction.Call(
            name: call.name, arguments: call.arguments, outcome: error.flatMap(PredictionRow.outcome) ?? .worked)
    }

    /// Text, or the parts that are text, one after the other.
    private static func words(of content: JSON?) -> String {
        content?.string ?? (content?.array ?? []).compactMap { $0["text"]?.string }.joined()
    }
}
