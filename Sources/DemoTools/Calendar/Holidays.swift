import Engine

/// Public holidays.
enum Holidays {
    static let tools = [publicHolidays, holidayCheck]

    private static let spokenCountries: KeyValuePairs<String, String> = [
        "NO": "Norway", "JP": "Japan", "BR": "Brazil", "DE": "Germany", "FR": "France", "CA": "Canada",
        "KR": "South Korea", "IS": "Iceland", "NZ": "New Zealand", "PL": "Poland", "CL": "Chile", "IE": "Ireland",
        "GR": "Greece", "SE": "Sweden", "ZA": "South Africa", "MX": "Mexico", "AT": "Austria", "FI": "Finland",
        "TH": "Thailand", "PE": "Peru",
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
        "public_holidays", family: Family.time,
        """
        Lists the nationwide public holidays of a country in a year or in one month of it, with their weekdays. \
        Regional holidays are not included; a month without any gives an empty list.
        """,
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries),
            .whole("year", 1900...2100, "Year; known are 2025 to 2030.").means(.year).values(
                2026, 2027, 2028, 2029, 2030, 2033),
            .whole("month", 1...12, "Month, 1 to 12; without it, the whole year.").means(.month).said(spokenMonths)
                .optional,
        ],
        outputs: [
            .text("country", "English name of the country."),
            .records(
                "items", "The holidays, in order.",
                [
                    .date("date", "Day of the holiday."), .text("name", "English name.").means(.holidayName),
                    .text("weekday", "Weekday of that day."),
                    .text("label", "Name and day together, such as Labor Day (1 May)."),
                ]),
        ],
        wording: Wording(
            openings: [
                "I am planning deliveries and do not want to stand before closed doors.",
                "We are choosing the dates of a family visit.",
            ],
            asks: [
                "Which days are public holidays {@country_code|in} in [{month} ]{year}?",
                "On which days of [{month} ]{year} is there a public holiday {@country_code|in}?",
                "What are the nationwide days off {@country_code|in} in [{month} ]{year}?",
            ],
            answers: [
                "[Public holidays of {out.country} in [{month} ]{year}: {out.items[].label|list}.]"
                    + "[!out.items[].label: {out.country} has no public holiday in [{month} ]{year}.]",
                "[The days off in [{month} ]{year}: {out.items[].label|list}.]"
                    + "[!out.items[].label: There is none in {out.country} in [{month} ]{year}.]",
                "[In [{month} ]{year}, {out.country} keeps {out.items[].label|list}.]"
                    + "[!out.items[].label: No nationwide holiday of {out.country} falls in [{month} ]{year}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let year = try arguments.whole("year")
        var holidays = try holidays(arguments, year: year)
        if let month = arguments["month"]?.int { holidays.removeAll { $0.day.month != month } }
        let country = try Country.withCode(try arguments.text("country_code"))
        return [
            "country": .string(country.name),
            "items": .array(
                holidays.map { holiday in
                    [
                        "date": .string(holiday.day.iso), "name": .string(holiday.name),
                        "weekday": .string(holiday.day.weekday), "label": .string(holiday.label),
                    ]
                }),
        ]
    }

    static let holidayCheck = DemoTool(
        "holiday_check", family: Family.time,
        "Tells whether a day is a nationwide public holiday in a country, and which one comes next.",
        inputs: [
            .text("country_code", "Two letters of ISO 3166-1, such as NO.").means(.countryCode).said(spokenCountries),
            .date("date", "Day to check, from 2025 to 2030.").means(.date).values(
                "2027-05-17", "2026-12-24", "2028-05-01", "2027-11-01", "2029-06-22", "2026-08-15", "2028-10-12",
                "2027-06-25", "2029-03-30", "2034-05-01"),
        ],
        outputs: [
            .truth("is_holiday", "Whether the day is a public holiday."),
            .text("holiday", "Its name; left out on other days.").means(.holidayName).optional,
            .text("weekday", "Weekday of that day."),
            .text("next_holiday", "Name of the next holiday after that day in the same year, if any.").optional,
            .date("next_date", "Day of that next holiday.").optional,
        ],
        wording: Wording(
            openings: [
                "I need to go to a bank {@country_code|in} {@date|on}.",
                "I arrive {@country_code|in} {@date|on} with an empty fridge.",
            ],
            asks: [
                "Is {@date} a public holiday {@country_code|in}?", "Is anything closed {@country_code|in} {@date|on}?",
                "Do people {@country_code|in} have to work {@date|on}, or is it a day off?",
            ],
            answers: [
                "[It is a {out.weekday} and a public holiday: {out.holiday}.][!out.holiday: It is a {out.weekday} and "
                    + "not a public holiday.][ The next one is {out.next_holiday} on {out.next_date|date}.]",
                "[It is {out.holiday}, so expect closed doors.][!out.holiday: No holiday falls on that {out.weekday}.]"
                    + "[ After it comes {out.next_holiday}, on {out.next_date|date}.]",
                "[That {out.weekday} is {out.holiday}, a public holiday.][!out.holiday: That {out.weekday} is no "
                    + "public "
                    + "holiday.]",
            ])
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        let holidays = try holidays(arguments, year: day.year)
        let names = holidays.filter { $0.day == day }.map(\.name)
        let next = holidays.first { $0.day > day }
        var facts: JSON.Object = ["is_holiday": .bool(!names.isEmpty)]
        facts.set("holiday", unlessNil: names.isEmpty ? nil : .string(names.joined(separator: " and ")))
        facts.set("weekday", .string(day.weekday))
        facts.set("next_holiday", unlessNil: next.map { .string($0.name) })
        facts.set("next_date", unlessNil: next.map { .string($0.day.iso) })
        return .object(facts)
    }
}
