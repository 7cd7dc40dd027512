import Foundation
import HTTPTransport
import Testing

@Suite("Backoff")
struct BackoffTests {
    @Test(arguments: [(1, 0.5), (2, 1), (3, 2), (4, 4), (5, 8), (6, 16), (7, 30), (8, 30), (1_000, 30), (0, 0.5)])
    func `draws from a range that doubles up to 30 seconds`(failures: Int, seconds: Double) {
        #expect(Backoff().range(afterFailures: failures) == .seconds(1) * seconds)
    }

    @Test func `stays inside its bounds and uses all of them, in 10,000 draws`() {
        var random = Seeded(7)
        for failures in 1...8 {
            let range = Backoff().range(afterFailures: failures)

            let draws = (0..<10_000).map { _ in Backoff().delay(afterFailures: failures, using: &random) }

            #expect(draws.allSatisfy { $0 >= .zero && $0 <= range })
            let tenths = Set(draws.map { Int($0 / range * 10) })
            #expect(tenths == Set(0...9))
        }
    }

    @Test func `is never over before the endpoint wants it, in 10,000 draws`() {
        var random = Seeded(8)
        let wanted = Duration.seconds(5)

        let draws = (0..<10_000).map { _ in Backoff().delay(afterFailures: 2, retryAfter: wanted, using: &random) }

        #expect(draws.allSatisfy { $0 >= wanted && $0 <= wanted + .seconds(1) })
    }

    @Test func `takes a wait below zero for none`() {
        var random = Seeded(9)

        let delay = Backoff().delay(afterFailures: 1, retryAfter: .seconds(-9), using: &random)

        #expect(delay >= .zero)
    }
}

@Suite("What a reply says about trying again")
struct RetryAfterTests {
    /// Wed, 21 Oct 2015 07:28:00 GMT.
    private let now = Date(timeIntervalSince1970: 1_445_412_480)

    private func delay(_ name: String, _ value: String) -> Duration? {
        RetryAfter(HTTPFields([(name, value)]), now: now).delay
    }

    @Test(
        arguments: [
            ("0", 0), ("7", 7), (" 120 ", 120), ("1.5", 1.5), ("31536000", 31_536_000.0),
            ("Wed, 21 Oct 2015 07:28:30 GMT", 30), ("Wed, 21 Oct 2015 07:27:00 GMT", 0),
            ("Thu, 22 Oct 2015 07:28:00 GMT", 86_400),
            ("Wednesday, 21-Oct-15 07:28:05 GMT", 5), ("Wed Oct 21 07:28:09 2015", 9),
            ("Thu, 01 Jan 1970 00:00:00 GMT", 0),
            ("Mon, 29 Feb 2016 00:00:00 GMT", 11_291_520),
        ] as [(String, Double)])
    func `is seconds or a date`(value: String, seconds: Double) {
        #expect(delay("Retry-After", value).map { $0 / .seconds(1) } == seconds)
    }

    @Test(arguments: [
        "", "soon", "-1", "-999999", "1e9", "nan", "inf", "0x10", "1,5", "1.", ".5", "1.2.3", "٣", "7 s",
        "Wed, 21 Foo 2015 07:28:30 GMT", "Wed, 32 Oct 2015 07:28:30 GMT", "Wed, 21 Oct 2015 25:28:30 GMT",
        "Wed, 21 Oct 2015 07:28 GMT", "Wed, 21 Oct 20155 07:28:30 GMT", "Wed, -1 Oct 2015 07:28:30 GMT", "GMT",
        "2015-10-21T07:28:30Z",
    ])
    func `is nothing where it makes no sense`(value: String) {
        #expect(delay("Retry-After", value) == nil)
        #expect(delay("retry-after-ms", value) == nil)
    }

    @Test(arguments: ["99999999999", "99999999999999999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
    func `is a year where it is more`(value: String) {
        #expect(delay("Retry-After", value) == RetryAfter.longest)
    }

    @Test func `prefers milliseconds`() {
        let fields = HTTPFields([("Retry-After", "9"), ("Retry-After-Ms", "1250")])

        #expect(RetryAfter(fields, now: now).delay == .milliseconds(1_250))
        #expect(RetryAfter(HTTPFields([("Retry-After", "9"), ("retry-after-ms", "x")]), now: now).delay == .seconds(9))
        #expect(RetryAfter(HTTPFields(), now: now).delay == nil)
    }

    @Test func `may advise for or against a further try`() {
        #expect(RetryAfter(HTTPFields([("X-Should-Retry", "true")]), now: now).advice == .retry)
        #expect(RetryAfter(HTTPFields([("x-should-retry", " False")]), now: now).advice == .doNotRetry)
        #expect(RetryAfter(HTTPFields([("x-should-retry", "maybe")]), now: now).advice == nil)
        #expect(RetryAfter(HTTPFields(), now: now).advice == nil)
    }
}

@Suite("The budget of retries")
struct RetryBudgetTests {
    @Test(arguments: [(0, 10), (9, 10), (10, 11), (1_000, 110)])
    func `is ten, and a tenth of the calls`(calls: Int, retries: Int) {
        var budget = RetryBudget()
        for _ in 0..<calls { budget.countCall() }

        let taken = (0..<1_000).count(where: { _ in budget.takeRetry() })

        #expect(taken == retries)
        #expect(budget.retries == retries)
    }

    @Test func `grows with the calls`() {
        var budget = RetryBudget()
        while budget.takeRetry() {}

        for _ in 0..<10 { budget.countCall() }

        let taken = (0..<5).map { _ in budget.takeRetry() }
        #expect(taken == [true, false, false, false, false])
    }
}
