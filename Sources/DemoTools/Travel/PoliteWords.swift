/// The first words of a language that a guest needs.
struct PoliteWords: Hashable, Sendable {
    /// The language's English name.
    let language: String
    let hello: String
    let please: String
    let thanks: String
    let goodbye: String

    private init(_ row: Table.Row) {
        language = row[0]
        hello = row[1]
        please = row[2]
        thanks = row[3]
        goodbye = row[4]
    }

    static let all = Table(table).rows.map(PoliteWords.init)

    private static let byName = Dictionary(
        all.map { (SearchText($0.language), $0) }, uniquingKeysWith: { first, _ in first })

    /// Other names of the same languages.
    private static let others = [
        "Farsi": "Persian", "Bengali": "Bangla", "Mandarin": "Chinese", "Norwegian Bokmål": "Norwegian",
        "Filipino": "Tagalog", "Castilian": "Spanish",
    ]

    static func of(_ name: String) throws(Refusal) -> PoliteWords {
        if SearchText(name) == SearchText("English") {
            throw .impossible("English is what the words are explained in.", next: "Give another language.")
        }
        guard let words = byName[SearchText(others[name] ?? name)] else {
            throw .unknown(kind: "language", value: name, next: "Give its English name, or a language spoken nearby.")
        }
        return words
    }
}
