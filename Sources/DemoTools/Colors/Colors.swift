import Engine

/// Named colours and their contrast.
enum Colors {
    static let tools = [colorLookup, colorContrast]

    static let colorLookup = DemoTool(
        "color_lookup", family: Family.colors,
        "Gives a named web colour in hexadecimal, as red, green and blue, and as hue, saturation and lightness.",
        inputs: [
            .text("name", "English name of the colour, such as dodger blue.").means(.colorName).values(
                "navy", "crimson", "gold", "teal", "dodger blue", "salmon", "ivory", "indigo", "turquoise",
                "forest green", "slate gray", "orchid", "chocolate", "white", "black", "olive", "coral",
                "midnight blue",
                "sunset pink", "petrol")
        ],
        outputs: [
            .text("name", "Name of the colour.").means(.colorName),
            .text("hex", "The colour as #1E90FF.").means(.hex),
            Field("rgb", .list(of: .whole(0...255), count: 3...3), "Red, green and blue, 0 to 255."),
            .text("hsl", "Hue in degrees, saturation and lightness, as 210°, 100 %, 56 %."),
        ],
        wording: Wording(
            subject: "{name}",
            openings: ["I am painting the walls of a web page.", "I am choosing colours for a poster."],
            asks: [
                "What is the hexadecimal code of {name}?", "How do I write {name} in red, green and blue?",
                "Which code do I need for the colour {name}?",
            ],
            answers: [
                "It is {out.hex}, that is red, green and blue {out.rgb|list}.",
                "Its code is {out.hex}; red, green and blue are {out.rgb|list}.",
                "Use {out.hex}. In red, green and blue that is {out.rgb|list}; as hue, saturation and lightness it is "
                    + "{out.hsl}.",
            ])
    ) { (arguments) throws(Refusal) in
        let name = try arguments.text("name")
        let wanted = SearchText(name.lowercased().replacing("grey", with: "gray"))
        guard let found = Color.named.first(where: { SearchText($0.name) == wanted }) else {
            throw .unknown(kind: "colour", value: name, next: "Give the name of a web colour, such as teal.")
        }
        let hsl = found.color.hsl
        return [
            "name": .string(found.name), "hex": .string(found.color.hex),
            "rgb": .array(found.color.channels.map(JSON.whole)),
            "hsl": .string("\(hsl.hue)°, \(hsl.saturation) %, \(hsl.lightness) %"),
        ]
    }

    static let colorContrast = DemoTool(
        "color_contrast", family: Family.colors,
        "Computes the contrast ratio of a text colour on a background and whether it meets WCAG 2 for normal text.",
        inputs: [
            .text("first_color", "Colour of the text, as #1E90FF.").means(.hex).values(
                "#1E90FF", "#333333", "#FFFFFF", "#B22222", "#006400", "#5B2C6F", "#12345G"),
            .text("second_color", "Colour of the background, as #FFFFFF.").means(.hex).values(
                "#FFFFFF", "#FDF6E3", "#000000", "#F5F5DC", "#002B36", "#FFE4E1"),
        ],
        outputs: [
            .number("ratio", 1...21, "Contrast ratio, to 0.01."),
            .choice("level", ["AAA", "AA", "below AA"], "What it meets: AAA from 7, AA from 4.5."),
        ],
        wording: Wording(
            openings: ["My grandmother has to be able to read our invitation.", "I am setting text in colour."],
            asks: [
                "Is text in {@first_color} on a background of {@second_color} easy enough to read?",
                "What is the contrast of {@first_color} on {@second_color}?",
                "Does {@first_color} on {@second_color} have enough contrast for normal text?",
            ],
            answers: [
                "The contrast is {out.ratio} to 1, which is {out.level} for normal text under WCAG 2.",
                "It has a contrast ratio of {out.ratio}; under WCAG 2 that counts as {out.level}.",
                "The ratio is {out.ratio} to 1 ({out.level} for normal text under WCAG 2).",
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
        ]
    }
}
