import Engine

/// Running, walking and cycling.
enum Sport {
    static let tools = [runningPace, raceForecast, stepEstimate]

    static let runningPace = DemoTool(
        "running_pace", family: Family.sport, occasions: [.sport],
        "Computes the pace in minutes and seconds a kilometre, and the speed in km/h, from a distance and the minutes it "
            + "took.",
        inputs: [
            .number("distance_km", 0.1...1000, "Kilometres run.").means(.run).values(8, 9, 10, 11, 12, 8.5, 9.5, 10.5),
            .number("minutes", 0.1...10_000, "Minutes it took.").means(.runTime).values(
                44, 46, 47, 49, 52, 53, 55, 57, 58, 61),
        ],
        outputs: [
            .text("pace", "Minutes and seconds for a kilometre, such as 5:18."),
            .number("seconds_per_km", 0...6_000_000, "The same in seconds, rounded."),
            .number("speed_kmh", 0...600_000, "Kilometres an hour, to 0.1 km/h."),
        ],
        wording: Wording(
            openings: [
                "I went for a run before breakfast.", "My watch gave up halfway round the park.",
                "We are choosing pacemakers for the club run.", "My sister has joined a running group.",
                "The treadmill at my gym only counts minutes.", "A friend wants to train with somebody of her speed.",
            ],
            asks: [
                "What pace is {distance_km} km in {minutes} minutes?",
                "How fast is {distance_km} km in {minutes} minutes?",
                "If somebody runs {distance_km} km in {minutes} minutes, what is that per kilometre?",
                "How many minutes a kilometre is {distance_km} km in {minutes} minutes?",
                "Which speed does {distance_km} km in {minutes} minutes come to?",
                "Could you turn {distance_km} km in {minutes} minutes into a pace?",
            ],
            answers: [
                "{distance_km} km in {minutes} minutes is a pace of {out.pace} a kilometre, or {out.speed_kmh} km/h.",
                "Running {distance_km} km in {minutes} minutes means {out.pace} for each kilometre, so "
                    + "{out.speed_kmh} km/h.",
                "The pace is {out.pace} a kilometre and the speed {out.speed_kmh} km/h for {distance_km} km in "
                    + "{minutes} minutes.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "seconds_per_km",
                    asks: [
                        "My brother says {distance_km} km in {minutes} minutes is under {guess|number} seconds a "
                            + "kilometre. Is he right?",
                        "Is {distance_km} km in {minutes} minutes less than {guess|number} seconds a kilometre?",
                    ],
                    confirmed: [
                        "Yes, the pace is {out.pace} a kilometre, which is {out.seconds_per_km|n second}.",
                        "Right: {distance_km} km in {minutes} minutes is {out.seconds_per_km|n second} a kilometre.",
                    ],
                    refuted: [
                        "No, the pace is {out.pace} a kilometre, which is {out.seconds_per_km|n second}.",
                        "Not quite: {distance_km} km in {minutes} minutes is {out.seconds_per_km|n second} a "
                            + "kilometre.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let (distance, minutes) = (try arguments.number("distance_km"), try arguments.number("minutes"))
        let seconds = minutes * 60 / distance
        return [
            "pace": .string(Pace.text(seconds)), "seconds_per_km": .decimal(seconds, places: 0),
            "speed_kmh": .decimal(distance / minutes * 60, places: 1),
        ]
    }

    static let raceForecast = DemoTool(
        "race_forecast", family: Family.sport, occasions: [.sport],
        """
        Forecasts the time for a race from a run of another distance by Riegel's rule of 1977: the time grows with the \
        distance to the power of 1.06. Fails where one distance is more than twenty times the other.
        """,
        inputs: [
            .number("known_km", 0.5...300, "Kilometres of the run that is known.").means(.run).values(
                8, 9, 10, 11, 12, 8.5, 9.5, 10.5),
            .number("known_minutes", 1...3000, "Minutes that run took.").means(.runTime).values(
                43, 45, 48, 50, 51, 54, 56, 59, 62, 64),
            .number("race_km", 0.5...300, "Kilometres of the race to come.").values(
                21.0975, 42.195, 15, 16.1, 25, 30, 20, 5),
        ],
        outputs: [
            .text("time", "Expected time in words, such as 1 hour and 58 minutes."),
            .number("minutes", 0...1_000_000, "The same in minutes, to 0.1 min."),
            .text("pace", "Minutes and seconds for a kilometre of the race, such as 5:36."),
        ],
        wording: Wording(
            sayings: [
                "race_km": [
                    "21.0975": "a half marathon", "42.195": "a marathon", "15": "a 15 km race",
                    "16.1": "a ten-mile race", "25": "a 25 km race", "30": "a 30 km race", "20": "a 20 km race",
                    "5": "a 5 km race",
                ]
            ],
            openings: [
                "I have let a colleague talk me into a race in spring.", "My training is going better than last year.",
                "We are making a bet at the running club.", "Our company is entering a team again.",
                "The entry form wants an honest guess.", "A friend and I want to start in the same group.",
            ],
            asks: [
                "If I run {known_km} km in {known_minutes} minutes, what can I expect over {race_km}?",
                "What time is realistic for {race_km} after {known_km} km in {known_minutes} minutes?",
                "With {known_km} km in {known_minutes} minutes behind me, how long would {race_km} take?",
                "How long will {race_km} take somebody who needs {known_minutes} minutes for {known_km} km?",
                "Which pace should I plan for {race_km} if {known_km} km took me {known_minutes} minutes?",
            ],
            answers: [
                "For {race_km}, expect about {out.time}, which is {out.pace} a kilometre.",
                "After {known_km} km in {known_minutes} minutes, about {out.time} is realistic over {race_km}, or "
                    + "{out.pace} a kilometre.",
                "Plan for {out.pace} a kilometre, which makes about {out.time} for {race_km}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "minutes",
                    asks: [
                        "I run {known_km} km in {known_minutes} minutes. Should {race_km} take me less than "
                            + "{guess|number} minutes?",
                        "After {known_km} km in {known_minutes} minutes, is {race_km} in under {guess|number} minutes "
                            + "realistic?",
                    ],
                    confirmed: [
                        "Yes, about {out.time} is realistic for {race_km}.",
                        "Yes, the forecast for {race_km} is about {out.time}.",
                    ],
                    refuted: [
                        "Probably not: about {out.time} is realistic for {race_km}.",
                        "No, the forecast for {race_km} is about {out.time}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let (known, race) = (try arguments.number("known_km"), try arguments.number("race_km"))
        guard max(known / race, race / known) <= 20 else {
            throw .impossible("The two distances are too different.", next: "Give a run nearer to the race distance.")
        }
        let minutes = Pace.forecast(minutes: try arguments.number("known_minutes"), from: known, to: race)
        return [
            "time": .string(ClockTime.words(Int(minutes.rounded()))), "minutes": .decimal(minutes, places: 1),
            "pace": .string(Pace.text(minutes * 60 / race)),
        ]
    }
}
