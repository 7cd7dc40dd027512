import Engine
import Testing

@testable import DemoTools

@Suite("Days of the calendar")
struct CivilDayTests {
    @Test(arguments: [
        ("2027-05-17", "Monday"), ("2000-02-29", "Tuesday"), ("1970-01-01", "Thursday"), ("1900-01-01", "Monday"),
    ])
    func `know their weekday`(iso: String, weekday: String) throws {
        let day = try #require(CivilDay(iso: iso))

        #expect(day.weekday == weekday)
        #expect(day.iso == iso)
    }

    @Test(arguments: [
        "2027-02-29", "2027-13-01", "2027-00-10", "2027-5-17", "17-05-2027", "2027-05-32", "1899-12-31", "2101-01-01",
        "",
        "2027-05-17T00:00", "+027-05-17", "２０２７-05-17",
    ])
    func `are refused where the calendar has none`(iso: String) {
        #expect(CivilDay(iso: iso) == nil)
    }

    @Test func `follow one another without a gap for two centuries`() throws {
        let first = try #require(CivilDay(year: 1900, month: 1, day: 1))
        let last = try #require(CivilDay(year: 2100, month: 12, day: 31))

        var day = first
        while day < last {
            let next = day.advanced(by: 1)
            let isFirst = next.day == 1 && (next.month == day.month + 1 || next.month == 1 && day.month == 12)
            #expect(next.day == day.day + 1 && next.month == day.month || isFirst, "\(day.iso) \(next.iso)")
            day = next
        }

        // Python: (date(2100, 12, 31) - date(1900, 1, 1)).days
        #expect(first.days(to: last) == 73_413)
    }

    @Test(arguments: [("2026-12-31", 53), ("2027-01-01", 53), ("2027-01-04", 1), ("2028-01-01", 52), ("2029-12-31", 1)])
    func `count their weeks as ISO 8601 does`(iso: String, week: Int) throws {
        #expect(try #require(CivilDay(iso: iso)).isoWeek == week)
    }

    @Test func `hold the instants before 1970 too`() {
        #expect(CivilDay(instant: -1).iso == "1969-12-31")
        #expect(CivilDay(instant: 0).iso == "1970-01-01")
        #expect(CivilDay(instant: 1439).iso == "1970-01-01")
    }
}

@Suite("Dates of the demo library")
struct DateToolTests {
    /// Western dates from the tables of the US Naval Observatory, orthodox ones from the Greek Orthodox Archdiocese.
    @Test(arguments: [
        ("western", 2024, "2024-03-31"), ("western", 2025, "2025-04-20"), ("western", 2026, "2026-04-05"),
        ("western", 2027, "2027-03-28"), ("western", 2028, "2028-04-16"), ("western", 2038, "2038-04-25"),
        ("orthodox", 2024, "2024-05-05"), ("orthodox", 2025, "2025-04-20"), ("orthodox", 2026, "2026-04-12"),
        ("orthodox", 2027, "2027-05-02"), ("orthodox", 2028, "2028-04-16"),
    ])
    func `put Easter on the published day`(church: String, year: Int, expected: String) throws {
        let facts = try output(of: "easter_date", ["church": .string(church), "year": .whole(year)])

        #expect(facts["date"] == .string(expected))
    }

    @Test func `give the facts of a day`() throws {
        let facts = try output(of: "date_facts", ["date": "2027-05-17"])

        #expect(
            facts == [
                "weekday": "Monday", "iso_week": 20, "week_parity": "even", "is_weekend": false, "day_of_year": 137,
                "days_left": 228,
            ])
    }

    @Test func `count what lies between two days`() throws {
        let span = try output(of: "date_span", ["from_date": "2027-05-17", "to_date": "2027-05-31"])

        #expect(span == ["days": 14, "weeks": 2, "in_weeks": "2 weeks", "weekdays": 10])
    }

    @Test func `count the same in either order`() throws {
        let forwards = try output(of: "date_span", ["from_date": "2027-05-01", "to_date": "2027-05-18"])
        let backwards = try output(of: "date_span", ["from_date": "2027-05-18", "to_date": "2027-05-01"])

        // Python: numpy.busday_count("2027-05-01", "2027-05-18")
        #expect(forwards == ["days": 17, "weeks": 2, "in_weeks": "2 weeks and 3 days", "weekdays": 11])
        #expect(backwards == forwards)
    }

    @Test func `find nothing between a day and itself`() throws {
        let said = try failure(of: "date_span", ["from_date": "2027-05-17", "to_date": "2027-05-17"])

        #expect(said == "Both days are 2027-05-17.")
    }

    @Test func `count on over the end of a leap February`() throws {
        let reached = try output(of: "date_shift", ["date": "2028-02-28", "days": 2])

        #expect(reached == ["date": "2028-03-01", "weekday": "Wednesday"])
    }

    @Test func `say that a day does not exist`() throws {
        #expect(try failure(of: "date_facts", ["date": "2027-02-29"]) == "There is no day \"2027-02-29\".")
    }
}

@Suite("Holidays of the demo library")
struct HolidayToolTests {
    @Test func `lists those of a month`() throws {
        let found = try output(of: "public_holidays", ["country_code": "NO", "year": 2027, "month": 5])

        #expect(found["country"] == "Norway")
        #expect(
            found["items"]?.array?.map { "\($0["date"]?.string ?? "") \($0["name"]?.string ?? "")" } == [
                "2027-05-01 Labor Day", "2027-05-06 Ascension Day", "2027-05-16 Pentecost",
                "2027-05-17 Constitution Day", "2027-05-17 Pentecost Monday",
            ])
    }

    @Test func `gives an empty list for a month without any`() throws {
        let found = try output(of: "public_holidays", ["country_code": "NO", "year": 2027, "month": 9])

        #expect(found["items"] == [])
    }

    @Test func `names two that fall on one day, and the next one`() throws {
        let check = try output(of: "holiday_check", ["country_code": "NO", "date": "2027-05-17"])

        #expect(check["is_holiday"] == true)
        #expect(check["holiday"] == "Constitution Day and Pentecost Monday")
        #expect(check["next_date"] == "2027-12-25")
    }

    @Test func `leaves the name out on other days, and looks into the next year`() throws {
        let check = try output(of: "holiday_check", ["country_code": "JP", "date": "2027-12-30"])

        #expect(
            check == [
                "is_holiday": false, "weekday": "Thursday", "next_holiday": "New Year's Day",
                "next_date": "2028-01-01",
            ])
    }

    @Test func `names no next one after the last that it knows`() throws {
        let check = try output(of: "holiday_check", ["country_code": "JP", "date": "2030-12-30"])

        #expect(check == ["is_holiday": false, "weekday": "Monday"])
    }

    @Test func `holds Easter Monday wherever Good Friday is three days before it`() throws {
        for country in Holiday.countries {
            for year in Holiday.years {
                let holidays = try #require(Holiday.of(country, in: year))
                let easter = try #require(country == "GR" ? Easter.orthodox(year) : Easter.western(year))
                for holiday in holidays where holiday.name == "Easter Monday" {
                    #expect(holiday.day == easter.advanced(by: 1), "\(country) \(year)")
                }
                for holiday in holidays where holiday.name == "Good Friday" {
                    #expect(holiday.day == easter.advanced(by: -2), "\(country) \(year)")
                }
            }
        }
    }

    @Test func `says which countries and years it does not know`() throws {
        #expect(
            try failure(of: "public_holidays", ["country_code": "TH", "year": 2027, "month": 4])
                == "The holidays of Thailand are not in the data.")
        #expect(
            try failure(of: "public_holidays", ["country_code": "NO", "year": 2033, "month": 5])
                == "Holidays are known for 2025 to 2030, not for 2033.")
    }
}

@Suite("Clocks of the demo library")
struct ClockToolTests {
    @Test(arguments: [
        ("Europe/Oslo", "America/New_York", "2027-07-01", "15:00", "2027-07-01 09:00 -6"),
        // New York moves its clocks two weeks before Oslo does.
        ("Europe/Oslo", "America/New_York", "2027-03-16", "15:00", "2027-03-16 10:00 -5"),
        ("Asia/Tokyo", "America/Los_Angeles", "2027-01-01", "08:00", "2026-12-31 15:00 -17"),
        ("Europe/London", "Asia/Kathmandu", "2028-12-31", "20:00", "2029-01-01 01:45 5.75"),
        ("America/St_Johns", "Pacific/Auckland", "2027-06-09", "09:30", "2027-06-10 00:00 14.5"),
    ])
    func `convert as the time zone database does`(
        from: String, to: String, date: String, time: String, expected: String
    ) throws {
        let there = try output(
            of: "zone_convert",
            ["from_zone": .string(from), "to_zone": .string(to), "date": .string(date), "time": .string(time)])

        let text = "\(there["date"]?.string ?? "") \(there["time"]?.string ?? "") "
        #expect(text + (there["difference_hours"]?.number?.text ?? "") == expected)
    }

    @Test(arguments: [
        (480, "8 hours ahead"), (-60, "1 hour behind"), (345, "5 hours and 45 minutes ahead"),
        (-30, "30 minutes behind"),
        (0, "with no time difference"),
    ])
    func `say how far another clock is ahead`(minutes: Int, words: String) {
        #expect(ClockTime.lead(minutes) == words)
    }

    @Test func `list the changes of a year`() throws {
        let changes = try output(of: "clock_changes", ["time_zone": "Europe/Oslo", "year": 2027])

        #expect(changes["forward_date"] == "2027-03-28")
        #expect(changes["back_date"] == "2027-10-31")
        #expect(
            changes["items"] == [
                ["date": "2027-03-28", "time": "02:00", "direction": "forward", "minutes": 60],
                ["date": "2027-10-31", "time": "03:00", "direction": "back", "minutes": 60],
            ])
    }

    @Test func `list none where the clocks stand still`() throws {
        #expect(try output(of: "clock_changes", ["time_zone": "Asia/Tokyo", "year": 2027]) == ["items": []])
    }

    @Test func `know the zone of every place`() {
        for zone in Set(City.all.map(\.timeZone) + Airport.all.map(\.timeZone)) {
            #expect(throws: Never.self) { try ZoneRules.named(zone) }
        }
    }

    @Test func `tell when a film is over`() throws {
        let end = try output(of: "end_time", ["start_time": "22:30", "minutes": 121, "break_minutes": 15])

        #expect(
            end == [
                "end_time": "00:46", "days_later": 1, "past_midnight": true, "total_time": "2 hours and 16 minutes",
            ])
    }

    @Test func `refuse unknown zones, equal zones, and unknown years`() throws {
        let call: (String, String, String) -> JSON = { from, to, date in
            ["from_zone": .string(from), "to_zone": .string(to), "date": .string(date), "time": "09:00"]
        }

        #expect(
            try failure(of: "zone_convert", call("Atlantic/Atlantis", "Asia/Tokyo", "2027-01-01")).contains("Atlantis"))
        #expect(try failure(of: "zone_convert", call("Asia/Tokyo", "Asia/Tokyo", "2027-01-01")).contains("Both"))
        #expect(try failure(of: "zone_convert", call("Europe/Oslo", "Asia/Tokyo", "2031-01-01")).contains("2031"))
    }
}
