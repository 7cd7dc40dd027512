/// Something a text states that can be looked up: the same kinds are read from responses and from their sources.
struct Claim {
    enum Content {
        /// Every reading of a day, such as 3/4/2026; and the weekday beside it, 0 for Sunday.
        case day([WrittenDay], weekday: Int?)
        /// Minutes after midnight; several where the half of the day is not said.
        case time(Set<Int>)
        /// Minutes, from parts such as hours and minutes, which are given too.
        case duration(Double, parts: [Double])
        case number(WrittenNumber)
        /// A number word.
        case small(Int)
        /// Letters and digits in one, such as a flight number.
        case code(String)
        case link(String)
    }

    let content: Content
    /// The tokens that say it.
    let range: Range<Int>
}

/// Finds the claims of a text, from its first token to its last.
struct ClaimReader {
    let tokens: [TextToken]

    var claims: [Claim] {
        var claims: [Claim] = []
        var index = 0
        while index < tokens.count {
            if let claim = claim(at: index) {
                claims.append(claim)
                index = max(index + 1, claim.range.upperBound)
            } else {
                index += 1
            }
        }
        return claims
    }

    private func claim(at index: Int) -> Claim? {
        switch tokens[index].kind {
        case .link: return Claim(content: .link(tokens[index].text), range: index..<index + 1)
        case .word: return day(fromWord: index) ?? code(at: index) ?? small(at: index)
        case .number: return day(fromNumber: index) ?? time(at: index) ?? duration(at: index) ?? number(at: index)
        case .mark: return nil
        }
    }

    private func number(at index: Int) -> Claim {
        Claim(content: .number(WrittenNumber(tokens[index].text)), range: index..<index + 1)
    }

    private func small(at index: Int) -> Claim? {
        guard let value = NumberWord.value(of: tokens[index].folded) else { return nil }
        return Claim(content: .small(value), range: index..<index + 1)
    }
}

// What stands at a place.
extension ClaimReader {
    func text(_ index: Int) -> String { tokens.indices.contains(index) ? tokens[index].text : "" }

    func word(_ index: Int) -> String {
        tokens.indices.contains(index) && tokens[index].kind == .word ? tokens[index].folded : ""
    }

    /// The whole number of ASCII digits at a place; nil for anything else.
    func int(_ index: Int) -> Int? {
        guard tokens.indices.contains(index), tokens[index].kind == .number, tokens[index].text.count <= 9 else {
            return nil
        }
        let text = tokens[index].text
        return text.allSatisfy(\.isWholeNumber)
            ? Int(text.compactMap(\.wholeNumberValue).map(String.init).joined()) : nil
    }

    func isGlued(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].isGlued }
}

// Days.
extension ClaimReader {
    private func day(fromNumber index: Int) -> Claim? {
        if let days = slashed(at: index) { return Claim(content: .day(days.days, weekday: nil), range: days.range) }
        if let claim = ideographic(at: index) { return claim }
        guard let day = int(index), (1...31).contains(day) else { return nil }
        var next = index + 1
        if ["st", "nd", "rd", "th"].contains(word(next)), isGlued(next) { next += 1 }
        if text(next) == ".", isGlued(next) { next += 1 }
        if ["of", "de", "d'"].contains(word(next)) { next += 1 }
        guard let month = WrittenDay.month(named: word(next)), isNamed(next) else { return nil }
        next += 1
        let end = year(after: next)
        let said = WrittenDay(year: end?.year, month: month, day: day)
        return Claim(content: .day([said], weekday: weekday(before: index)), range: index..<(end?.next ?? next))
    }

    private func day(fromWord index: Int) -> Claim? {
        guard let month = WrittenDay.month(named: word(index)), isNamed(index) else { return nil }
        var next = index + 1
        if text(next) == ".", isGlued(next), word(index).count <= 4 { next += 1 }
        if let day = int(next), (1...31).contains(day), !isTime(next) {
            next += 1
            if ["st", "nd", "rd", "th"].contains(word(next)), isGlued(next) { next += 1 }
            let end = year(after: next)
            let said = WrittenDay(year: end?.year, month: month, day: day)
            return Claim(content: .day([said], weekday: weekday(before: index)), range: index..<(end?.next ?? next))
        }
        if let end = year(after: next) {
            return Claim(
                content: .day([WrittenDay(year: end.year, month: month, day: nil)], weekday: nil),
                range: index..<end.next)
        }
        guard ["in", "im", "until", "since", "by", "en", "of"].contains(word(index - 1)) else { return nil }
        return Claim(
            content: .day([WrittenDay(year: nil, month: month, day: nil)], weekday: nil), range: index..<index + 1)
    }

    /// "may", "mar" and "set" are words as well: in English a month has a capital letter.
    private func isNamed(_ index: Int) -> Bool {
        let isShort =
            word(index).count <= 5 && ["may", "march", "mar", "sept", "jan", "set", "dec", "mai"].contains(word(index))
        return !isShort || text(index).first?.isUppercase == true || word(index) == "mai"
    }

    private func isTime(_ index: Int) -> Bool { text(index + 1) == ":" && isGlued(index + 1) }

    private func year(after index: Int) -> (year: Int, next: Int)? {
        var next = index
        if [",", "."].contains(text(next)) { next += 1 }
        if ["de", "of"].contains(word(next)) { next += 1 }
        guard let year = int(next), (1000...2999).contains(year), tokens[next].text.count == 4, !isTime(next) else {
            return nil
        }
        return (year, next + 1)
    }

    private func weekday(before index: Int) -> Int? {
        for place in [index - 1, index - 2, index - 3] where place >= 0 {
            if let weekday = WrittenDay.weekday(named: word(place)) { return weekday }
            guard [",", "the", "("].contains(text(place)) else { return nil }
        }
        return nil
    }

    /// `2026-05-17`, `17/5/2026`, `5/17/2026`, `17.5.2026`.
    private func slashed(at index: Int) -> (days: [WrittenDay], range: Range<Int>)? {
        var parts = tokens[index].text.split(separator: ".").compactMap { Int($0) }
        var end = index + 1
        if parts.count == 1 {
            for _ in 0..<2 {
                guard ["-", "/", "–"].contains(text(end)), isGlued(end), isGlued(end + 1), let part = int(end + 1)
                else { break }
                parts.append(part)
                end += 2
            }
        }
        guard parts.count == 3 else { return nil }
        let orders = parts[0] > 999 ? [(0, 1, 2)] : [(2, 1, 0), (2, 0, 1)]
        let days = orders.compactMap { order -> WrittenDay? in
            let year = parts[order.0] < 100 ? 2000 + parts[order.0] : parts[order.0]
            guard (1000...2999).contains(year), (1...12).contains(parts[order.1]), (1...31).contains(parts[order.2])
            else { return nil }
            return WrittenDay(year: year, month: parts[order.1], day: parts[order.2])
        }
        // What follows an ISO day with a T is its time.
        if ["T", "t"].contains(text(end)), isGlued(end) { end += 1 }
        return days.isEmpty ? nil : (days, index..<end)
    }

    /// `2026年5月17日`, `5月17日`, `2026年5月`.
    private func ideographic(at index: Int) -> Claim? {
        guard let first = int(index) else { return nil }
        var place = index
        var year: Int?
        if text(place + 1) == "年" || text(place + 1) == "년" {
            year = first
            place += 2
        }
        guard let month = int(place), (1...12).contains(month), ["月", "월"].contains(text(place + 1)) else { return nil }
        place += 2
        guard let day = int(place), ["日", "号", "일"].contains(text(place + 1)) else {
            guard year != nil else { return nil }
            return Claim(
                content: .day([WrittenDay(year: year, month: month, day: nil)], weekday: nil), range: index..<place)
        }
        return Claim(
            content: .day([WrittenDay(year: year, month: month, day: day)], weekday: nil), range: index..<place + 2)
    }
}

// Times and durations.
extension ClaimReader {
    private func time(at index: Int) -> Claim? {
        guard let hour = int(index), hour <= 24 else { return nil }
        var next = index + 1
        var minute = 0
        var isTime = false
        if [":", "h", "H"].contains(text(next)), isGlued(next), let said = int(next + 1), isGlued(next + 1),
            said < 60, tokens[next + 1].text.count == 2
        {
            minute = said
            next += 2
            isTime = true
            if text(next) == ":", isGlued(next), int(next + 1) != nil { next += 2 }
        }
        let half = halfOfDay(at: next)
        if let half { next = half.next }
        if word(next) == "uhr" {
            isTime = true
            next += 1
        }
        guard isTime || half != nil else { return nil }
        let isPlain = half == nil && (hour > 12 || hour == 0 || tokens[index].text.count == 2 && hour < 10)
        var options: Set<Int> = [hour % 24 * 60 + minute]
        switch half?.isLate {
        case .some(let isLate): options = [(hour % 12 + (isLate ? 12 : 0)) * 60 + minute]
        case .none where !isPlain: options.insert((hour + 12) % 24 * 60 + minute)
        case .none: break
        }
        return Claim(content: .time(options), range: index..<next)
    }

    /// "am", "p.m.": whether it is the later half, and what comes after it.
    private func halfOfDay(at index: Int) -> (isLate: Bool, next: Int)? {
        if word(index) == "am" || word(index) == "pm" {
            // "10 am Main" is no time, but nobody's response says it.
            return (word(index) == "pm", index + 1)
        }
        guard ["a", "p"].contains(word(index)), text(index + 1) == ".", word(index + 2) == "m" else { return nil }
        return (word(index) == "p", index + (text(index + 3) == "." ? 4 : 3))
    }

    /// `2 hours and 35 minutes`, `2 h 35 min`, `3 days and 4 hours`.
    private func duration(at index: Int) -> Claim? {
        guard let first = part(at: index) else { return nil }
        var next = first.next
        if ["and", "und", "et", "y"].contains(word(next)) || text(next) == "," { next += 1 }
        guard let second = part(at: next), second.minutes < first.minutes else { return nil }
        let total = first.value * first.minutes + second.value * second.minutes
        return Claim(content: .duration(total, parts: [first.value, second.value]), range: index..<second.next)
    }

    private func part(at index: Int) -> (value: Double, minutes: Double, next: Int)? {
        guard let value = int(index), let minutes = Self.minutes[word(index + 1)] else { return nil }
        return (Double(value), minutes, index + 2)
    }

    private static let minutes: [String: Double] = [
        "day": 1440, "days": 1440, "d": 1440, "hour": 60, "hours": 60, "h": 60, "hr": 60, "hrs": 60, "stunden": 60,
        "stunde": 60, "heures": 60, "heure": 60, "horas": 60, "minute": 1, "minutes": 1, "min": 1, "mins": 1, "m": 1,
        "minuten": 1, "minutos": 1, "second": 1.0 / 60, "seconds": 1.0 / 60, "s": 1.0 / 60, "sec": 1.0 / 60,
    ]
}

// Codes.
extension ClaimReader {
    /// Pieces of one code, at most.
    private static let longestCode = 24

    /// A run without spaces that begins with a letter and has a digit.
    private func code(at index: Int) -> Claim? {
        guard tokens[index].text.first?.isASCII == true else { return nil }
        var end = index + 1
        var hasDigit = false
        while end < tokens.count, tokens[end].isGlued, end - index < Self.longestCode {
            let isEnd = end + 1 >= tokens.count || !tokens[end + 1].isGlued || tokens[end + 1].kind == .mark
            if tokens[end].kind == .mark, isEnd || !["-", "_", "/"].contains(tokens[end].text) { break }
            if tokens[end].kind == .number { hasDigit = true }
            end += 1
        }
        guard hasDigit else { return nil }
        // "EUR250" is an amount, "UTC+2" is left alone by the marks above.
        if end == index + 2, tokens[index].text.count == 3, tokens[index].text.allSatisfy(\.isUppercase),
            Units.currencies.contains(tokens[index].text)
        {
            return nil
        }
        return Claim(content: .code(tokens[index..<end].map(\.text).joined()), range: index..<end)
    }
}
