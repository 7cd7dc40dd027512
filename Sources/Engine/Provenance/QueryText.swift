import Foundation

/// A query, ready to be searched for the values of arguments.
struct QueryText: Sendable {
    private let characters: [Character]
    private let folded: [Character]
    private let numbers: [(range: Range<Int>, text: String)]
    private let loose: LooseMatch

    init(_ text: String) {
        characters = Array(text)
        folded = characters.map(Self.fold)
        numbers = Self.numbers(in: characters)
        loose = LooseMatch(characters)
    }

    /// Where the query says the argument: by its saying, its words, its number or its date.
    func range(of argument: Argument) -> Range<Int>? {
        if let saying = argument.saying, let range = range(ofWords: saying) { return range }
        switch argument.value {
        case .string(let text):
            // A time behind the day has to be said too, which loose matching looks for.
            return range(ofWords: text) ?? (text.utf8.count == 10 ? CalendarDay(iso: text).flatMap(range(of:)) : nil)
        case .number(let number):
            return range(of: number)
        case .null, .bool, .array, .object:
            return nil
        }
    }

    /// Where the query says it in other words, which only counts where no earlier output has the value.
    func looseRange(of argument: Argument) -> Range<Int>? { loose.range(of: argument.value) }

    /// Whole words, without regard to case and accents.
    func range(ofWords text: String) -> Range<Int>? {
        let wanted = Array(text).map(Self.fold)
        guard !wanted.isEmpty, wanted.count <= folded.count else { return nil }
        let restarts = Self.restarts(in: wanted)
        var matched = 0
        for (index, character) in folded.enumerated() {
            while matched > 0, character != wanted[matched] { matched = restarts[matched - 1] }
            if character == wanted[matched] { matched += 1 }
            guard matched == wanted.count else { continue }
            let range = (index + 1 - matched)..<(index + 1)
            if isWhole(range) { return range }
            matched = restarts[matched - 1]
        }
        return nil
    }

    /// How much of a text is still matched when the next character differs (Knuth, Morris and Pratt): the search takes
    /// linear time, whatever repeats.
    private static func restarts(in wanted: [Character]) -> [Int] {
        var restarts = Array(repeating: 0, count: wanted.count)
        var length = 0
        for index in wanted.indices.dropFirst() {
            while length > 0, wanted[index] != wanted[length] { length = restarts[length - 1] }
            if wanted[index] == wanted[length] { length += 1 }
            restarts[index] = length
        }
        return restarts
    }

    private func range(of number: JSON.Number) -> Range<Int>? {
        if let found = numbers.first(where: { JSON.Number(text: $0.text)?.isEqual(numerically: number) == true }) {
            return found.range
        }
        guard let small = number.int, let word = Self.words[small] else { return nil }
        return range(ofWords: word)
    }

    private func range(of day: CalendarDay) -> Range<Int>? {
        for spelling in day.spellings {
            if let range = range(ofWords: spelling) { return range }
        }
        return nil
    }

    /// Letters and digits may not go on beyond a whole word; scripts without spaces have no such border.
    private func isWhole(_ range: Range<Int>) -> Bool {
        let before = range.lowerBound > 0 ? folded[range.lowerBound - 1] : " "
        let after = range.upperBound < folded.count ? folded[range.upperBound] : " "
        return !Self.joins(before, folded[range.lowerBound]) && !Self.joins(folded[range.upperBound - 1], after)
    }

    private static func joins(_ left: Character, _ right: Character) -> Bool {
        func isWord(_ character: Character) -> Bool {
            character.isASCII ? character.isLetter || character.isNumber : character.isCased
        }
        return isWord(left) && isWord(right)
    }

    static func fold(_ character: Character) -> Character {
        if let ascii = character.asciiValue {
            return (0x41...0x5A).contains(ascii) ? Character(UnicodeScalar(ascii + 0x20)) : character
        }
        let text = String(character).folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
        return text.count == 1 ? Character(text) : character
    }

    /// Numbers as people write them, thousands marks removed.
    private static func numbers(in characters: [Character]) -> [(range: Range<Int>, text: String)] {
        var found: [(range: Range<Int>, text: String)] = []
        var index = 0
        while index < characters.count {
            guard characters[index].isASCII, characters[index].isNumber else {
                index += 1
                continue
            }
            let start = index
            while index < characters.count, isInNumber(characters, at: index) { index += 1 }
            let isNegative = start > 0 && "-−".contains(characters[start - 1])
            let digits = String(characters[start..<index]).replacing(",", with: "")
            found.append(((isNegative ? start - 1 : start)..<index, (isNegative ? "-" : "") + digits))
        }
        return found
    }

    /// A digit, or a point or comma between two digits.
    private static func isInNumber(_ characters: [Character], at index: Int) -> Bool {
        let character = characters[index]
        if character.isASCII, character.isNumber { return true }
        guard character == "." || character == ",", index + 1 < characters.count else { return false }
        return characters[index + 1].isASCII && characters[index + 1].isNumber
    }

    private static let words: [Int: String] = [
        1: "one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
        11: "eleven", 12: "twelve",
    ]
}
