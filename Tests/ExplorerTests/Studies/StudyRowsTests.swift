import Engine
import Review
import Testing

@testable import Explorer

@Suite("Reading the items of a study")
struct StudyRowsTests {
    private struct Row: StudyRow {
        let index: Int
        var text = ""
    }

    private let one = StudyExample.first
    private let other = StudyExample.second

    /// A study of these items, whose list was read.
    private func listed(_ indices: [Int]) -> StudyRows<Row> {
        var rows = StudyRows<Row>()
        rows.begin(one)
        rows.take(indices: indices, of: one)
        return rows
    }

    private func rows(_ indices: [Int], _ text: String = "") -> [Row] { indices.map { Row(index: $0, text: text) } }

    @Test func `knows which there are before any is read`() {
        var reading = StudyRows<Row>()
        #expect(reading.indices == nil && !reading.isReading)

        reading.begin(one)
        #expect(reading.isReading && reading.count == 0)
        reading.take(indices: [2, 5, 9], of: one)
        #expect(!reading.isReading && reading.count == 3 && reading.readCount == 0)
        #expect(reading.index(at: 1) == 5 && reading.place(of: 9) == 2 && reading[1] == nil)
        #expect(reading.index(at: 3) == nil && reading.place(of: 3) == nil && reading[-1] == nil)
    }

    @Test func `asks for what is missing of some places, so many at once, until all are there`() {
        var reading = listed(Array(1...10))

        #expect(reading.next(in: 2..<8, limit: 4) == [3, 4, 5, 6])
        #expect(reading.next(in: 2..<8, limit: 4) == nil, "One thing at a time.")
        reading.take(rows([3, 4, 5, 6]), of: one)
        #expect(reading.next(in: 0..<99, limit: 4) == [1, 2, 7, 8])
        reading.take(rows([1, 2, 7, 8]), of: one)
        #expect(reading.readCount == 8 && reading[7]?.index == 8)
        #expect(reading.next(in: 2..<8, limit: 4) == nil, "All of these are there.")
    }

    @Test func `ignores another study, what nobody waits for, and what is not what was asked for`() {
        var reading = listed([1, 2])
        reading.take(rows([1]), of: one)
        _ = reading.next(in: 0..<2, limit: 2)

        reading.take(rows([1, 2]), of: other)
        reading.take(rows([2, 1]), of: one)
        reading.take(indices: [7], of: one)
        #expect(reading.isReading && reading.readCount == 0 && reading.count == 2)
        reading.take(rows([1, 2]), of: one)
        #expect(!reading.isReading && reading.readCount == 2)
    }

    @Test func `beginning again keeps what is known of an item until it is read anew`() {
        var reading = listed([1, 2, 3])
        _ = reading.next(in: 0..<3, limit: 3)
        reading.take(rows([1, 2, 3], "old"), of: one)

        reading.begin(one)
        #expect(reading[0]?.text == "old" && reading.isReading)
        reading.take(indices: [2, 3, 4], of: one)
        #expect(reading.all.map { $0?.text } == ["old", "old", nil] && reading.readCount == 0)
        #expect(reading.next(in: 0..<1, limit: 3) == [2])
        reading.take(rows([2], "new"), of: one)
        #expect(reading.all.map { $0?.text } == ["new", "old", nil])
        reading.begin(other)
        #expect(reading.count == 0 && reading.indices == nil)
    }

    @Test func `what failed can be asked for again`() {
        var reading = listed([1])
        _ = reading.next(in: 0..<1, limit: 1)

        reading.fail()

        #expect(!reading.isReading && reading.next(in: 0..<1, limit: 1) == [1])
    }

    @Test func `an empty study, and one that is cleared, have nothing to ask for`() {
        var reading = listed([])
        #expect(reading.next(in: 0..<9, limit: 9) == nil && reading.indices == [])

        reading.clear()
        #expect(reading.study == nil && reading.indices == nil)
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
