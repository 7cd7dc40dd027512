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

        #expect(ahead == .since(Timestamp(microseconds: Self.midnight.microseconds - 3_600_000_000)))
        #expect(ahead?.title(offset: .seconds(3600)) == "since 2026-11-01 00:00")
        #expect(ahead?.title(offset: .zero) == "since 2026-10-31 23:00")
    }

    @Test func `has nothing in it before it begins, on the reader's clock`() {
        let tomorrow = StatisticsInterval.since(Self.midnight)
        let now = Timestamp(microseconds: Self.midnight.microseconds - 1)

        #expect(
            tomorrow.obstacle(at: now, offset: .seconds(-3600))
                == "Nothing was decided since 2026-10-31 23:00: that is yet to come, as it is 2026-10-31 22:59 now.")
        #expect(tomorrow.obstacle(at: Self.midnight, offset: .zero) == nil, "It begins now.")
        #expect(tomorrow.obstacle(at: nil, offset: .zero) == nil)
        #expect(StatisticsInterval.named.allSatisfy { $0.obstacle(at: now, offset: .zero) == nil })
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
