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
    /// Only the form is parsed: whoever mocks a thousand conversations at once must be quick.
    init(body: Data) throws {
        var digest = Digest(seed: 0)
        digest.add(body)
        self.digest = digest.value
        let text = String(decoding: body, as: UTF8.self)
        let start = "\"response_format\":", end = ",\"max_tokens\":"
        guard let place = text.firstRange(of: start), let rest = text[place.upperBound...].firstRange(of: end) else {
            throw NoForm()
        }
        let format = try JSON(parsing: String(text[place.upperBound..<rest.lowerBound]))["json_schema"]
        guard let name = format?["name"]?.string, let schema = format?["schema"] else { throw NoForm() }
        form = (name, schema)
        tools = []
        hasResults = false
    }

    /// Only questions with a form are mocked over HTTP: strategy `lean` has no others as long as calls succeed.
    struct NoForm: Error {}
}

/// FNV-1a over all that is added.
private struct Digest {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init(seed: UInt32) { add(withUnsafeBytes(of: seed) { Data($0) }) }

    mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }

    mutating func add(_ message: ModelMessage) {
        switch message {
        case .system(let text), .user(let text), .tool(_, let text): add(text.utf8)
        case .assistant(let text, let calls):
            add(text.utf8)
            for call in calls { add(call.arguments.utf8) }
        }
    }
}
