import Engine

extension Astronomy {
    static let moonPhase = DemoTool(
        "moon_phase", family: Family.astronomy, occasions: [.trip, .sport],
        """
        Gives the phase of the moon on a day, how much of its disc is lit at noon UTC, and its age since the new moon.
        """,
        inputs: [
            .date("date", "Day, from 1900 to 2100.").means(.date).values(
                "2027-05-17", "2026-12-19", "2027-02-20", "2028-12-31", "2027-10-31", "2029-04-06", "2028-07-06",
                "2029-11-11", "2027-09-15", "2028-08-12")
        ],
        outputs: [
            .text("phase", "Name of the phase, such as waxing gibbous."),
            .text("appearance", "The same as people say it, such as a waxing gibbous moon."),
            .number("illuminated_percent", 0...100, "Lit part of the disc, to 1 %."),
            .number("age_days", 0...30.1, "Days since the last new moon, to 0.1 day."),
        ],
        wording: phaseWording
    ) { (arguments) throws(Refusal) in
        let noon = try arguments.day("date").ordinal * 1440 + 720
        var lastNew = Moon.next(.new, after: noon - 31 * 1440)
        while case let next = Moon.next(.new, after: lastNew + 1), next <= noon { lastNew = next }
        let phase = phase(aroundNoon: noon)
        return [
            "phase": .string(phase), "appearance": .string(appearance(of: phase)),
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

    /// `a full moon`, `a half moon in its first quarter`.
    private static func appearance(of phase: String) -> String {
        if phase.hasSuffix("quarter") { return "a half moon in its \(phase)" }
        return phase.hasSuffix("moon") ? "a \(phase)" : "a \(phase) moon"
    }

    private static let phaseWording = Wording(
        openings: [
            "I would like to look at the stars {@date|on}.", "We are planning a night walk {@date|on}.",
            "My daughter wants to photograph the moon {@date|on}.", "A few of us are camping out {@date|on}.",
            "Our street lamps will be off {@date|on}.", "The dog and I go out late {@date|on}.",
        ],
        asks: [
            "What phase is the moon in {@date|on}?", "How bright will the moon be {@date|on}?",
            "How much of the moon is lit {@date|on}?", "Will there be much moonlight {@date|on}?",
            "What does the moon look like {@date|on}?", "Is there enough of a moon {@date|on} to walk by?",
        ],
        answers: [
            "Expect {out.appearance} {@date|on}, with {out.illuminated_percent} % of its disc lit.",
            "{out.illuminated_percent} % of the moon is lit {@date|on}: {out.appearance}.",
            "There will be {out.appearance} {@date|on}, {out.illuminated_percent} % lit and {out.age_days|n day} past "
                + "the last new moon.",
        ])

    static let moonDate = DemoTool(
        "moon_date", family: Family.astronomy, occasions: [.sky],
        """
        Finds the first new moon, full moon or half moon (first or last quarter) after a day, with its time in UTC.
        """,
        inputs: [
            .choice("phase", Moon.Quarter.allCases.map(\.rawValue), "Which phase to find.").said([
                "full": "full moon", "new": "new moon", "first quarter": "waxing half moon",
                "last quarter": "waning half moon",
            ]),
            .date("after", "The day before the first one that counts.").means(.date).values(
                "2027-01-01", "2027-09-10", "2027-06-15", "2028-03-01", "2029-08-20", "2028-10-05", "2026-12-12",
                "2029-05-07"),
        ],
        outputs: [
            .date("date", "The day, in UTC.").means(.date), .time("time_utc", "The time, in UTC."),
            .text("weekday", "Weekday of that day."),
        ],
        wording: dateWording
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

    private static let dateWording = Wording(
        part: .waypoint, subject: "the first {phase} after {@after|date}", again: "that day",
        openings: [
            "I sow and plant by the moon.", "We are planning an evening with the telescope.",
            "My daughter has been given a telescope.", "Our walking club likes to go out at night.",
            "A friend of mine photographs the night sky.", "The kids want to sleep in a tent and watch the sky.",
        ],
        asks: [
            "When is the first {phase} after {@after}?", "On which night is the next {phase} after {@after}?",
            "What date is the first {phase} after {@after}?", "How soon after {@after} is there a {phase}?",
            "Which day brings the next {phase} after {@after}?", "Could you find me the first {phase} after {@after}?",
        ],
        answers: [
            "The first {phase} after {@after} is on {out.weekday}, {out.date|date}.",
            "The {phase} comes on {out.weekday}, {out.date|date}, at {out.time_utc} UTC.",
            "After {@after}, the next {phase} is on {out.date|date}, a {out.weekday}.",
        ])
}
