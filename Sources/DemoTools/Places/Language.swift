/// A language's English name.
enum Language {
    private static let names = Dictionary(
        Table(table).rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })

    static func name(of code: String) -> String { names[code] ?? code }
}
