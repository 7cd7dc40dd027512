/// How one drives in a country.
struct DrivingRule: Hashable, Sendable {
    let keepsLeft: Bool
    /// General limits in ``unit``, where they hold nationwide.
    let town: Int?
    let outside: Int?
    let motorway: Int?
    let unit: String

    private static let leftHand = Set(left.split { $0 == " " || $0 == "\n" }.map(String.init))
    private static let rows = Dictionary(
        Table(limits).rows.map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })

    init(_ country: Country) {
        let row = Self.rows[country.code]
        keepsLeft = Self.leftHand.contains(country.code)
        town = row?.whole(1)
        outside = row?.whole(2)
        motorway = row?.whole(3)
        unit = row?[4] == "mph" ? "mph" : "km/h"
    }

    /// The limits in words, such as "50 km/h in towns and 80 km/h outside them"; nil where none is known.
    var inWords: String? {
        let parts = [
            town.map { "\($0) \(unit) in towns" }, outside.map { "\($0) \(unit) outside towns" },
            motorway.map { "\($0) \(unit) on motorways" },
        ].compactMap(\.self)
        guard let last = parts.last else { return nil }
        return parts.count == 1 ? last : parts.dropLast().joined(separator: ", ") + " and " + last
    }
}
