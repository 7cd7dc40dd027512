import Engine

/// Named colours and their contrast.
enum Colors {
    static let tools = [colorLookup, colorContrast, colorMix]

    static let colorLookup = DemoTool(
        "color_lookup", family: Family.colors, occasions: [.design, .home],
        """
        Gives a named web colour (CSS) in hexadecimal, as red, green and blue, and as hue, saturation and lightness. An \
        unknown name is an error.
        """,
        inputs: [
            .text("name", "English name of the colour, such as dodger blue.").means(.colorName).values(
                "navy", "crimson", "gold", "teal", "dodger blue", "salmon", "ivory", "indigo", "turquoise",
                "forest green", "slate gray", "orchid", "chocolate", "white", "black", "olive", "coral",
                "midnight blue", "sea green", "steel blue", "tomato", "khaki", "lavender", "maroon", "plum",
                "sandy brown", "sky blue", "sienna", "thistle", "misty rose", "sunset pink", "petrol")
        ],
        outputs: [
            .text("name", "Name of the colour.").means(.colorName),
            .text("hex", "The colour as #1E90FF.").means(.hex),
            Field("rgb", .list(of: .whole(0...255), count: 3...3), "Red, green and blue, 0 to 255."),
            .text("hsl", "Hue in degrees, saturation and lightness, as 210°, 100 %, 56 %."),
        ],
        wording: Wording(
            part: .waypoint, subject: "{name}", again: "{name}",
            openings: [
                "I have fallen for {name}.", "My sister wants {name} and nothing else.",
                "We are choosing colours for the hall.", "A poster with {name} in it caught my eye.",
                "The printer is asking for exact colours.", "Nobody here can agree on a colour.",
            ],
            asks: [
                "What is the hex code of {name}?", "How do I write {name} in red, green and blue?",
                "Which code do I need for {name}?", "How much red, green and blue is in {name}?",
                "Do you know the code for {name}?", "What are the red, green and blue values of {name}?",
            ],
            answers: [
                "The code of {name} is {out.hex}; red, green and blue are {out.rgb|list}.",
                "For {name} use {out.hex}, which is {out.rgb|list} in red, green and blue.",
                "{name} is {out.hex}, with red, green and blue at {out.rgb|list}.",
            ])
    ) { (arguments) throws(Refusal) in
        let found = try Color.withName(try arguments.text("name"))
        let hsl = found.color.hsl
        return [
            "name": .string(found.name), "hex": .string(found.color.hex),
            "rgb": .array(found.color.channels.map(JSON.whole)),
            "hsl": .string("\(hsl.hue)°, \(hsl.saturation) %, \(hsl.lightness) %"),
        ]
    }

    static let colorContrast = DemoTool(
        "color_contrast", family: Family.colors, occasions: [.design, .home],
        """
        Computes the contrast ratio of a text colour on a background, 1 to 21, and which level of WCAG 2 it meets for \
        normal text.
        """,
        inputs: [
            .text("first_color", "Colour of the text, as #1E90FF.").means(.hex).values(
                "#1E90FF", "#333333", "#FFFFFF", "#B22222", "#006400", "#5B2C6F", "#0B3954", "#7A1F3D", "#3D405B",
                "#2F4F2F", "#8A5A00", "#A0AEC1", "#1B4D3E", "#C0392B", "#12345G"),
            .text("second_color", "Colour of the background, as #FFFFFF.").means(.hex).values(
                "#FFFFFF", "#FDF6E3", "#000000", "#F5F5DC", "#002B36", "#FFE4E1", "#E8F1F2", "#FFF3B0", "#222831"),
        ],
        outputs: [
            .number("ratio", 1...21, "Contrast ratio, to 0.01."),
            .choice("level", ["AAA", "AA", "below AA"], "What it meets: AAA from 7, AA from 4.5."),
            .truth("is_readable", "Whether it meets at least AA."),
        ],
        wording: Wording(
            subject: "that text", again: "that text",
            openings: [
                "My grandmother has to be able to read our invitation.", "I am lettering a sign for the front door.",
                "Half of our readers are over seventy.", "It has to be legible from across the room.",
                "Two of us like it, one cannot read it.", "We had complaints about the last poster.",
            ],
            asks: [
                "Is text in {@first_color} on {@second_color} easy to read?",
                "What is the contrast of {@first_color} on {@second_color}?",
                "Does text in {@first_color} stand out well enough on {@second_color}?",
                "How well can one read {@first_color} on {@second_color}?",
                "Can I set text in {@first_color} on {@second_color}?",
                "Would lettering in {@first_color} be legible on {@second_color}?",
            ],
            answers: [
                "Text in {@first_color} on {@second_color} has a contrast of {out.ratio} to 1, which is "
                    + "[yes out.is_readable: enough][no out.is_readable: too little] for normal text.",
                "With {out.ratio} to 1, {@first_color} on {@second_color} is "
                    + "[yes out.is_readable: easy enough][no out.is_readable: too hard] to read.",
                "The contrast of {@first_color} on {@second_color} is {out.ratio} to 1, {out.level} by the WCAG 2 rules "
                    + "for normal text.",
            ])
    ) { (arguments) throws(Refusal) in
        let (text, ground) = (try Color("first_color", arguments), try Color("second_color", arguments))
        guard text != ground else {
            throw .impossible("Text and background are both \(text.hex).", next: "Give two different colours.")
        }
        let ratio = text.contrast(with: ground)
        return [
            "ratio": .decimal(ratio, places: 2),
            "level": .string(ratio >= 7 ? "AAA" : ratio >= 4.5 ? "AA" : "below AA"),
            "is_readable": .bool(ratio >= 4.5),
        ]
    }
}
