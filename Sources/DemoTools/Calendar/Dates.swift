import Engine

/// Arithmetic with days.
enum Dates {
    static let tools = [dateFacts, dateSpan, dateShift, easterDate]

    static let dateFacts = DemoTool(
        "date_facts", family: Family.time,
        "Gives the weekday, the ISO week, the day of the year and what is left of the year for a date.",
        inputs: [
            .date("date", "A day from 1900 to 2100, as 2027-05-17.").means(.date).values(
                "2027-05-17", "2026-10-09", "2028-02-29", "2029-07-14", "2027-01-01", "2026-12-31", "2028-08-19",
                "2029-11-30", "2027-02-29")
        ],
        outputs: [
            .text("weekday", "Weekday."), .whole("iso_week", 1...53, "Week of ISO 8601."),
            .whole("day_of_year", 1...366, "1 for 1 January."),
            .whole("days_left", 0...365, "Days of the year that are left after it."),
        ],
        wording: Wording(
            openings: ["We are about to print invitations.", "I keep a weekly planner."],
            asks: [
                "What day of the week is {@date}?", "Which weekday and which calendar week is {@date}?",
                "Does {@date} fall on a weekend, and in which week of the year is it?",
            ],
            answers: [
                "It is a {out.weekday}, in week {out.iso_week}; {out.days_left} days of the year are left after it.",
                "It falls on a {out.weekday} in calendar week {out.iso_week}, as day {out.day_of_year} of the year.",
                "That day is a {out.weekday} (week {out.iso_week}, day {out.day_of_year} of the year).",
            ])
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        let length = CivilDay.isLeap(day.year) ? 366 : 365
        return [
            "weekday": .string(day.weekday), "iso_week": .whole(day.isoWeek), "day_of_year": .whole(day.dayOfYear),
            "days_left": .whole(length - day.dayOfYear),
        ]
    }

    static let dateSpan = DemoTool(
        "date_span", family: Family.time,
        "Counts the days from one date to another: calendar days, whole weeks, and days from Monday to Friday.",
        inputs: [
            .date("from_date", "First day, from 1900 to 2100.").means(.date).values(
                "2026-12-01", "2027-02-14", "2027-09-06", "2028-01-10", "2028-06-30", "2029-03-03"),
            .date("to_date", "Last day; not counted itself.").means(.date).values(
                "2027-05-17", "2027-12-24", "2028-03-01", "2029-06-15", "2029-10-31", "2026-11-30"),
        ],
        outputs: [
            .whole("days", 1...80_000, "Days from the first to the last."),
            .whole("weeks", 0...12_000, "Whole weeks in them."),
            .whole("weekdays", 0...60_000, "Mondays to Fridays from the first day on, the last not counted."),
        ],
        wording: Wording(
            openings: ["I am counting the days to a deadline.", "We want to know how long the wait is."],
            asks: [
                "How many days are there from {@from_date} to {@to_date}?",
                "How long is it from {@from_date} until {@to_date}, and how many weekdays are in between?",
                "How many weeks and days lie between {@from_date} and {@to_date}?",
            ],
            answers: [
                "There are {out.days|number} days in between, {out.weekdays|number} of them Mondays to Fridays.",
                "It is {out.days|number} days, or {out.weeks} whole weeks, with {out.weekdays|number} weekdays.",
                "The time in between is {out.days|number} days ({out.weeks} full weeks).",
            ])
    ) { (arguments) throws(Refusal) in
        let (first, last) = (try arguments.day("from_date"), try arguments.day("to_date"))
        let days = first.days(to: last)
        guard days > 0 else {
            throw .impossible("\(last.iso) does not come after \(first.iso).", next: "Give the earlier day first.")
        }
        let weekdays = (0..<days).count { !first.advanced(by: $0).isWeekend }
        return ["days": .whole(days), "weeks": .whole(days / 7), "weekdays": .whole(weekdays)]
    }

    static let dateShift = DemoTool(
        "date_shift", family: Family.time,
        "Gives the date so many days after another one, with its weekday.",
        inputs: [
            .date("date", "Day to start from, from 1900 to 2100.").means(.date).values(
                "2027-03-03", "2026-09-21", "2028-01-31", "2029-05-12", "2027-08-27", "2026-07-04", "2028-11-15"),
            .whole("days", 1...36_500, "Days to add.").values(7, 10, 14, 30, 45, 60, 90, 100, 180, 1000),
        ],
        outputs: [
            .date("date", "The day reached.").means(.date), .text("weekday", "Its weekday."),
        ],
        wording: Wording(
            subject: "the day {days} days after {@date}",
            openings: ["I signed a contract with a notice period.", "A guarantee starts {@date|on}."],
            asks: [
                "Which date is {days} days after {@date}?", "If I count {days} days from {@date}, where do I end up?",
                "What day of the week is it {days} days after {@date}?",
            ],
            answers: [
                "That is {out.weekday}, {out.date|date}.",
                "Counting {days} days on leads to {out.weekday}, {out.date|date}.",
                "It is a {out.weekday}: {out.date|date}.",
            ])
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date").advanced(by: try arguments.whole("days"))
        guard CivilDay.years.contains(day.year) else {
            throw .impossible("The calendar here ends with the year 2100.", next: "Add fewer days.")
        }
        return ["date": .string(day.iso), "weekday": .string(day.weekday)]
    }

    static let easterDate = DemoTool(
        "easter_date", family: Family.time,
        "Gives the date of Easter Sunday in a year, in the western or in the orthodox churches.",
        inputs: [
            .choice("church", ["western", "orthodox"], "Whose Easter.").said([
                "western": "Easter Sunday", "orthodox": "Orthodox Easter Sunday",
            ]),
            .whole("year", 1900...2100, "Year.").means(.year).values(2026, 2027, 2028, 2029, 2030, 2031, 2035),
        ],
        outputs: [
            .date("date", "Easter Sunday, in the Gregorian calendar.").means(.date),
            .whole("day_of_year", 1...366, "1 for 1 January."),
        ],
        wording: Wording(
            subject: "{church} {year}",
            openings: ["Our choir is fixing its rehearsals for spring.", "My holidays depend on Easter."],
            asks: [
                "On which date does {church} fall in {year}?", "When is {church} in {year}?",
                "How late in spring is {church} in {year}?",
            ],
            answers: [
                "{church} {year} falls on {out.date|date}.", "It is on {out.date|date}.",
                "In {year}, {church} is celebrated on {out.date|date}.",
            ])
    ) { (arguments) throws(Refusal) in
        let year = try arguments.whole("year")
        let isOrthodox = try arguments.text("church") == "orthodox"
        guard let day = isOrthodox ? Easter.orthodox(year) : Easter.western(year) else {
            throw .impossible("Easter of \(year) is not known.", next: "Ask about a year from 1900 to 2100.")
        }
        return ["date": .string(day.iso), "day_of_year": .whole(day.dayOfYear)]
    }
}
