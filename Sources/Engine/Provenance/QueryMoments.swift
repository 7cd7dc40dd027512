/// The days and times of day that a query says.
struct QueryMoments: Sendable {
    /// A month with the days and years said beside it; no days where only the month is meant.
    private struct Mention {
        var month: Int
        var days: Set<Int> = []
        var years: Set<Int> = []
        var range: Range<Int>
    }

    private var mentions: [Mention] = []
    /// How many days or nights the query speaks of.
    private var stays: Set<Int> = []
    private var years: [Int: Range<Int>] = [:]
    private var times: [ClockTime: Range<Int>] = [:]
    private let words: [WrittenWords.Word]

    init(_ characters: [Character], _ written: WrittenWords) {
        words = written.words
        for word in words where word.text.count == 4 {
            if let year = Int(word.text), (1000...2999).contains(year), years[year] == nil { years[year] = word.range }
        }
        for index in words.indices {
            if let month = CalendarDay.month(named: words[index].text) { read(month: month, at: index) }
            readNumeric(at: index, characters)
            readFeast(at: index)
            readTime(at: index, characters)
            readStay(at: index)
        }
    }

    /// Where the query says a day, a month or year of which it is the first or the last day, or a stay that ends on it.
    func range(of day: CalendarDay) -> Range<Int>? {
        if let range = said(day) { return range }
        for stay in stays.sorted() {
            if let first = day.earlier(by: stay), let range = said(first) { return range }
        }
        return nil
    }

    private func said(_ day: CalendarDay) -> Range<Int>? {
        for mention in mentions where mention.month == day.month {
            let isYear = mention.years.isEmpty ? years[day.year] != nil : mention.years.contains(day.year)
            guard isYear else { continue }
            let isBound =
                mention.days.isEmpty && (day.day == 1 || day.day == CalendarDay.days(of: day.month, in: day.year))
            if mention.days.contains(day.day) || isBound { return mention.range }
        }
        let isBoundOfYear = (day.month == 1 && day.day == 1) || (day.month == 12 && day.day == 31)
        return isBoundOfYear ? years[day.year] : nil
    }

    /// Where the query says a month of a year.
    func range(ofMonth month: Int, in year: Int) -> Range<Int>? {
        mentions.first { mention in
            mention.month == month && (mention.years.isEmpty ? years[year] != nil : mention.years.contains(year))
        }?.range
    }

    func range(of time: ClockTime) -> Range<Int>? { times[time] }

    /// Where the query says an hour.
    func range(ofHour hour: Int) -> Range<Int>? { times[ClockTime(hour: hour, minute: 0)] }

    // Days

    private mutating func read(month: Int, at index: Int) {
        var mention = Mention(month: month, range: words[index].range)
        var start = index
        while start > 0, index - start < 8, let day = dayOrLink(words[start - 1].text) {
            if day > 0 { mention.days.insert(day) }
            start -= 1
        }
        var end = index + 1
        while end < words.count, end - index < 10 {
            let text = words[end].text
            if text.count == 4, let year = Int(text) {
                mention.years.insert(year)
                end += 1
                break
            }
            guard let day = dayOrLink(text) else { break }
            if day > 0 { mention.days.insert(day) }
            end += 1
        }
        mention.range = words[start].range.lowerBound..<words[end - 1].range.upperBound
        mentions.append(mention)
    }

    /// The day that a word says, 0 for what may stand between days, nil for anything else.
    private func dayOrLink(_ text: String) -> Int? {
        if let day = Int(text) { return (1...31).contains(day) && text.count <= 2 ? day : nil }
        if Self.links.contains(text) { return 0 }
        return Self.ordinals[text]
    }

    /// `05/17/2027`, `17.5.2027`, `2027-05-17`, `2027年5月17日`.
    private mutating func readNumeric(at index: Int, _ characters: [Character]) {
        let isSpelt = index + 4 < words.count && ["年", "년"].contains(words[index + 1].text)
        let places = isSpelt ? [index, index + 2, index + 4] : [index, index + 1, index + 2]
        guard let last = places.last, last < words.count else { return }
        let numbers = places.compactMap { Int(words[$0].text) }
        guard numbers.count == 3, isSpelt || areJoined(places, characters) else { return }
        let range = words[index].range.lowerBound..<words[last].range.upperBound
        if words[index].text.count == 4 {
            add(numbers[0], numbers[1], numbers[2], range)
        } else if words[last].text.count == 4 {
            add(numbers[2], numbers[1], numbers[0], range)
            add(numbers[2], numbers[0], numbers[1], range)
        }
    }

    private func areJoined(_ places: [Int], _ characters: [Character]) -> Bool {
        zip(places, places.dropFirst()).allSatisfy { left, right in
            let gap = words[left].range.upperBound..<words[right].range.lowerBound
            return gap.count == 1 && "/.-".contains(characters[gap.lowerBound])
        }
    }

    private mutating func add(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) {
        guard (1...12).contains(month), (1...31).contains(day) else { return }
        mentions.append(Mention(month: month, days: [day], years: [year], range: range))
    }

    /// “Three nights”, “2 weeks”; more than a few are hostile.
    private mutating func readStay(at index: Int) {
        guard stays.count < 10, index + 1 < words.count, let unit = Self.stayUnits[words[index + 1].text] else {
            return
        }
        guard let count = Int(words[index].text) ?? Self.cardinals[words[index].text], (1...60).contains(count) else {
            return
        }
        stays.insert(count * unit)
    }

    private static let stayUnits = ["night": 1, "nights": 1, "week": 7, "weeks": 7, "day": 1, "days": 1]
    private static let cardinals: [String: Int] = [
        "a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10,
    ]

    private mutating func readFeast(at index: Int) {
        for feast in Self.feasts where index + feast.words.count <= words.count {
            guard feast.words.indices.allSatisfy({ words[index + $0].text == feast.words[$0] }) else { continue }
            let range = words[index].range.lowerBound..<words[index + feast.words.count - 1].range.upperBound
            mentions.append(Mention(month: feast.month, days: [feast.day], range: range))
            return
        }
    }

    private static let links: Set = [
        "of", "to", "and", "the", "through", "until", "till", "st", "nd", "rd", "th", "bis", "und", "au", "y", "al",
        "de",
        "del", "from",
    ]
    private static let ordinals: [String: Int] = {
        let names = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
        return Dictionary(names.split(separator: " ").enumerated().map { (String($1), $0 + 1) }) { first, _ in first }
    }()
    private static let feasts: [(words: [String], month: Int, day: Int)] = [
        (["christmas", "eve"], 12, 24), (["boxing", "day"], 12, 26), (["christmas"], 12, 25),
        (["new", "year", "s", "eve"], 12, 31), (["new", "year", "s", "day"], 1, 1), (["halloween"], 10, 31),
        (["valentine", "s", "day"], 2, 14), (["bastille", "day"], 7, 14), (["independence", "day"], 7, 4),
    ]

    // Times

    private mutating func readTime(at index: Int, _ characters: [Character]) {
        let range = words[index].range
        if let named = Self.named[words[index].text] { return keep(named, range) }
        guard words[index].text.count <= 2, let hour = Int(words[index].text), hour <= 24 else { return }
        var minute = 0
        var next = index + 1
        if next < words.count, words[next].text.count == 2, let said = Int(words[next].text), said < 60,
            words[next].range.lowerBound == range.upperBound + 1, ":.h".contains(characters[range.upperBound])
        {
            minute = said
            next += 1
        }
        let isClock = next > index + 1
        let mark = next < words.count ? words[next].text : ""
        let dotted = mark + (next + 1 < words.count && words[next + 1].text == "m" ? "m" : "")
        switch (mark, dotted) {
        case ("pm", _), (_, "pm"): keep(ClockTime(hour: hour % 12 + 12, minute: minute), range)
        case ("am", _), (_, "am"): keep(ClockTime(hour: hour % 12, minute: minute), range)
        case ("uhr", _), ("h", _), ("heures", _), ("時", _), ("点", _), ("시", _):
            keep(ClockTime(hour: hour % 24, minute: minute), range)
        case _ where index > 1 && words[index - 1].text == "past" && words[index - 2].text == "half":
            keep(ClockTime(hour: hour % 24, minute: 30), range)
            keep(ClockTime(hour: (hour + 12) % 24, minute: 30), range)
        case ("o", _):
            keep(ClockTime(hour: hour % 24, minute: 0), range)
            keep(ClockTime(hour: (hour + 12) % 24, minute: 0), range)
        case _ where isClock:
            keep(ClockTime(hour: hour % 24, minute: minute), range)
            if hour <= 12 { keep(ClockTime(hour: (hour + 12) % 24, minute: minute), range) }
        case _: return
        }
    }

    private mutating func keep(_ time: ClockTime, _ range: Range<Int>) {
        if times[time] == nil { times[time] = range }
    }

    private static let named = [
        "noon": ClockTime(hour: 12, minute: 0), "midday": ClockTime(hour: 12, minute: 0),
        "midnight": ClockTime(hour: 0, minute: 0),
    ]
}

/// A time of day.
struct ClockTime: Hashable, Sendable {
    let hour: Int
    let minute: Int

    init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// Reads `15:00`, `15:00:00`, `15:00:00Z`, `3:00 PM`, `3pm`; nil for anything else.
    init?(_ text: some StringProtocol) {
        let lower = text.lowercased().filter { $0 != " " && $0 != "." }
        let isAfternoon = lower.hasSuffix("pm")
        let isMorning = lower.hasSuffix("am")
        let clock = lower.prefix { $0.isNumber || $0 == ":" }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard let hour = parts.first ?? nil, hour <= 24, parts.count > 1 || isAfternoon || isMorning else { return nil }
        let rest = parts.dropFirst()
        guard rest.count <= 2, rest.allSatisfy({ $0.map { $0 < 60 } ?? false }) else { return nil }
        let zone = lower.dropFirst(clock.count)
        guard zone.isEmpty || isAfternoon || isMorning || zone.allSatisfy({ "z+-:0123456789".contains($0) }) else {
            return nil
        }
        self.hour = isAfternoon ? hour % 12 + 12 : isMorning ? hour % 12 : hour % 24
        minute = (rest.first ?? 0) ?? 0
    }
}
