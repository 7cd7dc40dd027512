import Engine

/// A word of a query, and which one it is.
struct RuleWord: Hashable, Sendable {
    /// With the marks around it.
    let text: String
    /// 0 for the first.
    let place: Int
    /// Whether it begins a sentence.
    let isFirst: Bool

    static func words(of text: String) -> [RuleWord] {
        var words: [RuleWord] = []
        var isFirst = true
        for part in text.split(whereSeparator: \.isWhitespace) {
            words.append(RuleWord(text: String(part), place: words.count, isFirst: isFirst))
            isFirst = part.last.map { ".?!:".contains($0) } ?? false
        }
        return words
    }

    /// Without marks around it.
    var bare: String {
        let marks: (Character) -> Bool = { ".,;:?!()[]\"“”„‘’'…".contains($0) }
        return String(String(text.drop(while: marks)).reversed().drop(while: marks).reversed())
    }

    /// A number as JSON writes it; nil for anything else.
    var number: String? {
        let digits = bare.replacing(",", with: "").drop { "$€£+".contains($0) }
        let plain = digits.last == "%" ? digits.dropLast() : digits
        guard plain.contains(where: \.isNumber), let number = JSON.Number(text: String(plain)) else { return nil }
        return number.text
    }

    var isTime: Bool {
        let parts = bare.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count == 2 && parts.allSatisfy { $0.count == 2 && Int($0) != nil }
    }

    private var isName: Bool { bare.first.map { $0.isUppercase || $0.isLetter && !$0.isLowercase } ?? false }

    /// What goes on with a name between two of its words.
    private static let joints: Set = ["of", "the", "de", "la", "von", "van"]

    /// Names in the order of the text; a single word that begins a sentence may be none, so it comes after the others.
    static func names(in words: [RuleWord]) -> [RuleValues.Literal] {
        var sure: [RuleValues.Literal] = []
        var doubtful: [RuleValues.Literal] = []
        var run: [RuleWord] = []
        func end() {
            while let last = run.last, joints.contains(last.bare) { run.removeLast() }
            if let first = run.first, first.isFirst, usualBeginnings.contains(first.bare) { run.removeFirst() }
            guard let first = run.first, first.bare != "I" else { return run = [] }
            let name = RuleValues.Literal(text: run.map(\.bare).joined(separator: " "), place: first.place)
            if first.isFirst, run.count == 1 { doubtful.append(name) } else { sure.append(name) }
            run = []
        }
        for word in words {
            if word.isFirst { end() }
            if word.isName || !run.isEmpty && joints.contains(word.bare) { run.append(word) } else { end() }
            // A mark after a name ends it.
            if let last = word.text.last, ",;:?!.)".contains(last) { end() }
        }
        end()
        return sure + doubtful
    }

    private static let usualBeginnings: Set = [
        "A", "An", "And", "Also", "Are", "As", "At", "Begin", "Can", "Could", "Did", "Do", "Does", "For", "From",
        "Give", "Has",
        "Have", "How", "I", "If", "In", "Is", "It", "My", "Now", "On", "Our", "Please", "Say", "She", "Tell", "The",
        "Then",
        "There", "They", "This", "To", "We", "What", "When", "Where", "Which", "Who", "Will", "With", "Would", "You",
    ]

    static func quoted(in text: String) -> [RuleValues.Literal] {
        var found: [RuleValues.Literal] = []
        var rest = text[...]
        while let open = rest.firstIndex(where: { "\"“„".contains($0) }) {
            let inside = rest[rest.index(after: open)...]
            guard let close = inside.firstIndex(where: { "\"”“".contains($0) }) else { break }
            let place = text[..<open].split(whereSeparator: \.isWhitespace).count
            if close > inside.startIndex { found.append(.init(text: String(inside[..<close]), place: place)) }
            rest = inside[inside.index(after: close)...]
        }
        return found
    }
}

/// Dates in a query, as `2027-05-17` has them.
struct RuleDates: Sendable {
    let text: String
    /// The first word, and the one after the last.
    let place: Int
    let end: Int

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    static func dates(in words: [RuleWord]) -> [RuleDates] {
        words.indices.compactMap { index in
            let bare = words[index].bare
            if isDate(bare) { return RuleDates(text: bare, place: index, end: index + 1) }
            guard index + 2 < words.count, let year = Int(words[index + 2].bare), (1000...2999).contains(year) else {
                return nil
            }
            let pair = (bare.lowercased(), words[index + 1].bare.lowercased())
            let found =
                months.firstIndex(of: pair.1).flatMap { month in day(pair.0).map { (month + 1, $0) } }
                ?? months.firstIndex(of: pair.0).flatMap { month in day(pair.1).map { (month + 1, $0) } }
            return found.map { month, day in
                RuleDates(text: "\(year)-\(padded(month))-\(padded(day))", place: index, end: index + 3)
            }
        }
    }

    /// `17`, `17th`.
    private static func day(_ text: String) -> Int? {
        let digits = text.prefix(while: \.isNumber)
        guard ["", "st", "nd", "rd", "th"].contains(text.dropFirst(digits.count)), let day = Int(digits) else {
            return nil
        }
        return (1...31).contains(day) ? day : nil
    }

    private static func isDate(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
