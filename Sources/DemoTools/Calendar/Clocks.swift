import Engine

/// Time zones and times of day.
enum Clocks {
    static let tools = [zoneConvert, clockChanges, endTime]

    static let spokenZones: KeyValuePairs<String, String> = [
        "Europe/Oslo": "Oslo", "America/New_York": "New York", "Asia/Tokyo": "Tokyo", "Europe/London": "London",
        "Australia/Sydney": "Sydney", "America/Sao_Paulo": "São Paulo", "Asia/Kolkata": "Mumbai",
        "Africa/Nairobi": "Nairobi", "America/Los_Angeles": "Los Angeles", "Pacific/Auckland": "Auckland",
        "Asia/Kathmandu": "Kathmandu", "America/St_Johns": "St. John's", "Europe/Lisbon": "Lisbon",
        "Asia/Singapore": "Singapore", "America/Toronto": "Toronto", "Africa/Johannesburg": "Cape Town",
        "America/Mexico_City": "Mexico City", "Asia/Calcutta": "Kolkata",
    ]

    static let zoneConvert = DemoTool(
        "zone_convert", family: Family.time, occasions: [.meeting, .trip],
        """
        Converts a local date and time from one time zone to another, with summer time taken into account, and says \
        how far the other clock is ahead or behind. Knows the clock rules of 2025 to 2030.
        """,
        inputs: [
            .text("from_zone", "IANA time zone of the given time.").means(.timeZone).said(spokenZones),
            .text("to_zone", "IANA time zone to convert to.").means(.timeZone).said(spokenZones),
            .date("date", "Local date of the given time, from 2025 to 2030.").means(.date).values(
                "2027-03-16", "2026-12-05", "2028-07-02", "2027-10-30", "2029-01-15", "2027-06-09", "2028-04-21",
                "2029-09-08", "2027-12-31", "2030-02-11", "2028-11-23"),
            .time("time", "Local time, as 22:07.").values(
                "09:00", "14:30", "08:15", "19:00", "12:00", "17:45", "07:30", "21:10", "16:00", "10:20"),
        ],
        outputs: [
            .date("date", "Local date at the other end."), .time("time", "Local time at the other end."),
            .text("weekday", "Weekday at the other end."),
            .number("difference_hours", -26...26, "Hours that the other clock is ahead; negative when behind."),
            .text("difference", "The same in words, such as 8 hours ahead."),
        ],
        wording: zoneWording
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
        guard instant + source.offset(at: instant) == day.ordinal * 1440 + minutes else {
            throw .impossible(
                "Clocks in \(from) skip \(ClockTime.text(minutes)) on \(day.iso): they go forward.",
                next: "Give a time before or after the change.")
        }
        let local = instant + target.offset(at: instant)
        let localDay = CivilDay(instant: local)
        let ahead = target.offset(at: instant) - source.offset(at: instant)
        return [
            "date": .string(localDay.iso), "time": .string(ClockTime.text(local)),
            "weekday": .string(localDay.weekday), "difference_hours": .decimal(Double(ahead) / 60, places: 2),
            "difference": .string(ClockTime.lead(ahead)),
        ]
    }

    private static let zoneWording = Wording(
        openings: [
            "I am setting up a video call with a colleague {@to_zone|in}.",
            "My sister has moved abroad, to {@to_zone}.",
            "Our team is split between {@from_zone} and {@to_zone}.",
            "A friend {@to_zone|in} expects to hear from me {@date|on}.",
            "The kids want to ring their grandmother {@to_zone|in}.",
            "We have somebody to interview who lives {@to_zone|in}.",
            "My boss travels to {@to_zone} but keeps her diary by {@from_zone}.",
        ],
        asks: [
            "When it is {time} {@from_zone|in} {@date|on}, what time is it {@to_zone|in}?",
            "What time will it be {@to_zone|in} {@date|on} when the clocks {@from_zone|in} show {time}?",
            "If a call starts at {time} {@from_zone|in} {@date|on}, what will the clock say {@to_zone|in}?",
            "How late is it {@to_zone|in} at {time} {@from_zone|in} {@date|on}?",
            "At {time} {@from_zone|in} {@date|on}, what do the clocks say {@to_zone|in}?",
            "What does {time} {@from_zone|in} {@date|on} mean for somebody {@to_zone|in}?",
        ],
        answers: [
            "At {time} {@from_zone|in} it is {out.time} {@to_zone|in}, on {out.weekday}, {out.date|day}.",
            "With {time} on the clocks {@from_zone|in}, those {@to_zone|in} show {out.time}, {out.difference}.",
            "{time} {@from_zone|in} is {out.time} {@to_zone|in}, on {out.weekday}, {out.date|day}.",
            "The clocks {@to_zone|in} say {out.time} on {out.weekday}, {out.date|day}, when it is {time} {@from_zone|in}.",
        ])

    static let clockChanges = DemoTool(
        "clock_changes", family: Family.time, occasions: [.trip, .meeting, .calendar],
        """
        Lists the days of a year on which a time zone moves its clocks forward or back; empty where it keeps one time \
        all year. Knows the clock rules of 2025 to 2030.
        """,
        inputs: [
            .text("time_zone", "IANA time zone.").means(.timeZone).said(spokenZones),
            .whole("year", 1900...2100, "Year; known are 2025 to 2030.").means(.year).values(
                2027, 2028, 2029, 2030, 2026, 2025),
        ],
        outputs: [
            .date("forward_date", "Day on which the clocks first go forward; left out when they do not.").optional,
            .date("back_date", "Day on which they first go back; left out when they do not.").optional,
            .records(
                "items", "The changes, in order.",
                [
                    .date("date", "Local date."), .time("time", "What clocks show just before the change."),
                    .choice("direction", ["forward", "back"], "Which way the clocks are moved."),
                    .whole("minutes", 1...1440, "By how much."),
                ]),
        ],
        wording: changesWording
    ) { (arguments) throws(Refusal) in
        let rules = try ZoneRules.named(try arguments.text("time_zone"))
        let year = try arguments.whole("year")
        try ZoneRules.check(year: year)
        let items = rules.changes(in: year).map { listed($0, after: $1) }
        var changes: JSON.Object = [:]
        changes.set("forward_date", unlessNil: items.first { $0["direction"] == "forward" }?["date"])
        changes.set("back_date", unlessNil: items.first { $0["direction"] == "back" }?["date"])
        changes.set("items", .array(items))
        return .object(changes)
    }

    private static func listed(_ change: ZoneRules.Change, after before: Int) -> JSON {
        let local = change.instant + before
        return [
            "date": .string(CivilDay(instant: local).iso), "time": .string(ClockTime.text(local)),
            "direction": change.offset > before ? "forward" : "back",
            "minutes": .whole(abs(change.offset - before)),
        ]
    }

    private static let changesWording = Wording(
        openings: [
            "I have missed a train before because the clocks had changed.",
            "We plan the night shifts {@time_zone|in} a year ahead.",
            "My parents have a house full of clocks {@time_zone|in}.",
            "Every spring our calls go wrong for a week.",
            "A cousin of mine {@time_zone|in} swears by the long evenings.",
            "The church clock {@time_zone|in} is still set by hand.",
        ],
        asks: [
            "When do the clocks change {@time_zone|in} in {year}?",
            "Do people {@time_zone|in} move their clocks in {year}, and if so, when?",
            "When does summer time begin and end {@time_zone|in} in {year}?",
            "On which days of {year} do the clocks go forward and back {@time_zone|in}?",
            "Will the clocks be put forward and back {@time_zone|in} in {year}, and when?",
            "Is there summer time {@time_zone|in} in {year}, and from when to when?",
        ],
        answers: [
            "[Clocks {@time_zone|in} go forward on {out.forward_date|day} and back on {out.back_date|day} {year}.]"
                + "[one out.items: The one change of {year} comes on {out.items[].date|list}.]"
                + "[none out.items: Clocks {@time_zone|in} are left alone all through {year}.]",
            "[In {year} the clocks {@time_zone|in} are put forward on {out.forward_date|day}, and put back on "
                + "{out.back_date|day}.][one out.items: Clocks are moved only once, on {out.items[].date|list}.]"
                + "[none out.items: There is no change of the clocks {@time_zone|in} in {year}.]",
            "[Summer time {@time_zone|in} starts on {out.forward_date|day}, and the clocks go back on "
                + "{out.back_date|day} {year}.]"
                + "[one out.items: Clocks change just once in {year}, on {out.items[].date|list}.]"
                + "[none out.items: People {@time_zone|in} keep the same time all through {year}.]",
        ])
}
