import Engine

extension Places {
    /// Countries by their codes, as people say them.
    static let spokenCountries: KeyValuePairs<String, String> = [
        "NO": "Norway", "JP": "Japan", "BR": "Brazil", "KE": "Kenya", "PT": "Portugal", "CA": "Canada",
        "VN": "Vietnam", "CH": "Switzerland", "NZ": "New Zealand", "MA": "Morocco", "GE": "Georgia", "IS": "Iceland",
        "AR": "Argentina", "KR": "South Korea", "PL": "Poland", "UY": "Uruguay", "TH": "Thailand", "IT": "Italy",
        "BW": "Botswana", "AT": "Austria", "YU": "Yugoslavia", "NL": "the Netherlands", "GB": "the United Kingdom",
        "IE": "Ireland", "GR": "Greece", "ZA": "South Africa", "CL": "Chile", "HR": "Croatia", "SE": "Sweden",
        "IN": "India", "TR": "Türkiye",
    ]

    static let countryFacts = DemoTool(
        "country_facts", family: Family.places, occasions: [.trip, .meeting, .quiz, .school],
        """
        Gives the basic facts of a country: capital, continent, main languages, telephone calling code, area, \
        population and the countries it shares a land border with. An unknown code is a failed call.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries)
        ],
        outputs: [
            .text("code", "Two letters of ISO 3166-1.").means(.countryCode),
            .text("name", "English name.").means(.countryName),
            .text("capital", "Capital city.").means(.placeName),
            .text("continent", "Continent."),
            .text(
                "phrasebook_language",
                "Language to learn a few words of: the first of the main languages, left out where that is English."
            ).means(.languageName).optional,
            .texts("languages", "Main languages, at most three."),
            .text("calling_code", "International telephone prefix, such as +47; left out where there is none.")
                .optional,
            .whole("area_km2", 0...20_000_000, "Area in square kilometres."),
            .whole("population", 0...2_000_000_000, "Inhabitants.").means(.population),
            .texts("neighbours", "Countries across a land border; empty for an island."),
        ],
        wording: Wording(
            part: .waypoint, subject: "{@country_code}", again: "{out.name|the}",
            openings: [
                "My daughter is giving a talk about {@country_code} at school.",
                "We might move to {@country_code} for my wife's job.",
                "From Monday I look after customers {@country_code|in}.",
                "Our new neighbours grew up {@country_code|in}.",
                "A pen friend has invited me to {@country_code}.",
                "Somebody at the office always asks me about {@country_code}.",
            ],
            asks: [
                "What do people speak {@country_code|in}, and how do I ring them?",
                "Which languages will I hear {@country_code|in}, and what is the dialling code?",
                "With which prefix do I phone somebody {@country_code|in}, and in what language?",
                "Will I hear several languages {@country_code|in}, and what do I dial from abroad?",
                "Is there more than one language {@country_code|in}, and which prefix do I dial?",
                "How do I call a number {@country_code|in} from abroad, and in what language will they answer?",
            ],
            answers: [
                "[one out.languages: People in {out.name|the} speak {out.languages|list}]"
                    + "[many out.languages: The languages spoken in {out.name|the} include {out.languages|list}]"
                    + "[, and from abroad you dial {out.calling_code}].",
                "In {out.name|the} you hear {out.languages|list}[; calls from abroad start with {out.calling_code}].",
                "[one out.languages: The language of {out.name|the} is {out.languages|list}]"
                    + "[many out.languages: Languages of {out.name|the} include {out.languages|list}]"
                    + "[, and {out.calling_code} is the prefix from abroad].",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let languages = country.languages.filter { language in
            !country.languages.contains { language.hasPrefix($0 + " ") }
        }
        var facts: JSON.Object = [
            "code": .string(country.code), "name": .string(country.name), "capital": .string(country.capital),
            "continent": .string(country.continent), "languages": .texts(languages),
            "area_km2": .whole(country.area), "population": .whole(country.population),
            "neighbours": .texts(country.neighbours.map(Country.name).sorted()),
        ]
        if let language = country.languages.first, language != "English" {
            facts.set("phrasebook_language", .string(language))
        }
        if country.callingCode != "+" { facts.set("calling_code", .string(country.callingCode)) }
        return .object(facts)
    }

    static let countryCurrency = DemoTool(
        "country_currency", family: Family.places, occasions: [.trip, .meeting, .money, .quiz, .school],
        """
        Tells which currency a country uses, how it is written, and which other countries use the same one. \
        An unknown country code is a failed call.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries)
        ],
        outputs: [
            .text("currency_code", "Three letters of ISO 4217.").means(.currencyCode),
            .text("currency_name", "English name of the currency."),
            .text("symbol", "Symbol, where it has one of its own.").optional,
            .whole("decimal_places", 0...3, "Digits after the point; 0 where there are no cents."),
            .texts("shared_with", "Other countries with the same currency."),
        ],
        wording: Wording(
            part: .waypoint, subject: "the currency of {@country_code}", again: "that currency",
            openings: [
                "I would rather not queue at an exchange desk {@country_code|in}.",
                "We want to send my brother some cash for his year {@country_code|in}.",
                "Our shop is about to take its first orders from {@country_code}.",
                "My mother collects coins and is hoping for some from {@country_code}.",
                "There is a drawer full of foreign notes here, some of them from {@country_code}.",
                "A supplier {@country_code|in} wants to be paid in his own money.",
            ],
            asks: [
                "What money do people use {@country_code|in}?",
                "Which currency should I take to {@country_code}?",
                "Do people {@country_code|in} pay in euros, or with money of their own?",
                "Can I spend what is left of my cash from {@country_code} in other countries too?",
                "Is the currency of {@country_code} used anywhere else?",
                "In what currency are prices {@country_code|in}?",
            ],
            answers: [
                "People {@country_code|in} pay with the {out.currency_name} ({out.currency_code})"
                    + "[one out.shared_with:, and so do those in {out.shared_with|list}]"
                    + "[many out.shared_with:, which {out.shared_with|count} other countries and territories use as well]"
                    + "[none out.shared_with:, which is used nowhere else].",
                "The currency {@country_code|in} is the {out.currency_name}, {out.currency_code} for short"
                    + "[one out.shared_with:; {out.shared_with|list} uses it too]"
                    + "[many out.shared_with:; {out.shared_with|count} other countries and territories share it]"
                    + "[none out.shared_with:; no other country uses it].",
                "Prices {@country_code|in} are in {out.currency_code}, the {out.currency_name}"
                    + "[one out.shared_with:, which is also used in {out.shared_with|list}]"
                    + "[many out.shared_with:, shared with {out.shared_with|count} other countries and territories]"
                    + "[none out.shared_with:, a currency of its own].",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let currency = try Currency.withCode(country.currency)
        let others = Country.all.filter { $0.currency == currency.code && $0 != country }.map(\.name).sorted()
        var facts: JSON.Object = [
            "currency_code": .string(currency.code), "currency_name": .string(spoken(currency.name)),
            "decimal_places": .whole(currency.decimalPlaces), "shared_with": .texts(others),
        ]
        facts.set("symbol", unlessNil: currency.symbol.map(JSON.string))
        return .object(facts)
    }

    /// A currency's name as people write it: "Norwegian krone" for "Norwegian Krone".
    private static func spoken(_ name: String) -> String {
        var words = name.split(separator: " ").map(String.init)
        if let unit = words.popLast() { words.append(unit.lowercased()) }
        return words.map { $0 == "Convertible" ? $0.lowercased() : $0 }.joined(separator: " ")
    }
}
