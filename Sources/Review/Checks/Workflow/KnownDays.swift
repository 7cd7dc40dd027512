/// The days that sources say, found by as much of a day as a response says.
struct KnownDays {
    /// Those with a year and a day.
    private(set) var full: Set<WrittenDay> = []
    /// Every day with what is left when its year, its day or both are not said.
    private var parts: Set<WrittenDay> = []
    /// Those that were said without a year.
    private var yearless: Set<WrittenDay> = []
    private var weekdays: [WrittenDay: Set<Int>] = [:]

    mutating func insert(_ day: WrittenDay) {
        if day.ordinal != nil { full.insert(day) }
        if day.year == nil { yearless.insert(day) }
        for part in day.parts { parts.insert(part) }
        if let weekday = day.weekday { weekdays[day.withoutYear, default: []].insert(weekday) }
    }

    /// Whether a day is known as far as it is said; one that sources say without a year is, if they say the year at all.
    func has(_ day: WrittenDay, inYear isKnown: (Int) -> Bool) -> Bool {
        if parts.contains(day) { return true }
        guard let year = day.year else { return false }
        return isKnown(year) && yearless.contains(day.withoutYear)
    }

    /// The weekdays that a day may be; empty where no year is known.
    func weekdays(of day: WrittenDay) -> Set<Int> {
        day.weekday.map { [$0] } ?? weekdays[day] ?? []
    }
}

extension WrittenDay {
    var withoutYear: WrittenDay { WrittenDay(year: nil, month: month, day: day) }

    /// The day itself, and what is left without its year, its day or both.
    var parts: Set<WrittenDay> {
        [
            self, withoutYear, WrittenDay(year: year, month: month, day: nil),
            WrittenDay(year: nil, month: month, day: nil),
        ]
    }

    func isPart(of other: WrittenDay) -> Bool { other.parts.contains(self) }
}
