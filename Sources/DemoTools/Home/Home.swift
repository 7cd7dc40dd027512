import Engine

/// Rooms and appliances.
enum Home {
    static let tools = [paintNeed, powerCost]

    static let paintNeed = DemoTool(
        "paint_need", family: Family.home, occasions: [.home],
        """
        Estimates the wall paint for a rectangular room: 10 square metres a litre and coat, 1.8 square metres off for \
        each door and 1.5 for each window. The ceiling is not counted; one door, one window and two coats unless told \
        otherwise.
        """,
        inputs: [
            .number("length_m", 0.5...100, "Length of the room in metres.").values(3, 3.5, 4, 4.5, 5, 5.5, 6, 4.2, 3.8),
            .number("width_m", 0.5...100, "Width of the room in metres.").values(
                2.5, 2.8, 3.2, 3.4, 3.6, 2.9, 3.1, 2.6),
            .number("height_m", 1...20, "Height of the walls in metres; 2.4 where not given.").optional(2.4),
            .whole("doors", 0...20, "Doors; 1 where not given.").optional(1),
            .whole("windows", 0...50, "Windows; 1 where not given.").said([
                2: "two windows", 3: "three windows", 4: "four windows",
            ]).optional(1),
            .whole("coats", 1...5, "Coats of paint; 2 where not given.").optional(2),
        ],
        outputs: [
            .number("area_m2", 0...10_000, "Wall to paint, to 0.1 square metres.").means(.area),
            .number("litres", 0...5000, "Litres for all coats, to 0.1 l."),
            .whole("coats", 1...5, "Coats that were counted."),
            .whole("doors", 0...20, "Doors that were left out."),
            .whole("windows", 0...50, "Windows that were left out."),
        ],
        wording: Wording(
            openings: [
                "I am finally doing something about the grey walls.", "We have the keys to our new flat at last.",
                "My daughter wants a green bedroom.", "Our landlord lets us paint as we like.",
                "The spare room has not seen a brush in twenty years.",
                "A friend has offered to help with the decorating on Saturday.",
            ],
            asks: [
                "How many litres of paint do I need for a room of {length_m} by {width_m} m[, {windows}]?",
                "How much paint goes on the walls of a {length_m} by {width_m} m room[, {windows}]?",
                "What amount of paint covers the walls of a room {length_m} by {width_m} m[, {windows}]?",
                "Roughly how much paint should I get for a {length_m} by {width_m} m room[, {windows}]?",
                "Do you know how much paint I should buy for a room {length_m} m by {width_m} m[, {windows}]?",
            ],
            answers: [
                "You need about {out.litres|number} litres of paint for {out.coats|n coat} on {out.area_m2|number} m² "
                    + "of wall, not counting {out.windows|n window} and {out.doors|n door}.",
                "Buy about {out.litres|number} litres of paint: the walls of the {length_m} by {width_m} m room have "
                    + "{out.area_m2|number} m² to paint, with {out.coats|n coat}.",
                "The room has {out.area_m2|number} m² of wall to paint, so {out.coats|n coat} take about "
                    + "{out.litres|number} litres of paint.",
            ],
            doubts: [
                Wording.Doubt(
                    about: "litres",
                    asks: [
                        "Will less than {guess|number} litres of paint do for a room of {length_m} by {width_m} m"
                            + "[, {windows}]?",
                        "Can I get by with under {guess|number} litres of paint for a {length_m} by {width_m} m room"
                            + "[, {windows}]?",
                    ],
                    confirmed: [
                        "Yes, about {out.litres|number} litres of paint is enough for {out.coats|n coat}.",
                        "Yes, {out.coats|n coat} on {out.area_m2|number} m² of wall take about {out.litres|number} "
                            + "litres.",
                    ],
                    refuted: [
                        "No, it takes about {out.litres|number} litres of paint for {out.coats|n coat}.",
                        "Not quite: {out.coats|n coat} on {out.area_m2|number} m² of wall take about "
                            + "{out.litres|number} litres.",
                    ])
            ])
    ) { (arguments) throws(Refusal) in
        let around = 2 * (try arguments.number("length_m") + arguments.number("width_m"))
        let (doors, windows) = (try arguments.whole("doors"), try arguments.whole("windows"))
        let area = around * (try arguments.number("height_m")) - 1.8 * Double(doors) - 1.5 * Double(windows)
        guard area > 0 else {
            throw .impossible("The doors and windows take up all the wall.", next: "Check the size of the room.")
        }
        let coats = try arguments.whole("coats")
        return [
            "area_m2": .decimal(area, places: 1), "litres": .decimal(area * Double(coats) / 10, places: 1),
            "coats": .whole(coats), "doors": .whole(doors), "windows": .whole(windows),
        ]
    }
}
