import Engine

/// What a judge is told and asked, with the places for what it judges.
struct JudgingPrompt: Sendable {
    /// Where a text goes.
    enum Place: String {
        case query, tools, reference, calls, response, form, problem
    }

    private let text: String
    private let sections: [Substring: String]

    static let quality = JudgingPrompt(String(decoding: PackageResources.quality_md, as: UTF8.self))
    static let solved = JudgingPrompt(String(decoding: PackageResources.solved_md, as: UTF8.self))
    static let solvable = JudgingPrompt(String(decoding: PackageResources.solvable_md, as: UTF8.self))

    private init(_ text: String) {
        self.text = text
        sections = PromptSections.read(text)
    }

    /// Changes with the words.
    var contentHash: ContentHash { ContentHash(of: text) }

    /// The first messages of a conversation.
    func messages(about texts: [Place: String], form: String) -> [ModelMessage] {
        let values = texts.merging([.form: form]) { _, form in form }
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
