/// A chemical element.
struct Element: Hashable, Sendable {
    let number: Int
    let symbol: String
    let name: String
    /// The standard atomic weight; for radioactive elements that of a long-lived isotope.
    let weight: Double
    let period: Int
    let group: Int?
    let category: String
    /// In g/cm³; nil for gases and where none is known.
    let density: Double?

    private init?(_ row: Table.Row) {
        guard let number = row.whole(0), let weight = row.number(3), let period = row.whole(4) else { return nil }
        self.number = number
        symbol = row[1]
        name = row[2]
        self.weight = weight
        self.period = period
        group = row.whole(5)
        category = row[6]
        density = row.number(7)
    }

    static let all: [Element] = Table(table).rows.compactMap(Element.init)

    static let bySymbol = Dictionary(all.map { ($0.symbol, $0) }, uniquingKeysWith: { first, _ in first })

    /// The element with this symbol or English name.
    static func named(_ text: String) throws(Refusal) -> Element {
        let spellings = ["aluminum": "aluminium", "cesium": "caesium", "sulphur": "sulfur"]
        let name = text.lowercased()
        if let element = bySymbol[text] ?? all.first(where: { $0.name == spellings[name] ?? name }) { return element }
        throw .unknown(kind: "element", value: text, next: "Give a symbol such as Fe or an English name such as iron.")
    }
}
