/// A day that comes on the same date every year.
///
/// The dates are the fixed ones of the civil and the western church calendar, written down by ourselves; any almanac
/// has them.
struct AnnualDay: Hashable, Sendable {
    let name: String
    let month: Int
    let day: Int

    static let all = [
        AnnualDay(name: "Christmas Day", month: 12, day: 25), AnnualDay(name: "New Year's Day", month: 1, day: 1),
        AnnualDay(name: "Valentine's Day", month: 2, day: 14), AnnualDay(name: "Halloween", month: 10, day: 31),
        AnnualDay(name: "Saint Patrick's Day", month: 3, day: 17), AnnualDay(name: "Bonfire Night", month: 11, day: 5),
        AnnualDay(name: "New Year's Eve", month: 12, day: 31), AnnualDay(name: "Bastille Day", month: 7, day: 14),
        AnnualDay(name: "Saint Nicholas Day", month: 12, day: 6), AnnualDay(name: "Burns Night", month: 1, day: 25),
    ]

    /// The first one after a day; nil beyond the calendar.
    func next(after start: CivilDay) -> CivilDay? {
        let years = [start.year, start.year + 1]
        return years.compactMap { CivilDay(year: $0, month: month, day: day) }.first { $0 > start }
    }
}
