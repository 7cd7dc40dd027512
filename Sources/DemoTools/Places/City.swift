import Engine

/// A city of our data.
struct City: Hashable, Sendable {
    let id: String
    let name: String
    let otherNames: [String]
    let country: String
    let place: Coordinate
    let timeZone: String
    let population: Int

    private init?(_ row: Table.Row) {
        guard let place = Coordinate(row.number(4), row.number(5)), let population = row.whole(7) else { return nil }
        id = "c" + row[0]
        name = row[1]
        otherNames = row.words(2, separator: ",")
        country = row[3]
        self.place = place
        timeZone = row[6]
        self.population = population
    }

    /// Every city, the largest first.
    static let all: [City] = Table(table).rows.compactMap(City.init).sorted {
        ($1.population, $0.id) < ($0.population, $1.id)
    }

    private static let byName: [SearchText: [City]] = {
        var cities: [SearchText: [City]] = [:]
        for city in all {
            for name in Set(([city.name] + city.otherNames).map(SearchText.init)) {
                cities[name, default: []].append(city)
            }
        }
        return cities
    }()

    private static let byID = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })

    /// The largest city of a name, in one country or anywhere.
    static func named(_ name: String, in country: Country?) throws(Refusal) -> City {
        let found = byName[SearchText(name)] ?? []
        if let city = found.first(where: { country == nil || $0.country == country?.code }) { return city }
        guard let other = found.first else {
            throw .unknown(
                kind: "city", value: name, next: "Check the spelling, or ask for a larger city in the same region.")
        }
        throw .impossible(
            "There is no \(name) in \(country?.name ?? "that country").",
            next: "There is one in \(Country.name(of: other.country)); leave the country out to find it.")
    }

    static func withID(_ id: String) throws(Refusal) -> City {
        guard let city = byID[id] else {
            throw .unknown(kind: "city id", value: id, next: "Look the city up by its name first.")
        }
        return city
    }
}
