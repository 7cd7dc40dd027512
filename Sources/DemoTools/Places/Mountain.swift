/// A mountain of our data.
struct Mountain: Hashable, Sendable {
    let name: String
    /// The name within a sentence, with its article where it takes one.
    let called: String
    let country: String
    let place: Coordinate
    /// In metres above the sea.
    let height: Int
    let firstAscent: Int?

    private init?(_ row: Table.Row) {
        guard let place = Coordinate(row.number(3), row.number(4)), let height = row.whole(5) else { return nil }
        name = row[0]
        called = row[1].isEmpty ? row[0] : row[1]
        country = row[2]
        self.place = place
        self.height = height
        firstAscent = row.whole(6)
    }

    static let all: [Mountain] = Table(table).rows.compactMap(Mountain.init)

    private static let byName = Dictionary(
        all.flatMap { mountain in [mountain.name, mountain.called].map { (SearchText($0), mountain) } },
        uniquingKeysWith: { first, _ in first })

    /// The mountain of a name, with or without a leading "Mount".
    static func named(_ name: String) throws(Refusal) -> Mountain {
        let spellings = [name, "Mount " + name, name.replacing("Mount ", with: "")]
        guard let mountain = spellings.lazy.compactMap({ byName[SearchText($0)] }).first else {
            throw .unknown(
                kind: "mountain", value: name, next: "Check the spelling, or ask for a better-known summit nearby.")
        }
        return mountain
    }
}
