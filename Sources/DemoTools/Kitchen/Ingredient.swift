/// Something to cook with, and how heavy it is by the cup.
struct Ingredient: Hashable, Sendable {
    let name: String
    let gramsPerCup: Double
    private let otherNames: [String]

    /// Millilitres in one US cup.
    static let cup = 236.5882365

    private init?(_ row: Table.Row) {
        guard let grams = row.number(1) else { return nil }
        name = row[0]
        gramsPerCup = grams
        otherNames = row.words(2, separator: ",")
    }

    static let all: [Ingredient] = Table(table).rows.compactMap(Ingredient.init)

    private static let byName: [SearchText: Ingredient] = Dictionary(
        all.flatMap { ingredient in
            ([ingredient.name] + ingredient.otherNames).map { (SearchText($0), ingredient) }
        }, uniquingKeysWith: { first, _ in first })

    static func named(_ name: String) throws(Refusal) -> Ingredient {
        guard let ingredient = byName[SearchText(name)] else {
            throw .unknown(
                kind: "ingredient", value: name, next: "Give a common English name such as flour, honey or rice.")
        }
        return ingredient
    }
}
