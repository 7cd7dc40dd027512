import Engine

extension Abroad {
    static let drivingRules = DemoTool(
        "driving_rules", family: Family.travel, occasions: [.trip, .quiz, .sport],
        """
        Tells on which side of the road a country drives, and its general speed limits for cars in towns, outside them \
        and on motorways, each where one holds nationwide. Limits are in km/h, or in mph where the unit says so.
        """,
        inputs: [country],
        outputs: [
            .text("country", "English name of the country.").means(.countryName),
            .choice("side", ["left", "right"], "Side of the road that traffic keeps to."),
            .whole("town_limit", 10...200, "General limit in towns; left out where none holds nationwide.").optional,
            .whole("outside_limit", 10...200, "General limit outside towns; left out likewise.").optional,
            .whole("motorway_limit", 10...200, "General limit on motorways; left out likewise.").optional,
            .choice("unit", ["km/h", "mph"], "What the limits are in; left out where there are none.").optional,
            .text("limits", "The limits in words; left out where there are none.").optional,
        ],
        wording: Wording(
            subject: "the roads of {@country_code}", again: "those roads",
            openings: [
                "We have booked a hire car {@country_code|in}.",
                "My wife will be driving {@country_code|in} for the first time.",
                "A fine from {@country_code} spoiled our last holiday.",
                "Our old camper van is going to see {@country_code}.",
                "I passed my test in March and {@country_code} is my first drive abroad.",
                "Two of us are riding motorbikes through {@country_code}.",
            ],
            asks: [
                "Which side of the road do people drive on {@country_code|in}, and how fast may they go?",
                "How fast may one drive {@country_code|in}?",
                "What are the general speed limits {@country_code|in}?",
                "Do people {@country_code|in} drive on the left?",
                "Will I have to keep left {@country_code|in}, and what are the limits?",
                "Is it the left or the right side of the road {@country_code|in}?",
            ],
            answers: [
                "Traffic in {out.country|the} keeps to the {out.side}.[ The general limits are {out.limits}.]"
                    + "[none out.limits: I know of no speed limits that hold everywhere there.]",
                "In {out.country|the} people drive on the {out.side}[, and the limits are {out.limits} unless signs say "
                    + "otherwise].[none out.limits: How fast they may go, the signs say.]",
                "Keep {out.side} in {out.country|the}.[ Unless signs say otherwise, you may go {out.limits}.]"
                    + "[none out.limits: I know of no speed limits that hold in the whole country.]",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let rule = DrivingRule(country)
        var facts: JSON.Object = [
            "country": .string(country.name), "side": .string(rule.keepsLeft ? "left" : "right"),
        ]
        if rule.inWords != nil { facts.set("unit", .string(rule.unit)) }
        facts.set("town_limit", unlessNil: rule.town.map(JSON.whole))
        facts.set("outside_limit", unlessNil: rule.outside.map(JSON.whole))
        facts.set("motorway_limit", unlessNil: rule.motorway.map(JSON.whole))
        facts.set("limits", unlessNil: rule.inWords.map(JSON.string))
        return .object(facts)
    }

    static let politeWords = DemoTool(
        "polite_words", family: Family.travel, occasions: [.trip, .meeting, .quiz, .school],
        """
        Gives hello, please, thank you and goodbye in a language, named in English. Words of other scripts come with a \
        Latin spelling; English itself and languages without an entry are failed calls.
        """,
        inputs: [
            .text("language", "English name of the language, such as Norwegian.").means(.languageName).values(
                "Norwegian", "Japanese", "Portuguese", "Greek", "Polish", "Korean", "Icelandic", "Swahili", "Turkish",
                "Hungarian", "Vietnamese", "Welsh", "Finnish", "Thai", "Czech", "Arabic", "Georgian", "Dutch",
                "Māori", "Croatian", "Ukrainian", "Klingon", "Italian", "Swedish", "Irish", "Hindi", "Estonian")
        ],
        outputs: [
            .text("language", "English name of the language.").means(.languageName),
            .text("hello", "What people say when they meet."), .text("please", "What people say when they ask."),
            .text("thank_you", "What people say when they are given something."),
            .text("goodbye", "What people say when they leave."),
        ],
        wording: Wording(
            subject: "greetings in {@language}", again: "those greetings",
            openings: [
                "My grandmother thinks one should at least be polite abroad.",
                "I am hopeless at languages but willing to try.",
                "Our hosts would be pleased to hear a few words of their own.",
                "A new colleague speaks hardly any English.",
                "We are making a welcome sign for our guests.",
                "The choir wants to greet its audience properly.",
            ],
            asks: [
                "How do I say hello and thank you in {@language}?",
                "What is the word for thank you in {@language}?",
                "How do people say goodbye in {@language}?",
                "Which words for hello and please should I learn in {@language}?",
                "Could you tell me how to greet somebody in {@language}?",
                "What do I say in {@language} when I arrive, and when I leave?",
            ],
            answers: [
                "In {out.language}, hello is “{out.hello}”, please is “{out.please}”, thank you is “{out.thank_you}” and "
                    + "goodbye is “{out.goodbye}”.",
                "{out.language} speakers greet with “{out.hello}” and part with “{out.goodbye}”; “{out.please}” is "
                    + "please, and “{out.thank_you}” is thank you.",
                "Say “{out.hello}” for hello in {out.language}, “{out.thank_you}” for thank you and “{out.goodbye}” for "
                    + "goodbye; to ask for something, add “{out.please}”.",
            ])
    ) { (arguments) throws(Refusal) in
        let words = try PoliteWords.of(try arguments.text("language"))
        return [
            "language": .string(words.language), "hello": .string(words.hello), "please": .string(words.please),
            "thank_you": .string(words.thanks), "goodbye": .string(words.goodbye),
        ]
    }
}
