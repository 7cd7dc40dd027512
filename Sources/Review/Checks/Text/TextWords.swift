/// The words of a text in lower case, with what stands between them.
struct TextWords {
    /// A run of letters, digits and apostrophes.
    struct Word {
        let text: String
        /// Whether it was written with a capital.
        let isCapital: Bool
        /// Whether a sentence begins with it.
        let opensSentence: Bool
        /// Whether it stands inside quotation marks.
        let isQuoted: Bool
        /// What stands between it and the word before.
        let gap: String
    }

    private(set) var words: [Word] = []

    init(_ text: String) {
        var reader = Reader()
        let characters = Array(text)
        let quoted = Self.quotedPlaces(in: characters)
        for (index, character) in characters.enumerated() {
            reader.read(character, isQuoted: quoted[index], isInside: Self.isInside(characters, index))
        }
        reader.finish()
        words = reader.words
    }

    subscript(index: Int) -> String {
        words.indices.contains(index) ? words[index].text : ""
    }

    /// Whether these words stand at a place.
    func has(_ phrase: [String], at index: Int) -> Bool {
        guard index >= 0, index + phrase.count <= words.count else { return false }
        return phrase.indices.allSatisfy { words[index + $0].text == phrase[$0] }
    }

    /// An apostrophe between letters belongs to its word.
    private static func isInside(_ characters: [Character], _ index: Int) -> Bool {
        guard "'’".contains(characters[index]), index > 0, index + 1 < characters.count else { return false }
        return characters[index - 1].isLetter && characters[index + 1].isLetter
    }

    /// Which characters stand between a pair of quotation marks of one kind.
    private static func quotedPlaces(in characters: [Character]) -> [Bool] {
        var quoted = Array(repeating: false, count: characters.count)
        var opened: (index: Int, closing: Character)?
        for (index, character) in characters.enumerated() where !isInside(characters, index) {
            if let open = opened, character == open.closing {
                for place in open.index...index { quoted[place] = true }
                opened = nil
            } else if opened == nil, let closing = pairs[character] {
                opened = (index, closing)
            }
        }
        return quoted
    }

    private static let pairs: [Character: Character] = [
        "\"": "\"", "'": "'", "‘": "’", "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "‹": "›", "`": "`",
    ]

    private struct Reader {
        var words: [Word] = []
        private var word = ""
        private var gap = ""
        private var isQuoted = false

        mutating func read(_ character: Character, isQuoted quoted: Bool, isInside: Bool) {
            if character.isWritten || isInside {
                if word.isEmpty { isQuoted = quoted }
                word.append(character == "’" ? "'" : character)
            } else {
                finish()
                gap.append(character)
            }
        }

        mutating func finish() {
            guard !word.isEmpty else { return }
            let opens = words.isEmpty || gap.contains { ".!?\n".contains($0) }
            words.append(
                Word(
                    text: word.lowercased(), isCapital: word.first?.isUppercase ?? false, opensSentence: opens,
                    isQuoted: isQuoted, gap: gap))
            word = ""
            gap = ""
        }
    }
}
