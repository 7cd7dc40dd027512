import Engine
import Foundation

/// A question to a model, as far as a mock looks at it.
struct MockQuestion {
    /// The name and the schema of the form that the answer must have; nil for free text.
    let form: (name: String, schema: JSON)?
    /// The tools that may be called now, each with the schema of its arguments.
    let tools: [(name: String, parameters: JSON)]
    /// Whether the conversation has results of calls.
    let hasResults: Bool
    /// The same for the same question.
    let digest: UInt64

    init(_ request: ModelRequest) {
        form = request.answer.map { ($0.name, $0.schema) }
        tools = request.toolChoice == .none ? [] : request.tools.map { ($0.name, $0.parameters) }
        hasResults = request.messages.contains { message in
            guard case .tool = message else { return false }
            return true
        }
        var digest = Digest(seed: request.seed ?? 0)
        for message in request.messages { digest.add(message) }
        self.digest = digest.value
    }

    /// Reads what chat completions send, whose fields come in the order of our client.
    ///
    /// Where there is a form, only that is parsed: whoever mocks a thousand conversations at once must be quick.
    init(body: Data) throws {
        var digest = Digest(seed: 0)
        digest.add(body)
        self.digest = digest.value
        guard let start = body.place(after: "\"response_format\":", from: 0) else {
            let request = try JSON(parsing: body)
            form = nil
            tools = Self.tools(in: request)
            hasResults = request["messages"]?.array?.contains { $0["role"] == "tool" } ?? false
            return
        }
        let next = ",\"max_tokens\":"
        guard let end = body.place(after: next, from: start) else { throw Unreadable() }
        let format = try JSON(parsing: body[start..<end - next.utf8.count])["json_schema"]
        guard let name = format?["name"]?.string, let schema = format?["schema"] else { throw Unreadable() }
        form = (name, schema)
        tools = []
        hasResults = false
    }

    private static func tools(in request: JSON) -> [(name: String, parameters: JSON)] {
        guard request["tool_choice"] != "none" else { return [] }
        return (request["tools"]?.array ?? []).compactMap { tool in
            guard let name = tool["function"]?["name"]?.string, let schema = tool["function"]?["parameters"] else {
                return nil
            }
            return (name, schema)
        }
    }

    /// The form is not where our client puts it.
    struct Unreadable: Error {}
}

extension Data {
    /// Where the first mention of a text ends, from a place on; nil where there is none.
    fileprivate func place(after text: String, from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        return withUnsafeBytes { bytes in
            let places = start..<Swift.max(start, bytes.count - wanted.count + 1)
            return places.first { place in
                bytes[place] == wanted[0] && bytes[place..<place + wanted.count].elementsEqual(wanted)
            }.map { $0 + wanted.count }
        }
    }
}

/// FNV-1a over all that is added.
private struct Digest {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(seed: UInt32) { withUnsafeBytes(of: seed) { add($0) } }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add($0) }
    }

    mutating func add(_ body: Data) { body.withUnsafeBytes { add($0) } }

    mutating func add(_ message: ModelMessage) {
        switch message {
        case .system(let text), .user(let text), .tool(_, let text): add(text)
        case .assistant(let text, let calls):
            add(text)
            for call in calls { add(call.arguments) }
        }
    }
}
