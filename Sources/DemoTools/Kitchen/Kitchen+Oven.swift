import Engine

extension Kitchen {
    static let ovenSetting = DemoTool(
        "oven_setting", family: Family.kitchen, occasions: [.kitchen],
        """
        Gives an oven heat in °C, in °F and as a gas mark, what it is with the fan on, and the word that cookery books \
        use. The other scales come from the nearest line of the British chart; fails for heats outside it.
        """,
        inputs: [
            .text("setting", "A setting such as 180 °C, 350 °F or gas mark 4.").values(
                "350 °F", "gas mark 4", "375 °F", "gas mark 6", "425 °F", "180 °C", "gas mark 3", "220 °C", "400 °F",
                "gas mark 7", "160 °C", "325 °F", "gas mark 5", "200 °C", "450 °F", "gas mark 2", "600 °F")
        ],
        outputs: [
            .whole("celsius", 105...245, "Degrees Celsius.").means(.celsius),
            .whole("fan_celsius", 85...225, "Degrees Celsius with the fan on: 20 fewer."),
            .whole("fahrenheit", 215...485, "Degrees Fahrenheit."),
            .text("gas_mark", "Gas mark, 1/4 to 9."),
            .text("equivalent", "The same heat in the two scales that were not given."),
            .text("word", "Such as moderate or hot."),
        ],
        wording: Wording(
            openings: [
                "My oven has only a dial with numbers nobody explains.", "We moved into a flat with a gas cooker.",
                "The cake book I inherited is from the sixties.",
                "I am baking in somebody else's kitchen.",
                "My sister-in-law sends me recipes from across the Atlantic.",
                "Our holiday cottage has an ancient oven.",
            ],
            asks: [
                "What is {setting} on other ovens?", "How would another oven show {setting}?",
                "Which setting on another cooker matches {setting}?",
                "Is {setting} what people call a moderate oven?",
                "If the recipe says {setting}, what do I turn mine to?",
                "Does {setting} mean a hot oven?",
            ],
            answers: [
                "An oven at {setting} is {out.word}, the same as {out.equivalent}.",
                "{setting} counts as {out.word|a} oven, which is {out.equivalent}; with the fan on, set it to "
                    + "{out.fan_celsius} °C.",
                "Cookery books call {setting} {out.word}: {out.equivalent}, or {out.fan_celsius} °C with the fan on.",
            ])
    ) { (arguments) throws(Refusal) in
        let heat = try OvenHeat.reading(try arguments.text("setting"))
        return [
            "celsius": .whole(heat.celsius), "fan_celsius": .whole(heat.celsius - 20),
            "fahrenheit": .whole(heat.fahrenheit),
            "gas_mark": .string(heat.gasMark), "equivalent": .string(heat.equivalent), "word": .string(heat.word),
        ]
    }
}
