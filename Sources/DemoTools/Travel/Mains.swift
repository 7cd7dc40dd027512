/// The sockets of a country and what comes out of them.
struct Mains: Hashable, Sendable {
    /// The letters of IEC's World Plugs.
    let plugs: [String]
    let volts: [Int]
    let hertz: [Int]

    private static let all = Dictionary(
        Table(table).rows.map { row in
            let volts = row.words(2).compactMap(Int.init)
            return (row[0], Mains(plugs: row.words(1), volts: volts, hertz: row.words(3).compactMap(Int.init)))
        }, uniquingKeysWith: { first, _ in first })

    static func of(_ country: Country) throws(Refusal) -> Mains {
        guard let mains = all[country.code] else { throw .silent(on: "sockets", in: country) }
        return mains
    }
}

extension Refusal {
    /// The country is known, but nothing about this.
    static func silent(on topic: String, in country: Country) -> Refusal {
        .impossible(
            "Nothing is known about \(topic) in \(country.name).",
            next: "Ask for a neighbouring country, or leave it out.")
    }
}
