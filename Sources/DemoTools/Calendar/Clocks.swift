import Engine

/// Time zones and times of day.
enum Clocks {
    static let tools = [zoneConvert, clockChanges, endTime]

    private static let spokenZones: KeyValuePairs<String, String> = [
        "Europe/Oslo": "Oslo", "America/New_York": "New York", "Asia/Tokyo": "Tokyo", "Europe/London": "London",
        "Australia/Sydney": "Sydney", "America/Sao_Paulo": "São Paulo", "Asia/Kolkata": "Mumbai",
        "Africa/Nairobi": "Nairobi", "America/Los_Angeles": "Los Angeles", "Pacific/Auckland": "Auckland",
        "Asia/Kathmandu": "Kathmandu", "America/St_Johns": "St. John's", "Atlantic/Atlantis": "Atlantis",
    ]

    static let zoneConvert = DemoTool(
        "zone_convert", family: Family.time,
        "Converts a local date and time from one time zone to another, with summer time taken into account.",
        inputs: [
            .text("from_zone", "IANA time zone of the given time.").means(.timeZone).said(spokenZones),
            .text("to_zone", "IANA time zone to convert to.").means(.timeZone).said(spokenZones),
            .date("date", "Local date of the given time, from 2025 to 2030.").means(.date).values(
                "2027-03-16", "2026-11-05", "2028-07-02", "2027-10-30", "2029-01-15", "2026-06-09", "2028-04-21",
                "2029-09-08", "2027-12-31", "2031-02-11"),
            .time("time", "Local time, as 22:07.").values(
                "09:00", "14:30", "08:15", "19:00", "12:00", "17:45", "07:30", "21:10", "16:00", "10:20"),
        ],
        outputs: [
            .date("date", "Local date at the other end."), .time("time", "Local time at the other end."),
            .text("weekday", "Weekday at the other end."),
            .number("difference_hours", -26...26, "Hours that the other clock is ahead; negative when behind."),
        ],
        wording: Wording(
            subject: "{@to_zone}",
            openings: [
                "I am setting up a video call with colleagues abroad.",
                "My sister lives far away and I want to ring her.",
            ],
            asks: [
                "When it is {time} {@from_zone|in} {@date|on}, what time is it {@to_zone|in}?",
                "What time will it be {@to_zone|in} {@date|on} when clocks {@from_zone|in} show {time}?",
                "If a call starts at {time} {@from_zone|in} {@date|on}, what will the clock say {@to_zone|in}?",
            ],
            answers: [
                "It is then {out.time} on {out.weekday}, {out.date|date}, {@to_zone|in}.",
                "The clocks {@to_zone|in} then show {out.time} (on {out.weekday}, {out.date|date}).",
                "That is {out.time} {@to_zone|in}, on {out.weekday}, {out.date|date}.",
            ])
    ) { (arguments) throws(Refusal) in
        let (from, to) = (try arguments.text("from_zone"), try arguments.text("to_zone"))
        let (source, target) = (try ZoneRules.named(from), try ZoneRules.named(to))
        guard from != to else {
            throw .impossible("Both times are in \(from).", next: "Give two different time zones.")
        }
        let day = try arguments.day("date")
        try ZoneRules.check(year: day.year)
        let minutes = try arguments.minutes("time")
        let instant = source.instant(of: day, minutes: minutes)
        let local = instant + target.offset(at: instant)
        let localDay = CivilDay(instant: local)
        let ahead = target.offset(at: instant) - source.offset(at: instant)
        return [
            "date": .string(localDay.iso), "time": .string(ClockTime.text(local)),
            "weekday": .string(localDay.weekday), "difference_hours": .decimal(Double(ahead) / 60, places: 2),
        ]
    }

    static let clockChanges = DemoTool(
        "clock_changes", family: Family.time,
        "Lists the days of a year on which a time zone moves its clocks; empty where it keeps one time all year.",
        inputs: [
            .text("time_zone", "IANA time zone.").means(.timeZone).said(spokenZones),
            .whole("year", 1900...2100, "Year; known are 2025 to 2030.").means(.year).values(
                2026, 2027, 2028, 2029, 2030, 2032),
        ],
        outputs: [
            .records(
                "items", "The changes, in order.",
                [
                    .date("date", "Local date."), .time("time", "What clocks show just before the change."),
                    .choice("direction", ["forward", "back"], "Which way the clocks are moved."),
                    .whole("minutes", 1...1440, "By how much."),
                ])
        ],
        wording: Wording(
            openings: [
                "My train timetable depends on the clocks {@time_zone|in}.", "I always forget when the clocks change.",
            ],
            asks: [
                "On which days do the clocks change {@time_zone|in} in {year}?",
                "Do people {@time_zone|in} move their clocks in {year}, and if so, when?",
                "When does summer time begin and end {@time_zone|in} in {year}?",
            ],
            answers: [
                "[The clocks change on {out.items[].date|list}: they go {out.items[].direction|list}.]"
                    + "[!out.items[].date: The clocks do not change in {year}.]",
                "[They move their clocks on {out.items[].date|list}.]"
                    + "[!out.items[].date: They keep the same time all through {year}.]",
                "[The changes of {year} fall on {out.items[].date|list}.]"
                    + "[!out.items[].date: There is no change of the clocks in {year}.]",
            ])
    ) { (arguments) throws(Refusal) in
        let rules = try ZoneRules.named(try arguments.text("time_zone"))
        let year = try arguments.whole("year")
        try ZoneRules.check(year: year)
        return [
            "items": .array(
                rules.changes(in: year).map { change, before in
                    let local = change.instant + before
                    return [
                        "date": .string(CivilDay(instant: local).iso),
                        "time": .string(ClockTime.text(local)),
                        "direction": change.offset > before ? "forward" : "back",
                        "minutes": .whole(abs(change.offset - before)),
                    ]
                })
        ]
    }

    static let endTime = DemoTool(
        "end_time", family: Family.time,
        "Tells when something is over that starts at a given time and takes so many minutes, with an optional break.",
        inputs: [
            .time("start_time", "Time of day at the start, as 20:15.").means(.clockTime).values(
                "20:15", "19:30", "18:00", "21:05", "14:00", "16:45", "22:20", "13:10"),
            .whole("minutes", 1...10_000, "How long it takes.").means(.runtime),
            .whole("break_minutes", 0...600, "Minutes of break in between.").values(10, 15, 20, 30).optional(0),
        ],
        outputs: [
            .time("end_time", "Time of day at the end."),
            .whole("days_later", 0...10, "0 when it ends on the same day, 1 on the next."),
            .text("total_time", "How long it takes altogether, such as 2 h 51 min."),
        ],
        wording: Wording(
            openings: ["I have to catch the last bus home.", "The babysitter wants to know when we will be back."],
            asks: [
                "If {@minutes} starts at {start_time}[ with a break of {break_minutes} minutes], when is it over?",
                "When will {@minutes} end if we begin at {start_time}[ and pause for {break_minutes} minutes]?",
                "At what time am I done with {@minutes} when I start at {start_time}"
                    + "[ and take a {break_minutes}-minute break]?",
            ],
            answers: [
                "It is over at {out.end_time}, after {out.total_time}.",
                "Starting at {start_time}, it ends at {out.end_time}; that is {out.total_time} altogether.",
                "It takes {out.total_time} and ends at {out.end_time}.",
            ])
    ) { (arguments) throws(Refusal) in
        let start = try arguments.minutes("start_time")
        let total = try arguments.whole("minutes") + arguments.whole("break_minutes")
        return [
            "end_time": .string(ClockTime.text(start + total)), "days_later": .whole((start + total) / 1440),
            "total_time": .string(ClockTime.duration(total)),
        ]
    }
}
