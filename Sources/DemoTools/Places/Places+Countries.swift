import Engine

extension Places {
    /// Countries by their codes, as people say them.
    static let spokenCountries: KeyValuePairs<String, String> = [
        "NO": "Norway", "JP": "Japan", "BR": "Brazil", "KE": "Kenya", "PT": "Portugal", "CA": "Canada",
        "VN": "Vietnam", "CH": "Switzerland", "NZ": "New Zealand", "MA": "Morocco", "GE": "Georgia", "IS": "Iceland",
        "AR": "Argentina", "KR": "South Korea", "PL": "Poland", "UY": "Uruguay", "LA": "Laos",
        "BW": "Botswana", "AT": "Austria", "YU": "Yugoslavia", "AN": "the Netherlands Antilles",
    ]

    static let countryFacts = DemoTool(
        "country_facts", family: Family.places,
        """
        Gives the basic facts of a country: capital, continent, main languages, telephone calling code, area, \
        population and the countries it shares a land border with.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries)
        ],
        outputs: [
            .text("name", "English name.").means(.countryName),
            .text("capital", "Capital city.").means(.placeName),
            .text("continent", "Continent."), .texts("languages", "Main languages, at most three."),
            .text("calling_code", "International telephone prefix, such as +47."),
            .whole("area_km2", 0...20_000_000, "Area in square kilometres."),
            .whole("population", 0...2_000_000_000, "Inhabitants.").means(.population),
            .texts("neighbours", "Countries across a land border; empty for an island."),
        ],
        wording: Wording(
            subject: "the capital of {out.name}",
            openings: [
                "I am putting together a page about {@country_code} for my students.",
                "We might move to {@country_code} for work.",
            ],
            asks: [
                "Which languages do people speak {@country_code|in}, and what calling code do I dial?",
                "What do people speak {@country_code|in}, and what is the calling code?",
                "With which calling code do I ring somebody {@country_code|in}, and in which language will they answer?",
            ],
            answers: [
                "In {out.name} people speak {out.languages|list}, and the calling code is {out.calling_code}.",
                "The main languages of {out.name} are {out.languages|list}; you dial {out.calling_code}.",
                "People in {out.name} mainly speak {out.languages|list}. The calling code is {out.calling_code}.",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        return [
            "name": .string(country.name), "capital": .string(country.capital),
            "continent": .string(country.continent), "languages": .texts(country.languages),
            "calling_code": .string(country.callingCode), "area_km2": .whole(country.area),
            "population": .whole(country.population),
            "neighbours": .texts(country.neighbours.map(Country.name).sorted()),
        ]
    }

    static let countryCurrency = DemoTool(
        "country_currency", family: Family.places,
        "Tells which currency a country uses, how it is written, and which other countries use the same one.",
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
            subject: "the currency of {@country_code}",
            openings: [
                "I am about to travel and want to sort out cash.", "We are setting up prices for a web shop.",
            ],
            asks: [
                "What currency do people pay with {@country_code|in}?",
                "Which money is used {@country_code|in}, and do other countries use it too?",
                "What is the currency {@country_code|in}, and does it have cents?",
            ],
            answers: [
                "The currency is the {out.currency_name} ({out.currency_code}), with {out.decimal_places} decimal "
                    + "places.[ It is also used in {out.shared_with|list}.]"
                    + "[!out.shared_with: No other country is listed with it.]",
                "People pay with the {out.currency_name} ({out.currency_code}). Prices have {out.decimal_places} "
                    + "digits "
                    + "after the point.[ The same money is used in {out.shared_with|list}.]"
                    + "[!out.shared_with: No other country is listed with the same money.]",
                "It is the {out.currency_name}, {out.currency_code} for short, written with {out.decimal_places} "
                    + "decimal places.[ These share it: {out.shared_with|list}.]"
                    + "[!out.shared_with: No other country is listed as sharing it.]",
            ])
    ) { (arguments) throws(Refusal) in
        let country = try Country.withCode(try arguments.text("country_code"))
        let currency = try Currency.withCode(country.currency)
        let others = Country.all.filter { $0.currency == currency.code && $0 != country }.map(\.name).sorted()
        var facts: JSON.Object = [
            "currency_code": .string(currency.code), "currency_name": .string(currency.name),
            "decimal_places": .whole(currency.decimalPlaces), "shared_with": .texts(others),
        ]
        facts.set("symbol", unlessNil: currency.symbol.map(JSON.string))
        return .object(facts)
    }
}
