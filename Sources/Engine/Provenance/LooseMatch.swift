/// Finds what a query says in other words than the argument has: a person sees that they mean the same.
///
/// Words without regard to signs between them, decimal commas, numbers in words and with units, dates and times in any
/// custom, codes for names (`DE`, `EUR`, `fr`), and searches made of the query's own words.
struct LooseMatch: Sendable {
    private let characters: [Character]
    private let words: WrittenWords
    private let numbers: QueryNumbers
    private let moments: QueryMoments
    private let codes: [Int: Range<Int>]
    private let stems: [String: Range<Int>]

    init(_ characters: [Character]) {
        self.characters = characters
        words = WrittenWords(characters)
        numbers = QueryNumbers(characters, words)
        moments = QueryMoments(characters, words)
        codes = KnownCodes.groups(in: words, characters)
        stems = Dictionary(words.words.map { (Self.stem($0.text), $0.range) }) { first, _ in first }
    }

    /// Where the query says a value.
    func range(of value: JSON) -> Range<Int>? {
        switch value {
        case .number(let number): range(of: number)
        case .string(let text): text.utf8.count <= 100_000 ? range(of: text) : nil
        case .null, .bool, .array, .object: nil
        }
    }

    private func range(of number: JSON.Number) -> Range<Int>? {
        let value = number.double
        if let range = numbers.range(of: value) ?? numbers.range(ofShare: value, in: characters) { return range }
        return number.int.flatMap { (0...23).contains($0) ? moments.range(ofHour: $0) : nil }
    }

    private func range(of text: String) -> Range<Int>? {
        if let range = moment(text) { return range }
        if CalendarDay.readings(of: text.prefix(10)).first != nil { return nil }
        if let number = JSON.Number(text: text) { return range(of: number) }
        let wanted = WrittenWords(text)
        if wanted.isEmpty { return nil }
        return words.range(of: wanted) ?? code(text) ?? composed(wanted)
    }

    /// A day, a time, or both.
    private func moment(_ text: String) -> Range<Int>? {
        if let time = ClockTime(text) { return moments.range(of: time) }
        if text.utf8.count == 7, let dash = text.firstIndex(of: "-"), let year = Int(text[..<dash]),
            let month = Int(text[text.index(after: dash)...])
        {
            return moments.range(ofMonth: month, in: year)
        }
        let parts = text.split(maxSplits: 1) { $0 == "T" || $0 == " " }
        guard let head = parts.first, let day = CalendarDay.readings(of: head).lazy.compactMap(moments.range).first
        else {
            return nil
        }
        guard parts.count == 2 else { return day }
        guard let time = ClockTime(parts[1]) else { return nil }
        if let said = moments.range(of: time) {
            return min(day.lowerBound, said.lowerBound)..<max(day.upperBound, said.upperBound)
        }
        // The whole day.
        return parts[1].hasPrefix("00:00") || parts[1].hasPrefix("23:59") ? day : nil
    }

    /// A code for what the query names, or a name for what it abbreviates; also `en-US` and `Asia/Tokyo`.
    private func code(_ text: String) -> Range<Int>? {
        guard text.utf8.count <= 40 else { return nil }
        if let range = KnownCodes.groups(named: text).lazy.compactMap({ codes[$0] }).first { return range }
        let parts = text.split { "-_/".contains($0) }.map(String.init)
        guard parts.count == 2 else { return nil }
        if Self.regions.contains(parts[0].lowercased()) { return words.range(of: WrittenWords(parts[1])) }
        guard parts[0].utf8.count == 2, parts[1].utf8.count == 2 else { return nil }
        return KnownCodes.groups(named: parts[0]).lazy.compactMap { codes[$0] }.first
    }

    /// A text made of the query's words: all of a short one, most of a long one.
    private func composed(_ wanted: WrittenWords) -> Range<Int>? {
        let content = wanted.words.filter { !Self.fillers.contains($0.text) }
        guard !content.isEmpty else { return nil }
        let found = content.compactMap { stems[Self.stem($0.text)] ?? said($0.text) }
        let needed = content.count > 5 ? (content.count * 3 + 4) / 5 : content.count
        guard found.count >= needed, let first = found.map(\.lowerBound).min(), let last = found.map(\.upperBound).max()
        else { return nil }
        return first..<last
    }

    /// A number or a code among the words of a text.
    private func said(_ word: String) -> Range<Int>? {
        if let number = JSON.Number(text: word) { return range(of: number) }
        return word.utf8.count > 1 ? KnownCodes.groups(named: word).lazy.compactMap { codes[$0] }.first : nil
    }

    /// A word without the endings of number and tense.
    private static func stem(_ word: String) -> String {
        guard word.utf8.count > 4, word.utf8.allSatisfy({ $0 >= 0x61 }) else { return word }
        for (ending, kept) in endings where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 3 {
            return word.dropLast(ending.count) + kept
        }
        return word
    }

    private static let endings = [
        ("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""), ("e", ""),
    ]
    private static let regions: Set = [
        "asia", "europe", "america", "africa", "australia", "pacific", "atlantic", "indian",
    ]
    private static let fillers: Set = [
        "a", "an", "the", "of", "in", "on", "at", "for", "to", "and", "or", "with", "by", "from", "s", "is", "are",
        "https",
        "http", "www", "de", "la", "le", "der", "die", "das", "el", "y", "und", "et",
    ]
}
