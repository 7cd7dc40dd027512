import Engine

extension Timestamp {
    /// The moment as ISO 8601 in UTC, with microseconds: `2026-01-02T03:04:05.000006Z`.
    var iso: String {
        let (days, rest) = microseconds.split(by: 86_400_000_000)
        let (seconds, fraction) = rest.split(by: 1_000_000)
        let day = Self.day(days)
        let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60].map { $0.digits(2) }.joined(separator: ":")
        return "\(day)T\(clock).\(fraction.digits(6))Z"
    }

    /// The moment to the second, for people: `2026-01-02 03:04:05Z`.
    var short: String {
        iso.replacing("T", with: " ").prefix { $0 != "." } + "Z"
    }

    /// A day of the calendar by its distance from 1970-01-01, in eras of 400 years that begin in March.
    private static func day(_ days: Int64) -> String {
        let (era, dayOfEra) = (days + 719_468).split(by: 146_097)
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
    fileprivate func split(by divisor: Int64) -> (whole: Int64, rest: Int64) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }

    fileprivate func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }
}
