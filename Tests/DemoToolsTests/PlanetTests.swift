import Engine
import Testing

@testable import DemoTools

@Suite("The planets of the demo library")
struct PlanetTests {
    /// The masses in 10²⁴ kg of NASA's Planetary Fact Sheet, which our table does not hold: what is left of their pull
    /// at the equator when the spin is taken off.
    @Test(arguments: [
        ("Mercury", 0.330), ("Venus", 4.87), ("Earth", 5.97), ("Mars", 0.642), ("Jupiter", 1898), ("Saturn", 568),
        ("Uranus", 86.8), ("Neptune", 102),
    ])
    func `have the gravity that their mass, size and spin give`(name: String, mass: Double) throws {
        let planet = try Planet.named(name)

        let radius = Double(planet.diameter) * 500
        let turning = 2 * Double.pi / (planet.dayHours * 3600)
        let gravity = 6.674e-11 * mass * 1e24 / (radius * radius) - turning * turning * radius

        #expect(abs(gravity / planet.gravity - 1) < 0.03, "\(gravity)")
    }

    /// Kepler's third law.
    @Test func `take longer round the sun the farther away they are`() throws {
        let earth = try Planet.named("Earth")

        for planet in Planet.all {
            let (years, distance) = (planet.yearDays / earth.yearDays, planet.distance / earth.distance)
            #expect(abs(years * years / (distance * distance * distance) - 1) < 0.03, "\(planet.name)")
        }
    }

    @Test func `are told with their days and years in words`() throws {
        let mars = try output(of: "planet_facts", ["planet": "mars"])
        let venus = try output(of: "planet_facts", ["planet": "Venus"])
        let jupiter = try output(of: "planet_facts", ["planet": "Jupiter"])

        #expect(mars["planet"] == "Mars")
        #expect(mars["diameter_km"] == 6792)
        #expect(mars["day_in_words"] == "24.7 hours")
        #expect(mars["year_in_words"] == "687 Earth days")
        #expect(venus["day_in_words"] == "117 Earth days")
        #expect(jupiter["year_in_words"] == "11.9 Earth years")
    }

    @Test func `are eight`() throws {
        #expect(Planet.all.count == 8)
        #expect(
            try failure(of: "planet_facts", ["planet": "Pluto"]) == "There is no planet called \"Pluto\" in the data.")
    }

    @Test(arguments: [("Mars", 26.4), ("Jupiter", 165.0), ("Earth", 70.0), ("Saturn", 64.3)])
    func `change what a scale shows`(planet: String, scale: Double) throws {
        let weight = try output(of: "planet_weight", ["planet": .string(planet), "mass_kg": 70])

        #expect(weight["scale_kg"]?.double == scale)
    }
}
