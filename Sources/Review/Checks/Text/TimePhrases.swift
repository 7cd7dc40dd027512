import Engine

/// Reads a query for words that mean another day each day.
struct TimePhrases {
    /// The first of them, as it is written but for capitals.
    private(set) var first: String?

    init(_ query: String, _ words: TextWords) {
        let sentences = SentenceBounds(words)
        for index in words.words.indices where !words.words[index].isQuoted {
            guard let phrase = Self.phrase(at: index, in: words) else { continue }
            let sentence = sentences.sentence(of: index)
            if Self.namesDay(near: index, in: words, sentence) { continue }
            // What is past does not change what is asked for elsewhere; what is to come may.
            if phrase.isMild || phrase.text.hasPrefix("last "), Self.isTale(sentence, words, sentences) { continue }
            if Self.isSupposed(sentence, words) { continue }
            first = phrase.text
            return
        }
        first = ForeignTime.word(in: query, words)
    }

    /// A phrase, and whether it may stand in a tale that the answer does not depend on.
    private typealias Phrase = (text: String, isMild: Bool)

    private static func phrase(at index: Int, in words: TextWords) -> Phrase? {
        let word = words.words[index]
        // A capital amid a sentence makes a title.
        if word.isCapital, !word.opensSentence, titles.contains(word.text) { return nil }
        if let found = singleWord(at: index, in: words) { return (found, true) }
        if let found = period(at: index, in: words) ?? counted(at: index, in: words) { return (found, false) }
        return fixed.first { words.has($0, at: index) }.map { ($0.joined(separator: " "), true) }
    }

    private static func singleWord(at index: Int, in words: TextWords) -> String? {
        let word = words[index]
        let next = words[index + 1]
        let before = words[index - 1]
        switch word {
        case "today", "today's", "tonight", "tonight's", "tomorrow", "tomorrow's", "yesterday", "yesterday's",
            "currently", "nowadays", "recently", "upcoming", "trending", "realtime":
            return word
        case "now":
            let isFiller = words.words[index].opensSentence || next == "that" || before == "until"
            return isFiller || before == "from" && next == "on" ? nil : before == "right" ? "right now" : word
        case "current": return isElectric(at: index, in: words) ? nil : "current \(next)"
        case "latest", "newest":
            return before == "at" || next.isEmpty || next == "of" || words.endsClause(index) ? nil : "\(word) \(next)"
        case "recent": return before == "most" || next.isEmpty ? "recent" : "recent \(next)"
        case "live": return live.contains(next) ? "live \(next)" : nil
        case "present": return rates.contains(next) ? "present \(next)" : nil
        case _: return nil
        }
    }

    private static func isElectric(at index: Int, in words: TextWords) -> Bool {
        let next = words[index + 1]
        return next.isEmpty || electricNext.contains(next) || electricBefore.contains(words[index - 1])
            || words.endsClause(index)
    }

    /// “This weekend”, “next Friday”, “the last season”.
    private static func period(at index: Int, in words: TextWords) -> String? {
        let word = words[index]
        guard ["this", "next", "last", "past", "coming", "previous"].contains(word) else { return nil }
        let next = words[index + 1]
        if counts.contains(next) || Int(next) != nil, units.contains(words[index + 2]) {
            return isFixedLater(index + 3, words) ? nil : "\(word) \(next) \(words[index + 2])"
        }
        let isPlain =
            periods.contains(next) || (word == "this" && parts.contains(next)) || (word == "last" && next == "night")
        return isPlain && !isFixedLater(index + 2, words) ? "\(word) \(next)" : nil
    }

    /// “The last week of May”, “the last year before the war”.
    private static func isFixedLater(_ index: Int, _ words: TextWords) -> Bool {
        ["of", "before", "after"].contains(words[index]) && words[index + 1] != "this"
    }

    /// “45 days from now”, “two weeks ago”, and “in three days” where that is a day and no duration.
    private static func counted(at index: Int, in words: TextWords) -> String? {
        guard counts.contains(words[index]) || Int(words[index]) != nil, units.contains(words[index + 1]) else {
            return nil
        }
        let text = "\(words[index]) \(words[index + 1])"
        let after = words[index + 2]
        if after == "ago" || (after == "from" && ["now", "today"].contains(words[index + 3])) {
            return text + " " + after
        }
        guard words[index - 1] == "in", words.endsClause(index + 1), !isPace(before: index, words) else { return nil }
        let opening = words.words[...index].lastIndex { $0.opensSentence } ?? 0
        let head = (opening..<min(opening + 3, index)).map { words[$0] }
        return foretelling.contains(head.first ?? "") && !head.contains("possible") ? "in " + text : nil
    }

    /// “9 km in 48 minutes”.
    private static func isPace(before index: Int, _ words: TextWords) -> Bool {
        words[index - 3].first?.isNumber == true && paces.contains(words[index - 2])
    }

    /// Whether a date with its year stands within five words of the same sentence.
    private static func namesDay(near index: Int, in words: TextWords, _ sentence: Range<Int>) -> Bool {
        // “Between 1 May 2024 and now” has another end each day.
        if ["and", "until", "till", "to"].contains(words[index - 1]) { return false }
        let near = max(sentence.lowerBound, index - 5)..<min(sentence.upperBound, index + 8)
        return near.contains { place in
            words[place].count == 4 && Int(words[place]).map { (1000...2999).contains($0) } ?? false
        }
    }

    /// Whether a sentence tells something of the one who asks, and another one asks.
    private static func isTale(_ sentence: Range<Int>, _ words: TextWords, _ sentences: SentenceBounds) -> Bool {
        sentences.count > 1 && !sentences.isQuestion(sentence)
            && (tellers.contains(words[sentence.lowerBound])
                || (["tonight", "today", "yesterday"].contains(words[sentence.lowerBound])
                    && subjects.contains(words[sentence.lowerBound + 1]))
                || (words[sentence.lowerBound] == "last" && subjects.contains(words[sentence.lowerBound + 2])))
    }

    /// Whether a sentence gives the figures of both days itself: “if it was 675 last year and is 735 now”.
    private static func isSupposed(_ sentence: Range<Int>, _ words: TextWords) -> Bool {
        let inside = words.words[sentence]
        return inside.contains { $0.text == "if" } && inside.count { $0.text.contains(where: \.isNumber) } >= 2
    }

    private static let subjects = tellers.union(["the", "a", "they", "he", "she", "somebody", "people"])

    private static let titles: Set = ["today", "tomorrow", "yesterday", "now", "recent", "current", "tonight", "live"]
    private static let fixed = [
        ["at", "the", "moment"], ["at", "present"], ["these", "days"], ["so", "far", "this"], ["up", "to", "date"],
        ["real", "time"], ["as", "of", "now"], ["most", "recent"],
    ]
    private static let live: Set = [
        "score", "scores", "price", "prices", "data", "stream", "rate", "rates", "results", "traffic", "weather",
        "updates", "coverage", "odds", "status", "match", "matches", "quote", "quotes", "feed",
    ]
    private static let rates: Set = ["rate", "price", "value", "state", "day", "weather", "time", "moment"]
    private static let electricNext: Set = [
        "flows", "flow", "through", "in", "of", "is", "and", "for", "when", "does", "drawn", "draws", "or", "across",
        "density", "density?", "divider", "source", "strength", "at", "was", "rating",
    ]
    private static let electricBefore: Set = [
        "electric", "electrical", "alternating", "direct", "ocean", "sea", "gulf", "rip", "eddy", "inrush",
    ]
    private static let counts: Set = [
        "a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "few",
        "couple", "several", "thirty",
    ]
    private static let units: Set = [
        "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours", "minutes", "quarters",
        "seasons", "weekends", "decades", "games", "matches", "nights",
    ]
    private static let paces: Set = [
        "km", "kilometres", "kilometers", "k", "m", "metres", "meters", "mile", "miles", "laps", "lengths", "pages",
        "words", "steps",
    ]
    private static let periods: Set = [
        "week", "week's", "weekend", "weekend's", "month", "month's", "year", "year's", "quarter", "season", "monday",
        "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "summer", "winter", "autumn", "fall",
        "spring", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "decade", "semester", "24", "48",
    ]
    private static let parts: Set = ["morning", "morning's", "afternoon", "evening", "evening's", "coming"]
    private static let foretelling: Set = ["is", "are", "will", "what's", "what", "how's", "when's", "do", "does"]
    private static let tellers: Set = [
        "i", "i'm", "i've", "my", "we", "we're", "we've", "our", "it", "it's", "he", "she",
    ]
}

extension TextWords {
    /// Whether a clause ends behind a word.
    func endsClause(_ index: Int) -> Bool {
        guard words.indices.contains(index + 1) else { return true }
        return words[index + 1].gap.contains { ",.;:!?)—–\n".contains($0) }
    }
}

/// Where the sentences of a text begin and end, as places among its words.
struct SentenceBounds {
    private var starts: [Int]
    private let words: TextWords

    init(_ words: TextWords) {
        self.words = words
        starts = words.words.indices.filter { words.words[$0].opensSentence }
    }

    var count: Int { starts.count }

    func sentence(of index: Int) -> Range<Int> {
        var low = 0
        var high = starts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if starts[middle] <= index { low = middle } else { high = middle }
        }
        let end = low + 1 < starts.count ? starts[low + 1] : words.words.count
        return (starts.isEmpty ? 0 : starts[low])..<end
    }

    /// Whether a sentence ends with a question mark; the last one counts as a question, since it is what is asked.
    func isQuestion(_ sentence: Range<Int>) -> Bool {
        guard sentence.upperBound < words.words.count else { return true }
        return words.words[sentence.upperBound].gap.contains("?")
    }
}

/// The commonest words for such days in other languages.
enum ForeignTime {
    static func word(in query: String, _ words: TextWords) -> String? {
        for (index, word) in words.words.enumerated() where !word.isQuoted && spaced.contains(word.text) {
            let before = words[index - 1]
            // “Guten Morgen”, “por la mañana”.
            if ["guten", "la", "am", "every", "jeden"].contains(before) { continue }
            if word.isCapital, !word.opensSentence { continue }
            return word.text
        }
        guard query.unicodeScalars.contains(where: { $0.value > 0x2E80 }) else { return nil }
        return unspaced.first(where: query.contains)
    }

    private static let spaced: Set = [
        "heute", "morgen", "gestern", "jetzt", "aktuell", "aktuelle", "aktuellen", "aktueller", "derzeit", "momentan",
        "neueste", "neuesten", "übermorgen", "aujourd'hui", "demain", "maintenant", "actuellement", "actuelle", "hoy",
        "mañana", "ayer", "ahora", "actualmente", "oggi", "domani", "ieri", "adesso", "attuale", "attualmente", "hoje",
        "amanhã", "ontem", "atualmente", "vandaag", "gisteren", "сегодня", "завтра", "вчера", "сейчас",
    ]
    private static let unspaced = [
        "今天", "明天", "昨天", "现在", "目前", "最新", "本周", "下周", "今年", "去年", "明年", "今日", "明日", "昨日", "現在", "今週",
        "来週", "오늘", "내일", "어제", "지금", "현재",
    ]
}
