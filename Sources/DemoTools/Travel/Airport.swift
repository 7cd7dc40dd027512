/// An airport of our data.
struct Airport: Hashable, Sendable {
    let iata: String
    let icao: String
    let name: String
    let city: String
    let country: String
    let place: Coordinate
    /// In metres above the sea.
    let elevation: Int
    let timeZone: String

    private init?(_ row: Table.Row) {
        guard let place = Coordinate(row.number(5), row.number(6)), let elevation = row.whole(7) else { return nil }
        iata = row[0]
        icao = row[1]
        name = row[2]
        city = row[3]
        country = row[4]
        self.place = place
        self.elevation = elevation
        timeZone = row[8]
    }

    static let all: [Airport] = Table(table).rows.compactMap(Airport.init)

    private static let byCode = Dictionary(all.map { ($0.iata, $0) }, uniquingKeysWith: { first, _ in first })

    static func withCode(_ code: String) throws(Refusal) -> Airport {
        guard let airport = byCode[code.uppercased()] else {
            throw .unknown(
                kind: "airport", value: code, next: "Give three letters of IATA, or search near a place first.")
        }
        return airport
    }
}
