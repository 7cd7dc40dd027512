import Engine
import Synchronization

/// A model that answers well whatever the stages ask, from the form and the tools of the request alone.
///
/// The same request gets the same answer, but for the declined selections, which are counted.
package final class MockPlanner: LanguageModel {
    private let seed: UInt64
    private let callsPerTrial: Int
    /// Of a thousand replies, how many cannot be used.
    private let malformedPerMille: Int
    /// Of ten selections, how many decline.
    private let declinedInTen: Int
    private let latency: Duration?
    /// Values that a tool takes, by tool and argument; a made-up word or number where there are none.
    private let values: [ToolName: [String: [JSON]]]
    private let selections = Mutex(0)
    private let questions = Mutex<[ContentHash]>([])

    package init(
        seed: UInt64 = 1, callsPerTrial: Int = 1, malformedPerMille: Int = 0, declinedInTen: Int = 0,
        latency: Duration? = nil, tools: [Tool] = []
    ) {
        self.seed = seed
        self.callsPerTrial = callsPerTrial
        self.malformedPerMille = malformedPerMille
        self.declinedInTen = declinedInTen
        self.latency = latency
        values = Dictionary(uniqueKeysWithValues: tools.map { ($0.name, $0.wording.values) })
    }

    /// A hash of each request's conversation, in order.
    package var asked: [ContentHash] { questions.withLock { $0 } }

    package func complete(_ request: ModelRequest, through line: ModelLine) async throws -> Completion {
        try await line.beforeSending()
        let hash = ContentHash(of: request.messages.map(\.text).joined(separator: "\n") + "\(request.seed ?? 0)")
        questions.withLock { $0.append(hash) }
        if let latency { try await Task.sleep(for: latency) }
        var random = SeededGenerator(
            for: .proposing, seed: seed, sample: hash.number, iteration: 0)
        let isMalformed = Int.random(in: 0..<1_000, using: &random) < malformedPerMille
        return isMalformed ? malformed(request, &random) : good(request, &random)
    }

    private func good(_ request: ModelRequest, _ random: inout SeededGenerator) -> Completion {
        if let form = request.answer { return reply(to: request, answer: answer(in: form, &random).compactText) }
        let made = request.messages.count { if case .tool = $0 { true } else { false } }
        guard made < callsPerTrial, let tool = request.tools.randomElement(using: &random) else {
            return reply(to: request, text: "The tools returned what was asked for.")
        }
        return reply(to: request, call: arguments(of: tool, &random).compactText, tool: tool.name)
    }

    /// One of the ways in which models fail: no JSON, half of it, the wrong one, nothing.
    private func malformed(_ request: ModelRequest, _ random: inout SeededGenerator) -> Completion {
        guard request.answer != nil else {
            guard let tool = request.tools.first else { return reply(to: request, text: "") }
            return reply(to: request, call: #"{"half"#, tool: tool.name)
        }
        return switch Int.random(in: 0..<4, using: &random) {
        case 0: reply(to: request, text: "Let me think about this.")
        case 1: reply(to: request, answer: #"{"reason": "half"#)
        case 2: reply(to: request, answer: #"{"something": "else"}"#)
        case _: reply(to: request, text: "")
        }
    }

    private func reply(
        to request: ModelRequest, text: String = "", answer: String? = nil, call: String? = nil, tool: String = ""
    ) -> Completion {
        let calls = call.map { [RequestedCall(id: "mock", name: tool, arguments: $0)] } ?? []
        let said = answer ?? call ?? text
        return Completion(
            text: answer ?? text, calls: calls, answer: answer, ending: calls.isEmpty ? .stopped : .calls,
            usage: TokenUsage(
                prompt: request.messages.reduce(0) { $0 + $1.text.utf8.count } / 3, completion: 1 + said.utf8.count / 3),
            model: request.model, body: RecordedOutput(said))
    }
}

extension MockPlanner {
    private func answer(in form: ModelRequest.AnswerForm, _ random: inout SeededGenerator) -> JSON {
        let shape = Shape(root: form.schema)
        switch form.name {
        case "selection": return selection(in: form.schema, &random)
        case "proposals": return proposals(in: shape, &random)
        case _: return example(of: form.schema, in: shape, "answer", &random)
        }
    }

    private func selection(in form: JSON, _ random: inout SeededGenerator) -> JSON {
        let number = selections.withLock { count in
            count += 1
            return count
        }
        let choices = form["properties"]?["choice"]?["enum"]?.array ?? []
        let places = form["properties"]?["place"]?["enum"]?.array ?? []
        let declines = number * declinedInTen / 10 > (number - 1) * declinedInTen / 10
        let offered = choices.filter { $0.string != "decline" }
        return [
            "reason": .string(declines ? "None adds anything." : "It adds what was missing."),
            "choice": declines ? "decline" : offered.randomElement(using: &random) ?? "decline",
            "place": places.randomElement(using: &random) ?? "new chain",
        ]
    }

    private func proposals(in shape: Shape, _ random: inout SeededGenerator) -> JSON {
        let list = shape.root["properties"]?["proposals"] ?? .null
        let item = list["items"]?["properties"] ?? .null
        let proposals = (0..<(list["maxItems"]?.int ?? 1)).map { number -> JSON in
            let word = Self.word(&random)
            if let names = item["tools"]?["items"]?["enum"]?.array {
                let chosen = Array(names.shuffled(using: &random).prefix(callsPerTrial))
                return ["instruction": .string("Find out about \(word) \(number)."), "tools": .array(chosen)]
            }
            let calls = (0..<callsPerTrial).map { _ in call(as: item["calls"]?["items"] ?? .null, in: shape, &random) }
            return ["instruction": .string("Find out about \(word) \(number)."), "calls": .array(calls)]
        }
        return ["reason": "The workflow lacks facts.", "proposals": .array(proposals)]
    }

    private func call(as schema: JSON, in shape: Shape, _ random: inout SeededGenerator) -> JSON {
        let choice = schema["anyOf"]?.array?.randomElement(using: &random) ?? schema
        let tool = choice["properties"]?["tool"]?["enum"]?.array?.randomElement(using: &random)?.string ?? ""
        let members = (choice["properties"]?["arguments"]?["properties"]?.object?.members ?? []).map { member in
            JSON.Object.Member(
                key: member.key, value: value(of: member, tool: tool, in: shape, &random))
        }
        return ["tool": .string(tool), "arguments": .object(JSON.Object(members))]
    }

    private func arguments(of tool: ModelRequest.OfferedTool, _ random: inout SeededGenerator) -> JSON {
        let members = (tool.parameters["properties"]?.object?.members ?? []).map { member in
            JSON.Object.Member(
                key: member.key,
                value: value(of: member, tool: tool.name, in: Shape(root: tool.parameters), &random))
        }
        return .object(JSON.Object(members))
    }

    private func value(
        of member: JSON.Object.Member, tool: String, in shape: Shape, _ random: inout SeededGenerator
    ) -> JSON {
        values[ToolName(tool)]?[member.key]?.randomElement(using: &random)
            ?? example(of: member.value, in: shape, member.key, &random)
    }

    /// A schema with the definitions around it.
    private struct Shape {
        let root: JSON
    }

    /// A value that fits a plain schema; a word where anything may stand.
    private func example(
        of schema: JSON, in shape: Shape, _ name: String, _ random: inout SeededGenerator
    ) -> JSON {
        if let choices = schema["enum"]?.array, let choice = choices.randomElement(using: &random) { return choice }
        if let first = schema["anyOf"]?.array?.first { return example(of: first, in: shape, name, &random) }
        let type = schema["type"]?.string ?? schema["type"]?[0]?.string
        switch type {
        case "object":
            let members = (schema["properties"]?.object?.members ?? []).map { member in
                JSON.Object.Member(key: member.key, value: example(of: member.value, in: shape, member.key, &random))
            }
            return .object(JSON.Object(members))
        case "array": return [example(of: schema["items"] ?? [:], in: shape, name, &random)]
        case "integer", "number":
            let least = schema["minimum"]?.int ?? 1
            return .number(
                JSON.Number(Int.random(in: least...(max(least, schema["maximum"]?.int ?? least + 40)), using: &random)))
        case "boolean": return true
        case "null": return .null
        case _: return .string("\(name) \(Self.word(&random))")
        }
    }

    private static func word(_ random: inout SeededGenerator) -> String {
        String(Int.random(in: 1_000...999_999, using: &random), radix: 36)
    }
}

extension ContentHash {
    /// A number for random streams.
    fileprivate var number: Int { Int(hex.prefix(15), radix: 16) ?? 0 }
}
