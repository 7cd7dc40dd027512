import Engine

/// Landmarks.
enum Landmarks {
    static let tools = [landmarkLookup, landmarksNear]

    private static let spoken: KeyValuePairs<String, String> = [
        "Eiffel Tower": "the Eiffel Tower", "Big Ben": "Big Ben",
        "Statue of Liberty": "the Statue of Liberty", "Sydney Opera House": "the Sydney Opera House",
        "Burj Khalifa": "the Burj Khalifa", "Taj Mahal": "the Taj Mahal", "Tokyo Skytree": "the Tokyo Skytree",
        "Golden Gate Bridge": "the Golden Gate Bridge", "CN Tower": "the CN Tower", "Atomium": "the Atomium",
        "Brandenburg Gate": "the Brandenburg Gate", "Cologne Cathedral": "Cologne Cathedral",
        "Tower Bridge": "Tower Bridge", "Hallgrímskirkja": "Hallgrímskirkja",
        "Christ the Redeemer": "Christ the Redeemer", "Space Needle": "the Space Needle",
        "KL Tower": "the KL Tower", "Taipei 101": "Taipei 101", "London Eye": "the London Eye",
        "Forth Bridge": "the Forth Bridge", "Belém Tower": "the Belém Tower", "Turning Torso": "the Turning Torso",
        "Hassan II Mosque": "the Hassan II Mosque", "Sky Tower": "the Sky Tower", "Galata Tower": "the Galata Tower",
        "Charles Bridge": "Charles Bridge", "Oslo Opera House": "the Oslo Opera House",
        "Elbphilharmonie": "the Elbphilharmonie", "Colossus of Rhodes": "the Colossus of Rhodes",
    ]

    static let landmarkLookup = DemoTool(
        "landmark_lookup", family: Family.places, occasions: [.trip, .quiz, .school, .sky],
        """
        Finds a famous building or monument by its English name and gives its city, country, coordinates, year of \
        completion and height in metres, the last two where they are known. An unknown name is a failed call.
        """,
        inputs: [
            .text("name", "English name, such as Eiffel Tower.").means(.landmarkName).said(spoken)
        ],
        outputs: [
            .text("id", "Id of the landmark.").means(.landmarkID), .text("name", "English name."),
            .text("called", "The name within a sentence, such as the Eiffel Tower."),
            .text("city", "City or town.").means(.placeName),
            .text("country", "English name of the country.").means(.countryName),
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .whole("completed", 1...2100, "Year of completion; left out where it grew over centuries.").optional,
            .number("height_m", 1...1000, "Height in metres; left out where it has no agreed one.").optional,
        ],
        wording: Wording(
            part: .waypoint, subject: "{@name}", again: "{out.called}", preposition: "at",
            openings: [
                "I have wanted to see {@name} since I was a child.",
                "We promised the kids a day at {@name}.",
                "Grandma still has a postcard of {@name} on her fridge.",
                "A photo of {@name} hangs above my desk.",
                "My nephew is building {@name} out of matchsticks.",
                "There is a jigsaw of {@name} on our table.",
            ],
            asks: [
                "How tall is {@name}, and when was it finished?",
                "When was {@name} completed?",
                "What is the height of {@name}?",
                "Which city is {@name} in, and how old is it?",
                "Since when has {@name} been standing, and how high does it rise?",
                "Where exactly is {@name}?",
            ],
            answers: [
                "{out.called} is in {out.city}, {out.country|the}[, and was completed in {out.completed}]."
                    + "[ Its height is {out.height_m|n metre}.][none out.completed: No single year of completion is known.]",
                "{out.called} stands in {out.city}, {out.country|the}[; the work was finished in {out.completed}]"
                    + "[none out.completed:; nobody can name one year of completion]"
                    + "[, and the top is {out.height_m|n metre} up].",
                "In {out.city}, {out.country|the}, you find {out.called}[, completed in {out.completed}]"
                    + "[none out.completed:, which has no single year of completion]."
                    + "[ From bottom to top it measures {out.height_m|n metre}.]",
            ],
            doubts: [
                Wording.Doubt(
                    about: "height_m",
                    asks: [
                        "My brother says {@name} is less than {guess|number} m tall. Is he right?",
                        "Is {@name} really less than {guess|number} m high?",
                        "Can it be that {@name} does not even reach {guess|number} m?",
                    ],
                    confirmed: [
                        "Yes: {out.called} in {out.city} is {out.height_m|n metre} high.",
                        "Right, the height of {out.called} in {out.city} is {out.height_m|n metre}.",
                    ],
                    refuted: [
                        "No: {out.called} in {out.city} is {out.height_m|n metre} high, more than that.",
                        "Not quite, the height of {out.called} in {out.city} is {out.height_m|n metre}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let landmark = try Landmark.named(try arguments.text("name"))
        var facts: JSON.Object = [
            "id": .string(landmark.id), "name": .string(landmark.name), "called": .string(landmark.called),
            "city": .string(landmark.city), "country": .string(Country.name(of: landmark.country)),
            "latitude": .decimal(landmark.place.latitude), "longitude": .decimal(landmark.place.longitude),
        ]
        facts.set("completed", unlessNil: landmark.completed.map(JSON.whole))
        facts.set("height_m", unlessNil: landmark.height.map { .decimal($0, places: 1) })
        return .object(facts)
    }

    static let landmarksNear = DemoTool(
        "landmarks_near", family: Family.places, occasions: [.trip, .quiz, .sport, .school],
        """
        Lists up to six famous buildings and monuments within a radius of a point, the nearest first, with their \
        distance in a straight line. A place without any gives an empty list.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north of the point.").means(.latitude),
            .number("longitude", -180...180, "Degrees east of the point.").means(.longitude),
            .number("radius_km", 0.5...1000, "How far to look, in kilometres.").values(
                5, 10, 15, 20, 25, 30, 50, 80, 100),
        ],
        outputs: [
            .text("nearest_name", "Name of the nearest; left out when there is none.").means(.landmarkName).optional,
            .text("nearest_called", "Its name within a sentence; left out when there is none.").optional,
            .number("nearest_km", 0...1000, "How far away it is; left out when there is none.").optional,
            .records(
                "items", "The landmarks, the nearest first.",
                [
                    .text("name", "English name."), .text("called", "The name within a sentence."),
                    .text("city", "City or town."), .number("km_away", 0...1000, "Kilometres in a straight line."),
                ]),
        ],
        wording: Wording(
            subject: "the sight nearest to {@latitude}", again: "{out.nearest_called}",
            openings: [
                "I have a single free afternoon near {@latitude}.",
                "My in-laws expect a proper sightseeing tour around {@latitude}.",
                "We are taking our camera club to {@latitude}.",
                "Nobody in our group has ever been to {@latitude}.",
                "A pen friend is showing me round {@latitude}.",
            ],
            asks: [
                "Which famous sights are there within {radius_km} km of {@latitude}?",
                "What is there to see no more than {radius_km} km from {@latitude}?",
                "Is there a famous building within {radius_km} km of {@latitude}?",
                "Are there any well-known monuments less than {radius_km} km from {@latitude}?",
                "What could I photograph if I stay within {radius_km} km of {@latitude}?",
                "Which well-known sight is closest to {@latitude}, within {radius_km} km?",
            ],
            answers: [
                "[many out.items[].name: Within {radius_km} km of {@latitude} you could see {out.items[].called|list}.]"
                    + "[one out.items[].name: Within {radius_km} km of {@latitude} there is {out.nearest_called}.]"
                    + "[none out.items[].name: No world-famous sight lies within {radius_km} km of {@latitude}.]",
                "[many out.items[].name: The sight closest to {@latitude} is {out.nearest_called}; the whole choice "
                    + "within {radius_km} km is {out.items[].called|list}.]"
                    + "[one out.items[].name: The famous sight near {@latitude} is {out.nearest_called}, "
                    + "{out.nearest_km} km away.]"
                    + "[none out.items[].name: There is no world-famous sight within {radius_km} km of {@latitude}.]",
                "[many out.items[].name: Around {@latitude} there are {out.items[].called|list}, nearest first.]"
                    + "[one out.items[].name: Around {@latitude} you could visit {out.nearest_called}, "
                    + "{out.nearest_km} km off.]"
                    + "[none out.items[].name: Nothing world-famous stands within {radius_km} km of {@latitude}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let place = try Coordinate(arguments)
        let radius = try arguments.number("radius_km")
        let found = Landmark.all.map { (landmark: $0, distance: place.kilometres(to: $0.place)) }
            .filter { $0.distance <= radius && $0.distance > 0.01 }.sorted { $0.distance < $1.distance }
        var near: JSON.Object = [:]
        near.set("nearest_name", unlessNil: found.first.map { .string($0.landmark.name) })
        near.set("nearest_called", unlessNil: found.first.map { .string($0.landmark.called) })
        near.set("nearest_km", unlessNil: found.first.map { .kilometres($0.distance) })
        near.set("items", .array(found.prefix(6).map(listed)))
        return .object(near)
    }

    private static func listed(_ landmark: Landmark, _ distance: Double) -> JSON {
        [
            "name": .string(landmark.name), "called": .string(landmark.called), "city": .string(landmark.city),
            "km_away": .kilometres(distance),
        ]
    }
}
