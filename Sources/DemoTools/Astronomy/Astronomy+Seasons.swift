import Engine

extension Astronomy {
    static let seasonStart = DemoTool(
        "season_start", family: Family.astronomy, occasions: [.sky, .school],
        "Gives the date, the weekday and the time in UTC of an equinox or a solstice in a year.",
        inputs: [
            .choice("event", Season.allCases.map(\.rawValue), "Which equinox or solstice.").said([
                "march equinox": "March equinox", "june solstice": "June solstice",
                "september equinox": "September equinox", "december solstice": "December solstice",
            ]),
            .whole("year", 1900...2100, "Year.").means(.year).values(2027, 2028, 2029, 2030, 2026, 2031),
        ],
        outputs: [
            .date("date", "The day, in UTC.").means(.date), .time("time_utc", "The time, in UTC."),
            .text("weekday", "Weekday of that day."),
        ],
        wording: Wording(
            part: .waypoint, subject: "the {event} of {year}", again: "that day",
            openings: [
                "We celebrate the turn of the seasons.", "Our garden follows the sun.",
                "My yoga group greets every new season at dawn.", "I like to mark the turning points of the year.",
                "The village is planning a bonfire.", "A pupil asked me when the seasons really begin.",
            ],
            asks: [
                "When is the {event} of {year}?", "On which day does the {event} fall in {year}?",
                "What day is the {event} of {year}?", "Does the {event} of {year} fall on a weekend?",
                "What date is the {event} in {year}?", "Could you tell me the date of the {event} in {year}?",
            ],
            answers: [
                "The {event} of {year} is on {out.weekday}, {out.date|day}.",
                "In {year} the {event} falls on {out.weekday}, {out.date|day}, at {out.time_utc} UTC.",
                "{out.weekday}, {out.date|date}, is the day of the {event}.",
            ])
    ) { (arguments) throws(Refusal) in
        let year = try arguments.whole("year")
        guard let season = Season(rawValue: try arguments.text("event")) else {
            throw .badArgument(name: "event", expected: "an equinox or a solstice")
        }
        let instant = season.moment(in: year)
        let day = CivilDay(instant: instant)
        return [
            "date": .string(day.iso), "time_utc": .string(ClockTime.text(instant)), "weekday": .string(day.weekday),
        ]
    }
}
