/// A day of the Gregorian calendar between 1900 and 2100.
struct CivilDay: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970.
    let ordinal: Int

    static let years = 1900...2100

    /// The day so many days after 1 January 1970.
    init(ordinal: Int) {
        self.ordinal = ordinal
    }

    /// The day that holds an instant, in minutes since 1 January 1970.
    init(instant: Int) {
        ordinal = (instant - (instant % 1440 + 1440) % 1440) / 1440
    }

    /// The day with these numbers; nil when the calendar has none.
    init?(year: Int, month: Int, day: Int) {
        guard Self.years.contains(year), (1...12).contains(month), day >= 1,
            day <= Self.length(ofMonth: month, in: year)
        else { return nil }
        self.init(countedYear: year, month: month, day: day)
    }

    /// Reads `2027-05-17`.
    init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [4, 2, 2], text.utf8.allSatisfy({ $0 == 45 || (48...57).contains($0) }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Counts whole 400-year cycles from 1 March of the year 0, so that the leap day comes last.
    private init(countedYear year: Int, month: Int, day: Int) {
        let shifted = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfCycle = shifted % 400 * 365 + shifted % 400 / 4 - shifted % 400 / 100 + dayOfYear
        ordinal = shifted / 400 * 146_097 + dayOfCycle - 719_468
    }

    static func < (left: CivilDay, right: CivilDay) -> Bool { left.ordinal < right.ordinal }
}

extension CivilDay {
    var year: Int { parts.year }
    var month: Int { parts.month }
    var day: Int { parts.day }

    private var parts: (year: Int, month: Int, day: Int) {
        let shifted = ordinal + 719_468
        let cycle = shifted / 146_097
        let dayOfCycle = shifted % 146_097
        let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
        let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// `2027-05-17`.
    var iso: String {
        let (year, month, day) = parts
        return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }

    func advanced(by days: Int) -> CivilDay { CivilDay(ordinal: ordinal + days) }

    func days(to other: CivilDay) -> Int { other.ordinal - ordinal }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CivilDay {
    /// Monday is 1, Sunday 7, as in ISO 8601.
    var weekdayNumber: Int { (ordinal + 719_468 + 2) % 7 + 1 }

    var weekday: String {
        ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][weekdayNumber - 1]
    }

    var monthName: String {
        [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ][month - 1]
    }

    var isWeekend: Bool { weekdayNumber > 5 }

    /// 1 for 1 January.
    var dayOfYear: Int {
        let firstDay = CivilDay(countedYear: year, month: 1, day: 1)
        return firstDay.days(to: self) + 1
    }

    /// The week of ISO 8601: the one that holds this week's Thursday.
    var isoWeek: Int {
        let thursday = advanced(by: 4 - weekdayNumber)
        return (thursday.dayOfYear - 1) / 7 + 1
    }

    /// The Monday of a week of ISO 8601; nil when the year has no such week.
    init?(mondayOfWeek week: Int, in year: Int) {
        guard let fourth = CivilDay(year: year, month: 1, day: 4) else { return nil }
        let monday = fourth.advanced(by: 1 - fourth.weekdayNumber + (week - 1) * 7)
        guard monday.isoWeek == week, monday.advanced(by: 3).year == year else { return nil }
        self = monday
    }
}

extension CivilDay {
    /// The day so many Mondays to Fridays later.
    func advanced(byWorkingDays count: Int) -> CivilDay {
        var (day, left) = (self, count)
        while left > 0 {
            day = day.advanced(by: 1)
            if !day.isWeekend { left -= 1 }
        }
        return day
    }

    /// Birthdays from this day until another one.
    func fullYears(until other: CivilDay) -> Int {
        let hadBirthday = (other.month, other.day) >= (month, day)
        return other.year - year - (hadBirthday ? 0 : 1)
    }
}
