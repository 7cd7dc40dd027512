/// A film of our data.
struct Film: Hashable, Sendable {
    let id: String
    let title: String
    let director: String
    let year: Int
    /// In minutes.
    let runtime: Int
    let language: String
    let cast: [String]

    private init?(_ row: Table.Row) {
        guard let year = row.whole(3), let runtime = row.whole(4) else { return nil }
        id = row[0]
        title = row[1]
        director = row[2]
        self.year = year
        self.runtime = runtime
        language = row[5]
        cast = row.words(6, separator: ",")
    }

    static let all: [Film] = Table(table).rows.compactMap(Film.init)

    static func withID(_ id: String) throws(Refusal) -> Film {
        guard let film = all.first(where: { $0.id == id }) else {
            throw .unknown(kind: "film id", value: id, next: "Search for the film by its title first.")
        }
        return film
    }
}
