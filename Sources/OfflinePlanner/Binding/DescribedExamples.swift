/// Values that a description gives as examples: `(e.g., 'America/New_York', 'Europe/London')`, ``for example `main` ``.
struct DescribedExamples {
    /// In the order of the text, each once.
    let all: [String]

    init(in description: String) {
        var found: [String] = []
        let text = description.replacing("\u{200B}", with: "")
        for clause in Self.clauses(of: text) {
            let quoted = Self.quoted(in: clause.text)
            found += quoted.isEmpty && clause.mayBeBare ? Self.bare(in: clause.text) : quoted
        }
        if found.isEmpty { found = Self.bracketed(in: text) }
        var known: Set<String> = []
        all = found.filter { known.insert($0).inserted }
    }

    private struct Clause {
        let text: Substring
        let mayBeBare: Bool
    }

    private static let markers = [
        "e.g.,", "e.g.:", "e.g.", "e.g", "eg.", "eg:", "for example,", "for example:", "for example", "for instance",
        "such as", "examples:", "example:", "example -", "ex:", "ex.", "i.e.",
    ]
    private static let listMarkers = [
        "one of", "either", "possible values", "allowed values", "valid values", "accepted values", "available values",
        "options are", "supported values", "can be",
    ]

    /// What follows each marker, to the end of its brackets, sentence or line.
    private static func clauses(of text: String) -> [Clause] {
        let lower = text.lowercased()
        guard lower.utf8.count == text.utf8.count else { return [] }
        var clauses: [Clause] = []
        var taken = text.startIndex
        let marks = markers.map { ($0, true) } + listMarkers.map { ($0, false) }
        let places = marks.flatMap { marker, mayBeBare in lower.ranges(of: marker).map { ($0, mayBeBare) } }
            .sorted { ($0.0.lowerBound, $1.0.upperBound) < ($1.0.lowerBound, $0.0.upperBound) }
        for (range, mayBeBare) in places where range.lowerBound >= taken {
            if range.lowerBound > lower.startIndex {
                let before = lower[lower.index(before: range.lowerBound)]
                guard !before.isLetter else { continue }
            }
            let rest = text[range.upperBound...]
            let clause = rest.prefix(upTo: end(of: rest))
            clauses.append(Clause(text: clause, mayBeBare: mayBeBare))
            taken = clause.endIndex
        }
        return clauses
    }

    private static func end(of rest: Substring) -> Substring.Index {
        var quote: Character?
        var index = rest.startIndex
        var previous: Character = " "
        while index < rest.endIndex {
            let character = rest[index]
            let next = rest.index(after: index) < rest.endIndex ? rest[rest.index(after: index)] : " "
            if let open = quote {
                if character == open, !next.isLetter { quote = nil }
            } else if "'\"`".contains(character), !previous.isLetter {
                quote = character
            } else if character == ")" || character == "\n" || (character == "." && next.isWhitespace) {
                return index
            }
            previous = character
            index = rest.index(after: index)
        }
        return index
    }

    private static let quotes: [Character: Character] = ["'": "'", "\"": "\"", "`": "`", "“": "”", "‘": "’"]

    private static func quoted(in text: Substring) -> [String] {
        var found: [String] = []
        var rest = text
        var previous: Character = " "
        while let first = rest.popFirst() {
            guard let close = quotes[first], !previous.isLetter,
                let end = rest.indices.first(where: { index in
                    let next = rest.index(after: index)
                    return rest[index] == close && (next == rest.endIndex || !rest[next].isLetter)
                })
            else {
                previous = first
                continue
            }
            let value = String(rest[..<end])
            if !value.isEmpty, value.count <= 80 { found.append(value) }
            rest = rest[rest.index(after: end)...]
            previous = close
        }
        return found
    }

    /// Values without quotes: single words that cannot be prose, or short names in capitals.
    private static func bare(in text: Substring) -> [String] {
        let parts = text.replacing(" or ", with: ",").replacing(" and ", with: ",").split { ",;|".contains($0) }
        var found: [String] = []
        for part in parts {
            let words = part.split(whereSeparator: \.isWhitespace)
            guard let first = words.first else { continue }
            let looksLikeName = words.count <= 3 && words.allSatisfy { $0.first?.isUppercase == true }
            if words.count == 1, first.contains(where: { $0.isNumber || $0.isUppercase || "_/@:".contains($0) }) {
                found.append(trimmed(first))
            } else if looksLikeName {
                found.append(words.map(trimmed).joined(separator: " "))
            } else {
                // Prose goes on: what stands right after the marker may still be a value.
                if found.isEmpty, first.contains(where: { $0.isNumber || "_/@".contains($0) }) {
                    found.append(trimmed(first))
                }
                break
            }
        }
        return found.filter { !$0.isEmpty && $0.count <= 80 && !$0.contains("{") }
    }

    private static func trimmed(_ word: Substring) -> String {
        var word = word
        while let last = word.last, ".,:;)]".contains(last) { word.removeLast() }
        while let first = word.first, "([:".contains(first) { word.removeFirst() }
        return String(word)
    }

    /// Choices that are named in brackets of their own: `local branches ('local'), all branches('all')`.
    private static func bracketed(in text: String) -> [String] {
        text.split(separator: "(").dropFirst().compactMap { part in
            let inside = part.prefix { $0 != ")" }
            let found = quoted(in: inside)
            guard found.count == 1, let only = found.first, inside.count == only.count + 2 else { return nil }
            return only
        }
    }
}
