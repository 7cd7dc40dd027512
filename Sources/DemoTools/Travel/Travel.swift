import Engine

/// Airports and journeys.
enum Travel {
    static let tools = [airportSearch, airportDetails, flightDistance, travelTime]

    static let airportSearch = DemoTool(
        "airport_search", family: Family.travel, occasions: [.trip, .meeting, .quiz, .sport],
        """
        Lists up to five larger airports around a point, the nearest first, with their distance in a straight line. \
        None within the radius gives an empty list; a point that is an airport itself is a failed call.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north of the point.").means(.latitude),
            .number("longitude", -180...180, "Degrees east of the point.").means(.longitude),
            .whole("radius_km", 1...1000, "How far to look, in kilometres.").optional(150),
        ],
        outputs: [
            .text("nearest_iata", "IATA code of the nearest airport; left out when there is none.")
                .means(.airportCode).optional,
            .text("nearest_name", "Its name; left out when there is none.").means(.airportName).optional,
            .number("nearest_km", 0...1000, "How far away it is; left out when there is none.").optional,
            .records(
                "items", "The airports, the nearest first.",
                [
                    .text("iata", "Three letters of IATA."),
                    .text("name", "Name of the airport."), .text("city", "City it serves."),
                    .number("km_away", 0...1000, "Kilometres in a straight line."),
                ]),
        ],
        wording: Wording(
            part: .waypoint, subject: "the airport nearest to {@latitude}", again: "that airport",
            openings: [
                "I want to fly to {@latitude} without a long transfer.",
                "We are meeting the whole family near {@latitude}.",
                "My aunt cannot face a long taxi ride to {@latitude}.",
                "Three colleagues are coming to {@latitude} by plane.",
                "We still have to book a flight to somewhere near {@latitude}.",
            ],
            asks: [
                "Which larger airport is closest to {@latitude}?",
                "What airports are there near {@latitude}?",
                "Where would I land for a visit to {@latitude}?",
                "Is there an airport near {@latitude}?",
                "How far is the nearest airport from {@latitude}?",
                "How close to {@latitude} can I fly?",
            ],
            answers: [
                "[The larger airport closest to {@latitude} is {out.nearest_name} ({out.nearest_iata}), {out.nearest_km} km "
                    + "away.][none out.items[].name: No larger airport lies within reach of {@latitude}.]",
                "[many out.items[].name: For {@latitude} you can choose between {out.items[].name|list}, the nearest "
                    + "being the first, {out.nearest_km} km away.]"
                    + "[one out.items[].name: The one larger airport near {@latitude} is {out.nearest_name} "
                    + "({out.nearest_iata}), {out.nearest_km} km away.]"
                    + "[none out.items[].name: There is no larger airport anywhere near {@latitude}.]",
                "[{out.nearest_name} ({out.nearest_iata}) is the larger airport nearest to {@latitude}, {out.nearest_km} km "
                    + "in a straight line.][none out.items[].name: No larger airport is near {@latitude}.]",
            ],
            doubts: [
                Wording.Doubt(
                    about: "nearest_km",
                    asks: [
                        "My father reckons a larger airport is less than {guess} km from {@latitude}. Is he right?",
                        "Is it true that a larger airport lies less than {guess} km from {@latitude}?",
                    ],
                    confirmed: [
                        "Yes: {out.nearest_name} ({out.nearest_iata}) is {out.nearest_km} km from {@latitude}.",
                        "True enough, from {@latitude} to {out.nearest_name} ({out.nearest_iata}) it is "
                            + "{out.nearest_km} km.",
                    ],
                    refuted: [
                        "No: the nearest larger one, {out.nearest_name} ({out.nearest_iata}), is {out.nearest_km} km from "
                            + "{@latitude}.",
                        "Not quite, from {@latitude} to the nearest larger one, {out.nearest_name}, it is "
                            + "{out.nearest_km} km.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let place = try Coordinate(arguments)
        let radius = Double(try arguments.whole("radius_km"))
        let found = Airport.all.map { (airport: $0, distance: place.kilometres(to: $0.place)) }
            .filter { $0.distance <= radius }.sorted { $0.distance < $1.distance }
        if let here = found.first, here.distance < 0.5 {
            throw .impossible("The point is \(here.airport.name) itself.", next: "Give a point away from the airport.")
        }
        var near: JSON.Object = [:]
        near.set("nearest_iata", unlessNil: found.first.map { .string($0.airport.iata) })
        near.set("nearest_name", unlessNil: found.first.map { .string($0.airport.name) })
        near.set("nearest_km", unlessNil: found.first.map { .kilometres($0.distance) })
        near.set("items", .array(found.prefix(5).map(listed)))
        return .object(near)
    }

    private static func listed(_ airport: Airport, _ distance: Double) -> JSON {
        [
            "iata": .string(airport.iata), "name": .string(airport.name), "city": .string(airport.city),
            "km_away": .kilometres(distance),
        ]
    }

    /// Airports as travellers name them: by their codes.
    static let codes: [JSON] = [
        "OSL", "KIX", "LHR", "JFK", "GRU", "CPT", "SYD", "DUB", "ICN", "LIS", "DEL", "SFO", "HEL", "PRG", "NBO", "AKL",
        "MEX", "CDG", "XQZ", "KEF", "BKK", "SIN", "VIE", "AMS", "EDI", "ADD", "UIO", "DEN", "KTM", "MUC", "ATH", "YYC",
    ]

    static let airportDetails = DemoTool(
        "airport_details", family: Family.travel, occasions: [.trip, .meeting, .quiz],
        """
        Gives name, city, country, coordinates, elevation in metres and time zone of an airport by its IATA code. \
        An unknown code is a failed call.
        """,
        inputs: [
            .text("iata", "Three letters of IATA, such as OSL.").means(.airportCode).values(codes)
        ],
        outputs: [
            .text("iata", "Three letters of IATA.").means(.airportCode),
            .text("icao", "Four letters of ICAO."), .text("name", "Name of the airport.").means(.airportName),
            .text("city", "City it serves.").means(.placeName),
            .text("country", "English name of the country.").means(.countryName),
            .text("country_code", "Two letters of ISO 3166-1.").means(.countryCode),
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .whole("elevation_m", -500...5000, "Metres above the sea."),
            .text("time_zone", "IANA time zone.").means(.timeZone),
        ],
        wording: Wording(
            part: .waypoint, subject: "{out.city} ({iata})", again: "{out.city}",
            openings: [
                "I am picking up my aunt at {@iata}.",
                "We have six hours to kill at {@iata}.",
                "Our band changes planes at {@iata} with all its gear.",
                "My connection at {@iata} is tight.",
                "A friend of mine learns to fly around {@iata}.",
                "The cheapest ticket takes us through {@iata}.",
            ],
            asks: [
                "Which city does {@iata} serve?", "Where am I when I get out at {@iata}?",
                "In or near what city is {@iata}?", "Does {@iata} lie high up, or close to sea level?",
                "What is the city behind {@iata}?",
            ],
            answers: [
                "{out.name} ({out.iata}) serves {out.city} and lies {out.elevation_m|n metre} above the sea.",
                "{out.iata} is {out.name}, an airport of {out.city}, at an elevation of {out.elevation_m|n metre}.",
                "You land at {out.name} ({out.iata}), {out.elevation_m|n metre} above the sea, and the city is "
                    + "{out.city}.",
            ])
    ) { (arguments) throws(Refusal) in
        let airport = try Airport.withCode(try arguments.text("iata"))
        return [
            "iata": .string(airport.iata), "icao": .string(airport.icao), "name": .string(airport.name),
            "city": .string(airport.city), "country": .string(Country.name(of: airport.country)),
            "country_code": .string(airport.country),
            "latitude": .decimal(airport.place.latitude), "longitude": .decimal(airport.place.longitude),
            "elevation_m": .whole(airport.elevation), "time_zone": .string(airport.timeZone),
        ]
    }
}
