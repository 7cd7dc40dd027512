import Foundation

/// The words of a text, as values are compared by them: letters apart from digits, case and accents folded.
///
/// Scripts without spaces give one word a character.
struct WrittenWords: Sendable {
    struct Word: Sendable {
        let text: String
        /// The same where umlauts and the like are written as two letters; equal where there are none.
        let long: String
        let isUpper: Bool
        /// The characters of the text, counted from 0.
        let range: Range<Int>

        func says(_ other: Word) -> Bool {
            text == other.text || text == other.long || long == other.text
        }
    }

    let words: [Word]
    private let places: [String: [Int]]

    init(_ characters: [Character]) {
        words = Self.split(characters)
        var places: [String: [Int]] = [:]
        for (index, word) in words.enumerated() {
            places[word.text, default: []].append(index)
            if word.long != word.text { places[word.long, default: []].append(index) }
        }
        self.places = places
    }

    init(_ text: String) {
        self.init(Array(text))
    }

    var isEmpty: Bool { words.isEmpty }

    /// Where a word stands, in any spelling.
    func places(of word: Word) -> [Int] {
        if let found = places[word.text] { return found }
        return word.long == word.text ? [] : places[word.long] ?? []
    }

    /// Where a folded word stands.
    func places(of word: String) -> [Int] { places[word] ?? [] }

    /// The characters that words in a row take, the first time they stand there.
    func range(of wanted: WrittenWords) -> Range<Int>? {
        guard let first = wanted.words.first, wanted.words.count <= words.count else { return nil }
        // Many places and many words are hostile: nobody repeats a word so often before saying the value.
        for start in places(of: first).prefix(100) where start + wanted.words.count <= words.count {
            let end = start + wanted.words.count
            if wanted.words.indices.allSatisfy({ words[start + $0].says(wanted.words[$0]) }) {
                return words[start].range.lowerBound..<words[end - 1].range.upperBound
            }
        }
        return nil
    }

    private enum Kind {
        case letter, digit, lone, none

        init(_ character: Character) {
            if character.isASCII {
                self = character.isLetter ? .letter : character.isNumber ? .digit : .none
            } else if character.isWholeNumber, character.unicodeScalars.first?.properties.numericType == .decimal {
                self = .digit
            } else if character.isLetter {
                self =
                    character.unicodeScalars.first.map { (0x2E80...0xD7FF).contains($0.value) } == true
                    ? .lone : .letter
            } else {
                self = .none
            }
        }
    }

    private static func split(_ characters: [Character]) -> [Word] {
        var words: [Word] = []
        var start = 0
        while start < characters.count {
            let kind = Kind(characters[start])
            var end = start + 1
            if kind == .letter || kind == .digit {
                while end < characters.count, Kind(characters[end]) == kind { end += 1 }
            }
            if kind != .none { words.append(word(characters[start..<end])) }
            start = end
        }
        return words
    }

    private static func word(_ characters: ArraySlice<Character>) -> Word {
        let plain = characters.map { QueryText.fold($0) }
        let text = plain.map { short[$0] ?? String(narrow($0)) }.joined()
        let long = zip(characters, plain).map { character, plain in
            umlauts[Character(character.lowercased())] ?? short[plain] ?? String(narrow(plain))
        }.joined()
        let isUpper = characters.count > 1 && characters.allSatisfy { $0.isUppercase }
        return Word(text: text, long: long, isUpper: isUpper, range: characters.startIndex..<characters.endIndex)
    }

    /// Full-width digits are digits.
    private static func narrow(_ character: Character) -> Character {
        guard let value = character.wholeNumberValue, (0...9).contains(value), !character.isASCII else {
            return character
        }
        return Character(String(value))
    }

    private static let short: [Character: String] = [
        "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "ı": "i",
    ]
    private static let umlauts: [Character: String] = ["ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"]
}
