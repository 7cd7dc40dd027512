import Engine

/// Cities and how they lie to one another.
enum Places {
    static let tools = [cityLookup, nearbyCities, routeDistance, countryFacts, countryCurrency]

    static let cityLookup = DemoTool(
        "city_lookup", family: Family.places,
        occasions: [.trip, .meeting, .sky, .quiz, .calendar, .money, .sport, .school],
        """
        Finds a city by its name, in English or in its own language, and gives its id, country, coordinates, time zone \
        and population. Where several cities share a name, the largest is meant unless the country is given; an \
        unknown name is a failed call.
        """,
        inputs: [
            .text("name", "Name of the city, such as Oslo, München or 京都.").means(.placeName).values(
                "Oslo", "Kyoto", "Lisbon", "Cape Town", "Montréal", "Reykjavík", "Buenos Aires", "Edinburgh", "Seoul",
                "Zürich", "Marrakesh", "Hobart", "Vancouver", "Kraków", "São Paulo", "Hanoi", "Nairobi", "Sapporo",
                "Seville", "Tromsø", "Denver", "Tbilisi", "Auckland", "Ghent", "Valparaíso", "Jaipur", "Istanbul",
                "Porto", "Dublin", "Vienna", "Athens", "Bergen", "Florence", "New Orleans", "Kathmandu", "Cusco",
                "京都", "Brigadoon", "Longyearbyen", "Kiotto", "Galway", "Ljubljana", "Chiang Mai", "Quito"),
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
            part: .lookup, subject: "{out.name}", again: "{out.name}",
            openings: ["Friends of ours have just moved to {name}.", "I know next to nothing about {name}."],
            asks: [
                "How many people live in {name}?", "Which country does {name} belong to?",
                "Where in the world is {name}, and how large is it?", "Is {name} a big city?",
            ],
            answers: [
                "{out.name} is a city in {out.country|the} with {out.population|n inhabitant}.",
                "{out.name} lies in {out.country|the}, and {out.population|number} people live there.",
                "With {out.population|n inhabitant}, {out.name} is a city in {out.country|the}.",
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
}
