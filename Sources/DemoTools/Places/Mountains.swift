import Engine

/// Mountains and thin air.
enum Mountains {
    static let tools = [mountainLookup, airPressure]

    private static let spoken: KeyValuePairs<String, String> = [
        "Kilimanjaro": "Kilimanjaro", "Mont Blanc": "Mont Blanc", "Matterhorn": "the Matterhorn",
        "Mount Fuji": "Mount Fuji", "Zugspitze": "the Zugspitze", "Ben Nevis": "Ben Nevis", "Teide": "Teide",
        "Aconcagua": "Aconcagua", "Denali": "Denali", "Triglav": "Triglav", "Toubkal": "Toubkal", "Eiger": "the Eiger",
        "Mount Everest": "Mount Everest", "Galdhøpiggen": "Galdhøpiggen", "Cotopaxi": "Cotopaxi",
        "Kinabalu": "Kinabalu", "Mount Olympus": "Mount Olympus", "Snowdon": "Snowdon", "Elbrus": "Elbrus",
        "Table Mountain": "Table Mountain", "Mount Kosciuszko": "Mount Kosciuszko", "Jungfrau": "the Jungfrau",
        "Pikes Peak": "Pikes Peak", "Grossglockner": "the Grossglockner", "Mauna Kea": "Mauna Kea",
        "Chimborazo": "Chimborazo", "Musala": "Musala", "K2": "K2", "Mount Doom": "Mount Doom",
    ]

    static let mountainLookup = DemoTool(
        "mountain_lookup", family: Family.places, occasions: [.trip, .quiz, .sport, .school, .sky, .kitchen],
        """
        Finds a mountain by its name and gives its height in metres, country, coordinates and the year of the first \
        recorded ascent where there is one. An unknown name is a failed call.
        """,
        inputs: [
            .text("name", "Name of the mountain, such as Matterhorn.").means(.mountainName).said(spoken)
        ],
        outputs: [
            .text("name", "Name of the mountain.").means(.mountainName),
            .text("called", "The name within a sentence, such as the Matterhorn."),
            .text("country", "English name of the country.").means(.countryName),
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .whole("height_m", 0...9000, "Metres above the sea.").means(.elevation),
            .whole("first_ascent", 1...2100, "Year of the first recorded ascent; left out where none is known.")
                .optional,
        ],
        wording: Wording(
            part: .waypoint, subject: "{@name}", again: "{out.called}", preposition: "on",
            openings: [
                "My uncle wants to climb {@name} for his sixtieth birthday.",
                "We are spending a week near {@name}.",
                "I am reading the diary of a woman who climbed {@name}.",
                "Our walking group has set its heart on {@name}.",
                "There was a film about {@name} on television.",
                "A friend sent me a picture from the top of {@name}.",
            ],
            asks: [
                "How high is {@name}, and when was it first climbed?",
                "When was {@name} first climbed?",
                "Which country is {@name} in, and how high is it?",
                "What is the height of {@name}?",
                "How many metres above the sea is the top of {@name}?",
                "Has {@name} been climbed for a long time, or only in the last century?",
            ],
            answers: [
                "{out.called} is {out.height_m|n metre} high"
                    + "[ and was first climbed in {out.first_ascent}][none out.first_ascent:, and nobody wrote down who "
                    + "climbed it first].",
                "The top of {out.called} ({out.country|the}) is {out.height_m|n metre} above the sea"
                    + "[; the first people stood there in {out.first_ascent}]"
                    + "[none out.first_ascent:; no year is known for the first ascent].",
                "{out.called} in {out.country|the} rises to {out.height_m|n metre}"
                    + "[, first reached in {out.first_ascent}]"
                    + "[none out.first_ascent:].",
            ],
            doubts: [
                Wording.Doubt(
                    about: "height_m",
                    asks: [
                        "My brother-in-law insists that {@name} is lower than {guess|number} m. Is he right?",
                        "Is {@name} really less than {guess|number} m high?",
                        "Can it be that {@name} stays below {guess|number} m?",
                    ],
                    confirmed: [
                        "Yes: {out.called} is {out.height_m|n metre} high.",
                        "Right, the height of {out.called} is {out.height_m|n metre}.",
                    ],
                    refuted: [
                        "No: {out.called} is {out.height_m|n metre} high, more than that.",
                        "Not quite, the height of {out.called} is {out.height_m|n metre}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let mountain = try Mountain.named(try arguments.text("name"))
        var facts: JSON.Object = [
            "name": .string(mountain.name), "called": .string(mountain.called),
            "country": .string(Country.name(of: mountain.country)),
            "latitude": .decimal(mountain.place.latitude), "longitude": .decimal(mountain.place.longitude),
            "height_m": .whole(mountain.height),
        ]
        facts.set("first_ascent", unlessNil: mountain.firstAscent.map(JSON.whole))
        return .object(facts)
    }
}
