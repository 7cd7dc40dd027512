import DisplaySafety
import Engine

extension JudgedSubject {
    /// The query between marks.
    var queryTold: String { Fence.around(query, as: "query", limit: Limit.text) }

    /// The response between marks.
    var responseTold: String { Fence.around(response, as: "response", limit: Limit.text) }

    /// Names and descriptions between marks; how many are left out is said.
    var toolsTold: String {
        var lines: [String] = []
        var left = Limit.list
        for tool in tools {
            let line = "- \(tool.name.text): \(tool.description.head(Limit.description))".inOneLine
            left -= line.unicodeScalars.count
            // Those that the steps call are told in any case.
            guard left >= 0 || lines.count < calledTools else { break }
            lines.append(line)
        }
        if lines.count < tools.count { lines.append("[cut: \(tools.count - lines.count) more tools]") }
        return Fence.around(lines.joined(separator: "\n"), as: "tools", limit: .max)
    }

    /// The steps between marks, chain by chain, each output cut to its share and between marks of its own.
    var stepsTold: String {
        let limit = max(200, min(Limit.output, Limit.list / max(1, workflow.steps.count)))
        let chains = workflow.chains.flatMap { chain in
            ["chain c\(chain.id.number):"] + chain.steps.map { $0.told(limit: limit) }
        }
        return Fence.around(shown: chains.joined(separator: "\n"), as: "steps")
    }

    private var calledTools: Int { Set(workflow.steps.map(\.call.tool)).count }

    /// In Unicode scalars.
    fileprivate enum Limit {
        static let text = 8_000
        static let arguments = 1_000
        static let output = 2_000
        static let description = 300
        /// All tools together, and all outputs together.
        static let list = 24_000
    }
}

extension Step {
    fileprivate func told(limit: Int) -> String {
        let arguments = call.arguments.compactText.head(JudgedSubject.Limit.arguments)
        let shown = SafeText("\(call.tool.text)(\(arguments))".inOneLine).plain
        return "step \(number): \(shown) -> \(Fence.around(output, as: "output", limit: limit))"
    }
}

/// How a sample's texts stand in a prompt: cut to a length, with hidden characters shown, between marks that end in a
/// part of their hash, so that nothing in them can close them.
private enum Fence {
    static func around(_ text: String, as kind: String, limit: Int) -> String {
        around(shown: SafeText(text.head(limit)).plain, as: kind)
    }

    /// Bytes that are no text show as markers.
    static func around(_ output: RecordedOutput, as kind: String, limit: Int) -> String {
        // A scalar has at most four bytes.
        let head = output.bytes.prefix(limit * 4)
        let left = output.bytes.count - head.count
        return around(
            shown: SafeText(head).plain.head(limit) + (left > 0 ? " [cut: \(left) more bytes]" : ""), as: kind)
    }

    /// Around a text whose hidden characters are shown.
    static func around(shown text: String, as kind: String) -> String {
        let mark = "\(kind)-\(ContentHash(of: text).hex.prefix(16))"
        return "<\(mark)>\n\(text)\n</\(mark)>"
    }
}

extension String {
    /// The first so many Unicode scalars, and a visible note of how many more there are.
    fileprivate func head(_ limit: Int) -> String {
        let scalars = unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return self }
        let left = scalars.distance(from: end, to: scalars.endIndex)
        return String(scalars[..<end]) + "… [cut: \(left) more characters]"
    }

    fileprivate var inOneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
