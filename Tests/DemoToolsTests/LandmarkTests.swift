import Engine
import Testing

@testable import DemoTools

@Suite("Landmarks of the demo library")
struct LandmarkToolTests {
    @Test(arguments: ["Eiffel Tower", "the Eiffel Tower", "eiffel tower"])
    func `are found with and without their article`(name: String) throws {
        let tower = try output(of: "landmark_lookup", ["name": .string(name)])

        #expect(tower["id"] == "eiffel-tower")
        #expect(tower["called"] == "the Eiffel Tower")
        #expect(tower["completed"] == 1889)
    }

    /// Heights as the Council on Tall Buildings and Urban Habitat lists them.
    @Test(arguments: [
        ("Burj Khalifa", 828), ("Taipei 101", 508), ("Shanghai Tower", 632), ("One World Trade Center", 541),
    ])
    func `are as tall as the council on tall buildings says`(name: String, height: Int) throws {
        #expect(try output(of: "landmark_lookup", ["name": .string(name)])["height_m"] == .whole(height))
    }

    @Test func `keep silent where there is no agreed year`() throws {
        let stones = try output(of: "landmark_lookup", ["name": "Stonehenge"])

        #expect(stones["completed"] == nil)
        #expect(stones["height_m"] == nil)
    }

    @Test func `stand in the cities that they name`() {
        #expect(Landmark.all.count >= 90)
        #expect(Set(Landmark.all.map(\.id)).count == Landmark.all.count)
        for landmark in Landmark.all {
            let city = City.all.first { $0.name == landmark.city && $0.country == landmark.country }
            guard let city else { continue }
            #expect(city.place.kilometres(to: landmark.place) < 20, "\(landmark.name)")
        }
        let known = Landmark.all.count { landmark in City.all.contains { $0.name == landmark.city } }
        #expect(known * 5 >= Landmark.all.count * 4)
    }

    @Test func `that are gone are not known`() throws {
        #expect(try failure(of: "landmark_lookup", ["name": "Colossus of Rhodes"]).contains("Colossus of Rhodes"))
    }

    @Test func `around a point come nearest first`() throws {
        let near = try output(of: "landmarks_near", ["latitude": 48.8584, "longitude": 2.2945, "radius_km": 3])

        #expect(near["nearest_name"] == "Arc de Triomphe")
        #expect(near["nearest_km"] == 1.7)
        #expect(near["items"]?.array?.first?["called"] == "the Arc de Triomphe")
        #expect(near["items"]?.array?.contains { $0["name"] == "Eiffel Tower" } == false)
    }

    @Test func `may be far away`() throws {
        let near = try output(of: "landmarks_near", ["latitude": -47, "longitude": -120, "radius_km": 500])

        #expect(near == ["items": []])
    }
}

@Suite("Mountains of the demo library")
struct MountainToolTests {
    /// Heights of swisstopo, the Ordnance Survey, the United States Geological Survey and the survey of 2020.
    @Test(arguments: [("Matterhorn", 4478), ("Ben Nevis", 1345), ("Denali", 6190), ("Mount Everest", 8849)])
    func `are as high as the surveys say`(name: String, height: Int) throws {
        #expect(try output(of: "mountain_lookup", ["name": .string(name)])["height_m"] == .whole(height))
    }

    @Test(arguments: ["Fuji", "Mount Fuji", "mount fuji"])
    func `are found with and without Mount`(name: String) throws {
        #expect(try output(of: "mountain_lookup", ["name": .string(name)])["country"] == "Japan")
    }

    @Test func `lie in their country or on its border, as the nearest city shows`() throws {
        #expect(Mountain.all.count >= 70)
        #expect(Set(Mountain.all.map(\.name)).count == Mountain.all.count)
        // Their nearest city of ours lies across the sea, or in a third country close by.
        let remote: Set = ["Kangchenjunga", "Teide", "Scafell Pike", "Puncak Jaya"]
        for mountain in Mountain.all where !remote.contains(mountain.name) {
            let country = try Country.withCode(mountain.country)
            let nearest = City.all.min {
                $0.place.kilometres(to: mountain.place) < $1.place.kilometres(to: mountain.place)
            }
            let city = try #require(nearest)
            #expect(([country.code] + country.neighbours).contains(city.country), "\(mountain.name), \(city.name)")
        }
    }

    @Test func `of novels are not known`() throws {
        #expect(try failure(of: "mountain_lookup", ["name": "Mount Doom"]).contains("Mount Doom"))
    }

    /// Pressures of the ICAO standard atmosphere (Doc 7488, ISO 2533).
    @Test(arguments: [(0, 1013.25), (1000, 898.75), (2000, 794.95), (5000, 540.20), (11_000, 226.32)])
    func `lie under the air of the standard atmosphere`(elevation: Int, hectopascals: Double) throws {
        let air = try output(of: "air_pressure", ["elevation_m": .whole(elevation)])

        #expect(abs((air["pressure_hpa"]?.double ?? 0) - hectopascals) < 0.1, "\(air.compactText)")
    }

    /// Boiling points of the steam tables of the IAPWS: 99.97, 96.69, 89.93 and 81.32 °C.
    @Test(arguments: [(1013.25, 99.97), (900, 96.69), (700, 89.93), (500, 81.32)])
    func `boil water as the steam tables say`(hectopascals: Double, celsius: Double) {
        #expect(abs(Mountains.boilingPoint(at: hectopascals) - celsius) < 0.1)
    }
}

@Suite("Surroundings in the demo library")
struct SurroundingsTests {
    @Test func `of an airport leave out its own city, and the airport is not looked for twice`() throws {
        let airport = try output(of: "airport_details", ["iata": "KIX"])
        let place: JSON.Object = ["latitude": airport["latitude"] ?? nil, "longitude": airport["longitude"] ?? nil]
        var wide = place
        wide.set("radius_km", 100)

        let cities = try output(of: "nearby_cities", .object(wide))["items"]?.array?.compactMap { $0["name"]?.string }

        #expect(cities?.first == "Kobe")
        #expect(cities?.contains("Osaka") == false)
        #expect(
            try failure(of: "airport_search", .object(place)) == "The point is Kansai International itself.")
    }

    @Test func `name currencies and languages as people do`() throws {
        #expect(try output(of: "country_currency", ["country_code": "NO"])["currency_name"] == "Norwegian krone")
        #expect(try output(of: "country_currency", ["country_code": "AT"])["currency_name"] == "euro")
        #expect(try output(of: "country_facts", ["country_code": "NO"])["languages"] == ["Norwegian"])
        for country in ["Netherlands", "the Netherlands", "NL"] {
            let city = try output(of: "city_lookup", ["name": "Utrecht", "country": .string(country)])
            #expect(city["country"] == "Netherlands")
        }
    }

    @Test func `are not flown to`() throws {
        let ends: JSON = ["from_iata": "LGW", "to_iata": "LHR"]

        #expect(
            try failure(of: "flight_distance", ends)
                == "London Gatwick Airport and London Heathrow Airport are too close for a flight.")
    }

    @Test func `are reached within a day, so that no days are counted`() throws {
        let trip = try output(of: "travel_time", ["distance_km": 41, "speed_kmh": 80])

        #expect(trip == ["time": "31 min", "hours": 0.5])
    }

    @Test func `tell which cities a flight joins`() throws {
        let flight = try output(of: "flight_distance", ["from_iata": "OSL", "to_iata": "JFK"])

        #expect(flight["from_city"] == "Oslo")
        #expect(flight["to_city"] == "New York")
    }
}
