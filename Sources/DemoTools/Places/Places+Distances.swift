import Engine

extension Places {
    static let nearbyCities = DemoTool(
        "nearby_cities", family: Family.places, occasions: [.trip, .quiz, .school, .sport],
        """
        Lists up to eight well-known cities within a radius of a point, the nearest first, with their distance in a \
        straight line. What lies within 25 km, and the city of an airport at the point, count as the place itself \
        and are left out; a lonely place gives an empty list.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north of the point.").means(.latitude),
            .number("longitude", -180...180, "Degrees east of the point.").means(.longitude),
            .number("radius_km", 1...2000, "How far to look, in kilometres.").values(
                100, 120, 150, 180, 200, 250, 300, 350, 400),
        ],
        outputs: [
            .text("nearest_id", "Id of the nearest city; left out when there is none.").means(.placeID).optional,
            .text("nearest_name", "Its English name; left out when there is none.").means(.placeName).optional,
            .number("nearest_km", 0...2000, "How far away it is; left out when there is none.").optional,
            .records(
                "items", "The cities, the nearest first.",
                [
                    .text("id", "Id of the city."), .text("name", "English name."),
                    .text("country", "English name of its country."),
                    .number("km_away", 0...2000, "Kilometres in a straight line."),
                ]),
        ],
        wording: Wording(
            subject: "{out.items[].name}",
            openings: [
                "We have a hire car for a week near {@latitude}.",
                "My parents spend the spring near {@latitude} and love day trips.",
                "The kids get bored when we stay around {@latitude} for long.",
                "Our choir wants a second concert after {@latitude}.",
                "I have three free days around {@latitude} and no plan yet.",
                "A colleague keeps telling me to leave {@latitude} and see the region.",
            ],
            asks: [
                "Which well-known cities lie within {radius_km} km of {@latitude}?",
                "What other big names are there no more than {radius_km} km from {@latitude}?",
                "Are there any famous cities within {radius_km} km of {@latitude}?",
                "Where else could we go if we stay within {radius_km} km of {@latitude}?",
                "Is there another well-known city within {radius_km} km of {@latitude}, and which is the closest?",
                "Which is the nearest well-known city to {@latitude}, looking {radius_km} km around?",
            ],
            answers: [
                "[many out.items[].name: Within {radius_km} km of {@latitude} you find {out.items[].name|list}, "
                    + "nearest first.]"
                    + "[one out.items[].name: The one well-known city within {radius_km} km of {@latitude} is "
                    + "{out.nearest_name}.]"
                    + "[none out.items[].name: No other well-known city lies within {radius_km} km of {@latitude}.]",
                "[many out.items[].name: The well-known city closest to {@latitude} is {out.nearest_name}; the choice "
                    + "within {radius_km} km, nearest first: {out.items[].name|list}.]"
                    + "[one out.items[].name: Among the well-known cities only {out.nearest_name} is so close "
                    + "to {@latitude}.]"
                    + "[none out.items[].name: Of the well-known cities none is within {radius_km} km of {@latitude}.]",
                "[many out.items[].name: From {@latitude} you could go to {out.items[].name|list}, all within "
                    + "{radius_km} km.]"
                    + "[one out.items[].name: From {@latitude} you could go to {out.nearest_name}, the only "
                    + "one within {radius_km} km.]"
                    + "[none out.items[].name: Nothing well known lies within {radius_km} km of {@latitude}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let place = try Coordinate(arguments)
        let radius = try arguments.number("radius_km")
        let home = served(at: place)
        let found = City.all.map { (city: $0, distance: place.kilometres(to: $0.place)) }
            .filter { $0.distance >= 25 && $0.distance <= radius && $0.city != home }
            .sorted { $0.distance < $1.distance }
        var near: JSON.Object = [:]
        near.set("nearest_id", unlessNil: found.first.map { .string($0.city.id) })
        near.set("nearest_name", unlessNil: found.first.map { .string($0.city.name) })
        near.set("nearest_km", unlessNil: found.first.map { .kilometres($0.distance) })
        near.set("items", .array(found.prefix(8).map(listed)))
        return .object(near)
    }

    /// The city of the airport at a point, if there is one.
    private static func served(at place: Coordinate) -> City? {
        guard let airport = Airport.all.first(where: { $0.place.kilometres(to: place) < 2 }) else { return nil }
        return try? City.named(airport.city, in: Country.withCode(airport.country))
    }

    private static func listed(_ city: City, _ distance: Double) -> JSON {
        [
            "id": .string(city.id), "name": .string(city.name), "country": .string(Country.name(of: city.country)),
            "km_away": .kilometres(distance),
        ]
    }

    static let routeDistance = DemoTool(
        "route_distance", family: Family.places, occasions: [.trip, .quiz, .sport, .school],
        """
        Measures the great-circle distance and the direction from one city to another, both given by their ids. \
        Distances are to 1 km, below 20 km to 0.1 km; the same city twice is a failed call.
        """,
        inputs: [
            .text("from_city_id", "Id of the city of departure.").means(.placeID),
            .text("to_city_id", "Id of the city of arrival.").means(.placeID),
        ],
        outputs: [
            .number("distance_km", 0...20_100, "Kilometres in a straight line.").means(.distance),
            .number("distance_miles", 0...12_500, "The same in miles."),
            .text("direction", "Compass direction at departure."),
        ],
        wording: Wording(
            subject: "the trip from {@from_city_id} to {@to_city_id}", again: "the whole trip",
            openings: [
                "We cannot agree whether {@to_city_id} is too far from {@from_city_id}.",
                "My sister is moving from {@from_city_id} to {@to_city_id}.",
                "Two of us dream of cycling from {@from_city_id} to {@to_city_id}.",
                "Grandad once hitchhiked from {@from_city_id} to {@to_city_id}.",
                "Our firm has an office {@from_city_id|in} and opens one in {@to_city_id}.",
                "I am drawing a map for a board game with {@from_city_id} and {@to_city_id} on it.",
            ],
            asks: [
                "How far is it from {@from_city_id} to {@to_city_id} as the crow flies?",
                "What is the straight-line distance between {@from_city_id} and {@to_city_id}?",
                "How many kilometres lie between {@from_city_id} and {@to_city_id}?",
                "In which direction from {@from_city_id} is {@to_city_id}, and how far away?",
                "Is it far from {@from_city_id} to {@to_city_id}, measured in a straight line?",
                "Does one head north or south from {@from_city_id} to reach {@to_city_id}, and how far?",
            ],
            answers: [
                "From {@from_city_id} to {@to_city_id} it is {out.distance_km|number} km in a straight line, heading "
                    + "{out.direction}.",
                "{@from_city_id} and {@to_city_id} are {out.distance_km|number} km ({out.distance_miles|number} miles) "
                    + "apart; you set out to the {out.direction}.",
                "As the crow flies, {@to_city_id} is {out.distance_km|number} km from {@from_city_id}, to the "
                    + "{out.direction}.",
                "You would head {out.direction} from {@from_city_id}, and the straight line to {@to_city_id} measures "
                    + "{out.distance_km|number} km.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "distance_km",
                    asks: [
                        "My cousin swears it is less than {guess|number} km in a straight line from {@from_city_id} to "
                            + "{@to_city_id}. Is she right?",
                        "Is {@to_city_id} really less than {guess|number} km from {@from_city_id} as the crow flies?",
                        "My dad bets that {@from_city_id} and {@to_city_id} are less than {guess|number} km apart. "
                            + "Does he win?",
                    ],
                    confirmed: [
                        "Yes: from {@from_city_id} to {@to_city_id} it is {out.distance_km|number} km in a straight line.",
                        "True enough, {@from_city_id} and {@to_city_id} are {out.distance_km|number} km apart.",
                    ],
                    refuted: [
                        "No: from {@from_city_id} to {@to_city_id} it is {out.distance_km|number} km in a straight line, "
                            + "more than that.",
                        "Not quite, {@from_city_id} and {@to_city_id} are {out.distance_km|number} km apart, "
                            + "more than {guess|number} km.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let start = try City.withID(try arguments.text("from_city_id"))
        let end = try City.withID(try arguments.text("to_city_id"))
        guard start != end else {
            throw .impossible("Both ends of the way are \(start.name).", next: "Give two different cities.")
        }
        let distance = start.place.kilometres(to: end.place)
        return [
            "distance_km": .kilometres(distance), "distance_miles": .kilometres(distance / 1.609344),
            "direction": .string(Coordinate.compassPoint(start.place.bearing(to: end.place))),
        ]
    }
}

extension JSON {
    /// A distance as people say it: whole, and with one decimal place where it is short.
    static func kilometres(_ distance: Double) -> JSON { .decimal(distance, places: distance < 20 ? 1 : 0) }
}
