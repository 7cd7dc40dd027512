import HTTPTransport
import Testing

@Suite("The circuit breaker")
struct CircuitBreakerTests {
    private func breaker(after results: CircuitBreaker.Result..., at now: Duration = .zero) -> CircuitBreaker {
        var breaker = CircuitBreaker()
        for result in results { breaker.record(result, at: now) }
        return breaker
    }

    /// A breaker that has just opened, at zero.
    private func opened() -> CircuitBreaker {
        var breaker = CircuitBreaker()
        for _ in 0..<10 { breaker.record(.failed, at: .zero) }
        return breaker
    }

    @Test func `opens after ten failures in a row`() {
        var breaker = CircuitBreaker()
        for _ in 0..<9 { breaker.record(.failed, at: .seconds(1)) }
        #expect(breaker.state == .closed)

        breaker.record(.failed, at: .seconds(1))

        #expect(breaker.state == .open(until: .seconds(31)))
    }

    @Test func `does not count failures in a row over a success`() {
        var breaker = CircuitBreaker()
        for _ in 0..<9 { breaker.record(.failed, at: .zero) }
        breaker.record(.succeeded, at: .zero)
        for _ in 0..<9 { breaker.record(.failed, at: .zero) }

        #expect(breaker.state == .closed)
    }

    @Test func `opens when more than half of the last twenty failed`() {
        var breaker = CircuitBreaker()
        for _ in 0..<10 {
            breaker.record(.succeeded, at: .zero)
            breaker.record(.failed, at: .zero)
        }
        #expect(breaker.state == .closed)

        breaker.record(.failed, at: .zero)

        #expect(breaker.state == .open(until: .seconds(30)))
    }

    @Test func `needs twenty results to speak of a half`() {
        var breaker = breaker(after: .failed, .failed, .succeeded, .failed, .failed)
        #expect(breaker.state == .closed)
        #expect(breaker.admit(at: .zero) == .pass)
    }

    @Test func `does not count what says nothing`() {
        var breaker = CircuitBreaker()
        for _ in 0..<9 {
            breaker.record(.failed, at: .zero)
            breaker.record(.neutral, at: .zero)
        }
        #expect(breaker.state == .closed)

        breaker.record(.failed, at: .zero)

        #expect(breaker.state != .closed)
    }

    @Test func `lets nobody pass for 30 seconds, and then one`() {
        var breaker = opened()

        #expect(breaker.admit(at: .zero) == .wait(until: .seconds(30)))
        #expect(breaker.admit(at: .milliseconds(29_999)) == .wait(until: .seconds(30)))
        #expect(breaker.admit(at: .seconds(30)) == .probe)
        #expect(breaker.admit(at: .seconds(31)) == .waitForProbe)
    }

    @Test func `is as new after a probe that succeeds`() {
        var breaker = opened()
        _ = breaker.admit(at: .seconds(30))

        breaker.recordProbe(.succeeded, at: .seconds(31))

        #expect(breaker == CircuitBreaker())
    }

    @Test func `gives up after three failed probes in a row`() {
        var breaker = opened()
        for end in [30, 61] {
            #expect(breaker.admit(at: .seconds(end)) == .probe)
            breaker.recordProbe(.failed, at: .seconds(end + 1))
            #expect(breaker.state == .open(until: .seconds(end + 31)))
        }
        #expect(breaker.admit(at: .seconds(92)) == .probe)

        breaker.recordProbe(.failed, at: .seconds(93))

        #expect(breaker.state == .givenUp)
        #expect(breaker.admit(at: .seconds(10_000)) == .refuse)
    }

    @Test func `lets the next one probe when a probe says nothing`() {
        var breaker = opened()
        _ = breaker.admit(at: .seconds(30))

        breaker.recordProbe(.neutral, at: .seconds(40))

        #expect(breaker.admit(at: .seconds(40)) == .probe)
    }

    @Test func `counts probes anew after one that succeeded`() {
        var breaker = opened()
        for end in [30, 61] {
            _ = breaker.admit(at: .seconds(end))
            breaker.recordProbe(.failed, at: .seconds(end + 1))
        }
        _ = breaker.admit(at: .seconds(92))
        breaker.recordProbe(.succeeded, at: .seconds(92))
        for _ in 0..<10 { breaker.record(.failed, at: .seconds(100)) }
        _ = breaker.admit(at: .seconds(130))

        breaker.recordProbe(.failed, at: .seconds(131))

        #expect(breaker.state == .open(until: .seconds(161)))
    }

    @Test func `does not listen to requests from before it opened`() {
        var breaker = opened()

        breaker.record(.succeeded, at: .seconds(1))
        breaker.record(.failed, at: .seconds(2))

        #expect(breaker.state == .open(until: .seconds(30)))
    }
}

@Suite("The limit that adapts")
struct AdaptiveLimitTests {
    @Test func `begins at the most and halves when refused`() {
        var limit = AdaptiveLimit(most: 64)
        #expect(limit.current == 64)

        limit.recordRefusal(at: .zero)

        #expect(limit.current == 32)
    }

    @Test func `halves at most once in a window`() {
        var limit = AdaptiveLimit(most: 64, window: .seconds(5))
        for moment in [0, 1, 4] { limit.recordRefusal(at: .seconds(moment)) }
        #expect(limit.current == 32)

        limit.recordRefusal(at: .seconds(5))

        #expect(limit.current == 16)
    }

    @Test func `never goes below one`() {
        var limit = AdaptiveLimit(most: 3)
        for round in 0..<10 { limit.recordRefusal(at: .seconds(10 * round)) }

        #expect(limit.current == 1)
        #expect(AdaptiveLimit(most: 0).current == 1)
    }

    @Test func `grows by one after so many successes, up to the most`() {
        var limit = AdaptiveLimit(most: 4, successesToGrow: 10)
        limit.recordRefusal(at: .zero)
        for _ in 0..<9 { limit.recordSuccess() }
        #expect(limit.current == 2)

        limit.recordSuccess()
        #expect(limit.current == 3)
        for _ in 0..<100 { limit.recordSuccess() }

        #expect(limit.current == 4)
    }

    @Test func `counts successes anew after a refusal`() {
        var limit = AdaptiveLimit(most: 64, successesToGrow: 10)
        limit.recordRefusal(at: .zero)
        for _ in 0..<9 { limit.recordSuccess() }
        limit.recordRefusal(at: .seconds(1))

        limit.recordSuccess()

        #expect(limit.current == 32)
    }
}
