/// The date of Easter.
enum Easter {
    /// The western Easter Sunday, by the method of Meeus, Jones and Butcher.
    static func western(_ year: Int) -> CivilDay? {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let correction = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - correction + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        return CivilDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }

    /// The orthodox Easter Sunday, by the Julian method of Meeus, as a day of the Gregorian calendar.
    static func orthodox(_ year: Int) -> CivilDay? {
        let epact = (19 * (year % 19) + 15) % 30
        let weekday = (2 * (year % 4) + 4 * (year % 7) - epact + 34) % 7
        let sum = epact + weekday + 114
        guard let julian = CivilDay(year: year, month: sum / 31, day: sum % 31 + 1) else { return nil }
        return julian.advanced(by: year < 1900 ? 12 : year == 2100 ? 14 : 13)
    }
}
