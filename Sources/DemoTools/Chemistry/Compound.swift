/// A chemical compound that people know by name.
struct Compound: Hashable, Sendable {
    let name: String
    let formula: String
    let otherNames: [String]
    /// What it is, in a few words.
    let kind: String

    private init(_ row: Table.Row) {
        name = row[0]
        formula = row[1]
        otherNames = row.words(2, separator: ",")
        kind = row[3]
    }

    static let all: [Compound] = Table(table).rows.map(Compound.init)

    private static let byName: [SearchText: Compound] = Dictionary(
        all.flatMap { compound in
            ([compound.name] + compound.otherNames).map { (SearchText($0), compound) }
        }, uniquingKeysWith: { first, _ in first })

    static func named(_ name: String) throws(Refusal) -> Compound {
        guard let compound = byName[SearchText(name)] else {
            throw .unknown(
                kind: "compound", value: name, next: "Give a common English name, or write the formula yourself.")
        }
        return compound
    }
}
