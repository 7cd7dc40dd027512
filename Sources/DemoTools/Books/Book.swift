/// A book of our data.
struct Book: Hashable, Sendable {
    let id: String
    let title: String
    let author: String
    let year: Int
    /// Pages of a common edition, roughly.
    let pages: Int
    let language: String
    let genre: String
    /// The id of a film made from it.
    let film: String?

    private init?(_ row: Table.Row) {
        guard let year = row.whole(3), let pages = row.whole(4) else { return nil }
        id = row[0]
        title = row[1]
        author = row[2]
        self.year = year
        self.pages = pages
        language = row[5]
        genre = row[6]
        film = row[7].isEmpty ? nil : row[7]
    }

    static let all: [Book] = Table(table).rows.compactMap(Book.init)

    static func withID(_ id: String) throws(Refusal) -> Book {
        guard let book = all.first(where: { $0.id == id }) else {
            throw .unknown(kind: "book id", value: id, next: "Search for the book by its title first.")
        }
        return book
    }
}
