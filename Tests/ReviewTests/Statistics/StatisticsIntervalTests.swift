import Engine
import Review
import Testing

@Suite("The interval of statistics")
struct StatisticsIntervalTests {
    private static let midnight = Timestamp(microseconds: 1_793_491_200_000_000)

    @Test(arguments: [
        ("all", StatisticsInterval.all), ("today", .today), ("Week", .week), ("2026-11-01", .since(midnight)),
        ("yesterday", nil), ("", nil),
    ])
    func `is read by its name or its first day`(text: String, interval: StatisticsInterval?) {
        #expect(StatisticsInterval(reading: text, offset: .zero) == interval)
    }

    @Test func `begins at midnight of the reader's clock`() {
        let ahead = StatisticsInterval(reading: "2026-11-01", offset: .seconds(3600))

        #expect(ahead?.title == "since 2026-10-31T23:00:00Z")
    }

    @Test func `narrows the samples to those decided in it`() throws {
        let base = try Filter(parsing: "flag")
        let texts = [StatisticsInterval.all, .today, .week, .since(Timestamp(microseconds: 0))].map {
            $0.narrowing(base, dayBegan: Self.midnight).text
        }

        #expect(texts == ["flag", "flag since:2026-11-01", "flag since:2026-10-26", "flag since:1970-01-01"])
    }

    @Test func `goes round, and from a day back to all`() {
        #expect(StatisticsInterval.all.next == .today && StatisticsInterval.today.next == .week)
        #expect(StatisticsInterval.week.next == .all && StatisticsInterval.since(Self.midnight).next == .all)
    }
}
