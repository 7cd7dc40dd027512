import Engine

/// What a traveller needs to know of a country.
enum Abroad {
    static let tools = [plugTypes, emergencyNumbers, drivingRules, politeWords]

    /// Countries by their codes, as people say them.
    static let spokenCountries: KeyValuePairs<String, String> = [
        "JP": "Japan", "IT": "Italy", "CH": "Switzerland", "GB": "the United Kingdom", "US": "the United States",
        "AU": "Australia", "BR": "Brazil", "ZA": "South Africa", "IN": "India", "TH": "Thailand",
        "NL": "the Netherlands",
        "DK": "Denmark", "IE": "Ireland", "NZ": "New Zealand", "KR": "South Korea", "MX": "Mexico", "MA": "Morocco",
        "GR": "Greece", "IS": "Iceland", "PT": "Portugal", "HR": "Croatia", "PL": "Poland", "TR": "Türkiye",
        "VN": "Vietnam", "CL": "Chile", "NO": "Norway", "CY": "Cyprus", "MT": "Malta", "KE": "Kenya", "AR": "Argentina",
        "SU": "the Soviet Union",
    ]

    static let country = Field.text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode)
        .said(spokenCountries)

    static let plugTypes = DemoTool(
        "plug_types", family: Family.travel, occasions: [.trip, .quiz],
        """
        Gives the socket types of a country by their IEC letters (A to O), with the mains voltage in volts and the \
        frequency in hertz. A country without an entry is a failed call.
        """,
        inputs: [country],
        outputs: [
            .text("country", "English name of the country.").means(.countryName),
            .texts("plugs", "Letters of the socket types in common use."),
            Field("volts", .list(of: .whole(100...250), count: 1...2), "Mains voltage; two where regions differ."),
            Field("hertz", .list(of: .whole(50...60), count: 1...2), "Mains frequency; two where regions differ."),
        ],
        wording: Wording(
            subject: "the sockets of {@country_code}", again: "those sockets",
            openings: [
                "My razor and my laptop both come along to {@country_code}.",
                "We are moving to {@country_code} with half our kitchen.",
                "Last time I flew to {@country_code} my charger stayed useless in the bag.",
                "A friend {@country_code|in} would like my old coffee machine.",
                "Dad will not travel to {@country_code} without his electric blanket.",
                "Our sound engineer is packing for a concert {@country_code|in}.",
            ],
            asks: [
                "Which plug fits the sockets {@country_code|in}?",
                "What voltage comes out of the wall {@country_code|in}, and which plug do I need?",
                "Will a 230 V hairdryer work {@country_code|in}, and with what sort of plug?",
                "Does the mains {@country_code|in} run at 50 or 60 Hz, and which plugs fit?",
                "What kind of socket should I expect {@country_code|in}?",
                "How strong is the mains {@country_code|in}, and what do the plugs look like?",
            ],
            answers: [
                "[one out.plugs: Sockets in {out.country|the} are of type {out.plugs|list}]"
                    + "[many out.plugs: Sockets in {out.country|the} are of types {out.plugs|list}], with "
                    + "{out.volts|list} V at {out.hertz|list} Hz.",
                "In {out.country|the} the mains supplies {out.volts|list} V at {out.hertz|list} Hz, and the sockets take "
                    + "plugs of [one out.plugs:type {out.plugs|list}][many out.plugs:types {out.plugs|list}].",
                "{out.country|the} uses plugs of [one out.plugs:type {out.plugs|list}]"
                    + "[many out.plugs:types {out.plugs|list}]; the wall delivers {out.volts|list} V at "
                    + "{out.hertz|list} Hz.",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let mains = try Mains.of(country)
        return [
            "country": .string(country.name), "plugs": .texts(mains.plugs),
            "volts": .array(mains.volts.map(JSON.whole)), "hertz": .array(mains.hertz.map(JSON.whole)),
        ]
    }

    static let emergencyNumbers = DemoTool(
        "emergency_numbers", family: Family.travel, occasions: [.trip, .sport, .quiz],
        """
        Gives the telephone numbers for police, ambulance and fire brigade of a country: one number for all where \
        there is one, and the services' own. A country without an entry is a failed call.
        """,
        inputs: [country],
        outputs: [
            .text("country", "English name of the country.").means(.countryName),
            .text("one_number", "Number for all three services; left out where there is none.").optional,
            .text("police", "Own number of the police; left out where it is only the common one.").optional,
            .text("ambulance", "Own number of the ambulance; left out likewise.").optional,
            .text("fire", "Own number of the fire brigade; left out likewise.").optional,
        ],
        wording: Wording(
            subject: "the emergency call {@country_code|in}", again: "that call",
            openings: [
                "I am taking my elderly father to {@country_code}.",
                "Twelve teenagers and I are off to {@country_code} with rucksacks.",
                "My partner has a weak heart and we are going to {@country_code}.",
                "We will be hiking {@country_code|in}, far from any hotel.",
                "The children are old enough to learn whom to ring {@country_code|in}.",
                "I am the first-aider on our club's trip to {@country_code}.",
            ],
            asks: [
                "What number do I ring in an emergency {@country_code|in}?",
                "Which number reaches an ambulance {@country_code|in}?",
                "How do I call the police {@country_code|in}?",
                "Is there one number for police, fire and ambulance {@country_code|in}?",
                "Whom do I ring {@country_code|in} if somebody gets hurt?",
                "Does 112 work {@country_code|in}, or what do I dial for help?",
            ],
            answers: [
                "[In {out.country|the} you ring {out.one_number} for police, ambulance and fire brigade alike.]"
                    + "[none out.one_number: In {out.country|the} you ring {out.police} for the police, {out.ambulance} "
                    + "for an ambulance and {out.fire} for the fire brigade.]",
                "[For any emergency in {out.country|the} dial {out.one_number}.]"
                    + "[none out.one_number: {out.country|the} has no single number: the police answer {out.police}, an "
                    + "ambulance comes on {out.ambulance} and the fire brigade on {out.fire}.]",
                "[Help in {out.country|the} comes on {out.one_number}, whoever you need.]"
                    + "[none out.one_number: Help in {out.country|the} comes on {out.police} (police), {out.ambulance} "
                    + "(ambulance) and {out.fire} (fire brigade).]",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let call = try EmergencyCall.of(country)
        var facts: JSON.Object = ["country": .string(country.name)]
        facts.set("one_number", unlessNil: call.common.map(JSON.string))
        facts.set("police", unlessNil: call.police.map(JSON.string))
        facts.set("ambulance", unlessNil: call.ambulance.map(JSON.string))
        facts.set("fire", unlessNil: call.fire.map(JSON.string))
        return .object(facts)
    }
}
