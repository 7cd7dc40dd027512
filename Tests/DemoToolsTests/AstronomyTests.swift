import Engine
import Testing

@testable import DemoTools

@Suite("The sun of the demo library")
struct SunToolTests {
    /// Atlanta as the US Naval Observatory has it (quoted in the manual of PyEphem); the others computed with PyEphem
    /// 4.2 under the Observatory's rule for the horizon.
    @Test(arguments: [
        (33.8, -84.4, "2009-09-06", "UTC", "11:15", "23:56"),
        (59.9127, 10.7461, "2027-05-17", "Europe/Oslo", "04:36", "21:52"),
        (51.5085, -0.1257, "2025-06-21", "Europe/London", "04:43", "21:22"),
        (40.7143, -74.006, "2025-06-21", "America/New_York", "05:25", "20:31"),
        (-33.8679, 151.2073, "2025-12-22", "Australia/Sydney", "05:41", "20:06"),
        (-13.8333, -171.7667, "2027-05-17", "Pacific/Apia", "06:39", "18:07"),
        (21.3069, -157.8583, "2027-05-17", "Pacific/Honolulu", "05:52", "19:03"),
        (64.1355, -21.8954, "2027-06-21", "Atlantic/Reykjavik", "02:55", "00:03"),
    ])
    func `rises and sets within two minutes of the published times`(
        latitude: Double, longitude: Double, date: String, zone: String, rise: String, set: String
    ) throws {
        let sun = try output(
            of: "sun_times",
            [
                "latitude": .decimal(latitude), "longitude": .decimal(longitude), "date": .string(date),
                "time_zone": .string(zone),
            ])

        #expect(try minutes(between: sun["sunrise"], and: rise) <= 2, "\(sun.compactText)")
        #expect(try minutes(between: sun["sunset"], and: set) <= 2, "\(sun.compactText)")
    }

    private func minutes(between time: JSON?, and expected: String) throws -> Int {
        let clock = try [#require(time?.string), expected].map { text in
            let parts = text.split(separator: ":").compactMap { Int($0) }
            return try #require(parts.first) * 60 + #require(parts.last)
        }
        let gap = abs(clock[0] - clock[1])
        return min(gap, 1440 - gap)
    }

    @Test(arguments: [("2027-06-21", "polar day"), ("2027-12-21", "polar night")])
    func `fails where it does not rise or set`(date: String, reason: String) throws {
        let tromso: JSON = [
            "latitude": 69.6489, "longitude": 18.9551, "date": .string(date), "time_zone": "Europe/Oslo",
        ]

        #expect(try failure(of: "sun_times", tromso).contains(reason))
    }

    @Test(arguments: [90.0, -90.0])
    func `fails at the poles`(latitude: Double) throws {
        let pole: JSON = ["latitude": .decimal(latitude), "longitude": 0, "date": "2027-06-21"]

        #expect(try failure(of: "sun_times", pole).contains("polar"))
    }

    @Test func `is read in UTC without a time zone, in any year of the calendar`() throws {
        let sun = try output(of: "sun_times", ["latitude": 59.9, "longitude": 10.7, "date": "1969-07-20"])

        #expect(sun["is_local_time"] == false)
    }
}

@Suite("The moon of the demo library")
struct MoonToolTests {
    /// From NASA's table of moon phases for 2026, which a minute of rounding may differ from.
    @Test(arguments: [
        ("full", "2026-01-01", "2026-01-03", "10:03"), ("full", "2026-03-01", "2026-03-03", "11:38"),
        ("new", "2026-08-01", "2026-08-12", "17:37"), ("new", "2026-01-05", "2026-01-18", "19:52"),
        ("first quarter", "2026-08-01", "2026-08-20", "02:46"), ("last quarter", "2026-08-01", "2026-08-06", "02:21"),
    ])
    func `reaches its phases at the published times`(phase: String, after: String, date: String, time: String) throws {
        let moon = try output(of: "moon_date", ["phase": .string(phase), "after": .string(after)])

        let found = try #require(Moment(moon["date"]?.string, moon["time_utc"]?.string))
        let expected = try #require(Moment(date, time))
        #expect(abs(found.minutes - expected.minutes) <= 2, "\(moon.compactText)")
    }

    @Test func `is found again from the moment on, never before it`() {
        var instant = 0
        for _ in 0..<200 {
            let next = Moon.next(.full, after: instant)
            #expect(next >= instant)
            #expect(next - instant < 30 * 1440)
            instant = next + 1
        }
    }

    /// Lit parts computed with PyEphem 4.2.
    @Test(arguments: [
        ("2026-08-12", "new moon", 0), ("2027-05-17", "waxing gibbous", 91), ("2028-07-06", "full moon", 100),
        ("2026-08-20", "first quarter", 54), ("2026-08-16", "waxing crescent", 17),
    ])
    func `shows its phase and its light`(date: String, phase: String, percent: Int) throws {
        let moon = try output(of: "moon_phase", ["date": .string(date)])

        #expect(moon["phase"] == .string(phase))
        #expect(abs((moon["illuminated_percent"]?.int ?? -99) - percent) <= 1, "\(moon.compactText)")
    }
}

@Suite("The seasons of the demo library")
struct SeasonToolTests {
    /// From the US Naval Observatory's table of equinoxes and solstices.
    @Test(arguments: [
        ("march equinox", 2025, "2025-03-20", "09:01"), ("june solstice", 2025, "2025-06-21", "02:42"),
        ("september equinox", 2025, "2025-09-22", "18:19"), ("december solstice", 2025, "2025-12-21", "15:03"),
        ("march equinox", 2026, "2026-03-20", "14:46"), ("december solstice", 2026, "2026-12-21", "20:50"),
        ("june solstice", 2027, "2027-06-21", "14:11"), ("september equinox", 2027, "2027-09-23", "06:02"),
    ])
    func `begin at the published times`(event: String, year: Int, date: String, time: String) throws {
        let season = try output(of: "season_start", ["event": .string(event), "year": .whole(year)])

        let found = try #require(Moment(season["date"]?.string, season["time_utc"]?.string))
        let expected = try #require(Moment(date, time))
        #expect(abs(found.minutes - expected.minutes) <= 2, "\(season.compactText)")
    }
}

/// A day and a time as minutes.
private struct Moment {
    let minutes: Int

    init?(_ date: String?, _ time: String?) {
        guard let date, let day = CivilDay(iso: date), let parts = time?.split(separator: ":").compactMap({ Int($0) }),
            parts.count == 2
        else { return nil }
        minutes = day.ordinal * 1440 + parts[0] * 60 + parts[1]
    }
}
