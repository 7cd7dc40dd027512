import Engine

/// Airports and journeys.
enum Travel {
    static let tools = [airportSearch, airportDetails, flightDistance, travelTime]

    static let airportSearch = DemoTool(
        "airport_search", family: Family.travel,
        "Lists the larger airports around a point, the nearest first; none within the radius gives an empty list.",
        inputs: [
            .number("latitude", -90...90, "Degrees north of the point.").means(.latitude),
            .number("longitude", -180...180, "Degrees east of the point.").means(.longitude),
            .whole("radius_km", 1...1000, "How far to look, in kilometres.").values(50, 60, 80, 100, 120, 150, 30)
                .optional(100),
        ],
        outputs: [
            .text("nearest_iata", "IATA code of the nearest airport; left out when there is none.")
                .means(.airportCode).optional,
            .records(
                "items", "At most eight airports, the nearest first.",
                [
                    .text("iata", "Three letters of IATA."),
                    .text("name", "Name of the airport."), .text("city", "City it serves."),
                    .number("distance_km", 0...1000, "Kilometres in a straight line, to 0.1 km."),
                ]),
        ],
        wording: Wording(
            subject: "the airport nearest to {@latitude}",
            openings: ["I want to fly to {@latitude} next summer.", "We are looking for flights to {@latitude}."],
            asks: [
                "Which airports are near {@latitude}[, at most {radius_km} km away]?",
                "Where could I land for a visit to {@latitude}[, no farther than {radius_km} km away]?",
                "Which airports serve {@latitude}[ within {radius_km} km]?",
            ],
            answers: [
                "[The airports near {@latitude}, the nearest first: {out.items[].name|list}.]"
                    + "[!out.items[].name: There is no larger airport near {@latitude}.]",
                "[From nearest to farthest: {out.items[].name|list}.]"
                    + "[!out.items[].name: No larger airport lies that close to {@latitude}.]",
                "[Airports to choose from: {out.items[].name|list}.]"
                    + "[!out.items[].name: No larger airport is that near to {@latitude}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let place = try Coordinate(arguments)
        let radius = Double(try arguments.whole("radius_km"))
        let found = Airport.all.map { (airport: $0, distance: place.kilometres(to: $0.place)) }
            .filter { $0.distance <= radius }.sorted { $0.distance < $1.distance }
        var near: JSON.Object = [:]
        near.set("nearest_iata", unlessNil: found.first.map { .string($0.airport.iata) })
        near.set("items", .array(found.prefix(8).map(listed)))
        return .object(near)
    }

    private static func listed(_ airport: Airport, _ distance: Double) -> JSON {
        [
            "iata": .string(airport.iata), "name": .string(airport.name), "city": .string(airport.city),
            "distance_km": .decimal(distance, places: 1),
        ]
    }

    /// Airports as travellers name them: by their codes.
    private static let codes: [JSON] = [
        "OSL", "KIX", "LHR", "JFK", "GRU", "CPT", "SYD", "YVR", "ICN", "LIS", "DEL", "SFO", "HEL", "EZE", "NBO", "AKL",
        "MEX", "CDG", "XQZ", "KEF", "BKK", "QQV", "SIN",
    ]

    static let airportDetails = DemoTool(
        "airport_details", family: Family.travel,
        "Gives name, city, country, coordinates, elevation and time zone of an airport by its IATA code.",
        inputs: [
            .text("iata", "Three letters of IATA, such as OSL.").means(.airportCode).values(codes)
        ],
        outputs: [
            .text("iata", "Three letters of IATA.").means(.airportCode),
            .text("icao", "Four letters of ICAO."), .text("name", "Name of the airport.").means(.airportName),
            .text("city", "City it serves.").means(.placeName),
            .text("country_code", "Two letters of ISO 3166-1.").means(.countryCode),
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .whole("elevation_m", -500...5000, "Metres above the sea."),
            .text("time_zone", "IANA time zone.").means(.timeZone),
        ],
        wording: Wording(
            subject: "{out.city}",
            openings: ["My ticket says {@iata}.", "I have to change planes at {@iata}."],
            asks: [
                "Which airport is {@iata}, and how high does it lie?",
                "What is the full name of {@iata}, and which city does it serve?",
                "Which city do I reach through {@iata}, and what is the airport called?",
            ],
            answers: [
                "It is {out.name}, the airport of {out.city}, {out.elevation_m|number} m above the sea.",
                "{out.iata} stands for {out.name}, which serves {out.city} and lies {out.elevation_m|number} m above "
                    + "the sea.",
                "You reach {out.city}: the airport is called {out.name} ({out.iata}, {out.icao}), at an elevation of "
                    + "{out.elevation_m|number} m.",
            ])
    ) { (arguments) throws(Refusal) in
        let airport = try Airport.withCode(try arguments.text("iata"))
        return [
            "iata": .string(airport.iata), "icao": .string(airport.icao), "name": .string(airport.name),
            "city": .string(airport.city), "country_code": .string(airport.country),
            "latitude": .decimal(airport.place.latitude), "longitude": .decimal(airport.place.longitude),
            "elevation_m": .whole(airport.elevation), "time_zone": .string(airport.timeZone),
        ]
    }

    static let flightDistance = DemoTool(
        "flight_distance", family: Family.travel,
        """
        Measures the great-circle distance between two airports and estimates the flight time: 30 minutes for climb \
        and descent, and the distance at 850 km/h.
        """,
        inputs: [
            .text("from_iata", "IATA code of the airport of departure.").means(.airportCode).values(codes),
            .text("to_iata", "IATA code of the airport of arrival.").means(.airportCode).values(codes),
        ],
        outputs: [
            .number("distance_km", 0...20_100, "Kilometres along the great circle.").means(.distance),
            .text("estimated_time", "Rough time in the air, such as 7 h 1 min."),
            .text("direction", "Compass direction at departure."),
        ],
        wording: Wording(
            subject: "the flight from {@from_iata} to {@to_iata}",
            openings: [
                "I get restless on long flights.", "I want to know what I am in for before I book a flight.",
            ],
            asks: [
                "How far is it by air from {@from_iata} to {@to_iata}?",
                "Roughly how long is the flight from {@from_iata} to {@to_iata}?",
                "How many kilometres does a plane cover between {@from_iata} and {@to_iata}?",
            ],
            answers: [
                "It is {out.distance_km|number} km along the great circle, roughly {out.estimated_time} in the air.",
                "The flight covers {out.distance_km|number} km and takes about {out.estimated_time}.",
                "A plane flies {out.distance_km|number} km, setting out to the {out.direction}; that is about "
                    + "{out.estimated_time}.",
            ])
    ) { (arguments) throws(Refusal) in
        let start = try Airport.withCode(try arguments.text("from_iata"))
        let end = try Airport.withCode(try arguments.text("to_iata"))
        guard start != end else {
            throw .impossible("Both ends of the flight are \(start.name).", next: "Give two different airports.")
        }
        let distance = start.place.kilometres(to: end.place)
        return [
            "distance_km": .decimal(distance, places: 0),
            "estimated_time": .string(ClockTime.duration(Int((30 + distance / 850 * 60).rounded()))),
            "direction": .string(Coordinate.compassPoint(start.place.bearing(to: end.place))),
        ]
    }

    static let travelTime = DemoTool(
        "travel_time", family: Family.travel,
        "Computes how long a distance takes at a steady speed, and how many days that is at eight hours a day.",
        inputs: [
            .number("distance_km", 0.1...40_000, "Kilometres to go.").means(.distance),
            .number("speed_kmh", 0.5...1500, "Steady speed in kilometres an hour.").values(
                5, 12, 18, 20, 25, 45, 60, 80, 110, 250),
        ],
        outputs: [
            .text("time", "How long it takes without a rest, such as 12 h 30 min."),
            .number("hours", 0...80_000, "The same in hours, to 0.1 h."),
            .whole("days_of_travel", 1...10_000, "Days at eight hours a day, begun days counted whole."),
        ],
        wording: Wording(
            openings: ["I dream of doing this without a plane.", "I like to imagine distances as time on the road."],
            asks: [
                "How long would {@distance_km} take in a straight line at a steady {speed_kmh} km/h?",
                "At {speed_kmh} km/h and without a detour, how many hours would I need for {@distance_km}?",
                "If I kept up {speed_kmh} km/h, eight hours a day, how many days would {@distance_km} take?",
            ],
            answers: [
                "At {speed_kmh} km/h it takes {out.time} without a rest, or {out.days_of_travel} days of eight hours.",
                "You would need {out.time}; at eight hours a day that is {out.days_of_travel} days.",
                "It comes to {out.time} of travel at {speed_kmh} km/h, spread over {out.days_of_travel} days of "
                    + "eight hours.",
            ])
    ) { (arguments) throws(Refusal) in
        let hours = try arguments.number("distance_km") / arguments.number("speed_kmh")
        return [
            "time": .string(ClockTime.duration(max(1, Int((hours * 60).rounded())))),
            "hours": .decimal(hours, places: 1), "days_of_travel": .whole(max(1, Int((hours / 8).rounded(.up)))),
        ]
    }
}
