import Engine

extension Timestamp {
    /// Reads `2026-11-01`, `2026-11-01T08:00`, `2026-11-01T08:00:30Z` and `2026-11-01T08:00+01:00`.
    ///
    /// A text without a zone speaks of a clock that is so far ahead of UTC.
    package init?(reading text: String, offset: Duration = .zero) {
        var reader = MomentReader(text)
        guard let day = reader.day(), let moment = reader.clock(), reader.isAtEnd else { return nil }
        let zone = moment.zone ?? offset.components.seconds * 1_000_000
        self.init(microseconds: day * Self.day + moment.microseconds - zone)
    }

    /// What is read as this moment, in UTC: `2026-11-01` for the beginning of a day, else `2026-11-01T08:00:00Z`.
    package var utcText: String {
        let (days, rest) = microseconds.split(by: Self.day)
        guard rest > 0 else { return CalendarDay.text(days) }
        let (seconds, fraction) = rest.split(by: 1_000_000)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.digits(2) }.joined(separator: ":")
        return "\(CalendarDay.text(days))T\(clock)\(fraction > 0 ? "." + fraction.digits(6) : "")Z"
    }

    /// `2027-01-15 12:41` on a clock that is so far ahead of UTC.
    package func dayAndTime(offset: Duration) -> String {
        let (days, rest) = (microseconds + offset.components.seconds * 1_000_000).split(by: Self.day)
        let minutes = rest / 60_000_000
        return "\(CalendarDay.text(days)) \((minutes / 60).digits(2)):\((minutes % 60).digits(2))"
    }

    /// Microseconds of a day.
    static let day: Int64 = 86_400_000_000
}

/// What is left to read of a moment that somebody wrote.
private struct MomentReader {
    private var rest: Substring

    init(_ text: String) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The distance of the day from 1970-01-01; nil for what is none of the calendar.
    mutating func day() -> Int64? {
        let written = rest.prefix(10)
        guard let year = number(4), take("-"), let month = number(2), take("-"), let day = number(2), year > 0,
            (1...12).contains(month)
        else { return nil }
        let distance = CalendarDay.distance(year: year, month: month, day: day)
        return CalendarDay.text(distance) == written ? distance : nil
    }

    /// The time of the day, midnight where none is written, and how far its zone is ahead of UTC; nil for nonsense.
    mutating func clock() -> (microseconds: Int64, zone: Int64?)? {
        guard !rest.isEmpty else { return (0, nil) }
        guard take("T"), let minutes = minutes() else { return nil }
        var time = minutes * 60_000_000
        if take(":") {
            guard let seconds = number(2), seconds < 60, let fraction = fraction() else { return nil }
            time += seconds * 1_000_000 + fraction
        }
        if take("Z") { return (time, 0) }
        let isAhead = take("+")
        guard isAhead || take("-") else { return (time, nil) }
        guard let distance = self.minutes() else { return nil }
        return (time, (isAhead ? 1 : -1) * distance * 60_000_000)
    }

    /// `08:00`.
    private mutating func minutes() -> Int64? {
        guard let hours = number(2), hours < 24, take(":"), let minutes = number(2), minutes < 60 else { return nil }
        return hours * 60 + minutes
    }

    /// Microseconds behind a point; 0 where there is none.
    private mutating func fraction() -> Int64? {
        guard take(".") else { return 0 }
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard (1...6).contains(digits.count) else { return nil }
        return Int64(digits + String(repeating: "0", count: 6 - digits.count))
    }

    private mutating func number(_ digits: Int) -> Int64? {
        let head = rest.prefix(digits)
        guard head.count == digits, head.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        rest = rest.dropFirst(digits)
        return Int64(head)
    }

    private mutating func take(_ sign: Character) -> Bool {
        guard rest.first == sign else { return false }
        rest = rest.dropFirst()
        return true
    }
}

/// Days of the calendar by their distance from 1970-01-01, in eras of 400 years that begin in March.
private enum CalendarDay {
    private static let era: Int64 = 146_097

    static func distance(year: Int64, month: Int64, day: Int64) -> Int64 {
        let (era, yearOfEra) = (month > 2 ? year : year - 1).split(by: 400)
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * Self.era + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func text(_ distance: Int64) -> String {
        let (era, dayOfEra) = (distance + 719_468).split(by: Self.era)
        let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let (day, calendarMonth) = (dayOfYear - (153 * month + 2) / 5 + 1, month < 10 ? month + 3 : month - 9)
        let calendarYear = era * 400 + year + (calendarMonth <= 2 ? 1 : 0)
        return "\(calendarYear.digits(4))-\(calendarMonth.digits(2))-\(day.digits(2))"
    }
}

extension Int64 {
    /// How often a divisor is in the number, and what is left, which is never negative.
    func split(by divisor: Int64) -> (whole: Int64, rest: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    fileprivate func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }
}
