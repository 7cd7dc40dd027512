import Engine

extension Dates {
    static let easterDate = DemoTool(
        "easter_date", family: Family.time, occasions: [.calendar, .trip, .sky],
        """
        Gives the date of Easter Sunday in a year, in the western or in the orthodox churches, and of the days that \
        hang on it: Good Friday and Pentecost. Dates are of the Gregorian calendar.
        """,
        inputs: [
            .choice("church", ["western", "orthodox"], "Whose Easter.").said([
                "western": "Easter Sunday", "orthodox": "Orthodox Easter Sunday",
            ]),
            .whole("year", 1900...2100, "Year.").means(.year).values(2027, 2028, 2029, 2030, 2026, 2031),
        ],
        outputs: [
            .date("date", "Easter Sunday.").means(.date), .date("good_friday", "Good Friday, two days before."),
            .date("pentecost", "Pentecost or Whit Sunday, seven weeks later."),
        ],
        wording: easterWording
    ) { (arguments) throws(Refusal) in
        let year = try arguments.whole("year")
        let isOrthodox = try arguments.text("church") == "orthodox"
        guard let day = isOrthodox ? Easter.orthodox(year) : Easter.western(year) else {
            throw .impossible("Easter of \(year) is not known.", next: "Ask about a year from 1900 to 2100.")
        }
        return [
            "date": .string(day.iso), "good_friday": .string(day.advanced(by: -2).iso),
            "pentecost": .string(day.advanced(by: 49).iso),
        ]
    }

    private static let easterWording = Wording(
        part: .waypoint, subject: "{church} {year}", again: "that Sunday",
        openings: [
            "Our choir is fixing its plans for spring.", "I would like to see my grandmother around Easter.",
            "We always take a week off around Easter.", "My sister wants to marry shortly after Easter.",
            "Hotels fill up early around Easter.", "The school terms here follow Easter.",
        ],
        asks: [
            "When is {church} in {year}?", "On which date does {church} fall in {year}?",
            "What date is {church} {year}?", "In which month is {church} in {year}, and on which day?",
            "How late does {church} come in {year}?", "Does {church} come early or late in {year}?",
        ],
        answers: [
            "{church} {year} falls on {out.date|day}.", "In {year}, {church} comes on {out.date|day}.",
            "{church} {year} is on {out.date|day}, with Good Friday on {out.good_friday|day}.",
            "The date of {church} is {out.date|date}, and Pentecost follows on {out.pentecost|day}.",
        ])

    static let weekDates = DemoTool(
        "week_dates", family: Family.time, occasions: [.meeting],
        """
        Gives the Monday and the Sunday of a calendar week by ISO 8601. Fails for week 53 in years that have only 52.
        """,
        inputs: [
            .whole("year", 1901...2099, "Year of the week.").means(.year).values(2027, 2028, 2029, 2030, 2026, 2031),
            .whole("week", 1...53, "Number of the week.").values(4, 7, 10, 13, 16, 20, 23, 27, 31, 36, 42, 47, 49, 53),
        ],
        outputs: [
            .date("monday", "Its first day.").means(.date), .date("sunday", "Its last day."),
        ],
        wording: weekWording
    ) { (arguments) throws(Refusal) in
        let (year, week) = (try arguments.whole("year"), try arguments.whole("week"))
        guard let monday = CivilDay(mondayOfWeek: week, in: year) else {
            throw .impossible("The year \(year) has no week \(week).", next: "Ask about a week from 1 to 52.")
        }
        return ["monday": .string(monday.iso), "sunday": .string(monday.advanced(by: 6).iso)]
    }

    private static let weekWording = Wording(
        part: .waypoint, subject: "the Monday of week {week} in {year}", again: "that Monday",
        openings: [
            "My Swedish colleagues talk in week numbers.", "Our school plans by calendar week.",
            "A supplier gave us a calendar week instead of a date.", "We have booked a cottage by week number.",
            "The builders only say in which week they will come.", "I never know what people mean by a week number.",
        ],
        asks: [
            "When does calendar week {week} of {year} begin and end?", "Which days are in week {week} of {year}?",
            "From when to when does week {week} run in {year}?",
            "On which Monday does week {week} of {year} start, and when is it over?",
            "What are the first and the last day of week {week} in {year}?",
            "Could you tell me which dates week {week} of {year} covers?",
        ],
        answers: [
            "Week {week} of {year} runs from {out.monday|date} to {out.sunday|date}.",
            "Calendar week {week} begins on Monday, {out.monday|date}, and ends on Sunday, {out.sunday|date}.",
            "The Monday of week {week} is {out.monday|date}, and the Sunday is {out.sunday|date}.",
        ])

    static let personAge = DemoTool(
        "person_age", family: Family.time, occasions: [.calendar],
        """
        Gives a person's age in full years on a day, the days lived until then, and the weekday of birth. Whoever was \
        born on 29 February is a year older on 1 March in other years.
        """,
        inputs: [
            .date("birth_date", "Day of birth, from 1900.").values(
                "1984-03-17", "1951-11-02", "2015-06-24", "1996-02-29", "1972-08-09", "2009-01-30", "1946-05-13",
                "1989-12-01", "2018-09-05", "1963-07-20", "2001-10-16"),
            .date("on_date", "Day on which the age is wanted, up to 2100.").values(
                "2027-04-12", "2028-03-01", "2026-12-20", "2029-06-30", "2027-10-08", "2028-08-14", "2030-01-02",
                "2029-11-25"),
        ],
        outputs: [
            .whole("years", 0...200, "Age in full years."), .whole("days_lived", 0...73_500, "Days since birth."),
            .text("birth_weekday", "Weekday of birth."),
        ],
        wording: ageWording
    ) { (arguments) throws(Refusal) in
        let (birth, day) = (try arguments.day("birth_date"), try arguments.day("on_date"))
        guard birth <= day else {
            throw .impossible("\(day.iso) comes before the birth on \(birth.iso).", next: "Give a later day.")
        }
        return [
            "years": .whole(birth.fullYears(until: day)), "days_lived": .whole(birth.days(to: day)),
            "birth_weekday": .string(birth.weekday),
        ]
    }

    private static let ageWording = Wording(
        openings: [
            "I am filling in forms for the whole family.", "The airline wants everybody's age.",
            "My aunt refuses to say how old she is.", "We are planning a birthday party.",
            "Our club has a discount that depends on age.", "An insurance company insists on exact ages.",
        ],
        asks: [
            "How old will somebody born on {birth_date} be {@on_date|on}?",
            "If I was born on {birth_date}, how old am I {@on_date|on}?",
            "What age has a person born on {birth_date} reached by {@on_date}?",
            "How many years old is somebody {@on_date|on} who was born on {birth_date}?",
            "How many birthdays has somebody born on {birth_date} had by {@on_date}?",
            "Could you work out the age {@on_date|on} of somebody born on {birth_date}?",
        ],
        answers: [
            "Somebody born on {birth_date} is {out.years|n year} old {@on_date|on}; the day of birth was a "
                + "{out.birth_weekday}.",
            "Anybody born on {birth_date} is {out.years|n year} old {@on_date|on}.",
            "By {@on_date} that makes {out.years|n full year} since {birth_date}, which was a {out.birth_weekday}.",
        ],
        doubts: [
            Wording.Doubt(
                about: "days_lived",
                asks: [
                    "My father claims that by {@on_date} somebody born on {birth_date} has lived fewer than "
                        + "{guess|n day}. True?",
                    "Has anybody born on {birth_date} lived fewer than {guess|n day} by {@on_date}?",
                    "If I was born on {birth_date}, have I lived fewer than {guess|n day} by {@on_date}?",
                ],
                confirmed: [
                    "Yes, by {@on_date} somebody born on {birth_date} has lived {out.days_lived|n day}.",
                    "True: {birth_date} lies {out.days_lived|n day} before {@on_date}, which makes an age of "
                        + "{out.years|n year}.",
                ],
                refuted: [
                    "No, by {@on_date} somebody born on {birth_date} has lived {out.days_lived|n day}.",
                    "Not so: {birth_date} lies {out.days_lived|n day} before {@on_date}, which makes an age of "
                        + "{out.years|n year}.",
                ])
        ])
}
