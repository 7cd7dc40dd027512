import Engine

/// What a judge is told and asked, with the places for what it judges.
struct JudgingPrompt: Sendable {
    private enum Place: String {
        case query, reference, calls, response, form, problem
    }

    private let text: String
    private let sections: [Substring: String]

    static let quality = JudgingPrompt(String(decoding: PackageResources.quality_md, as: UTF8.self))
    static let solved = JudgingPrompt(String(decoding: PackageResources.solved_md, as: UTF8.self))

    private init(_ text: String) {
        self.text = text
        var sections: [Substring: [Substring]] = [:]
        var heading: Substring = ""
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# ") { heading = line.dropFirst(2) } else { sections[heading, default: []].append(line) }
        }
        self.sections = sections.mapValues { lines in
            let kept = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
            return kept.joined(separator: "\n")
        }
    }

    /// Changes with the words.
    var contentHash: ContentHash { ContentHash(of: text) }

    /// The first messages of a conversation.
    func messages(about answer: JudgedAnswer, form: String) -> [ModelMessage] {
        let values: [Place: String] = [
            .query: answer.queryTold, .reference: answer.referenceTold, .calls: answer.callsTold,
            .response: answer.responseTold, .form: form,
        ]
        return [.system(sections["system"] ?? ""), .user(filled("user", values))]
    }

    /// What is said of an answer that cannot be used.
    func objection(_ problem: String, form: String) -> String { filled("repair", [.problem: problem, .form: form]) }

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
