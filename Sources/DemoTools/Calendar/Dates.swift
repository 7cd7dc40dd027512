import Engine

/// Arithmetic with days.
enum Dates {
    static let tools = [
        dateFacts, dateSpan, dateShift, deadlineDate, dayCountdown, easterDate, weekDates, personAge,
    ]

    static let dateFacts = DemoTool(
        "date_facts", family: Family.time, occasions: [.calendar, .trip],
        """
        Gives the weekday of a date, its week by ISO 8601 and whether that is an odd or an even one, the day of the \
        year, and how many days of the year are left.
        """,
        inputs: [
            .date("date", "A day from 1900 to 2100, as 2027-05-17.").means(.date).values(
                "2027-05-17", "2026-12-09", "2028-02-29", "2029-07-14", "2027-01-01", "2028-12-31", "2028-08-19",
                "2029-11-30", "2027-03-22", "2028-05-05", "2029-01-24", "2027-10-02", "2030-06-18", "2028-09-11",
                "2027-02-29")
        ],
        outputs: [
            .text("weekday", "Weekday."), .whole("iso_week", 1...53, "Week of ISO 8601."),
            .choice("week_parity", ["even", "odd"], "Whether the number of the week is even or odd."),
            .truth("is_weekend", "Whether it is a Saturday or a Sunday."),
            .whole("day_of_year", 1...366, "1 for 1 January."),
            .whole("days_left", 0...365, "Days of the year that are left after it."),
        ],
        wording: factsWording
    ) { (arguments) throws(Refusal) in
        let day = try arguments.day("date")
        let length = CivilDay.isLeap(day.year) ? 366 : 365
        return [
            "weekday": .string(day.weekday), "iso_week": .whole(day.isoWeek),
            "week_parity": day.isoWeek.isMultiple(of: 2) ? "even" : "odd", "is_weekend": .bool(day.isWeekend),
            "day_of_year": .whole(day.dayOfYear), "days_left": .whole(length - day.dayOfYear),
        ]
    }

    private static let factsWording = Wording(
        openings: [
            "We are fixing our plans for {@date}.", "I have to ask for leave {@date|on}.",
            "A friend wants to see me {@date|on}.", "My parents have invited half the village for {@date}.",
            "Our bins are emptied every other week.", "The school sends its plans by calendar week.",
            "Somebody has pencilled {@date} into our diary.",
        ],
        asks: [
            "What week of the year is {@date} in?", "Which calendar week does {@date} belong to?",
            "Is {@date} in an odd or an even calendar week?", "Which week number do I write beside {@date}?",
            "Does {@date} fall in an even week of the year?",
            "In which calendar week is {@date}, an odd or an even one?",
        ],
        answers: [
            "{@date} is in calendar week {out.iso_week}, {out.week_parity|a} one.",
            "Calendar week {out.iso_week}, {out.week_parity|a} one, contains {@date}.",
            "{@date} lies in the {out.week_parity} week {out.iso_week}, with {out.days_left|n day} of the year still to "
                + "come.",
        ])

    static let dateSpan = DemoTool(
        "date_span", family: Family.time, occasions: [.calendar],
        """
        Counts the days between two dates, in either order: calendar days, whole weeks, and days from Monday to \
        Friday. The earlier day counts as the first, the later one is not counted itself.
        """,
        inputs: [
            .date("from_date", "One day, from 1900 to 2100.").said([
                "2026-12-01": "the order on 1 December 2026", "2027-01-11": "the first rehearsal on 11 January 2027",
                "2026-09-07": "the start of term on 7 September 2026", "2027-02-15": "the move on 15 February 2027",
                "2026-10-05": "the first lesson on 5 October 2026",
                "2027-03-01": "the contract's start on 1 March 2027",
                "2026-11-21": "the engagement on 21 November 2026", "2027-02-02": "the operation on 2 February 2027",
            ]),
            .date("to_date", "The other day; it may come before the first.").said([
                "2027-06-12": "the wedding on 12 June 2027", "2027-05-29": "the opening night on 29 May 2027",
                "2027-07-09": "the last exam on 9 July 2027", "2027-04-17": "the anniversary on 17 April 2027",
                "2027-08-20": "the trip on 20 August 2027", "2027-09-04": "the village fair on 4 September 2027",
                "2027-10-10": "the marathon on 10 October 2027", "2027-05-08": "the christening on 8 May 2027",
            ]),
        ],
        outputs: [
            .whole("days", 1...80_000, "Days from the earlier to the later one."),
            .whole("weeks", 0...12_000, "Whole weeks in them."),
            .text("in_weeks", "The same as weeks and days; left out under a week.").optional,
            .whole("weekdays", 0...60_000, "Mondays to Fridays from the earlier day on, the later not counted."),
        ],
        wording: spanWording
    ) { (arguments) throws(Refusal) in
        let ends = [try arguments.day("from_date"), try arguments.day("to_date")].sorted()
        let (first, days) = (ends[0], ends[0].days(to: ends[1]))
        guard days > 0 else {
            throw .impossible("Both days are \(first.iso).", next: "Give two different days.")
        }
        var span: JSON.Object = ["days": .whole(days), "weeks": .whole(days / 7)]
        span.set("in_weeks", unlessNil: days < 7 ? nil : .string(weeks(days)))
        span.set("weekdays", .whole((0..<days).count { !first.advanced(by: $0).isWeekend }))
        return .object(span)
    }

    /// `2 weeks and 3 days`.
    private static func weeks(_ days: Int) -> String {
        let parts = [(days / 7, "week"), (days % 7, "day")].filter { $0.0 > 0 }
        return parts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: " and ")
    }

    private static let spanWording = Wording(
        openings: [
            "I am trying to see how much time there is.", "We want to know how long the wait is.",
            "My cousin keeps moving our plans around.", "Our club has to leave enough time between two events.",
            "A lot has to be ready in good time.", "The two dates in my diary look very close.",
        ],
        asks: [
            "How many days are there between {from_date} and {to_date}?",
            "How long is it from {from_date} to {to_date}?",
            "How far apart are {from_date} and {to_date}?",
            "What is the time between {from_date} and {to_date}, in days?",
            "Can you count the days between {from_date} and {to_date}?",
            "How much time lies between {from_date} and {to_date}?",
        ],
        answers: [
            "{from_date} and {to_date} are {out.days|n day} apart[, or {out.in_weeks}].",
            "Between {from_date} and {to_date} you have {out.days|n day}, {out.weekdays|number} of them from "
                + "Monday to Friday.",
            "The time between {from_date} and {to_date} comes to {out.days|n day}[ ({out.in_weeks})].",
        ],
        doubts: [
            Wording.Doubt(
                about: "days",
                asks: [
                    "My husband swears it is less than {guess|n day} from {from_date} to {to_date}. Is he right?",
                    "I would say {from_date} and {to_date} are less than {guess|n day} apart. Am I right?",
                    "A colleague reckons there are fewer than {guess|n day} between {from_date} and {to_date}. True?",
                ],
                confirmed: [
                    "Yes, {from_date} and {to_date} are only {out.days|n day} apart.",
                    "True: between {from_date} and {to_date} you have {out.days|n day}.",
                ],
                refuted: [
                    "No, {from_date} and {to_date} are {out.days|n day} apart.",
                    "Not quite: between {from_date} and {to_date} you have {out.days|n day}.",
                ])
        ])
}
