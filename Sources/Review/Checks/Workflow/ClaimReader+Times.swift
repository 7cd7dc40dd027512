// Times and durations.
extension ClaimReader {
    func time(at index: Int) -> Claim? {
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
    func duration(at index: Int) -> Claim? {
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
