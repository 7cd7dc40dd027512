import Engine

/// A planet of the solar system.
struct Planet: Hashable, Sendable {
    let name: String
    let diameter: Int
    /// From noon to noon, in hours.
    let dayHours: Double
    /// Once round the sun, in days of 24 hours.
    let yearDays: Double
    let moons: Int
    /// Mean distance from the sun, in million kilometres.
    let distance: Double
    /// At the surface or, where there is none, at the level of 1 bar; in m/s².
    let gravity: Double

    /// - Throws: ``Refusal/unknown(kind:value:next:)`` for a name that is no planet's.
    static func named(_ name: String) throws(Refusal) -> Planet {
        let wanted = SearchText(name)
        guard let planet = all.first(where: { SearchText($0.name) == wanted }) else {
            throw .unknown(
                kind: "planet", value: name, next: "Give one of \(all.map(\.name).joined(separator: ", ")).")
        }
        return planet
    }
}

extension Planet {
    /// `24.7 hours` or `176 Earth days`.
    var dayInWords: String {
        dayHours < 100
            ? "\(JSON.decimal(dayHours, places: 1).compactText) hours" : "\(Int((dayHours / 24).rounded())) Earth days"
    }

    /// `687 Earth days` or `11.9 Earth years`.
    var yearInWords: String {
        yearDays < 1000
            ? "\(Int(yearDays.rounded())) Earth days"
            : "\(JSON.decimal(yearDays / 365.25, places: 1).compactText) Earth years"
    }
}
