import Engine
import Testing

@testable import DemoTools

@Suite("Counting days in the demo library")
struct DateCountTests {
    /// Computed with Python's datetime, day by day.
    @Test(arguments: [
        ("2027-04-09", 1, "2027-04-12", 3), ("2027-04-10", 1, "2027-04-12", 2), ("2027-04-10", 5, "2027-04-16", 6),
        ("2026-12-31", 10, "2027-01-14", 14), ("2028-02-25", 3, "2028-03-01", 5),
        ("2027-04-07", 5000, "2046-06-06", 7000),
    ])
    func `leaves weekends out of working days`(start: String, count: Int, date: String, days: Int) throws {
        let reached = try output(
            of: "deadline_date", ["start_date": .string(start), "working_days": .whole(count)])

        #expect(reached["date"] == .string(date))
        #expect(reached["calendar_days"] == .whole(days))
    }

    @Test func `stops where the calendar ends`() throws {
        let said = try failure(of: "deadline_date", ["start_date": "2100-12-20", "working_days": 30])

        #expect(said == "The calendar here ends with the year 2100.")
    }

    /// Computed with Python's datetime.
    @Test(arguments: [
        ("2027-02-21", "Christmas Day", 307, "2027-12-25", "Saturday"),
        ("2027-12-25", "Christmas Day", 366, "2028-12-25", "Monday"),
        ("2027-12-24", "Christmas Day", 1, "2027-12-25", "Saturday"),
        ("2028-02-20", "Valentine's Day", 360, "2029-02-14", "Wednesday"),
        ("2026-12-31", "New Year's Day", 1, "2027-01-01", "Friday"),
    ])
    func `waits for the next of a yearly day`(
        start: String, event: String, days: Int, date: String, weekday: String
    ) throws {
        let wait = try output(of: "day_countdown", ["from_date": .string(start), "event": .string(event)])

        #expect(wait == ["days": .whole(days), "date": .string(date), "weekday": .string(weekday)])
    }

    @Test func `waits for nothing beyond the calendar`() throws {
        let said = try failure(of: "day_countdown", ["from_date": "2100-12-26", "event": "Christmas Day"])

        #expect(said == "The calendar here ends with the year 2100.")
    }

    /// Computed with Python's `date.fromisocalendar`.
    @Test(arguments: [
        (2026, 53, "2026-12-28", "2027-01-03"), (2027, 1, "2027-01-04", "2027-01-10"),
        (2027, 20, "2027-05-17", "2027-05-23"), (2029, 1, "2029-01-01", "2029-01-07"),
        (2030, 1, "2029-12-31", "2030-01-06"), (2024, 9, "2024-02-26", "2024-03-03"),
    ])
    func `finds the Monday and the Sunday of a week`(year: Int, week: Int, monday: String, sunday: String) throws {
        let days = try output(of: "week_dates", ["year": .whole(year), "week": .whole(week)])

        #expect(days == ["monday": .string(monday), "sunday": .string(sunday)])
    }

    @Test func `knows which years have no week 53`() throws {
        #expect(
            try failure(of: "week_dates", ["year": 2027, "week": 53]) == "The year 2027 has no week 53.")
    }

    /// Days and weekdays computed with Python's datetime.
    @Test(arguments: [
        ("1984-03-17", "2027-03-16", 42, 15704, "Saturday"), ("1984-03-17", "2027-03-17", 43, 15705, "Saturday"),
        ("1996-02-29", "2027-02-28", 30, 11322, "Thursday"), ("1996-02-29", "2027-03-01", 31, 11323, "Thursday"),
        ("1996-02-29", "2028-02-29", 32, 11688, "Thursday"), ("2027-05-05", "2027-05-05", 0, 0, "Wednesday"),
        ("1900-01-01", "2100-12-31", 200, 73413, "Monday"),
    ])
    func `gives an age in full years`(birth: String, day: String, years: Int, lived: Int, weekday: String) throws {
        let age = try output(of: "person_age", ["birth_date": .string(birth), "on_date": .string(day)])

        #expect(
            age == ["years": .whole(years), "days_lived": .whole(lived), "birth_weekday": .string(weekday)])
    }

    @Test func `gives no age before the birth`() throws {
        let said = try failure(of: "person_age", ["birth_date": "2027-05-18", "on_date": "2027-05-17"])

        #expect(said == "2027-05-17 comes before the birth on 2027-05-18.")
    }

    /// From the Greek Orthodox Archdiocese's calendar, and for the western churches from the lists of holidays.
    @Test(arguments: [
        ("western", 2027, "2027-03-26", "2027-05-16"), ("orthodox", 2027, "2027-04-30", "2027-06-20"),
        ("western", 2029, "2029-03-30", "2029-05-20"),
    ])
    func `hangs Good Friday and Pentecost on Easter`(
        church: String, year: Int, friday: String, pentecost: String
    ) throws {
        let easter = try output(of: "easter_date", ["church": .string(church), "year": .whole(year)])

        #expect(easter["good_friday"] == .string(friday))
        #expect(easter["pentecost"] == .string(pentecost))
    }

    @Test(arguments: [("2028-08-19", true), ("2028-08-20", true), ("2028-08-21", false), ("2028-08-18", false)])
    func `tells weekends from other days`(date: String, isWeekend: Bool) throws {
        #expect(try output(of: "date_facts", ["date": .string(date)])["is_weekend"] == .bool(isWeekend))
    }
}
