/// A public holiday of a country on one day.
struct Holiday: Hashable, Sendable {
    let country: String
    let name: String
    let day: CivilDay

    static let years = 2025...2030

    /// `Labor Day (1 May)`.
    var label: String { "\(name) (\(day.day) \(day.monthName))" }

    /// The holidays of a country in a year, in order; nil when the data have none of that country.
    static func of(_ country: String, in year: Int) -> [Holiday]? {
        byCountry[country.uppercased()]?.filter { $0.day.year == year }
    }

    static var countries: [String] { byCountry.keys.sorted() }

    private static let byCountry: [String: [Holiday]] = {
        let all = Table(table).rows.flatMap(holidays)
        return Dictionary(grouping: all, by: \.country).mapValues { $0.sorted { $0.day < $1.day } }
    }()

    private static func holidays(_ row: Table.Row) -> [Holiday] {
        let cells = row.words(2)
        return years.enumerated().compactMap { index, year in
            let cell = cells.count == 1 ? cells[0] : cells[index]
            return CivilDay(iso: "\(year)-\(cell)").map { Holiday(country: row[0], name: row[1], day: $0) }
        }
    }
}
