import Engine

/// Instructions that rules write: what people ask of single tools, joined.
struct RuleInstructions: Sendable {
    private let tools: [Tool]
    private let seed: UInt32

    init(about tools: [Tool], seed: UInt32) {
        // Of what only another tool's output could say, nobody can ask.
        let askable = tools.filter { RuleRequest(to: $0).isWhole }
        self.tools = askable.isEmpty ? tools : askable
        self.seed = seed
    }

    /// Ten queries: seven about one tool or two, three about three.
    var json: JSON {
        var random = SeededGenerator(for: .instructing, seed: UInt64(seed), sample: 0, iteration: 0)
        var queries: [JSON] = []
        guard !tools.isEmpty else { return ["queries": []] }
        for number in 0..<InstructionWriter.perQuestion {
            let size = number >= 7 ? 3 : 1 + number % 2
            let chosen = tools.shuffled(using: &random).prefix(size)
            let asked = chosen.map { RuleRequest(to: $0).text(&random) }
            queries.append([
                "query": .string(asked.joined(separator: " ")), "tools": .array(chosen.map { .string($0.name.text) }),
            ])
        }
        return ["queries": .array(queries)]
    }
}

/// What somebody may ask of one tool.
struct RuleRequest: Sendable {
    private let tool: Tool

    init(to tool: Tool) {
        self.tool = tool
    }

    func text(_ random: inout SeededGenerator) -> String {
        var values: [String: JSON] = [:]
        for input in tool.inputs where input.isRequired { values[input.name] = value(for: input, &random) }
        let asks = tool.wording.asks.compactMap { RulePhrase($0).filled(with: said(values)) }
        return asks.randomElement(using: &random) ?? plain(values)
    }

    /// For a tool that nobody has phrases for: what it does, and with what.
    private func plain(_ values: [String: JSON]) -> String {
        let purpose = tool.description.split { ".:\n".contains($0) }.first.map(String.init) ?? tool.name.text.spoken
        let given = tool.inputs.compactMap { input in
            values[input.name].map { "\(input.name.spoken) \($0.quoted)" }
        }
        let with = given.isEmpty ? "" : ", with \(given.joined(separator: " and "))"
        return "Please \(purpose.trimmedLine.asRequest)\(with)."
    }

    /// Whether every argument that must be there has a value that somebody could say.
    var isWhole: Bool {
        tool.inputs.filter(\.isRequired).allSatisfy { input in
            var random = SeededGenerator(for: .instructing, seed: 0, sample: 0, iteration: 0)
            return value(for: input, &random) != nil
        }
    }

    private func said(_ values: [String: JSON]) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: values.map { name, value in
                let isChoice = tool.inputSchema["properties"]?[name]?["enum"] != nil
                let saying = tool.wording.sayings[name]?[value.string ?? value.compactText]
                return (name, saying ?? (isChoice ? value.string ?? value.compactText : value.quoted))
            })
    }

    private func value(for input: Tool.Input, _ random: inout SeededGenerator) -> JSON? {
        let schema = input.schema
        let offered = [tool.wording.values[input.name], schema["examples"]?.array, schema["enum"]?.array]
            .compactMap(\.self).first { !$0.isEmpty }
        if let value = offered?.randomElement(using: &random) ?? schema["default"] { return value }
        let (low, high) = (schema["minimum"]?.int ?? 1, schema["maximum"]?.int ?? .max)
        switch schema["type"]?.string {
        case "integer", "number":
            return .number(JSON.Number(Int.random(in: low...max(low, min(high, low + 20)), using: &random)))
        case "boolean": return true
        case _: return nil
        }
    }
}

extension JSON {
    /// As a person writes it: a text in quotation marks, unless it is a name or has a figure in front.
    fileprivate var quoted: String {
        guard let text = string else { return compactText }
        guard let first = text.first, first.isLowercase else { return text }
        return "\"\(text)\""
    }
}

extension String {
    /// What somebody is asked to do, of what something does: `Finds a city` → `find a city`.
    fileprivate var asRequest: String {
        guard let verb = split(separator: " ").first, verb.hasSuffix("s"), !verb.hasSuffix("ss") else {
            return "do this for me: " + self
        }
        let hissing = ["ches", "shes", "sses", "xes"].contains { verb.hasSuffix($0) }
        let stem = verb.hasSuffix("ies") ? verb.dropLast(3) + "y" : verb.dropLast(hissing ? 2 : 1)
        return stem.lowercased() + dropFirst(verb.count)
    }

    fileprivate var trimmedLine: String {
        let line = split(whereSeparator: \.isNewline).joined(separator: " ")
        return String(line.drop { $0 == " " })
    }
}

/// A phrase of a tool's ``Wording``, filled as far as plain values go.
struct RulePhrase: Sendable {
    private let template: String

    init(_ template: String) {
        self.template = template
    }

    /// Nil where it wants something beside these values.
    func filled(with values: [String: String]) -> String? {
        guard let template = withoutOptions(values) else { return nil }
        var filled = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{") {
            guard let close = rest[open...].firstIndex(of: "}") else { return nil }
            let slot = rest[rest.index(after: open)..<close].split(separator: "|", maxSplits: 1)
            let name = slot.first.map { $0.first == "@" ? $0.dropFirst() : $0 } ?? ""
            guard let value = values[String(name)] else { return nil }
            filled += rest[..<open] + Self.filtered(value, slot.count > 1 ? slot[1] : "")
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    /// Without the brackets, and what stands in those whose slots have no values; nil where one asks for an output.
    private func withoutOptions(_ values: [String: String]) -> String? {
        var text = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "[") {
            guard let close = rest[open...].firstIndex(of: "]") else { return nil }
            let part = rest[rest.index(after: open)..<close]
            let head = part.prefix { $0 != ":" && $0 != "{" }
            if head.contains("out.") { return nil }
            text += rest[..<open]
            if RulePhrase(String(part)).filled(with: values) != nil { text += part }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    private static func filtered(_ value: String, _ filter: Substring) -> String {
        switch filter {
        case "in", "on": return "\(filter) \(value)"
        case let filter where filter.hasPrefix("n "):
            let noun = filter.dropFirst(2)
            let plural = noun.split(separator: "/")
            return value == "1" ? "1 \(plural.first ?? noun)" : "\(value) \(plural.count > 1 ? plural[1] : noun + "s")"
        case _: return value
        }
    }
}
