import Engine

/// The sun, the moon and the seasons.
enum Astronomy {
    static let tools = [sunTimes, moonPhase, moonDate, seasonStart]

    static let sunTimes = DemoTool(
        "sun_times", family: Family.astronomy,
        """
        Gives sunrise, solar noon, sunset and the length of daylight at a point on a day, to the minute. Times are \
        local when the time zone is given, else in UTC. Fails in polar day and polar night, when the sun does not set \
        or does not rise.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .date("date", "Day, as 2027-05-17.").means(.date).values(
                "2027-05-17", "2026-06-21", "2027-12-24", "2028-09-03", "2026-11-08", "2029-02-14", "2028-03-30",
                "2029-08-12", "2027-07-05", "2028-01-19", "2026-10-02"),
            .text("time_zone", "IANA time zone for local times; needs a year from 2025 to 2030.").means(.timeZone)
                .optional("UTC"),
        ],
        outputs: [
            .date("date", "The day."), .time("sunrise", "Time of sunrise."), .time("solar_noon", "Time of solar noon."),
            .time("sunset", "Time of sunset; may be after midnight in the far north and south."),
            .text("day_length", "Length of daylight, such as 17 h 43 min."),
            .text("clock", "Which clock the times are read from: a place's local time, or UTC."),
        ],
        wording: Wording(
            openings: [
                "I land {@latitude|in} {@date|on} and would like a walk in daylight.",
                "We want to take photographs {@latitude|in} in the evening light {@date|on}.",
                "I am going for a long run {@latitude|in} {@date|on}.",
            ],
            asks: [
                "When does the sun set {@latitude|in} {@date|on}?", "How long is it light {@latitude|in} {@date|on}?",
                "What time are sunrise and sunset {@latitude|in} {@date|on}?",
                "Until when is there daylight {@latitude|in} {@date|on}?",
            ],
            answers: [
                "The sun rises at {out.sunrise} and sets at {out.sunset} ({out.clock}), so there are "
                    + "{out.day_length} of "
                    + "daylight {@latitude|in} {@date|on}.",
                "Sunrise {@latitude|in} is at {out.sunrise} and sunset at {out.sunset} ({out.clock}) {@date|on}; the "
                    + "sun "
                    + "is up for {out.day_length}.",
                "It is light {@latitude|in} from {out.sunrise} to {out.sunset} ({out.clock}) {@date|on}, which makes "
                    + "{out.day_length} of daylight.",
            ])
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        let zone = try arguments.text("time_zone")
        let rules = try ZoneRules.named(zone)
        if zone != "UTC" { try ZoneRules.check(year: day.year) }
        return try sunTimes(on: day, at: try Coordinate(arguments), rules: rules, zone: zone)
    }

    private static func sunTimes(
        on day: CivilDay, at place: Coordinate, rules: ZoneRules, zone: String
    ) throws(Refusal) -> JSON {
        func local(_ instant: Int) -> Int { instant + rules.offset(at: instant) }
        var course = SolarDay(day: day, place: place).course
        if zone != "UTC", case .risesAndSets(_, let noon, _) = course, CivilDay(instant: local(noon)) != day {
            let shift = CivilDay(instant: local(noon)).days(to: day)
            course = SolarDay(day: day.advanced(by: shift), place: place).course
        }
        switch course {
        case .risesAndSets(let rise, let noon, let set):
            return [
                "date": .string(day.iso), "sunrise": .string(ClockTime.text(local(rise))),
                "solar_noon": .string(ClockTime.text(local(noon))), "sunset": .string(ClockTime.text(local(set))),
                "day_length": .string(ClockTime.duration(set - rise)),
                "clock": .string(zone == "UTC" ? "UTC" : "local time"),
            ]
        case .staysUp:
            throw .impossible(
                "On \(day.iso) the sun does not set there: it is polar day.", next: "Ask about a day nearer to winter.")
        case .staysDown:
            throw .impossible(
                "On \(day.iso) the sun does not rise there: it is polar night.",
                next: "Ask about a day nearer to summer.")
        }
    }

    static let moonPhase = DemoTool(
        "moon_phase", family: Family.astronomy,
        "Gives the phase of the moon on a day, how much of its disc is lit at noon UTC, and its age since the new "
            + "moon.",
        inputs: [
            .date("date", "Day, from 1900 to 2100.").means(.date).values(
                "2027-05-17", "2026-08-12", "2027-02-20", "2028-12-31", "2026-10-31", "2029-04-06", "2028-07-06",
                "2029-11-11", "2027-09-15")
        ],
        outputs: [
            .text("phase", "Name of the phase, such as waxing gibbous."),
            .number("illuminated_percent", 0...100, "Lit part of the disc, to 1 %."),
            .number("age_days", 0...30.1, "Days since the last new moon, to 0.1 day."),
        ],
        wording: Wording(
            openings: [
                "I would like to look at the stars {@date|on}.", "We are planning a night hike {@date|on}.",
                "I want to photograph the moon {@date|on}.",
            ],
            asks: [
                "What phase is the moon in {@date|on}?", "How bright will the moon be {@date|on}?",
                "How much of the moon is lit {@date|on}?",
            ],
            answers: [
                "The phase of the moon {@date|on} is {out.phase}, with {out.illuminated_percent} % of its disc lit.",
                "{out.illuminated_percent} % of the moon is lit {@date|on}; its phase is {out.phase}.",
                "Its phase is {out.phase}: {out.illuminated_percent} % of the disc is lit, and the last new moon "
                    + "was {out.age_days} days before.",
            ])
    ) { (arguments) throws(Refusal) in
        let noon = try arguments.day("date").ordinal * 1440 + 720
        var lastNew = Moon.next(.new, after: noon - 31 * 1440)
        while case let next = Moon.next(.new, after: lastNew + 1), next <= noon { lastNew = next }
        return [
            "phase": .string(phase(aroundNoon: noon)),
            "illuminated_percent": .decimal(Moon.illumination(at: noon) * 100, places: 0),
            "age_days": .decimal(Double(noon - lastNew) / 1440, places: 1),
        ]
    }

    private static func phase(aroundNoon noon: Int) -> String {
        let upcoming = Moon.Quarter.allCases.map { (quarter: $0, instant: Moon.next($0, after: noon - 720)) }
        guard let next = upcoming.min(by: { $0.instant < $1.instant }) else { return "" }
        if next.instant < noon + 720 { return next.quarter.name }
        return switch next.quarter {
        case .new: "waning crescent"
        case .firstQuarter: "waxing crescent"
        case .full: "waxing gibbous"
        case .lastQuarter: "waning gibbous"
        }
    }

    static let moonDate = DemoTool(
        "moon_date", family: Family.astronomy,
        "Finds the first new moon, full moon or quarter after a day, with its time in UTC.",
        inputs: [
            .choice("phase", Moon.Quarter.allCases.map(\.rawValue), "Which phase to find.").said([
                "full": "full moon", "new": "new moon", "first quarter": "half moon of the first quarter",
                "last quarter": "half moon of the last quarter",
            ]),
            .date("after", "The day before the first one that counts.").means(.date).values(
                "2027-01-01", "2026-09-10", "2027-06-15", "2028-03-01", "2029-08-20", "2028-10-05", "2026-12-12"),
        ],
        outputs: [
            .date("date", "The day, in UTC.").means(.date), .time("time_utc", "The time, in UTC."),
            .text("weekday", "Weekday of that day."),
        ],
        wording: Wording(
            subject: "the first {phase} after {@after}",
            openings: [
                "I would like to camp by moonlight some time after {@after}.", "We plan an evening with the telescope.",
            ],
            asks: [
                "When is the first {phase} after {@after}?", "On which night is the next {phase} after {@after}?",
                "Counting from {@after}, on which date does the moon next reach the {phase}?",
            ],
            answers: [
                "The {phase} falls on {out.weekday}, {out.date|date}, at {out.time_utc} UTC.",
                "It is on {out.date|date}, a {out.weekday}, at {out.time_utc} UTC.",
                "The next one comes on {out.weekday}, {out.date|date} ({out.time_utc} UTC).",
            ])
    ) { (arguments) throws(Refusal) in
        let name = try arguments.text("phase")
        guard let quarter = Moon.Quarter(rawValue: name) else {
            throw .badArgument(name: "phase", expected: "a named phase")
        }
        let instant = Moon.next(quarter, after: (try arguments.day("after").ordinal + 1) * 1440)
        let day = CivilDay(instant: instant)
        return [
            "date": .string(day.iso), "time_utc": .string(ClockTime.text(instant)), "weekday": .string(day.weekday),
        ]
    }

    static let seasonStart = DemoTool(
        "season_start", family: Family.astronomy,
        "Gives the date and the time in UTC of an equinox or a solstice in a year.",
        inputs: [
            .choice("event", Season.allCases.map(\.rawValue), "Which equinox or solstice.").said([
                "march equinox": "March equinox", "june solstice": "June solstice",
                "september equinox": "September equinox", "december solstice": "December solstice",
            ]),
            .whole("year", 1900...2100, "Year.").means(.year).values(2026, 2027, 2028, 2029, 2030, 2031),
        ],
        outputs: [
            .date("date", "The day, in UTC.").means(.date), .time("time_utc", "The time, in UTC."),
            .text("weekday", "Weekday of that day."),
        ],
        wording: Wording(
            subject: "the {event} of {year}",
            openings: ["We celebrate the turn of the seasons.", "Our garden calendar follows the sun."],
            asks: [
                "When exactly is the {event} of {year}?", "On which day is the {event} in {year}?",
                "What are the date and the time of the {event} in {year}?",
            ],
            answers: [
                "The {event} of {year} is on {out.weekday}, {out.date|date}, at {out.time_utc} UTC.",
                "It falls on {out.date|date}, a {out.weekday}, at {out.time_utc} UTC.",
                "In {year} the {event} comes on {out.weekday}, {out.date|date} ({out.time_utc} UTC).",
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
