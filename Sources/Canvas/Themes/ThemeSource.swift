/// The text of a theme file, to find where something was said in it.
struct ThemeSource {
    let file: String
    private let lines: [Substring]

    init(_ text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    }

    /// The place of a word in the value of a key, or of the key where there is no word; the start where neither is.
    func place(of word: String?, table: String? = nil, key: String) -> ThemeProblem.Place {
        found(word, table: table, key: key) ?? at(line: 1, column: 1)
    }

    /// The place of a word in the value of a key; of the value where the word is not in it, nil where the key is not.
    func found(_ word: String? = nil, table: String? = nil, key: String) -> ThemeProblem.Place? {
        var current = ""
        let path = [table, key].compactMap(\.self).joined(separator: ".")
        for (index, line) in lines.enumerated() {
            let code = line.drop { $0 == " " || $0 == "\t" }
            if code.hasPrefix("["), let header = code.dropFirst().split(separator: "]").first {
                current = Self.name(header) + "."
            } else if let value = Self.value(in: code, of: path, under: current) {
                let found = word.flatMap { Self.offset(of: $0, in: value) } ?? value.startIndex
                let place = word == nil ? code.startIndex : found
                return at(line: index + 1, column: line.distance(from: line.startIndex, to: place) + 1)
            }
        }
        return nil
    }

    func at(line: Int, column: Int) -> ThemeProblem.Place {
        ThemeProblem.Place(file: file, line: line, column: column)
    }

    private static func value(in code: Substring, of path: String, under header: String) -> Substring? {
        guard let equals = code.firstIndex(of: "="), header + name(code[..<equals]) == path else { return nil }
        return code[code.index(after: equals)...].drop { $0 == " " }
    }

    private static func name(_ key: Substring) -> String {
        key.filter { !" \t\"'".contains($0) }
    }

    /// Where the word stands between other signs than letters, digits and dashes.
    private static func offset(of word: String, in value: Substring) -> Substring.Index? {
        var start = value.startIndex
        while start < value.endIndex {
            let rest = value[start...]
            if rest.hasPrefix(word), !isWord(rest.dropFirst(word.count).first),
                start == value.startIndex || !isWord(value[value.index(before: start)]) || word.first == "+"
            {
                return start
            }
            start = value.index(after: start)
        }
        return nil
    }

    private static func isWord(_ character: Character?) -> Bool {
        character.map { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "#" } ?? false
    }
}
