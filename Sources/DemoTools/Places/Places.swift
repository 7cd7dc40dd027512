import Engine

/// Cities and how they lie to one another.
enum Places {
    static let tools = [cityLookup, nearbyCities, routeDistance, countryFacts, countryCurrency]

    static let cityLookup = DemoTool(
        "city_lookup", family: Family.places,
        """
        Finds a city by its name, in English or in its own language, and gives its id, country, coordinates, time zone \
        and population. Where several cities share a name, the largest is meant unless the country is given.
        """,
        inputs: [
            .text("name", "Name of the city, such as Oslo, München or 京都.").means(.placeName).values(
                "Oslo", "Kyoto", "Lisbon", "Cape Town", "Montréal", "Reykjavík", "Buenos Aires", "Edinburgh", "Seoul",
                "Zürich", "Marrakesh", "Hobart", "Vancouver", "Kraków", "São Paulo", "Hanoi", "Nairobi", "Sapporo",
                "Seville", "Tromsø", "Denver", "Tbilisi", "Auckland", "Ghent", "Valparaíso", "Jaipur", "Istanbul",
                "京都", "Brigadoon", "Porto Velho do Sul", "Kiotto", "Longyearbyen"),
            .text("country", "English name or two-letter code of the country, to tell cities of one name apart.")
                .means(.searchedCountry).optional,
        ],
        outputs: [
            .text("id", "Id of the city, to give to other tools.").means(.placeID),
            .text("name", "English name.").means(.placeName),
            .text("country_code", "Two letters of ISO 3166-1.").means(.countryCode),
            .text("country", "English name of the country.").means(.countryName),
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .text("time_zone", "IANA time zone.").means(.timeZone),
            .whole("population", 0...50_000_000, "Inhabitants.").means(.population),
        ],
        wording: Wording(
            part: .lookup, subject: "{@name}",
            openings: ["I am getting to know {name}."],
            asks: [
                "How many people live in {name}?", "Which country does {name} belong to, and how large is it?",
                "Where in the world is {name}?",
            ],
            answers: [
                "{out.name} is a city in {out.country} with {out.population|number} inhabitants.",
                "{out.name} lies in {out.country} and has {out.population|number} inhabitants.",
                "{out.name} belongs to {out.country}; {out.population|number} people live there.",
            ])
    ) { (arguments) throws(Refusal) in
        var country: Country?
        if let name = arguments["country"]?.string { country = try Country.named(name) }
        let city = try City.named(try arguments.text("name"), in: country)
        return [
            "id": .string(city.id), "name": .string(city.name), "country_code": .string(city.country),
            "country": .string(Country.name(of: city.country)), "latitude": .decimal(city.place.latitude),
            "longitude": .decimal(city.place.longitude), "time_zone": .string(city.timeZone),
            "population": .whole(city.population),
        ]
    }

    static let nearbyCities = DemoTool(
        "nearby_cities", family: Family.places,
        """
        Lists the cities within a radius of a point, the nearest first, with their distance in a straight line. \
        The place itself (within 5 km) is left out. A lonely place gives an empty list.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north of the point.").means(.latitude),
            .number("longitude", -180...180, "Degrees east of the point.").means(.longitude),
            .number("radius_km", 1...2000, "How far to look, in kilometres.").values(
                100, 150, 200, 250, 300, 400, 50, 500),
        ],
        outputs: [
            .text("nearest_id", "Id of the nearest city; left out when there is none.").means(.placeID).optional,
            .records(
                "items", "At most ten cities, the nearest first.",
                [
                    .text("id", "Id of the city."), .text("name", "English name."),
                    .text("country", "English name of its country."),
                    .number("distance_km", 0...2000, "Kilometres in a straight line, to 0.1 km."),
                ]),
        ],
        wording: Wording(
            subject: "the city nearest to {@latitude}",
            openings: [
                "I am based {@latitude|in} for a week and want to see more of the region.",
                "We are planning day trips from {@latitude}.",
            ],
            asks: [
                "Which cities lie within {radius_km} km of {@latitude}?",
                "What larger cities are there around {@latitude}, no more than {radius_km} km away?",
                "Which cities could I reach within {radius_km} km of {@latitude}?",
            ],
            answers: [
                "[The cities within {radius_km} km of {@latitude}, the nearest first: {out.items[].name|list}.]"
                    + "[!out.items[].name: No other city of the list lies within {radius_km} km of {@latitude}.]",
                "[From nearest to farthest, within {radius_km} km: {out.items[].name|list}.]"
                    + "[!out.items[].name: There is no other city within {radius_km} km in the data.]",
                "[In reach within {radius_km} km: {out.items[].name|list}.]"
                    + "[!out.items[].name: Nothing larger lies within {radius_km} km of {@latitude}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let place = try Coordinate(arguments)
        let radius = try arguments.number("radius_km")
        let found = City.all.map { (city: $0, distance: place.kilometres(to: $0.place)) }
            .filter { $0.distance >= 5 && $0.distance <= radius }.sorted { $0.distance < $1.distance }
        var near: JSON.Object = [:]
        near.set("nearest_id", unlessNil: found.first.map { .string($0.city.id) })
        near.set("items", .array(found.prefix(10).map(listed)))
        return .object(near)
    }

    private static func listed(_ city: City, _ distance: Double) -> JSON {
        [
            "id": .string(city.id), "name": .string(city.name), "country": .string(Country.name(of: city.country)),
            "distance_km": .decimal(distance, places: 1),
        ]
    }

    static let routeDistance = DemoTool(
        "route_distance", family: Family.places,
        "Measures the great-circle distance and the direction from one city to another, both given by their ids.",
        inputs: [
            .text("from_city_id", "Id of the city of departure.").means(.placeID),
            .text("to_city_id", "Id of the city of arrival.").means(.placeID),
        ],
        outputs: [
            .number("distance_km", 0...20_100, "Kilometres in a straight line, to 0.1 km.").means(.distance),
            .number("distance_miles", 0...12_500, "The same in miles, to 0.1 mile."),
            .text("direction", "Compass direction at departure."),
        ],
        wording: Wording(
            subject: "the way from {@from_city_id} to {@to_city_id}",
            openings: [
                "I am weighing a trip from {@from_city_id} to {@to_city_id}.",
                "My brother lives in {@from_city_id} and I am moving to {@to_city_id}.",
            ],
            asks: [
                "How far apart are {@from_city_id} and {@to_city_id} as the crow flies?",
                "How many kilometres are there between {@from_city_id} and {@to_city_id}?",
                "In which direction and how far away from {@from_city_id} is {@to_city_id}?",
            ],
            answers: [
                "From {@from_city_id} to {@to_city_id} it is {out.distance_km|number} km in a straight line, "
                    + "setting out to the {out.direction}.",
                "The distance from {@from_city_id} to {@to_city_id} is {out.distance_km|number} km "
                    + "({out.distance_miles|number} miles), to the {out.direction}.",
                "The two are {out.distance_km|number} km apart; from {@from_city_id} you head {out.direction}.",
            ])
    ) { (arguments) throws(Refusal) in
        let start = try City.withID(try arguments.text("from_city_id"))
        let end = try City.withID(try arguments.text("to_city_id"))
        guard start != end else {
            throw .impossible("Both ends of the way are \(start.name).", next: "Give two different cities.")
        }
        let distance = start.place.kilometres(to: end.place)
        return [
            "distance_km": .decimal(distance, places: 1),
            "distance_miles": .decimal(distance / 1.609344, places: 1),
            "direction": .string(Coordinate.compassPoint(start.place.bearing(to: end.place))),
        ]
    }
}
