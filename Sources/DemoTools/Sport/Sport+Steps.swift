import Engine

extension Sport {
    static let stepEstimate = DemoTool(
        "step_estimate", family: Family.sport, occasions: [.sport],
        """
        Estimates how many steps a distance takes on foot, with a step of 0.414 times the body height, and how long it \
        takes to walk at 5 km/h without a rest.
        """,
        inputs: [
            .number("distance_km", 0.01...40_000, "Kilometres to walk.").means(.run).said([
                5: "5 km", 6: "6 km", 8: "8 km", 9: "9 km", 10: "10 km", 11: "11 km", 12: "12 km", 3: "3 km",
            ]),
            .whole("height_cm", 100...230, "Body height in centimetres.").values(
                158, 162, 165, 168, 170, 173, 175, 178, 182, 186, 190),
        ],
        outputs: [
            .whole("steps", 1...100_000_000, "Steps, rounded to 100 from 1,000 up."),
            .number("step_cm", 41...96, "Length of one step, to 1 cm."),
            .text("walking_time", "Time at 5 km/h, such as 1 hour and 12 minutes; from a day on in hours."),
        ],
        wording: Wording(
            openings: [
                "I have a step counter and a healthy sense of ambition.",
                "My doctor wants me to count my steps from now on.", "We love to imagine everything on foot.",
                "Our office has started a walking challenge.", "The children never believe how far we could walk.",
                "A colleague at {height_cm} cm claims to be the keenest walker among us.",
            ],
            asks: [
                "How many steps is {@distance_km} for somebody {height_cm} cm tall?",
                "Being {height_cm} cm tall, how many steps would I take over {@distance_km}?",
                "Roughly how many steps go into {@distance_km} at a height of {height_cm} cm?",
                "If I walked {@distance_km}, how many steps would that be at {height_cm} cm tall?",
                "What would {@distance_km} come to in steps for a person of {height_cm} cm?",
                "Do you know how many steps a person of {height_cm} cm takes over {@distance_km}?",
            ],
            answers: [
                "Somebody {height_cm} cm tall takes about {out.steps|number} steps for {@distance_km}, roughly "
                    + "{out.walking_time} of walking.",
                "With steps of about {out.step_cm} cm, {@distance_km} makes about {out.steps|number} steps.",
                "Count on about {out.steps|number} steps and {out.walking_time} on foot for {@distance_km}.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "steps",
                    asks: [
                        "My sister says {@distance_km} is under {guess|number} steps for a person of {height_cm} cm. "
                            + "Is she right?",
                        "Is {@distance_km} less than {guess|number} steps for somebody {height_cm} cm tall?",
                    ],
                    confirmed: [
                        "Yes, {@distance_km} is about {out.steps|number} steps, so fewer than {guess|number}.",
                        "Right: somebody of {height_cm} cm takes about {out.steps|number} steps for {@distance_km}.",
                    ],
                    refuted: [
                        "No, {@distance_km} is about {out.steps|number} steps, so not below {guess|number}.",
                        "Not quite: somebody of {height_cm} cm takes about {out.steps|number} steps for {@distance_km}.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let distance = try arguments.number("distance_km")
        let step = Double(try arguments.whole("height_cm")) * 0.414
        let steps = distance * 100_000 / step
        let rounded = steps < 1000 ? max(1, steps.rounded()) : (steps / 100).rounded() * 100
        return [
            "steps": .whole(Int(rounded)), "step_cm": .decimal(step, places: 0),
            "walking_time": .string(walkingTime(minutes: max(1, Int((distance * 12).rounded())))),
        ]
    }

    private static func walkingTime(minutes: Int) -> String {
        minutes < 24 * 60 ? ClockTime.words(minutes) : "\((minutes + 30) / 60) hours"
    }
}
