import Engine

extension Dates {
    static let dateShift = DemoTool(
        "date_shift", family: Family.time, occasions: [.meeting],
        "Gives the date so many calendar days after another one, with its weekday.",
        inputs: [
            .date("date", "Day to start from, from 1900 to 2100.").means(.date).values(
                "2027-03-03", "2026-12-21", "2028-01-31", "2029-05-12", "2027-08-27", "2027-07-04", "2028-11-15",
                "2029-02-08", "2027-06-01"),
            .whole("days", 1...36_500, "Days to add.").values(10, 14, 21, 30, 40, 45, 60, 90, 100, 120, 180),
        ],
        outputs: [
            .date("date", "The day reached."), .text("weekday", "Its weekday."),
        ],
        wording: shiftWording
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date").advanced(by: try arguments.whole("days"))
        guard CivilDay.years.contains(day.year) else {
            throw .impossible("The calendar here ends with the year 2100.", next: "Add fewer days.")
        }
        return ["date": .string(day.iso), "weekday": .string(day.weekday)]
    }

    private static let shiftWording = Wording(
        subject: "{days} days after {@date}", again: "that day",
        openings: [
            "I am working out a deadline.", "My visa runs for a fixed number of days.",
            "We have to give notice in good time.", "Our landlord wants everything in writing, with dates.",
            "A parcel is on its way to us by sea.", "The doctor would like to see me again after a while.",
        ],
        asks: [
            "Which date is {days} days after {@date}?", "What weekday will it be {days} days after {@date}?",
            "If I count {days} days from {@date}, where do I end up?",
            "When will {days} days be up, counted from {@date}?", "On which day do {days} days from {@date} end?",
            "Could you tell me what date comes {days} days after {@date}?",
        ],
        answers: [
            "{days} days after {@date} comes {out.weekday}, {out.date|date}.",
            "Counting {days} days on from {@date} leads to {out.weekday}, {out.date|date}.",
            "The {days} days are up on {out.weekday}, {out.date|date}.",
        ])

    static let deadlineDate = DemoTool(
        "deadline_date", family: Family.time, occasions: [.meeting],
        """
        Gives the date so many working days (Monday to Friday) after another one. Weekends are left out, public \
        holidays are not; the day to start from is not counted.
        """,
        inputs: [
            .date("start_date", "Day to start from, from 1900 to 2100.").means(.date).values(
                "2027-04-07", "2026-12-14", "2028-02-18", "2029-09-03", "2027-11-25", "2028-07-13", "2030-03-12",
                "2027-01-29", "2028-05-22", "2029-06-06"),
            .whole("working_days", 1...5000, "Working days to count.").values(3, 5, 7, 8, 10, 12, 15, 20, 30),
        ],
        outputs: [
            .date("date", "The day reached."), .text("weekday", "Its weekday."),
            .whole("calendar_days", 1...7100, "How many days, weekends included, it is after the start."),
        ],
        wording: deadlineWording
    ) { (arguments) throws(Refusal) in
        let start = try arguments.day("start_date")
        let day = start.advanced(byWorkingDays: try arguments.whole("working_days"))
        guard CivilDay.years.contains(day.year) else {
            throw .impossible("The calendar here ends with the year 2100.", next: "Count fewer days.")
        }
        return [
            "date": .string(day.iso), "weekday": .string(day.weekday), "calendar_days": .whole(start.days(to: day)),
        ]
    }

    private static let deadlineWording = Wording(
        subject: "{working_days} working days after {@start_date}", again: "that day",
        openings: [
            "The passport office quotes its waiting time in working days.", "I have ordered a new sofa.",
            "My bank says a transfer takes a few working days.", "Our repair shop never gives an actual date.",
            "We sent the application off by post.", "A client wants to know when to expect us to deliver.",
        ],
        asks: [
            "Which day is {working_days} working days after {@start_date}?",
            "When are {working_days} working days from {@start_date} over?",
            "If something sent {@start_date|on} takes {working_days} working days, when does it arrive?",
            "What date do I get, counting {working_days} working days from {@start_date}?",
            "By which day have {working_days} working days passed since {@start_date}?",
            "On what date do {working_days} working days after {@start_date} end?",
        ],
        answers: [
            "{working_days} working days after {@start_date} is {out.weekday}, {out.date|date}.",
            "Leaving weekends out, {working_days} working days from {@start_date} end on {out.weekday}, "
                + "{out.date|date}.",
            "The {working_days} working days are over on {out.weekday}, {out.date|date}, "
                + "{out.calendar_days|n calendar day} after {@start_date}.",
        ])

    static let dayCountdown = DemoTool(
        "day_countdown", family: Family.time, occasions: [.calendar, .trip, .sky],
        """
        Counts the days from a date to the next Christmas Day, New Year's Day, Halloween or another day that comes on \
        the same date every year. The date itself does not count: from Christmas Day it is a year to the next one.
        """,
        inputs: [
            .date("from_date", "Day to count from, from 1900 to 2099.").values(
                "2027-02-21", "2026-12-03", "2028-06-11", "2029-04-30", "2027-09-18", "2028-10-07", "2029-08-02",
                "2027-11-12"),
            .choice("event", AnnualDay.all.map(\.name), "The day that is waited for.").values(
                AnnualDay.all.map { .string($0.name) }),
        ],
        outputs: [
            .whole("days", 1...366, "Days until then."), .date("date", "Date of that day.").means(.date),
            .text("weekday", "Its weekday."),
        ],
        wording: countdownWording
    ) { (arguments) throws(Refusal) in
        let (start, name) = (try arguments.day("from_date"), try arguments.text("event"))
        guard let event = AnnualDay.all.first(where: { $0.name == name }) else {
            throw .badArgument(name: "event", expected: "a named day")
        }
        guard let day = event.next(after: start) else {
            throw .impossible("The calendar here ends with the year 2100.", next: "Start from an earlier day.")
        }
        return ["days": .whole(start.days(to: day)), "date": .string(day.iso), "weekday": .string(day.weekday)]
    }

    private static let countdownWording = Wording(
        subject: "{event}",
        openings: [
            "The kids keep asking how long they have to wait.", "I always start preparing too late.",
            "We like to plan our celebrations early.", "My mother wants the whole family round her table again.",
            "Our flight home for {event} is not booked yet.", "A little calendar in our kitchen counts the days.",
        ],
        asks: [
            "How many days is it from {from_date} to {event}?", "How long is it from {from_date} until {event}?",
            "Counting from {from_date}, how many days are left until {event}?",
            "How many more days is it to {event} from {from_date}?",
            "How many sleeps are there from {from_date} to {event}?",
            "How long must we wait for {event} after {from_date}?",
        ],
        answers: [
            "{event} is {out.days|n day} after {from_date}, on a {out.weekday}.",
            "From {from_date} you have {out.days|n day} until {event}, which falls on {out.weekday}, {out.date|day}.",
            "The wait from {from_date} to {event} takes {out.days|n day}.",
        ],
        doubts: [
            Wording.Doubt(
                about: "days",
                asks: [
                    "My son insists that it is less than {guess|n day} from {from_date} to {event}. Is he right?",
                    "Is it true that fewer than {guess|n day} are left until {event}, counted from {from_date}?",
                ],
                confirmed: [
                    "Yes, from {from_date} to {event} you wait {out.days|n day}.",
                    "That is right: {event} comes {out.days|n day} after {from_date}.",
                ],
                refuted: [
                    "No, from {from_date} to {event} you wait {out.days|n day}.",
                    "Not quite: {event} comes {out.days|n day} after {from_date}.",
                ])
        ])
}
