import Engine

/// How a query says that there is a value without saying which, and how one asks for it.
///
/// A value is only replaced where what stands around it shows that it is a noun phrase of its own: after a
/// preposition or a verb from a short list, and before the end of a sentence or another such word.
struct VagueWording {
    /// What is replaced: the value, and a word or a unit that belongs to it.
    private(set) var range: Range<Int>
    private(set) var phrase: String
    /// Ways to ask for the value.
    private(set) var questions: [String]

    /// Nil where the rules do not hold.
    init?(of value: LooseValue, in query: [Character]) {
        let place = QuotedPlace(value.range, in: query)
        guard
            let found = Self.date(value, place) ?? Self.time(value, place) ?? Self.number(value, place)
                ?? Self.name(value, place)
        else { return nil }
        self = found
        if place.of(range).startsSentence { phrase = phrase.prefix(1).uppercased() + phrase.dropFirst() }
    }

    private init(_ range: Range<Int>, _ noun: String) {
        self.range = range
        phrase = "a certain \(noun)"
        questions = [
            "Which \(noun) do you mean?", "Could you tell me which \(noun) you mean?",
            "I need to know which \(noun) you mean before I can go on. Which one is it?",
        ]
    }

    private init(_ range: Range<Int>, phrase: String, questions: [String]) {
        self.range = range
        self.phrase = phrase
        self.questions = questions
    }
}

extension VagueWording {
    private static func date(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, CalendarDay(iso: text) != nil, text.utf8.count == 10,
            place.follows(Words.beforeTimes), place.isClosed
        else { return nil }
        return VagueWording(
            place.range, phrase: "a certain day",
            questions: [
                "Which day do you mean?", "Could you give me the date that you have in mind?",
                "I need the date before I can go on. Which day is it?",
            ])
    }

    /// `07:30`, at or from or until which something is.
    private static func time(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, text.utf8.count == 5, text.dropFirst(2).first == ":",
            text.filter(\.isNumber).count == 4, place.follows(Words.beforeTimes), place.isClosed
        else { return nil }
        return VagueWording(place.range, "time")
    }

    private static func number(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard value.value.number != nil else { return nil }
        return calendar(value, place) ?? amount(place)
    }

    /// A year, a month or a week: `in 2027`, `in May 2026`, `week 13 of 2027`.
    private static func calendar(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        let parts = value.input.name.words
        if parts.contains("week"), let whole = place.including(word: "week"), whole.follows(Words.beforeTimes),
            whole.isClosed
        {
            return VagueWording(whole.range, "week")
        }
        guard place.follows(["in", "of", "for", "during"]) else { return nil }
        if parts.contains("year"), place.text.count == 4, place.isClosed { return VagueWording(place.range, "year") }
        guard parts.contains("month"), place.text.allSatisfy(\.isLetter) else { return nil }
        if place.isClosed { return VagueWording(place.range, "month") }
        guard let next = place.next, next.count == 4, next.allSatisfy(\.isNumber) else { return nil }
        var wording = VagueWording(place.range, "month")
        wording.phrase += " of"
        return wording
    }

    /// A number with its unit or with what is counted: `150 km`, `40 pages`.
    private static func amount(_ place: QuotedPlace) -> VagueWording? {
        guard let counted = place.countedThings else { return nil }
        let whole = place.of(counted.range)
        guard whole.follows(Words.beforeAmounts), whole.isClosed, !counted.describes(whole.previous) else { return nil }
        let isRadius = whole.previous?.lowercased() == "within" && Units.lengths.contains(counted.plural)
        return VagueWording(
            counted.range, phrase: isRadius ? "a certain distance" : "a certain number of \(counted.plural)",
            questions: [
                "How many \(counted.plural) do you have in mind?",
                "Could you tell me how many \(counted.plural) you mean?",
                "I need the number of \(counted.plural) before I can go on. What is it?",
            ])
    }

    /// A name whose kind is known: `Oslo` is a city.
    private static func name(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, place.text.first?.isLetter == true || place.text.first == "#",
            CalendarDay(iso: text) == nil, place.isSpelledAs(text),
            place.startsSentence || place.follows(Words.beforeNames),
            place.isClosed, let noun = KindNoun(of: value.input, of: value.tool)?.text
        else { return nil }
        return VagueWording(place.range, noun)
    }
}

/// The short lists.
enum Words {
    static let beforeTimes: Set<String> = [
        "on", "at", "from", "after", "before", "since", "until", "till", "by", "of", "for", "than", "to", "and", "or",
        "dates", "days", "show", "read", "during", "in",
    ]
    static let beforeNames: Set<String> = [
        "in", "at", "on", "of", "to", "from", "for", "with", "about", "near", "around", "by", "between", "and", "or",
        "than", "reach", "is", "are", "was", "does", "do", "did", "will", "has", "have", "like", "into", "behind",
        "towards", "toward", "via", "over", "visit", "visiting", "called", "named", "speak", "learn", "until", "after",
        "before", "under", "against", "through", "matches", "reading", "finds", "find", "discovered", "see", "watch",
    ]
    static let beforeAmounts: Set<String> = [
        "in", "at", "of", "to", "from", "for", "with", "about", "within", "around", "by", "between", "and", "or",
        "than",
        "are", "is", "do", "does", "takes", "take", "scale", "weigh", "looking", "will", "over", "every", "go",
        "into", "has", "have", "need", "needs", "after", "when", "under", "least", "most",
    ]
    /// What a noun phrase cannot go on with.
    static let after: Set<String> = [
        "and", "or", "in", "on", "at", "from", "to", "of", "for", "with", "by", "than", "is", "are", "was", "were",
        "does",
        "do", "did", "will", "would", "can", "could", "has", "have", "had", "shows", "show", "lie", "lies", "there",
        "that", "then", "when", "while", "if", "as", "after", "before", "until", "since", "take", "takes", "really",
        "a", "an", "each", "per", "every", "what", "how", "away", "long", "high", "covers", "cover", "come", "comes",
        "belong", "belongs", "work", "works", "hangs", "go", "goes", "now", "wrote", "around", "up", "down", "high",
        "weigh", "weighs", "cost", "costs", "up", "please", "my", "the", "this", "ever", "still", "today", "which",
    ]
}
