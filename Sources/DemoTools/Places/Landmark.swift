/// A landmark of our data.
struct Landmark: Hashable, Sendable {
    let name: String
    /// The name within a sentence, with its article where it takes one.
    let called: String
    let city: String
    let country: String
    let place: Coordinate
    let completed: Int?
    /// In metres above the ground.
    let height: Double?

    private init?(_ row: Table.Row) {
        guard let place = Coordinate(row.number(4), row.number(5)) else { return nil }
        name = row[0]
        called = row[1].isEmpty ? row[0] : row[1]
        city = row[2]
        country = row[3]
        self.place = place
        completed = row.whole(6)
        height = row.number(7)
    }

    /// Made of the name: `eiffel-tower`.
    var id: String {
        name.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }

    static let all: [Landmark] = Table(table).rows.compactMap(Landmark.init)

    private static let byName = Dictionary(
        all.flatMap { landmark in [landmark.name, landmark.called].map { (SearchText($0), landmark) } },
        uniquingKeysWith: { first, _ in first })

    static func named(_ name: String) throws(Refusal) -> Landmark {
        guard let landmark = byName[SearchText(name)] ?? byName[SearchText("the " + name)] else {
            throw .unknown(
                kind: "landmark", value: name, next: "Check the spelling, or search for landmarks around a city.")
        }
        return landmark
    }
}
