import Engine

extension Colors {
    static let colorMix = DemoTool(
        "color_mix", family: Family.colors, occasions: [.design, .home],
        """
        Mixes two colours, given by web colour names or in hexadecimal, in equal parts: half way between them in red, \
        green and blue. An unknown name is an error.
        """,
        inputs: [
            .text("first_color", "The first colour: its name, or a code such as #1E90FF.").means(.colorName).values(
                "navy", "teal", "crimson", "forest green", "indigo", "gold", "coral", "turquoise", "maroon", "olive",
                "royal blue", "tomato", "dark orange", "sea green", "#E4572E", "#2A9D8F"),
            .text("second_color", "The second colour: its name, or a code such as #FFFFFF.").values(
                "white", "ivory", "sky blue", "salmon", "lavender", "khaki", "plum", "orchid", "beige", "pink",
                "slate gray", "steel blue", "chocolate", "#FFD166", "#CDB4DB"),
        ],
        outputs: [
            .text("hex", "The mixed colour as #1E90FF.").means(.hex),
            Field("rgb", .list(of: .whole(0...255), count: 3...3), "Red, green and blue, 0 to 255."),
            .text("hsl", "Hue in degrees, saturation and lightness, as 210°, 100 %, 56 %."),
        ],
        wording: Wording(
            part: .waypoint, subject: "a mix of {@first_color} and {@second_color}", again: "that mix",
            openings: [
                "I like both colours and cannot choose.", "My flatmate and I want different colours.",
                "Neither of the two colours is quite right alone.", "A third colour is missing from our poster.",
                "We need something in between for the border.", "The logo has two colours and wants a third.",
            ],
            asks: [
                "What do I get if I mix {@first_color} and {@second_color}?",
                "Which colour lies half way between {@first_color} and {@second_color}?",
                "What colour do {@first_color} and {@second_color} make together?",
                "If I blend {@first_color} with {@second_color} in equal parts, which colour comes out?",
                "How do I write equal parts of {@first_color} and {@second_color} as a code?",
                "Which code has the colour between {@first_color} and {@second_color}?",
            ],
            answers: [
                "{@first_color} and {@second_color} in equal parts make {out.hex}.",
                "Half way between {@first_color} and {@second_color} lies {out.hex}, that is {out.rgb|list} in red, "
                    + "green and blue.",
                "You get {out.hex} from equal parts of {@first_color} and {@second_color}.",
            ])
    ) { (arguments) throws(Refusal) in
        let (first, second) = (try color("first_color", arguments), try color("second_color", arguments))
        guard first != second else {
            throw .impossible("Both colours are \(first.hex).", next: "Give two different colours.")
        }
        let mixed = first.mixed(with: second)
        let hsl = mixed.hsl
        return [
            "hex": .string(mixed.hex), "rgb": .array(mixed.channels.map(JSON.whole)),
            "hsl": .string("\(hsl.hue)°, \(hsl.saturation) %, \(hsl.lightness) %"),
        ]
    }

    private static func color(_ name: String, _ arguments: Arguments) throws(Refusal) -> Color {
        let text = try arguments.text(name)
        return text.hasPrefix("#") ? try Color(name, arguments) : try Color.withName(text).color
    }
}
