import Engine

/// How a query says that there is a value without saying which, and how one asks for it.
///
/// A value is only replaced where what stands around it shows that it is a noun phrase of its own: after a
/// preposition or a verb from a short list, and before the end of a sentence or another such word.
struct VagueWording {
    /// What is replaced: the value, and a word or a unit that belongs to it.
    private(set) var range: Range<Int>
    /// What can stand in its place.
    private(set) var phrases: [String]
    /// What can be left out so that a sentence without the value remains; nil where none would.
    private(set) var omission: Range<Int>?
    /// How to ask for the value.
    let question: ValueQuestion

    /// Nil where the rules do not hold.
    init?(of value: LooseValue, in query: [Character]) {
        let place = QuotedPlace(value.range, in: query)
        guard
            let found = Self.date(value, place) ?? Self.time(value, place) ?? Self.number(value, place)
                ?? Self.name(value, place)
        else { return nil }
        self = found
        let whole = place.of(range)
        omission = whole.omission
        if whole.startsSentence { phrases = phrases.map { $0.prefix(1).uppercased() + $0.dropFirst() } }
    }

    /// A thing: a city, a day, a year.
    private init(_ place: QuotedPlace, _ noun: String, _ input: Tool.Input, rest: String = "") {
        range = place.range
        phrases = (Self.determiners.map { "\($0) \(noun)" } + (place.endsPart ? Self.endings(noun) : [])).map {
            $0 + rest
        }
        question = ValueQuestion(noun: noun, isAmount: false, input)
    }

    /// So many of a thing.
    private init(_ place: QuotedPlace, amountOf plural: String, called amount: String, _ input: Tool.Input) {
        range = place.range
        let ended =
            place.endsPart && place.previous != "of"
            ? ["\(amount) that I have in mind", "\(amount) that I mentioned"] : []
        phrases =
            ["a certain", "a given", "a particular", "the usual", "the same", "that", "this", "some"].map {
                "\($0) \(amount)"
            } + ended.map { "the " + $0 }
        question = ValueQuestion(noun: plural, isAmount: true, input)
    }

    private static let determiners = [
        "a certain", "a particular", "one particular", "a given", "some", "this", "that", "one specific",
    ]

    /// What can only stand at the end of a part of a sentence.
    private static func endings(_ noun: String) -> [String] {
        ["the \(noun) that I have in mind", "the \(noun) we talked about", "the \(noun) that I mentioned"]
    }
}

extension VagueWording {
    private static func date(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, CalendarDay(iso: text) != nil, text.utf8.count == 10,
            place.follows(Words.beforeTimes), place.isClosed
        else { return nil }
        return VagueWording(place, "day", value.input)
    }

    /// `07:30`, at or from or until which something is.
    private static func time(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, text.utf8.count == 5, text.dropFirst(2).first == ":",
            text.filter(\.isNumber).count == 4, place.follows(Words.beforeTimes), place.isClosed
        else { return nil }
        return VagueWording(place, "time", value.input)
    }

    private static func number(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard value.value.number != nil else { return nil }
        return calendar(value, place) ?? amount(value, place)
    }

    /// A year, a month or a week: `in 2027`, `in May 2026`, `week 13 of 2027`.
    private static func calendar(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        let parts = value.input.name.words
        if parts.contains("week"), let whole = place.including(word: "week"), whole.follows(Words.beforeTimes),
            whole.isClosed
        {
            return VagueWording(whole, "week", value.input)
        }
        guard place.follows(["in", "of", "for", "during"]) else { return nil }
        if parts.contains("year"), place.text.count == 4, place.isClosed {
            return VagueWording(place, "year", value.input)
        }
        guard parts.contains("month"), place.text.allSatisfy(\.isLetter) else { return nil }
        if place.isClosed { return VagueWording(place, "month", value.input) }
        guard let next = place.next, next.count == 4, next.allSatisfy(\.isNumber) else { return nil }
        return VagueWording(place, "month", value.input, rest: " of")
    }

    /// A number with its unit or with what is counted: `150 km`, `40 pages`.
    private static func amount(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let counted = place.countedThings else { return nil }
        let whole = place.of(counted.range)
        guard whole.follows(Words.beforeAmounts), whole.isClosed, !counted.describes(whole.previous) else { return nil }
        let isRadius = whole.previous?.lowercased() == "within" && Units.lengths.contains(counted.plural)
        return VagueWording(
            whole, amountOf: counted.plural, called: isRadius ? "distance" : "number of \(counted.plural)", value.input)
    }

    /// A name whose kind is known: `Oslo` is a city.
    private static func name(_ value: LooseValue, _ place: QuotedPlace) -> VagueWording? {
        guard let text = value.value.string, place.text.first?.isLetter == true || place.text.first == "#",
            CalendarDay(iso: text) == nil, place.isSpelledAs(text),
            place.startsSentence || place.follows(Words.beforeNames),
            place.isClosed, let noun = KindNoun(of: value.input, of: value.tool)?.text
        else { return nil }
        return VagueWording(place, noun, value.input)
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
    /// Where something is or happens: such words can go together with the place or the time.
    static let ofPlacesAndTimes: Set<String> = ["in", "at", "on", "near", "during", "around"]
    /// What needs no place or time behind it to be a sentence.
    static let complete: Set<String> = [
        "it", "weather", "temperature", "time", "forecast", "sunrise", "sunset", "holidays", "holiday", "museums",
        "events", "restaurants", "hotels", "landmarks", "concerts", "moon", "sun", "rise", "set", "rain", "open",
        "there",
        "tides", "shops", "parks", "libraries", "news", "today", "tomorrow",
    ]
    /// Words that may stand for what was said before.
    static let pointing: Set<String> = [
        "it", "its", "there", "that", "this", "those", "these", "they", "them", "their", "he", "she", "him", "his",
        "her",
        "then", "same", "also", "too", "one", "ones", "so", "such", "other", "another", "else", "both", "where",
    ]
    static let joining: Set<String> = ["and", "or", "but"]
    /// How a second question begins.
    static let asking: Set<String> = [
        "what", "which", "who", "whose", "when", "how", "why", "is", "are", "was", "were", "does", "do", "did", "can",
        "could", "will", "would", "in", "at", "on", "has", "have",
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
