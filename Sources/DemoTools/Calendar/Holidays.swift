import Engine

/// Public holidays.
enum Holidays {
    static let tools = [publicHolidays, holidayCheck]

    private static let spokenCountries: KeyValuePairs<String, String> = [
        "NO": "Norway", "JP": "Japan", "BR": "Brazil", "DE": "Germany", "FR": "France", "CA": "Canada",
        "KR": "South Korea", "IS": "Iceland", "NZ": "New Zealand", "PL": "Poland", "CL": "Chile", "IE": "Ireland",
        "GR": "Greece", "SE": "Sweden", "ZA": "South Africa", "MX": "Mexico", "AT": "Austria", "FI": "Finland",
        "TH": "Thailand", "AR": "Argentina", "PT": "Portugal", "IT": "Italy", "NL": "the Netherlands",
    ]

    private static let spokenMonths: KeyValuePairs<Int, String> = [
        1: "January", 2: "February", 3: "March", 4: "April", 5: "May", 6: "June", 7: "July", 8: "August",
        9: "September", 10: "October", 11: "November", 12: "December",
    ]

    /// - Throws: ``Refusal`` where the data have no holidays of the country or the year.
    private static func holidays(_ arguments: Arguments, year: Int) throws(Refusal) -> [Holiday] {
        let country = try Country.withCode(try arguments.text("country_code"))
        guard Holiday.years.contains(year) else {
            throw .impossible(
                "Holidays are known for 2025 to 2030, not for \(year).", next: "Ask about a year from 2025 to 2030.")
        }
        guard let holidays = Holiday.of(country.code, in: year) else {
            throw .impossible(
                "The holidays of \(country.name) are not in the data.",
                next: "Known are those of \(Holiday.countries.joined(separator: ", ")).")
        }
        return holidays
    }

    static let publicHolidays = DemoTool(
        "public_holidays", family: Family.time, occasions: [.trip, .calendar, .meeting],
        """
        Lists the nationwide public holidays of a country in a month, with their weekdays. \
        Regional holidays are not included; a month without any gives an empty list. Knows 30 countries and the years \
        2025 to 2030.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries),
            .whole("year", 1900...2100, "Year; known are 2025 to 2030.").means(.year).values(
                2027, 2028, 2029, 2030, 2026, 2025),
            .whole("month", 1...12, "Month, 1 to 12.").means(.month).said(spokenMonths),
        ],
        outputs: [
            .text("country", "English name of the country."),
            .records(
                "items", "The holidays, in order.",
                [
                    .date("date", "Day of the holiday."),
                    .text("name", "English name.").means(.holidayName),
                    .text("weekday", "Weekday of that day."),
                    .text("label", "Name and day together, such as Labor Day (1 May)."),
                ]),
        ],
        wording: listWording
    ) { (arguments) throws(Refusal) in
        let year = try arguments.whole("year")
        let month = try arguments.whole("month")
        let holidays = try holidays(arguments, year: year).filter { $0.day.month == month }
        let country = try Country.withCode(try arguments.text("country_code"))
        return ["country": .string(country.name), "items": .array(holidays.map(listed))]
    }

    private static func listed(_ holiday: Holiday) -> JSON {
        [
            "date": .string(holiday.day.iso), "name": .string(holiday.name), "weekday": .string(holiday.day.weekday),
            "label": .string(holiday.label),
        ]
    }

    private static let listWording = Wording(
        openings: [
            "I do not want to stand before closed doors {@country_code|in}.",
            "My aunt {@country_code|in} has invited us to stay.",
            "We are choosing the dates for a visit to {@country_code}.",
            "Our office {@country_code|in} is drawing up its rota.",
            "A customer {@country_code|in} never answers on days off.",
            "The children want to meet their pen friends {@country_code|in}.",
        ],
        asks: [
            "Which days are national holidays {@country_code|in} in {month} {year}?",
            "When do people {@country_code|in} have a day off in {month} {year}, by law?",
            "On which days of {month} {year} is there a public holiday {@country_code|in}?",
            "What are the nationwide days off {@country_code|in} in {month} {year}?",
            "Are there any national holidays {@country_code|in} in {month} {year}, and when?",
            "Which dates in {month} {year} are bank holidays {@country_code|in}?",
        ],
        answers: [
            "[many out.items: The national holidays {@country_code|in} in {month} {year} are "
                + "{out.items[].label|list}.]"
                + "[one out.items: The one national holiday {@country_code|in} in {month} {year} is "
                + "{out.items[].label|list}.][none out.items: No national holiday falls in {month} {year} "
                + "{@country_code|in}.]",
            "[many out.items: In {month} {year} the whole of {out.country|the} has {out.items[].label|count} days off: "
                + "{out.items[].label|list}.]"
                + "[one out.items: In {month} {year} the whole of {out.country|the} has just one day off, "
                + "{out.items[].label|list}.][none out.items: In {month} {year} nobody {@country_code|in} has a public "
                + "holiday.]",
            "[many out.items: People {@country_code|in} have {out.items[].label|count} days off in {month} {year}, "
                + "namely {out.items[].label|list}.]"
                + "[one out.items: People {@country_code|in} have one day off in {month} {year}, namely "
                + "{out.items[].label|list}.][none out.items: People {@country_code|in} have no public holiday in "
                + "{month} {year}.]",
        ])

    static let holidayCheck = DemoTool(
        "holiday_check", family: Family.time, occasions: [.trip, .meeting],
        """
        Tells whether a day is a nationwide public holiday in a country, and which one comes next, with its date. \
        Knows 30 countries and the years 2025 to 2030.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries),
            .date("date", "Day to check, from 2025 to 2030.").means(.date).values(
                "2027-05-17", "2026-12-24", "2028-05-01", "2027-11-01", "2029-06-22", "2027-08-15", "2028-10-12",
                "2027-06-25", "2029-03-30", "2028-04-14", "2030-01-06", "2029-12-26"),
        ],
        outputs: [
            .truth("is_holiday", "Whether the day is a public holiday."),
            .text("holiday", "Its name; left out on other days.").means(.holidayName).optional,
            .text("weekday", "Weekday of that day."),
            .text("next_holiday", "Name of the next holiday after that day; left out after the last known one.")
                .optional,
            .date("next_date", "Day of that next holiday.").optional,
        ],
        wording: checkWording
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        var holidays = try holidays(arguments, year: day.year)
        if Holiday.years.contains(day.year + 1) { holidays += try Self.holidays(arguments, year: day.year + 1) }
        let names = holidays.filter { $0.day == day }.map(\.name)
        let next = holidays.first { $0.day > day }
        var facts: JSON.Object = ["is_holiday": .bool(!names.isEmpty)]
        facts.set("holiday", unlessNil: names.isEmpty ? nil : .string(names.joined(separator: " and ")))
        facts.set("weekday", .string(day.weekday))
        facts.set("next_holiday", unlessNil: next.map { .string($0.name) })
        facts.set("next_date", unlessNil: next.map { .string($0.day.iso) })
        return .object(facts)
    }

    private static let checkWording = Wording(
        openings: [
            "I arrive {@country_code|in} {@date|on} with an empty fridge.",
            "My bank is {@country_code|in}, and I need to see them {@date|on}.",
            "We would like to go shopping {@country_code|in} {@date|on}.",
            "Our supplier {@country_code|in} has promised us a delivery {@date|on}.",
            "A friend of mine moves house {@country_code|in} {@date|on}.",
            "The embassy wants me to be {@country_code|in} {@date|on}.",
        ],
        asks: [
            "Is {@date} a public holiday {@country_code|in}?", "Is anything closed {@country_code|in} {@date|on}?",
            "Should I expect closed doors {@country_code|in} {@date|on}?",
            "Do people {@country_code|in} have a public holiday {@date|on}?",
            "Which public holiday falls {@date|on} {@country_code|in}, if any?",
            "Will there be a national holiday {@country_code|in} {@date|on}?",
        ],
        answers: [
            "[yes out.is_holiday: {out.holiday} is a public holiday {@country_code|in}.]"
                + "[no out.is_holiday: {@date} is no public holiday {@country_code|in}.]"
                + "[ The next holiday is {out.next_holiday}, on {out.next_date|date}.]",
            "[yes out.is_holiday: Expect closed doors {@country_code|in} {@date|on}: {out.holiday} is a public holiday.]"
                + "[no out.is_holiday: No public holiday falls {@date|on} {@country_code|in}.]"
                + "[ Next comes {out.next_holiday}, on {out.next_date|date}.]",
            "[yes out.is_holiday: People {@country_code|in} have the day off {@date|on}, for {out.holiday}.]"
                + "[no out.is_holiday: People {@country_code|in} have no public holiday {@date|on}.]"
                + "[ After that, {out.next_holiday} is the next day off, on {out.next_date|date}.]",
        ])
}
