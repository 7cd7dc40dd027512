import Engine
import Testing

@testable import Explorer

@Suite("Reading the items of a study")
struct StudyRowsTests {
    private let one = StudyExample.first
    private let other = StudyExample.second

    private func page(_ range: Range<Int>, of total: Int) -> StudyPage<Int> {
        StudyPage(offset: range.lowerBound, rows: Array(range), total: total)
    }

    @Test func `goes on page after page until all are there`() {
        var rows = StudyRows<Int>()
        rows.begin(one)

        #expect(rows.take(page(0..<4, of: 10), of: one) == .more(from: 4))
        #expect(rows.isReading && rows.all == [0, 1, 2, 3] && rows.total == 10)
        #expect(rows.take(page(4..<8, of: 10), of: one) == .more(from: 8))
        #expect(rows.take(page(8..<10, of: 10), of: one) == .complete)
        #expect(!rows.isReading && rows.all == Array(0..<10))
    }

    @Test func `ends where a page is empty though more were promised`() {
        var rows = StudyRows<Int>()
        rows.begin(one)
        _ = rows.take(page(0..<4, of: 10), of: one)

        #expect(rows.take(page(4..<4, of: 10), of: one) == .complete)
        #expect(rows.all.count == 4 && rows.total == 4)
    }

    @Test func `ignores pages of another study, and those that nobody waits for`() {
        var rows = StudyRows<Int>()
        rows.begin(one)
        rows.begin(other)

        #expect(rows.take(page(0..<4, of: 4), of: one) == .ignored)
        #expect(rows.take(page(4..<8, of: 8), of: other) == .ignored)
        #expect(rows.take(page(0..<4, of: 4), of: other) == .complete)
        #expect(rows.take(page(0..<2, of: 2), of: other) == .ignored)
        #expect(rows.all.count == 4)
    }

    @Test func `reading again keeps what is known until it is there anew`() {
        var rows = StudyRows<Int>()
        rows.begin(one)
        _ = rows.take(page(0..<4, of: 4), of: one)

        rows.begin(one)
        #expect(rows.all == [0, 1, 2, 3])
        let fewer = StudyPage(offset: 0, rows: [7, 8], total: 2)
        #expect(rows.take(fewer, of: one) == .complete)
        #expect(rows.all == [7, 8])
        rows.begin(other)
        #expect(rows.all.isEmpty)
    }

    @Test func `a page that failed can be asked for again`() {
        var rows = StudyRows<Int>()
        rows.begin(one)

        rows.fail()
        #expect(!rows.isReading)
        rows.begin(one)
        #expect(rows.isReading)
    }
}

@Suite("A window on a long list")
struct ListWindowTests {
    @Test(arguments: [
        (0, 0..<5), (2, 0..<5), (3, 1..<6), (50, 48..<53), (99, 95..<100), (97, 95..<100),
    ]) func `has the cursor in the middle, as far as the ends allow`(cursor: Int, range: Range<Int>) {
        #expect(ListWindow(of: 100, around: cursor, height: 5).range == range)
    }

    @Test func `says what is visible, unless all is`() {
        #expect(ListWindow(of: 10_000, around: 5_000, height: 20).note == "4,991-5,010 of 10,000")
        #expect(ListWindow(of: 20, around: 5, height: 20).note == "")
        #expect(ListWindow(of: 0, around: 0, height: 20).range == 0..<0)
        #expect(ListWindow(of: 3, around: 2, height: 0).range == 2..<3, "There is always a row.")
    }
}

@Suite("Days of a time")
struct TimestampDayTests {
    @Test(
        arguments: [
            (0, "1970-01-01 00:00"), (951_782_399, "2000-02-28 23:59"), (951_782_400, "2000-02-29 00:00"),
            (1_709_210_096, "2024-02-29 12:34"), (4_107_542_399, "2100-02-28 23:59"),
            (4_107_542_400, "2100-03-01 00:00"),
            (-1, "1969-12-31 23:59"), (253_402_300_799, "9999-12-31 23:59"),
        ] as [(Int64, String)])
    func `are those of the calendar`(seconds: Int64, text: String) {
        #expect(Timestamp(microseconds: seconds * 1_000_000).dayAndTime(offset: .zero) == text)
    }

    @Test func `are those of the reviewer's clock`() {
        let midnight = Timestamp(microseconds: 1_709_164_800_000_000)

        #expect(midnight.dayAndTime(offset: .zero) == "2024-02-29 00:00")
        #expect(midnight.dayAndTime(offset: .seconds(-3600)) == "2024-02-28 23:00")
        #expect(midnight.dayAndTime(offset: .seconds(5 * 3600 + 1800)) == "2024-02-29 05:30")
    }
}
