import HTTPTransport
import Synchronization
import Testing

@Suite("The gate of an endpoint")
struct EndpointGateTests {
    private let time = FakeTime()

    private func gate(most: Int = 2, openFor: Duration = .seconds(30)) -> EndpointGate {
        EndpointGate(
            limit: AdaptiveLimit(most: most), breaker: CircuitBreaker(CircuitBreaker.Rules(openFor: openFor)),
            time: time.keeper)
    }

    /// Makes the breaker of a gate open.
    private func breakOpen(_ gate: EndpointGate) async throws {
        for _ in 0..<10 { await gate.leave(try await gate.enter(), with: .failed) }
    }

    @Test func `lets so many in at once, and the next when one leaves`() async throws {
        let gate = gate(most: 2)
        let first = try await gate.enter()
        _ = try await gate.enter()
        let third = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 1 }

        await gate.leave(first, with: .succeeded)

        _ = try await third.value
        #expect(await gate.inFlight == 2)
        #expect(await gate.waiting == 0)
    }

    @Test func `lets in whoever came first`() async throws {
        let gate = gate(most: 1)
        var pass = try await gate.enter()
        let entered = Notes()
        let tasks = try await (0..<5).asyncMap { number in
            let task = Task {
                let pass = try await gate.enter()
                entered.note(number)
                return pass
            }
            try await eventually { await gate.waiting == number + 1 }
            return task
        }

        for task in tasks {
            await gate.leave(pass, with: .succeeded)
            pass = try await task.value
        }

        #expect(entered.all == [0, 1, 2, 3, 4])
    }

    @Test func `takes a pass back once`() async throws {
        let gate = gate(most: 1)
        let pass = try await gate.enter()

        await gate.leave(pass, with: .succeeded)
        _ = try await gate.enter()
        await gate.leave(pass, with: .succeeded)

        #expect(await gate.inFlight == 1)
    }

    @Test func `lets go of who is cancelled, and serves the one behind`() async throws {
        let gate = gate(most: 1)
        let pass = try await gate.enter()
        let second = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 1 }
        let third = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 2 }

        second.cancel()

        await #expect(throws: CancellationError.self) { try await second.value }
        #expect(await gate.waiting == 1)
        await gate.leave(pass, with: .succeeded)
        _ = try await third.value
    }

    @Test func `lets nobody in who is cancelled already`() async throws {
        let gate = gate()
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await gate.enter()
        }

        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await gate.inFlight == 0)
    }

    @Test func `lets fewer in after a refusal`() async throws {
        let gate = gate(most: 4)
        let passes = try await (0..<4).asyncMap { _ in try await gate.enter() }

        await gate.leave(passes[0], with: .rateLimited(retryAfter: nil))

        #expect(await gate.limit == 2)
        let next = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 1 }
        await gate.leave(passes[1], with: .succeeded)
        #expect(await gate.waiting == 1)
        await gate.leave(passes[2], with: .succeeded)
        _ = try await next.value
    }

    @Test func `pauses for as long as the endpoint says`() async throws {
        let gate = gate()
        await gate.leave(try await gate.enter(), with: .rateLimited(retryAfter: .seconds(200)))
        #expect(await gate.pausedUntil == .seconds(200))
        let next = Task { try await gate.enter() }
        try await eventually { time.alarms == [.seconds(200)] }

        time.advance(by: .seconds(199))
        #expect(await gate.pauseLeft == .seconds(1))
        #expect(await gate.waiting == 1)
        time.advance(by: .seconds(1))

        _ = try await next.value
        #expect(await gate.pausedUntil == nil)
        #expect(await gate.pauseLeft == .zero)
    }

    @Test func `keeps the longer of two pauses`() async throws {
        let gate = gate()
        await gate.pause(for: .seconds(60))

        await gate.pause(for: .seconds(5))

        #expect(await gate.pausedUntil == .seconds(60))
    }

    @Test func `waits on when a pause grows while somebody waits`() async throws {
        let gate = gate()
        await gate.pause(for: .seconds(10))
        let next = Task { try await gate.enter() }
        try await eventually { time.alarms == [.seconds(10)] }

        await gate.pause(for: .seconds(20))
        try await eventually { time.alarms == [.seconds(20)] }
        time.advance(by: .seconds(10))
        #expect(await gate.waiting == 1)
        time.advance(by: .seconds(10))

        _ = try await next.value
    }

    @Test func `ends a wait for the end of a pause when cancelled, and its alarm with it`() async throws {
        let gate = gate()
        await gate.pause(for: .seconds(3_600))
        let next = Task { try await gate.enter() }
        try await eventually { time.alarms == [.seconds(3_600)] }

        next.cancel()

        await #expect(throws: CancellationError.self) { try await next.value }
        try await eventually { time.alarms.isEmpty }
    }

    @Test func `lets one probe when the breaker has been open long enough`() async throws {
        let gate = gate(most: 4)
        try await breakOpen(gate)
        let tasks = (0..<3).map { _ in Task { try await gate.enter() } }
        try await eventually { await gate.waiting == 3 }
        try await eventually { time.alarms == [.seconds(30)] }

        time.advance(by: .seconds(30))

        try await eventually { await gate.inFlight == 1 }
        #expect(await gate.waiting == 2)
        #expect(await gate.state == .probing)
        for task in tasks { task.cancel() }
        for task in tasks { _ = await task.result }
    }

    @Test func `lets everybody in after a probe that succeeds`() async throws {
        let gate = gate(most: 4)
        try await breakOpen(gate)
        let probe = Task { try await gate.enter() }
        try await eventually { time.alarms == [.seconds(30)] }
        time.advance(by: .seconds(30))
        let pass = try await probe.value
        #expect(pass.isProbe)
        let others = (0..<3).map { _ in Task { try await gate.enter() } }
        try await eventually { await gate.waiting == 3 }

        await gate.leave(pass, with: .succeeded)

        for other in others { #expect(try await other.value.isProbe == false) }
        #expect(await gate.state == .closed)
    }

    @Test func `takes a refusal for a sign of life`() async throws {
        let gate = gate()
        try await breakOpen(gate)
        time.advance(by: .seconds(30))
        let probe = try await gate.enter()

        await gate.leave(probe, with: .rateLimited(retryAfter: .seconds(3)))

        #expect(await gate.state == .closed)
        #expect(await gate.pausedUntil == .seconds(33))
    }

    @Test func `does not open because of refusals or requests that say nothing`() async throws {
        let gate = gate()
        for _ in 0..<30 {
            await gate.leave(try await gate.enter(), with: .rateLimited(retryAfter: nil))
            await gate.leave(try await gate.enter(), with: .neutral)
        }

        #expect(await gate.state == .closed)
    }

    @Test func `gives up after three failed probes, also for those who wait`() async throws {
        let gate = gate()
        try await breakOpen(gate)
        for _ in 0..<2 {
            time.advance(by: .seconds(30))
            await gate.leave(try await gate.enter(), with: .failed)
        }
        time.advance(by: .seconds(30))
        let probe = try await gate.enter()
        let waiting = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 1 }

        await gate.leave(probe, with: .failed)

        await #expect(throws: EndpointGate.GivenUp.self) { try await waiting.value }
        await #expect(throws: EndpointGate.GivenUp.self) { try await gate.enter() }
        #expect(await gate.state == .givenUp)
    }

    @Test func `lets another one probe when the probe is cancelled`() async throws {
        let gate = gate()
        try await breakOpen(gate)
        time.advance(by: .seconds(30))
        let probe = try await gate.enter()
        let next = Task { try await gate.enter() }
        try await eventually { await gate.waiting == 1 }

        await gate.leave(probe, with: .neutral)

        #expect(try await next.value.isProbe)
    }

    @Test func `loses nobody among a thousand who come, are cancelled, fail or succeed`() async throws {
        let gate = EndpointGate(
            limit: AdaptiveLimit(most: 8, window: .zero),
            breaker: CircuitBreaker(CircuitBreaker.Rules(failuresInRow: .max, window: .max)), time: time.keeper)
        let busy = Notes()

        let served = await withTaskGroup(of: Bool.self, returning: Int.self) { group in
            for number in 0..<1_000 {
                group.addTask {
                    let task = Task {
                        let pass = try await gate.enter()
                        busy.note(await gate.inFlight)
                        await Task.yield()
                        let outcomes: [EndpointGate.Outcome] = [
                            .succeeded, .failed, .neutral, .rateLimited(retryAfter: nil),
                        ]
                        await gate.leave(pass, with: outcomes[number % outcomes.count])
                    }
                    if number % 3 == 0 { task.cancel() }
                    return (try? await task.value) != nil
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(served >= 666)
        #expect(busy.all.allSatisfy { $0 <= 8 })
        #expect(await gate.inFlight == 0)
        #expect(await gate.waiting == 0)
    }
}

/// Numbers in the order in which tasks noted them.
private final class Notes: Sendable {
    private let numbers = Mutex<[Int]>([])

    var all: [Int] { numbers.withLock { $0 } }

    func note(_ number: Int) {
        numbers.withLock { $0.append(number) }
    }
}

extension Sequence {
    fileprivate func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
