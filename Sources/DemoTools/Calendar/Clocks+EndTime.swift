import Engine

extension Clocks {
    static let endTime = DemoTool(
        "end_time", family: Family.time, occasions: [.films],
        """
        Tells when a film or anything else is over that starts at a given time and takes so many minutes, with an \
        optional break, and whether that is after midnight.
        """,
        inputs: [
            .time("start_time", "Time of day at the start, as 20:15.").means(.clockTime).values(
                "20:15", "19:30", "18:00", "21:05", "20:00", "16:45", "22:20", "19:45", "21:30", "17:15"),
            .whole("minutes", 1...10_000, "How long it takes.").means(.runtime),
            .whole("break_minutes", 0...600, "Minutes of break in between.").values(10, 15, 20, 25, 30).optional(0),
        ],
        outputs: [
            .time("end_time", "Time of day at the end."),
            .whole("days_later", 0...10, "0 when it ends on the same day, 1 on the next."),
            .truth("past_midnight", "Whether it ends on another day than it starts."),
            .text("total_time", "How long it takes altogether, such as 2 hours and 51 minutes."),
        ],
        wording: endWording
    ) { (arguments) throws(Refusal) in
        let start = try arguments.minutes("start_time")
        let total = try arguments.whole("minutes") + arguments.whole("break_minutes")
        return [
            "end_time": .string(ClockTime.text(start + total)), "days_later": .whole((start + total) / 1440),
            "past_midnight": .bool(start + total >= 1440), "total_time": .string(ClockTime.words(total)),
        ]
    }

    private static let endWording = Wording(
        openings: [
            "I have to catch the last bus home.",
            "The babysitter wants to know when we will be back.",
            "Our cinema club has the hall only for the evening.",
            "My flatmate gets up at five, so I do not want to be late.",
            "We are having a film night, and some of us have a train to catch.",
            "A friend is driving home afterwards and gets tired early.",
            "The children may stay up late for once, within reason.",
        ],
        asks: [
            "If {@minutes} starts at {@start_time}[ with a break of {break_minutes} minutes], when is it over?",
            "When will {@minutes} end if we begin at {@start_time}[ and pause for {break_minutes} minutes]?",
            "What time are we done with {@minutes} if we press play at {@start_time}[ and take {break_minutes} minutes "
                + "for snacks]?",
            "Will {@minutes} end before midnight if it starts at {@start_time}[ with a {break_minutes}-minute break]?",
            "How late does it get if {@minutes} starts at {@start_time}[ and we stop for {break_minutes} minutes]?",
            "At what time does {@minutes} finish with a start at {@start_time}[ and {break_minutes} minutes of break]?",
        ],
        answers: [
            "Starting at {@start_time}, {@minutes} ends at {out.end_time}[yes out.past_midnight:, after midnight].",
            "The credits are over at {out.end_time}, {out.total_time} after the start.",
            "You are done with {@minutes} at {out.end_time}[yes out.past_midnight:, so after midnight]"
                + "[no out.past_midnight:, before midnight].",
            "With a start at {@start_time}[ and a {break_minutes}-minute break], {@minutes} is over at {out.end_time}.",
        ])
}
