/// Stops asking an endpoint that keeps failing, and tries it again with one request at a time.
///
/// Times are readings of one ``Timekeeper``.
package struct CircuitBreaker: Hashable, Sendable {
    /// When it opens, for how long, and when it gives up.
    package struct Rules: Hashable, Sendable {
        /// So many failures in a row open it.
        package var failuresInRow: Int
        /// It looks at so many results; when more than half of them are failures, it opens.
        package var window: Int
        package var openFor: Duration
        /// So many failed probes in a row, and it gives up.
        package var probes: Int

        package init(failuresInRow: Int = 10, window: Int = 20, openFor: Duration = .seconds(30), probes: Int = 3) {
            self.failuresInRow = failuresInRow
            self.window = window
            self.openFor = openFor
            self.probes = probes
        }
    }

    package enum State: Hashable, Sendable {
        case closed
        /// Nothing passes until then; after that, one probe.
        case open(until: Duration)
        case probing
        /// The probes have failed too; for good.
        case givenUp
    }

    /// What a request may do now.
    package enum Admission: Hashable, Sendable {
        case pass
        /// Pass, and say afterwards that it was the probe.
        case probe
        case wait(until: Duration)
        /// Wait for what the probe says.
        case waitForProbe
        case refuse
    }

    package enum Result: Hashable, Sendable {
        case succeeded
        case failed
        /// Says nothing about the endpoint, for example a cancelled request.
        case neutral
    }

    package private(set) var state = State.closed
    private let rules: Rules
    private var recent: [Result] = []
    private var failuresInRow = 0
    private var failedProbes = 0

    package init(_ rules: Rules = Rules()) {
        self.rules = rules
    }

    /// Asks for one request to pass; ``Admission/probe`` is handed out once.
    package mutating func admit(at now: Duration) -> Admission {
        switch state {
        case .closed: return .pass
        case .open(let end) where now < end: return .wait(until: end)
        case .open:
            state = .probing
            return .probe
        case .probing: return .waitForProbe
        case .givenUp: return .refuse
        }
    }

    /// Takes the result of a request that was let pass while closed.
    ///
    /// One that comes in later, while open, says nothing new.
    package mutating func record(_ result: Result, at now: Duration) {
        guard state == .closed, result != .neutral else { return }
        failuresInRow = result == .failed ? failuresInRow + 1 : 0
        recent.append(result)
        if recent.count > rules.window { recent.removeFirst() }
        if failuresInRow >= rules.failuresInRow || mostlyFailing { open(at: now) }
    }

    /// Takes the result of the probe.
    package mutating func recordProbe(_ result: Result, at now: Duration) {
        guard state == .probing else { return }
        switch result {
        case .succeeded: self = CircuitBreaker(rules)
        case .neutral: state = .open(until: now)
        case .failed:
            failedProbes += 1
            if failedProbes >= rules.probes { state = .givenUp } else { open(at: now) }
        }
    }

    private var mostlyFailing: Bool {
        recent.count == rules.window && recent.count(where: { $0 == .failed }) * 2 > rules.window
    }

    private mutating func open(at now: Duration) {
        state = .open(until: now + rules.openFor)
        recent = []
        failuresInRow = 0
    }
}
