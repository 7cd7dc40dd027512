import Engine

/// What a judge is told and asked, with the places for a sample.
package struct JudgePrompt: Sendable {
    /// What is filled in.
    enum Place: String, CaseIterable {
        case tools, query, steps, response, form, problem
    }

    private let text: String
    private let sections: [Substring: String]

    /// The prompt that comes with the program.
    package static let embedded = JudgePrompt(String(decoding: PackageResources.judge_md, as: UTF8.self))

    init(_ text: String) {
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

    /// Changes with everything that changes what is asked: the prompt's words, and the checks' versions.
    package var contentHash: ContentHash {
        let checks = JudgedCheck.allCases.map { "\($0.name) \($0.version)" }
        return ContentHash(of: ([text] + checks).joined(separator: "\n"))
    }

    /// The first messages of a conversation.
    func messages(about subject: JudgedSubject, form: String) -> [ModelMessage] {
        let values: [Place: String] = [
            .tools: subject.toolsTold, .query: subject.queryTold, .steps: subject.stepsTold,
            .response: subject.responseTold, .form: form,
        ]
        return [.system(sections["system"] ?? ""), .user(Self.filled(sections["user"] ?? "", values))]
    }

    /// What is said of an answer that cannot be used.
    func objection(_ problem: String, form: String) -> String {
        Self.filled(sections["repair"] ?? "", [.problem: problem, .form: form])
    }

    /// What is filled in is never read for places again.
    private static func filled(_ text: String, _ values: [Place: String]) -> String {
        var filled = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: "{{"), let closing = rest[opening.upperBound...].firstRange(of: "}}") {
            let word = rest[opening.upperBound..<closing.lowerBound]
            let value = Place(rawValue: String(word)).flatMap { values[$0] }
            filled += rest[..<opening.lowerBound] + (value ?? "{{\(word)}}")
            rest = rest[closing.upperBound...]
        }
        return filled + rest
    }
}
