/// A text for a model with places to fill: `# system` and `# user` sections, and placeholders such as `{{tools}}`.
package struct Prompt: Hashable, Sendable {
    /// A piece of a section.
    private enum Piece: Hashable, Sendable {
        case text(String)
        case place(PromptInput)

        var input: PromptInput? {
            switch self {
            case .text: nil
            case .place(let input): input
            }
        }
    }

    package let name: PromptName
    /// The text as its file has it.
    package let text: String
    private let system: [Piece]
    private let user: [Piece]

    /// Reads a prompt's file.
    ///
    /// - Throws: ``PromptProblem`` when a section or a placeholder is missing, or a placeholder is none of the prompt's.
    package init(_ name: PromptName, text: String) throws(PromptProblem) {
        let sections = try PromptSections(text, of: name)
        self.name = name
        self.text = text
        system = try Self.pieces(of: sections.system, of: name)
        user = try Self.pieces(of: sections.user, of: name)
        let used = Set((system + user).compactMap(\.input))
        let missing = name.inputs.filter { !used.contains($0) }
        guard missing.isEmpty else { throw .missingPlaceholders(name, missing) }
    }

    /// The conversation's first messages: the system's where the prompt has one, and the user's.
    ///
    /// What is filled in is never read for placeholders again.
    func messages(_ values: [PromptInput: String]) -> [ModelMessage] {
        let instruction = Self.filled(system, values)
        return (instruction.isEmpty ? [] : [.system(instruction)]) + [.user(Self.filled(user, values))]
    }

    /// The user's part alone, to go on with a conversation.
    func continuation(_ values: [PromptInput: String]) -> String { Self.filled(user, values) }

    /// A place without a value stays visible.
    private static func filled(_ pieces: [Piece], _ values: [PromptInput: String]) -> String {
        pieces.map { piece in
            switch piece {
            case .text(let text): text
            case .place(let input): values[input] ?? input.placeholder
            }
        }.joined()
    }

    private static func pieces(of section: String, of name: PromptName) throws(PromptProblem) -> [Piece] {
        var pieces: [Piece] = []
        var rest = section[...]
        while let opening = rest.firstRange(of: "{{") {
            let after = rest[opening.upperBound...]
            guard let closing = after.firstRange(of: "}}") else { break }
            let word = after[..<closing.lowerBound]
            guard let input = name.inputs.first(where: { $0.rawValue == word }) else {
                throw .unknownPlaceholder(name, String(word.prefix(60)))
            }
            pieces += [.text(String(rest[..<opening.lowerBound])), .place(input)]
            rest = rest[closing.upperBound...]
        }
        return pieces + [.text(String(rest))]
    }
}

/// A prompt's file, taken apart at its headings.
private struct PromptSections {
    private(set) var system = ""
    private(set) var user = ""

    init(_ text: String, of name: PromptName) throws(PromptProblem) {
        var sections: [String: [Substring]] = [:]
        var current: String?
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line == "# system" || line == "# user" {
                let heading = String(line.dropFirst(2))
                guard sections[heading] == nil else { throw .repeatedSection(name, heading) }
                sections[heading] = []
                current = heading
            } else if let current {
                sections[current, default: []].append(line)
            } else if !line.allSatisfy(\.isWhitespace) {
                throw .textOutsideSections(name)
            }
        }
        for heading in name.sections where Self.joined(sections[heading] ?? []).isEmpty {
            throw .missingSection(name, heading)
        }
        system = Self.joined(sections["system"] ?? [])
        user = Self.joined(sections["user"] ?? [])
    }

    /// The lines without empty ones at both ends.
    private static func joined(_ lines: [Substring]) -> String {
        let kept = lines.drop { $0.isEmpty }.reversed().drop { $0.isEmpty }.reversed()
        return kept.joined(separator: "\n")
    }
}
