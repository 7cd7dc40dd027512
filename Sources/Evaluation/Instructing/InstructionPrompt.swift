import Engine

/// What a model is told and asked when it writes instructions.
struct InstructionPrompt: Sendable {
    private enum Place: String {
        case tools, examples, form, problem, count, theme
    }

    private let sections: [Substring: String]

    static let text = String(decoding: PackageResources.instructing_md, as: UTF8.self)
    static let embedded = InstructionPrompt(text)

    init(_ text: String) {
        sections = PromptSections.read(text)
    }

    func messages(about set: APISet, examples: [InstructionExample], form: String) -> [ModelMessage] {
        let count = "\(InstructionWriter.perQuestion)"
        return [
            .system(filled("system", [.count: count])),
            .user(
                filled(
                    "user",
                    [
                        .examples: examples.map(\.told).joined(separator: "\n\n"), .theme: set.theme,
                        .tools: Self.told(set.tools), .count: count, .form: form,
                    ])),
        ]
    }

    /// What is said of an answer that cannot be used.
    func objection(_ problem: String, form: String) -> String { filled("repair", [.problem: problem, .form: form]) }

    /// The whole documentation, between marks that nothing in it can close.
    private static func told(_ tools: [Tool]) -> String {
        let text = tools.map { tool in
            var lines = ["- \(tool.name): \(tool.description)", "  input: \(tool.inputSchema.compactText)"]
            if let output = tool.outputSchema { lines.append("  output: \(output.compactText)") }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
        let mark = "tools-\(ContentHash(of: text).short)"
        return "<\(mark)>\n\(text)\n</\(mark)>"
    }

    /// What is filled in is never read for places again.
    private func filled(_ section: Substring, _ values: [Place: String]) -> String {
        var filled = ""
        var rest = (sections[section] ?? "")[...]
        while let opening = rest.firstRange(of: "{{"), let closing = rest[opening.upperBound...].firstRange(of: "}}") {
            let word = rest[opening.upperBound..<closing.lowerBound]
            let value = Place(rawValue: String(word)).flatMap { values[$0] }
            filled += rest[..<opening.lowerBound] + (value ?? "{{\(word)}}")
            rest = rest[closing.upperBound...]
        }
        return filled + rest
    }
}
