import Engine
import Testing

@testable import DemoTools

@Suite("Places of the demo library")
struct PlaceToolTests {
    @Test(arguments: [
        ("Oslo", "Oslo"), ("oslo", "Oslo"), ("京都", "Kyoto"), ("München", "Munich"), ("Malmo", "Malmö"),
        ("Lodz", "Łódź"),
        ("Tromso", "Tromsø"), ("new york city", "New York"), ("Xian", "Xi'an"), ("Sao Paulo", "São Paulo"),
        ("서울", "Seoul"),
    ])
    func `are found by any of their names`(name: String, expected: String) throws {
        #expect(try output(of: "city_lookup", ["name": .string(name)])["name"] == .string(expected))
    }

    @Test func `carry what other tools need`() throws {
        let oslo = try output(of: "city_lookup", ["name": "Oslo"])

        #expect(oslo["id"] == "c3143244")
        #expect(oslo["country_code"] == "NO")
        #expect(oslo["time_zone"] == "Europe/Oslo")
        #expect(oslo["latitude"] == 59.9127)
        #expect(oslo["longitude"] == 10.7461)
    }

    @Test func `of one name are told apart by their country`() throws {
        let largest = try output(of: "city_lookup", ["name": "Victoria"])
        let other = try output(of: "city_lookup", ["name": "Victoria", "country": "Seychelles"])

        #expect(largest["country_code"] == "CA")
        #expect(other["country_code"] == "SC")
        #expect(
            try failure(of: "city_lookup", ["name": "Oslo", "country": "Peru"]) == "There is no Oslo in Peru.")
    }

    @Test func `around a point come nearest first, without the place itself`() throws {
        let around = try output(of: "nearby_cities", ["latitude": 35.0211, "longitude": 135.7538, "radius_km": 50])

        #expect(around["items"]?.array?.compactMap { $0["name"]?.string } == ["Nara", "Osaka"])
    }

    @Test func `may be lonely`() throws {
        let around = try output(of: "nearby_cities", ["latitude": -47, "longitude": -120, "radius_km": 500])

        #expect(around == ["items": []])
    }

    @Test func `are unique, and lie in known countries`() {
        #expect(Set(City.all.map(\.id)).count == City.all.count)
        #expect(City.all.count >= 300)
        for city in City.all {
            #expect(throws: Never.self) { try Country.withCode(city.country) }
            #expect(abs(city.place.latitude) <= 90 && abs(city.place.longitude) <= 180)
        }
    }

    @Test func `lie in directions`() throws {
        let oslo = try output(of: "city_lookup", ["name": "Oslo"])["id"] ?? nil
        let rome = try output(of: "city_lookup", ["name": "Rome"])["id"] ?? nil

        let way = try output(of: "route_distance", ["from_city_id": oslo, "to_city_id": rome])

        #expect(way["direction"] == "south")
        // 2,008 km from centre to centre on WGS 84 by GeographicLib 2, which the sphere meets to half a per cent.
        #expect(abs((way["distance_km"]?.double ?? 0) - 2008) < 10, "\(way.compactText)")
    }

    @Test func `need two different ends`() throws {
        let ends: JSON = ["from_city_id": "c3143244", "to_city_id": "c3143244"]

        #expect(try failure(of: "route_distance", ends) == "Both ends of the way are Oslo.")
    }
}

@Suite("Countries of the demo library")
struct CountryToolTests {
    @Test func `have facts`() throws {
        let facts = try output(of: "country_facts", ["country_code": "PT"])

        #expect(facts["name"] == "Portugal")
        #expect(facts["capital"] == "Lisbon")
        #expect(facts["calling_code"] == "+351")
        #expect(facts["neighbours"] == ["Spain"])
    }

    @Test func `have capitals that can be looked up`() {
        let unknown = Country.all.filter { country in
            (try? City.named(country.capital, in: country)) == nil
        }

        #expect(unknown.map(\.capital) == [])
    }

    @Test func `have no neighbours on an island`() throws {
        #expect(try output(of: "country_facts", ["country_code": "IS"])["neighbours"] == [])
    }

    @Test(arguments: [("JP", "JPY", 0), ("NO", "NOK", 2), ("KW", "KWD", 3)])
    func `pay in currencies with their decimal places`(country: String, code: String, places: Int) throws {
        let money = try output(of: "country_currency", ["country_code": .string(country)])

        #expect(money["currency_code"] == .string(code))
        #expect(money["decimal_places"] == .whole(places))
    }

    @Test func `share currencies`() throws {
        let shared = try output(of: "country_currency", ["country_code": "AT"])["shared_with"]?.array

        #expect(shared?.contains("Portugal") == true)
        #expect(shared?.contains("Austria") == false)
    }

    @Test func `that are gone are not known`() throws {
        #expect(try failure(of: "country_facts", ["country_code": "YU"]).contains("YU"))
    }
}

@Suite("Journeys of the demo library")
struct TravelToolTests {
    /// London to New York as airlines publish it; the others are geodesics of WGS 84 by GeographicLib 2.
    @Test(arguments: [("LHR", "JFK", 5540.0), ("SYD", "SIN", 6288.0), ("OSL", "NRT", 8407.4)])
    func `measure flights within half a per cent`(from: String, to: String, kilometres: Double) throws {
        let flight = try output(of: "flight_distance", ["from_iata": .string(from), "to_iata": .string(to)])

        let found = try #require(flight["distance_km"]?.double)
        #expect(abs(found - kilometres) / kilometres < 0.005, "\(flight.compactText)")
    }

    @Test func `find the airports of a city`() throws {
        let near = try output(of: "airport_search", ["latitude": 51.5085, "longitude": -0.1257, "radius_km": 60])

        let codes = near["items"]?.array?.compactMap { $0["iata"]?.string } ?? []
        #expect(Set(codes) == ["LHR", "LGW", "LTN", "STN"])
    }

    @Test func `know an airport by its code, in any case`() throws {
        #expect(try output(of: "airport_details", ["iata": "osl"])["city"] == "Oslo")
        #expect(
            try failure(of: "airport_details", ["iata": "QQV"]) == "There is no airport called \"QQV\" in the data.")
    }

    @Test func `list airports of known countries only`() {
        #expect(Airport.all.count >= 200)
        #expect(Set(Airport.all.map(\.iata)).count == Airport.all.count)
        for airport in Airport.all {
            #expect(throws: Never.self) { try Country.withCode(airport.country) }
        }
    }

    @Test func `take time`() throws {
        let trip = try output(of: "travel_time", ["distance_km": 250, "speed_kmh": 20])

        #expect(trip == ["time": "12 h 30 min", "hours": 12.5, "days_of_travel": 2])
    }
}
