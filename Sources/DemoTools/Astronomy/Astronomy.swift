import Engine

/// The sun, the moon and the seasons.
enum Astronomy {
    static let tools = [sunTimes, moonPhase, moonDate, seasonStart]

    static let sunTimes = DemoTool(
        "sun_times", family: Family.astronomy, occasions: [.trip, .sky, .sport],
        """
        Gives sunrise, solar noon, sunset and the length of daylight at a point on a day, to the minute. Times are \
        local, by the time zone given or else by that of the nearest known city within 300 km; far from any, and in \
        years other than 2025 to 2030, they are in UTC. Fails in polar day and polar night, when the sun does not \
        set or does not rise.
        """,
        inputs: [
            .number("latitude", -90...90, "Degrees north.").means(.latitude),
            .number("longitude", -180...180, "Degrees east.").means(.longitude),
            .date("date", "Day, as 2027-05-17.").means(.date).values(
                "2027-05-17", "2028-06-21", "2027-12-24", "2028-09-03", "2026-12-08", "2029-02-14", "2028-03-30",
                "2029-08-12", "2027-07-05", "2028-01-19", "2029-10-02"),
            .text("time_zone", "IANA time zone for local times; needs a year from 2025 to 2030.").means(.timeZone)
                .optional,
        ],
        outputs: [
            .time("sunrise", "Time of sunrise."), .time("solar_noon", "Time of solar noon."),
            .time("sunset", "Time of sunset; may be after midnight in the far north and south.").means(.clockTime),
            .text("day_length", "Length of daylight in words, such as 17 hours and 43 minutes."),
            .number("daylight_hours", 0...24, "The same in hours, to 0.1 h."),
            .truth("is_local_time", "Whether the times are local; else they are in UTC."),
        ],
        wording: sunWording
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        let place = try Coordinate(arguments)
        let zone = arguments["time_zone"]?.string ?? nearbyZone(of: place, in: day.year)
        let rules = try ZoneRules.named(zone)
        if zone != "UTC" { try ZoneRules.check(year: day.year) }
        return try sunTimes(on: day, at: place, rules: rules, zone: zone)
    }

    /// The time zone of the nearest city within 300 km, in the years whose clock rules are known; else UTC.
    private static func nearbyZone(of place: Coordinate, in year: Int) -> String {
        guard ZoneRules.years.contains(year) else { return "UTC" }
        let near = City.all.map { (zone: $0.timeZone, distance: place.kilometres(to: $0.place)) }
            .min { $0.distance < $1.distance }
        return near.flatMap { $0.distance <= 300 ? $0.zone : nil } ?? "UTC"
    }

    private static let sunWording = Wording(
        subject: "sunset {@latitude|in} {@date|on}", again: "sunset",
        openings: [
            "I land {@latitude|in} {@date|on} and would like a walk in daylight.",
            "We want to take photographs {@latitude|in} {@date|on}.",
            "My brother is going for a long run {@latitude|in} {@date|on}.",
            "Our club meets outdoors {@latitude|in} {@date|on}.",
            "A friend is driving to {@latitude} {@date|on} and dislikes the dark.",
            "The kids are to be in before dark {@latitude|in} {@date|on}.",
            "After work we would like to sit outside {@latitude|in} {@date|on}.",
        ],
        asks: [
            "When does the sun set {@latitude|in} {@date|on}?", "How late is it light {@latitude|in} {@date|on}?",
            "Until when is there daylight {@latitude|in} {@date|on}?",
            "What time is sunset {@latitude|in} {@date|on}?",
            "By what time is the sun gone {@latitude|in} {@date|on}?",
            "At what time do we lose the sun {@latitude|in} {@date|on}?",
        ],
        answers: [
            "The sun rises at {out.sunrise} and sets at {out.sunset} [no out.is_local_time: UTC] {@latitude|in} "
                + "{@date|on}.",
            "Daylight {@latitude|in} lasts from {out.sunrise} to {out.sunset} [no out.is_local_time: UTC] {@date|on}, "
                + "{out.day_length} in all.",
            "Sunset {@latitude|in} is at {out.sunset} [no out.is_local_time: UTC] {@date|on}, after {out.day_length} "
                + "of daylight.",
        ],
        doubts: [
            Wording.Doubt(
                about: "daylight_hours",
                asks: [
                    "My uncle swears there are less than {guess|n hour} of daylight {@latitude|in} {@date|on}. Is he "
                        + "right?",
                    "I was told the sun is up for less than {guess|n hour} {@latitude|in} {@date|on}. Can that be?",
                ],
                confirmed: [
                    "Yes, the sun is up for {out.day_length} {@latitude|in} {@date|on}.",
                    "True, daylight {@latitude|in} lasts only {out.day_length} {@date|on}.",
                ],
                refuted: [
                    "No, the sun is up for {out.day_length} {@latitude|in} {@date|on}.",
                    "Not quite: daylight {@latitude|in} lasts {out.day_length} {@date|on}.",
                ])
        ])

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
                "sunrise": .string(ClockTime.text(local(rise))),
                "solar_noon": .string(ClockTime.text(local(noon))), "sunset": .string(ClockTime.text(local(set))),
                "day_length": .string(ClockTime.words(set - rise)),
                "daylight_hours": .decimal(Double(set - rise) / 60, places: 1), "is_local_time": .bool(zone != "UTC"),
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
}
