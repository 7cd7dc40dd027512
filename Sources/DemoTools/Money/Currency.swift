/// A currency of our data.
struct Currency: Hashable, Sendable {
    /// Three letters of ISO 4217.
    let code: String
    let name: String
    let symbol: String?
    let decimalPlaces: Int

    private init(_ row: Table.Row) {
        code = row[0]
        name = row[1]
        symbol = row[2].isEmpty ? nil : row[2]
        decimalPlaces = row.whole(3) ?? 2
    }

    private static let byCode = Dictionary(
        Table(table).rows.map { ($0[0], Currency($0)) }, uniquingKeysWith: { first, _ in first })

    static func withCode(_ code: String) throws(Refusal) -> Currency {
        guard let currency = byCode[code] else {
            throw .unknown(kind: "currency", value: code, next: "Give three letters of ISO 4217, such as NOK.")
        }
        return currency
    }
}
