/// The gate that all requests to one endpoint pass: a breaker, a limit, and the pauses that the endpoint asks for.
package actor EndpointGate {
    /// The right to one request; given back with ``leave(_:with:)``.
    package struct Pass: Hashable, Sendable {
        fileprivate let number: Int
        /// Whether this one request decides if the endpoint is asked again.
        package let isProbe: Bool
    }

    /// How a request ended, as far as the endpoint's health is concerned.
    package enum Outcome: Hashable, Sendable {
        /// The endpoint answered; an answer that refuses this one request is one too.
        case succeeded
        /// Too fast; with the wait that was asked for, if any.
        case rateLimited(retryAfter: Duration?)
        case failed
        /// Says nothing, for example a cancelled request.
        case neutral
    }

    /// The endpoint failed, was left alone, and failed again, three times over.
    package struct GivenUp: Error, Hashable, Sendable {
        package init() {}
    }

    private let time: Timekeeper
    private var breaker: CircuitBreaker
    private var adaptive: AdaptiveLimit
    private var underWay: Set<Int> = []
    private var line = WaitingLine<Pass>()
    private var passes = 0
    private var pauseEnd: Duration?
    private var alarm: (at: Duration, task: Task<Void, Never>)?

    package init(
        limit: AdaptiveLimit, breaker: CircuitBreaker = CircuitBreaker(), time: Timekeeper = .live
    ) {
        adaptive = limit
        self.breaker = breaker
        self.time = time
    }

    deinit {
        alarm?.task.cancel()
    }

    /// Waits for a turn; in the order of coming.
    ///
    /// Whoever gets a pass must give it back. Cancelling ends the wait at once.
    ///
    /// - Throws: ``GivenUp``, or `CancellationError`.
    package func enter() async throws -> Pass {
        try Task.checkCancellation()
        let place = line.makePlace()
        let pass = try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                line.append(continuation, at: place)
                admit()
            }
        } onCancel: {
            Task { await self.cancel(place) }
        }
        guard Task.isCancelled else { return pass }
        leave(pass, with: .neutral)
        throw CancellationError()
    }

    /// Gives a pass back and says how the request ended; a second time it changes nothing.
    package func leave(_ pass: Pass, with outcome: Outcome) {
        guard underWay.remove(pass.number) != nil else { return }
        let now = time.now()
        switch outcome {
        case .succeeded:
            adaptive.recordSuccess()
            record(.succeeded, of: pass, at: now)
        case .rateLimited(let delay):
            adaptive.recordRefusal(at: now)
            if let delay { extendPause(to: now + delay) }
            // It answers, so a probe has done its work; otherwise it is neither a success nor a failure.
            record(pass.isProbe ? .succeeded : .neutral, of: pass, at: now)
        case .failed: record(.failed, of: pass, at: now)
        case .neutral: record(.neutral, of: pass, at: now)
        }
        admit()
    }

    /// Lets nobody pass for that long, for example because a 503 said so; a longer pause stays.
    package func pause(for delay: Duration) {
        extendPause(to: time.now() + delay)
        admit()
    }

    /// When the pause ends that the endpoint asked for, as a reading of the ``Timekeeper``; nil when there is none.
    package var pausedUntil: Duration? {
        pauseEnd.flatMap { $0 > time.now() ? $0 : nil }
    }

    /// What is left of that pause; zero when there is none.
    package var pauseLeft: Duration {
        pausedUntil.map { $0 - time.now() } ?? .zero
    }

    package var state: CircuitBreaker.State { breaker.state }
    /// How many may be under way at once, as of now.
    package var limit: Int { adaptive.current }
    package var inFlight: Int { underWay.count }
    package var waiting: Int { line.count }
}

extension EndpointGate {
    private func cancel(_ place: Int) {
        line.remove(place)?.resume(throwing: CancellationError())
        admit()
    }

    private func record(_ result: CircuitBreaker.Result, of pass: Pass, at now: Duration) {
        if pass.isProbe { breaker.recordProbe(result, at: now) } else { breaker.record(result, at: now) }
    }

    private func extendPause(to end: Duration) {
        pauseEnd = max(pauseEnd ?? end, end)
    }

    /// Lets in whoever may pass now, and sets an alarm for the rest.
    private func admit() {
        while !line.isEmpty {
            let now = time.now()
            if breaker.state == .givenUp { return refuseAll() }
            if let end = pausedUntil { return wake(at: end) }
            guard underWay.count < adaptive.current else { return sleepOn() }
            switch breaker.admit(at: now) {
            case .pass: letIn(asProbe: false)
            case .probe: letIn(asProbe: true)
            case .wait(let end): return wake(at: end)
            case .waitForProbe: return sleepOn()
            case .refuse: return refuseAll()
            }
        }
        sleepOn()
    }

    private func letIn(asProbe isProbe: Bool) {
        guard let next = line.popFirst() else { return }
        passes += 1
        underWay.insert(passes)
        next.resume(returning: Pass(number: passes, isProbe: isProbe))
    }

    private func refuseAll() {
        for waiting in line.removeAll() { waiting.resume(throwing: GivenUp()) }
        sleepOn()
    }

    /// No alarm is needed: somebody leaves, or nobody waits.
    private func sleepOn() {
        alarm?.task.cancel()
        alarm = nil
    }

    private func wake(at moment: Duration) {
        guard alarm?.at != moment else { return }
        alarm?.task.cancel()
        let task = Task { [time, weak self] in
            do {
                try await time.sleep(moment - time.now())
            } catch { return }
            await self?.ring(moment)
        }
        alarm = (moment, task)
    }

    private func ring(_ moment: Duration) {
        guard alarm?.at == moment else { return }
        alarm = nil
        admit()
    }
}
