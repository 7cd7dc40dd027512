import Engine

/// The values that a conversation holds: literals of its query, and what earlier calls gave.
struct RuleValues: Sendable {
    /// A literal of the query, and where it stands: in the order of the text.
    struct Literal: Hashable, Sendable {
        let text: String
        let place: Int
    }

    let query: String
    /// Numbers as they are written, thousands marks left out.
    let numbers: [Literal]
    /// `2027-05-17`.
    let dates: [Literal]
    /// `22:07`.
    let times: [Literal]
    /// What stands in quotation marks.
    let quoted: [Literal]
    /// Runs of words that begin with a capital letter, the first word of a sentence left out unless it goes on.
    let names: [Literal]
    /// What earlier calls gave, by the key it stood under; the latest call first.
    let given: [(key: String, value: JSON)]

    init(query: String, calls: [RuleTalk.Made]) {
        self.query = query
        let words = RuleWord.words(of: query)
        let days = RuleDates.dates(in: words)
        dates = days.map { Literal(text: $0.text, place: $0.place) }
        let ofDates = Set(days.flatMap { Array($0.place..<$0.end) })
        times = words.filter(\.isTime).map { Literal(text: $0.bare, place: $0.place) }
        numbers = words.compactMap { word in
            guard !ofDates.contains(word.place), let text = word.number else { return nil }
            return Literal(text: text, place: word.place)
        }
        quoted = RuleWord.quoted(in: query)
        names = RuleWord.names(in: words).filter { !ofDates.contains($0.place) }
        given = calls.reversed().filter(\.worked).flatMap { call in
            (call.output ?? .null).leaves.prefix(200).compactMap { leaf in
                leaf.path.lastKey.map { ($0, leaf.value) }
            }
        }
    }

    /// Whether a text stands in the query as words of its own; a plural counts.
    func says(_ text: String) -> Bool {
        guard !text.isEmpty else { return false }
        let (query, text) = (query.lowercased(), text.lowercased())
        var rest = query[...]
        while let place = rest.firstRange(of: text) {
            let before = query[..<place.lowerBound].last
            let after = query[place.upperBound...]
            let ending = after.hasPrefix("es") ? after.dropFirst(2) : after.hasPrefix("s") ? after.dropFirst() : after
            let ends = [after.first, ending.first].contains { $0.map { !$0.isLetter && !$0.isNumber } ?? true }
            if before.map({ !$0.isLetter && !$0.isNumber }) ?? true, ends { return true }
            rest = rest[place.upperBound...]
        }
        return false
    }
}
