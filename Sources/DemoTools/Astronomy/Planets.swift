import Engine

/// The planets of the solar system.
enum Planets {
    static let tools = [planetFacts, planetWeight]

    private static let visited: [JSON] = ["Mars", "Jupiter", "Venus", "Saturn", "Mercury", "Neptune", "Uranus"]

    static let planetFacts = DemoTool(
        "planet_facts", family: Family.astronomy, occasions: [.quiz, .school, .sky],
        """
        Gives the diameter of a planet, how long its day and its year are, its mean distance from the sun and how many \
        moons were known at the end of 2024. Only the eight planets are known, so asking for Pluto fails.
        """,
        inputs: [
            .text("planet", "English name of the planet.").means(.planetName).values(visited)
        ],
        outputs: [
            .text("planet", "English name.").means(.planetName),
            .whole("diameter_km", 1000...200_000, "Diameter at the equator, in kilometres."),
            .number("day_hours", 1...5000, "From one noon to the next, in hours."),
            .text("day_in_words", "The same, such as 24.7 hours or 176 Earth days."),
            .number("year_days", 50...70_000, "Once round the sun, in days of the Earth."),
            .text("year_in_words", "The same, such as 687 Earth days or 11.9 Earth years."),
            .whole("moons", 0...1000, "Moons known at the end of 2024."),
            .number("distance_million_km", 10...5000, "Mean distance from the sun, in million kilometres."),
        ],
        wording: factsWording
    ) { (arguments) throws(Refusal) in
        let planet = try Planet.named(try arguments.text("planet"))
        return [
            "planet": .string(planet.name), "diameter_km": .whole(planet.diameter),
            "day_hours": .decimal(planet.dayHours, places: 1), "day_in_words": .string(planet.dayInWords),
            "year_days": .decimal(planet.yearDays, places: 1), "year_in_words": .string(planet.yearInWords),
            "moons": .whole(planet.moons), "distance_million_km": .decimal(planet.distance, places: 1),
        ]
    }

    private static let factsWording = Wording(
        subject: "{@planet}", again: "that planet",
        openings: [
            "My daughter is building a model of the solar system.", "We have been arguing about the planets.",
            "Our quiz team keeps losing on astronomy.", "I am writing a story set on {@planet}.",
            "A pupil asked me about {@planet}.", "The kids have been playing astronauts all week.",
        ],
        asks: [
            "How long do a day and a year last on {@planet}?",
            "What are a day and a year on {@planet} in our time?",
            "How long is a year on {@planet}, and how long a day?",
            "Does {@planet} have longer days and years than we do?",
            "Are the days and the years on {@planet} longer than ours?",
            "On {@planet}, how long is it from noon to noon, and how long is a year?",
        ],
        answers: [
            "A day on {@planet} lasts {out.day_in_words}, and a year {out.year_in_words}.",
            "On {@planet}, {out.distance_million_km|number} million km from the sun, a day takes {out.day_in_words} "
                + "and a year {out.year_in_words}.",
            "From noon to noon {@planet} needs {out.day_in_words}, and once round the sun {out.year_in_words}.",
        ],
        doubts: [
            Wording.Doubt(
                about: "diameter_km",
                asks: [
                    "My nephew swears that {@planet} is less than {guess|number} km across. Is he right?",
                    "Is {@planet} really less than {guess|number} km in diameter, as our book says?",
                    "A friend bets that the diameter of {@planet} is under {guess|number} km. Does she win?",
                ],
                confirmed: [
                    "Yes, {@planet} is {out.diameter_km|number} km across at its equator.",
                    "True: the diameter of {@planet} is {out.diameter_km|number} km.",
                ],
                refuted: [
                    "No, {@planet} is {out.diameter_km|number} km across at its equator.",
                    "Not so: the diameter of {@planet} is {out.diameter_km|number} km.",
                ])
        ])

    static let planetWeight = DemoTool(
        "planet_weight", family: Family.astronomy, occasions: [.quiz, .school, .sky],
        """
        Gives what a scale made for the Earth would show on another planet for a mass in kilograms, with the gravity \
        there. On the planets without solid ground it is the gravity at the level of 1 bar of their atmosphere.
        """,
        inputs: [
            .text("planet", "English name of the planet.").means(.planetName).values(visited),
            .number("mass_kg", 0.001...100_000, "Mass in kilograms.").values(70, 55, 62, 80, 48, 75, 90, 66, 35, 84),
        ],
        outputs: [
            .text("planet", "English name.").means(.planetName),
            .number("scale_kg", 0...300_000, "What the scale shows, in kilograms, to 0.1 kg."),
            .number("gravity_ms2", 1...30, "Gravity in m/s²; on the Earth 9.8."),
            .number("force_newtons", 0...3_000_000, "Weight as a force, in newtons."),
        ],
        wording: weightWording
    ) { (arguments) throws(Refusal) in
        let planet = try Planet.named(try arguments.text("planet"))
        let mass = try arguments.number("mass_kg")
        return [
            "planet": .string(planet.name), "scale_kg": .decimal(mass * planet.gravity / 9.8, places: 1),
            "gravity_ms2": .decimal(planet.gravity, places: 1),
            "force_newtons": .decimal(mass * planet.gravity, places: 1),
        ]
    }

    private static let weightWording = Wording(
        subject: "{@planet}", again: "that planet",
        openings: [
            "My nephew wants to be an astronaut.", "Our class is doing gravity.",
            "We went to the planetarium at the weekend.", "I have to explain gravity to ten-year-olds.",
            "A comic hero of mine lives on {@planet}.", "The scales at the science museum were out of order.",
        ],
        asks: [
            "What would a scale on {@planet} show for somebody of {mass_kg} kg?",
            "How heavy would {mass_kg} kg feel on {@planet}?",
            "If I weigh {mass_kg} kg here, what would I weigh on {@planet}?",
            "Would {mass_kg} kg feel light or heavy on {@planet}?",
            "How much would somebody of {mass_kg} kg weigh on {@planet}?",
            "What do {mass_kg} kg on the Earth become on {@planet}?",
        ],
        answers: [
            "A scale on {@planet} would show {out.scale_kg|number} kg instead of {mass_kg} kg.",
            "On {@planet}, {mass_kg} kg would feel like {out.scale_kg|number} kg.",
            "Gravity on {@planet} is {out.gravity_ms2} m/s², so {mass_kg} kg would feel like "
                + "{out.scale_kg|number} kg.",
        ],
        doubts: [
            Wording.Doubt(
                about: "scale_kg",
                asks: [
                    "My son swears that {mass_kg} kg would feel like less than {guess|number} kg on {@planet}. "
                        + "Is he right?",
                    "I bet that somebody of {mass_kg} kg weighs less than {guess|number} kg on {@planet}. Do I win?",
                    "Would a scale on {@planet} show less than {guess|number} kg for somebody of {mass_kg} kg?",
                ],
                confirmed: [
                    "Yes, on {@planet} a scale would show {out.scale_kg|number} kg for somebody of {mass_kg} kg.",
                    "True: {mass_kg} kg would feel like {out.scale_kg|number} kg on {@planet}.",
                ],
                refuted: [
                    "No, on {@planet} a scale would show {out.scale_kg|number} kg for somebody of {mass_kg} kg.",
                    "Not so: {mass_kg} kg would feel like {out.scale_kg|number} kg on {@planet}.",
                ])
        ])
}
