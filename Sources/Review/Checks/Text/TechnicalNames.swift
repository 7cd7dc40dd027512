import Engine

/// The names of a sample that nobody writes but programs, in lower case.
struct TechnicalNames {
    /// Of the tools and their parameters.
    let declared: Set<String>
    /// Of the fields that steps returned.
    let returned: Set<String>

    /// Only names that are among `words`: a library has thousands, a text says a few.
    init(_ subject: CheckSubject, among words: Set<String>) {
        let given = subject.steps.flatMap { $0.call.arguments.leaves.compactMap(\.value.string) }
        let said = words.subtracting(given.flatMap { Self.words(of: $0) })
        let inputs = subject.tools.values.flatMap { $0.inputs.map(\.name) } + Self.argumentNames(in: subject)
        declared = Self.said(subject.tools.keys.map(\.text), in: said, Self.isNameOfTool)
            .union(Self.said(inputs, in: said, Self.isTechnical))
        var keys: Set<String> = []
        for output in subject.outputs.values { Self.collectKeys(of: output, into: &keys) }
        returned = Self.said(keys, in: said, Self.isTechnical)
    }

    private static func said(
        _ names: some Sequence<String>, in words: Set<String>, _ isNobodysWord: (String) -> Bool
    ) -> Set<String> {
        var said: Set<String> = []
        for name in names {
            let lower = name.lowercased()
            if words.contains(lower), isNobodysWord(name) { said.insert(lower) }
        }
        return said
    }

    private static func argumentNames(in subject: CheckSubject) -> [String] {
        subject.steps.flatMap { $0.call.arguments.object?.keys ?? [] }
    }

    private static func collectKeys(of value: JSON, into keys: inout Set<String>) {
        for item in value.array ?? [] { collectKeys(of: item, into: &keys) }
        for member in value.object?.members ?? [] {
            keys.insert(member.key)
            collectKeys(of: member.value, into: &keys)
        }
    }

    /// With an underscore, a dot, a slash, or camel case that no brand has.
    private static func isTechnical(_ name: String) -> Bool {
        let isSpaced = name.contains(where: \.isWhitespace)
        if isSpaced || !name.contains(where: \.isLetter) { return false }
        if name.contains(where: { "_./".contains($0) }) { return true }
        // “eBay”, “iPhone”.
        let lower = name.prefix(while: \.isLowercase)
        return lower.count > 1 && name.dropFirst(lower.count).first?.isUppercase ?? false
            || name.first?.isUppercase ?? false && humps(name) > 1 && name.contains(where: \.isLowercase)
    }

    /// A tool's name is technical with dashes too, unless it could be a word of English ("check-in").
    private static func isNameOfTool(_ name: String) -> Bool {
        let verbs = ["get", "list", "read", "create", "search", "fetch", "delete", "update", "run", "query"]
        let parts = name.split(separator: "-")
        return isTechnical(name) || parts.count > 2 || parts.count == 2 && verbs.contains(parts[0].lowercased())
    }

    private static func humps(_ name: String) -> Int {
        zip(name, name.dropFirst()).count { $0.isLowercase && $1.isUppercase }
    }

    /// The words in lower case with the signs that names have inside, and what stands between slashes and dots.
    static func words(of text: String) -> Set<String> {
        var words: Set<String> = []
        let lower = text.lowercased()
        // Without other scripts, both say the same.
        let isASCII = lower.utf8.allSatisfy { $0 < 0x80 }
        for isPart in isASCII ? [isInName] : [isInName, isInASCIIName] {
            for word in lower.split(whereSeparator: { !isPart($0) }) {
                let bare = trimmed(word)
                words.insert(String(bare))
                guard bare.contains("/") else { continue }
                for piece in bare.split(separator: "/") { words.insert(String(piece)) }
            }
        }
        return words
    }

    /// The words of a name: `getUserById` has four.
    static func parts(of name: String) -> [String] {
        var parts: [String] = []
        var part = ""
        var wasLower = false
        for character in name {
            let isInside = character.isWritten
            if !isInside || wasLower && character.isUppercase, !part.isEmpty {
                parts.append(part.lowercased())
                part = ""
            }
            if isInside { part.append(character) }
            wasLower = isInside && character.isLowercase
        }
        return part.isEmpty ? parts : parts + [part.lowercased()]
    }

    private static func isInName(_ character: Character) -> Bool {
        character.isWritten || "_./-".contains(character)
    }

    /// Scripts without spaces write a name's neighbours right beside it.
    private static func isInASCIIName(_ character: Character) -> Bool {
        character.isASCII && isInName(character)
    }

    /// A word without the full stop of its sentence.
    private static func trimmed(_ word: Substring) -> Substring {
        var word = word
        while let last = word.last, "./-".contains(last) { word.removeLast() }
        while let first = word.first, "./-".contains(first) { word.removeFirst() }
        return word
    }
}
