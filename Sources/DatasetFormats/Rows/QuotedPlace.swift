/// A part of a query, and what stands around it.
struct QuotedPlace {
    let range: Range<Int>
    private let query: [Character]

    init(_ range: Range<Int>, in query: [Character]) {
        self.range = range
        self.query = query
    }

    /// Another part of the same query.
    func of(_ range: Range<Int>) -> QuotedPlace { QuotedPlace(range, in: query) }

    var text: String { String(query[range]) }

    /// The word right before, one blank apart.
    var previous: String? {
        guard range.lowerBound > 1, query[range.lowerBound - 1] == " " else { return nil }
        let word = query[..<(range.lowerBound - 1)].reversed().prefix { $0.isLetter || $0.isNumber }
        return word.isEmpty ? nil : String(word.reversed())
    }

    /// The word right after, one blank apart.
    var next: String? {
        guard range.upperBound + 1 < query.count, query[range.upperBound] == " " else { return nil }
        let word = query[(range.upperBound + 1)...].prefix { $0.isLetter || $0.isNumber }
        return word.isEmpty ? nil : String(word)
    }

    func follows(_ words: Set<String>) -> Bool { previous.map { words.contains($0.lowercased()) } ?? false }

    /// At the beginning of the query, or after the end of a sentence.
    var startsSentence: Bool {
        guard range.lowerBound > 0 else { return true }
        return range.lowerBound > 1 && query[range.lowerBound - 1] == " " && ".?!".contains(query[range.lowerBound - 2])
    }

    /// Before the end of a part of the sentence, or before a word that no noun phrase goes on with.
    ///
    /// After a comma another name would belong to it, as in `Oslo, Norway`.
    var isClosed: Bool {
        guard range.upperBound < query.count else { return true }
        if let next { return Words.after.contains(next) }
        let mark = query[range.upperBound]
        let rest = query[(range.upperBound + 1)...]
        guard ".?!,;:".contains(mark), rest.first.map({ $0 == " " }) ?? true else { return false }
        return mark != "," || rest.dropFirst().first?.isLowercase == true
    }

    /// Right before a mark that ends a part of the sentence, or at the end of the query.
    var endsPart: Bool { isClosed && next == nil }

    /// The one question around the part; nil where it is no question.
    var question: Range<Int>? {
        func isEnd(_ index: Int) -> Bool {
            ".?!".contains(query[index]) && (index + 1 == query.count || query[index + 1].isWhitespace)
        }
        guard let end = (range.upperBound..<query.count).first(where: isEnd), query[end] == "?" else { return nil }
        let before = query.indices[..<range.lowerBound].last(where: isEnd)
        let start = before.map { $0 + 1 } ?? 0
        let begin = (start..<range.lowerBound).first { !query[$0].isWhitespace } ?? range.lowerBound
        return begin..<(end + 1)
    }

    /// Whether a question can be understood without those before it, and asks one thing.
    var standsAlone: Bool {
        let words = text.lowercased().words
        return !words.contains { Words.pointing.contains($0) }
            && words.indices.allSatisfy { !Words.joining.contains(words[$0]) || !asks(words, after: $0) }
    }

    private func asks(_ words: [String], after index: Int) -> Bool {
        index + 1 < words.count && Words.asking.contains(words[index + 1])
    }

    /// The part with its preposition, where what stands before is a sentence without it.
    var omission: Range<Int>? {
        guard endsPart, let preposition = previous, Words.ofPlacesAndTimes.contains(preposition) else { return nil }
        let start = range.lowerBound - 1 - preposition.count
        guard let before = of(start..<range.upperBound).previous, Words.complete.contains(before.lowercased())
        else { return nil }
        return (start - 1)..<range.upperBound
    }

    /// The part with a word before it; nil where another one stands there.
    func including(word: String) -> QuotedPlace? {
        guard previous == word else { return nil }
        return of((range.lowerBound - 1 - word.count)..<range.upperBound)
    }

    /// Case may differ as it does at the beginning of a sentence, but `is` is not `IS`.
    func isSpelledAs(_ value: String) -> Bool {
        !value.contains(where: \.isUppercase) || text.contains(where: \.isUppercase)
    }

    /// A number and what it counts, where the part is a number or begins with one.
    var countedThings: CountedThings? {
        let digits = query[range].prefix { $0.isNumber || $0 == "." || $0 == "," }
        guard !digits.isEmpty, String(digits) != "1", digits.endIndex < query.count, query[digits.endIndex] == " "
        else { return nil }
        let start = digits.endIndex + 1
        let word = String(query[start...].prefix { $0.isLetter || $0 == "/" })
        let end = start + word.count
        guard end >= range.upperBound, let plural = Units.plural(of: word) else { return nil }
        guard Units.adjectives.contains(word) else {
            return CountedThings(range: range.lowerBound..<end, plural: plural)
        }
        let noun = of(range.lowerBound..<end).next ?? ""
        guard noun.hasSuffix("s") else { return nil }
        return CountedThings(range: range.lowerBound..<(end + 1 + noun.count), plural: "\(word) \(noun)")
    }
}

/// A number with what it counts, as in `150 km`.
struct CountedThings {
    let range: Range<Int>
    let plural: String

    /// Whether it tells what somebody is like, as in `a man of 66 kg`, where a vague number sounds odd.
    func describes(_ previous: String?) -> Bool { previous == "of" && ["kilograms", "years"].contains(plural) }
}

/// What numbers count, written out in the plural.
enum Units {
    static let lengths: Set<String> = ["kilometres", "metres", "centimetres", "miles", "feet"]
    static let adjectives: Set<String> = ["working", "calendar", "business", "different"]

    /// Nil for a word that is no unit and no plural.
    static func plural(of word: String) -> String? {
        if let unit = abbreviations[word] { return unit }
        if adjectives.contains(word) || word == "people" || word == "children" { return word }
        let isPlural = word.count > 3 && word.hasSuffix("s") && !word.hasSuffix("ss") && word.allSatisfy(\.isLetter)
        return isPlural && word.first?.isLowercase == true && !notPlural.contains(word) ? word : nil
    }

    private static let abbreviations = [
        "km": "kilometres", "m": "metres", "cm": "centimetres", "mm": "millimetres", "mi": "miles", "ft": "feet",
        "kg": "kilograms", "g": "grams", "mg": "milligrams", "lb": "pounds", "ml": "millilitres", "l": "litres",
        "mol": "moles", "km/h": "kilometres per hour", "mph": "miles per hour", "min": "minutes", "h": "hours",
        "s": "seconds", "W": "watts", "kWh": "kilowatt-hours", "EUR": "euros", "USD": "dollars",
    ]
    private static let notPlural: Set<String> = [
        "does", "goes", "takes", "makes", "times", "minus", "plus", "always", "this",
    ]
}
