/// Whom to ring when something has happened.
struct EmergencyCall: Hashable, Sendable {
    /// The number for every service, where there is one.
    let common: String?
    /// Numbers of their own; every service has one where there is no common number.
    let police: String?
    let ambulance: String?
    let fire: String?

    private static let all = Dictionary(
        Table(table).rows.map { row in
            func number(_ cell: Int) -> String? { row[cell].isEmpty ? nil : row[cell] }
            let call = EmergencyCall(common: number(1), police: number(2), ambulance: number(3), fire: number(4))
            return (row[0], call)
        }, uniquingKeysWith: { first, _ in first })

    static func of(_ country: Country) throws(Refusal) -> EmergencyCall {
        guard let call = all[country.code] else { throw .silent(on: "emergency calls", in: country) }
        return call
    }
}
