import Engine
import Testing

@testable import Explorer

@Suite("How long a run will still take")
struct LivePaceTests {
    private static let began = Timestamp.at(12, 0)

    /// Samples that end after so many seconds each.
    private func pace(_ gaps: [Int]) -> (Pace, last: Timestamp) {
        var (pace, time) = (Pace(), Self.began)
        for gap in gaps {
            time = time.before(by: .seconds(-gap))
            pace.finish(at: time)
        }
        return (pace, time)
    }

    @Test func `nothing is said before five samples or twenty seconds`() {
        let (four, last) = pace([1, 1, 1, 1])
        #expect(four.outlook(for: 10, since: Self.began, now: last) == .early)
        #expect(pace([1]).0.outlook(for: 10, since: Self.began, now: .at(12, 0, 30)) == .early)

        let (five, end) = pace([1, 1, 1, 1, 1])
        #expect(five.outlook(for: 60, since: Self.began, now: end) == .minutes(1...1, rate: 60))
        let (slow, later) = pace([15, 15])
        #expect(slow.outlook(for: 4, since: Self.began, now: later) == .minutes(1...1, rate: 4))
    }

    @Test func `what is left lies between the quartiles of the pace, in whole minutes`() {
        // Ends 30 s apart, then 60 s apart: a third of the time each, both, and half and half.
        let (pace, last) = pace(Array(repeating: 30, count: 20) + Array(repeating: 60, count: 20))

        guard case .minutes(let minutes, let rate) = pace.outlook(for: 60, since: Self.began, now: last) else {
            Issue.record("There is no estimate.")
            return
        }
        #expect(minutes.lowerBound >= 30 && minutes.upperBound == 60)
        #expect(minutes.lowerBound < minutes.upperBound)
        #expect(rate >= 1 && rate <= 2)
    }

    @Test func `only the last sixty samples count`() {
        let (pace, last) = pace(Array(repeating: 600, count: 40) + Array(repeating: 10, count: 61))

        #expect(pace.outlook(for: 6, since: Self.began, now: last) == .minutes(1...1, rate: 6))
    }

    @Test func `a run stalls when nothing ends for much longer than before`() {
        let (pace, last) = pace(Array(repeating: 10, count: 10))
        let soon = last.before(by: .seconds(-39))
        let late = last.before(by: .seconds(-45))

        #expect(pace.outlook(for: 6, since: Self.began, now: soon) == .minutes(1...1, rate: 6))
        #expect(pace.outlook(for: 6, since: Self.began, now: late) == .stalled(.seconds(45)))
    }

    @Test func `slow samples are no stall`() {
        let (pace, last) = pace(Array(repeating: 120, count: 10))

        #expect(
            pace.outlook(for: 2, since: Self.began, now: last.before(by: .seconds(-90))) == .minutes(4...4, rate: 0.5))
    }

    @Test func `samples that end at one moment give no pace`() {
        let (pace, last) = pace([5, 0, 0, 0, 0, 0])

        #expect(pace.outlook(for: 6, since: Self.began, now: last) == .early)
    }
}
