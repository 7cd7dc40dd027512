import Engine

/// What judging may spend, shared by all samples that are judged at once.
///
/// What a request may cost is reserved before it is sent and settled after it; so a limit holds whatever is in flight.
actor JudgeAllowance {
    private let requests: Int?
    private let money: Money?
    private var sent = 0
    /// Reserved amounts included.
    private var spent = Money.zero
    private var inFlight = 0

    /// Nil stands for no limit.
    init(requests: Int? = nil, money: Money? = nil) {
        self.requests = requests
        self.money = money
    }

    /// Takes out what a request may cost at most.
    ///
    /// Where only what others have reserved stands in the way, it waits until they have settled.
    ///
    /// - Throws: ``JudgeLimitMet``, or `CancellationError` while waiting; the request must not be sent.
    func reserve(_ worst: Money) async throws {
        while let money, spent + worst > money {
            guard inFlight > 0 else { throw JudgeLimitMet(limit: "\(money)") }
            try await Task.sleep(for: .milliseconds(20))
        }
        if let requests, sent >= requests {
            throw JudgeLimitMet(limit: requests == 1 ? "1 request" : "\(requests) requests")
        }
        sent += 1
        spent = spent + worst
        inFlight += 1
    }

    /// Gives back what a request did not cost.
    func settle(_ worst: Money, at cost: Money) {
        spent = spent - worst + cost
        inFlight -= 1
    }
}

/// Nothing more may be spent on judging.
struct JudgeLimitMet: Error, Hashable {
    /// In words: `$2.50`, `40 requests`.
    let limit: String
}
