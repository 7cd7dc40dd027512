/// A country of our data.
struct Country: Hashable, Sendable {
    /// Two letters of ISO 3166-1.
    let code: String
    let name: String
    let capital: String
    let continent: String
    let currency: String
    let languages: [String]
    let callingCode: String
    /// In km².
    let area: Int
    let population: Int
    let neighbours: [String]

    private init?(_ row: Table.Row) {
        guard let area = row.whole(7), let population = row.whole(8) else { return nil }
        code = row[0]
        name = row[1]
        capital = row[2]
        continent = Self.continents[row[3]] ?? row[3]
        currency = row[4]
        languages = row.words(5).map(Language.name)
        callingCode = "+" + row[6]
        self.area = area
        self.population = population
        neighbours = row.words(9)
    }

    static let all: [Country] = Table(table).rows.compactMap(Country.init)

    private static let byCode = Dictionary(all.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })

    private static let continents = [
        "AF": "Africa", "AN": "Antarctica", "AS": "Asia", "EU": "Europe", "NA": "North America", "OC": "Oceania",
        "SA": "South America",
    ]

    static func withCode(_ code: String) throws(Refusal) -> Country {
        guard let country = byCode[code.uppercased()] else {
            throw .unknown(
                kind: "country code", value: code, next: "Give two letters of ISO 3166-1, such as NO for Norway.")
        }
        return country
    }

    /// The country with this name or code.
    static func named(_ name: String) throws(Refusal) -> Country {
        let wanted = SearchText(name)
        let names = { (country: Country) in [SearchText(country.name), SearchText("The " + country.name)] }
        if let country = byCode[name] ?? all.first(where: { names($0).contains(wanted) }) { return country }
        throw .unknown(kind: "country", value: name, next: "Give its English name, or leave it out.")
    }

    /// The English name of a code; the code itself where there is none.
    static func name(of code: String) -> String { byCode[code]?.name ?? code }
}
