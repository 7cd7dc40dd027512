import Engine

extension Timestamp {
    /// `2027-01-15 12:41` on a clock that is ahead of UTC by so much.
    func dayAndTime(offset: Duration) -> String {
        let seconds = (microseconds / 1_000_000) + offset.components.seconds
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        return "\(Self.day(Int(days))) \(timeOfDay(offset: offset).prefix(5))"
    }

    /// A day of the calendar by its distance from 1970-01-01, in eras of 400 years that begin in March.
    private static func day(_ distance: Int) -> String {
        let days = distance + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let calendarMonth = month < 10 ? month + 3 : month - 9
        let year = yearOfEra + era * 400 + (calendarMonth <= 2 ? 1 : 0)
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        return "\(year.padded(to: 4))-\(calendarMonth.padded(to: 2))-\(day.padded(to: 2))"
    }
}
