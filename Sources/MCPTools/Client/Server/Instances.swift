import Engine

/// Which of several instances of a server with state a call goes to.
package enum InstanceChoice: Hashable, Sendable {
    /// The idle instance at this place: it has seen nothing but the beginning of what the call builds on.
    case use(Int)
    /// A new one.
    case begin
    /// The idle instance at this place, once it has forgotten everything.
    case reset(Int)
    case wait

    /// Chooses among idle instances, the longest idle first, each given by the calls that it has seen; nil stands for
    /// an unknown state.
    package init(among idle: [[ToolCall]?], for history: [ToolCall], inUse: Int, most: Int) {
        let fitting = idle.indices.filter { place in
            idle[place].map { history.starts(with: $0) } ?? false
        }
        if let best = fitting.max(by: { (idle[$0]?.count ?? 0) < (idle[$1]?.count ?? 0) }) {
            self = .use(best)
        } else if idle.count + inUse < most {
            self = .begin
        } else {
            self = idle.isEmpty ? .wait : .reset(0)
        }
    }
}

/// One instance of a server with state, and what it has seen.
struct Instance: Sendable {
    let supervised: SupervisedSession
    /// The session that saw it.
    var session: MCPSession?
    /// Nil when it is not known what state the instance is in.
    var history: [ToolCall]?

    init(_ supervised: SupervisedSession) {
        self.supervised = supervised
        history = []
    }
}

/// The instances of a server with state, each lent to one call at a time.
actor InstancePool {
    /// What a call may use, and whether it has to be reset first.
    enum Lease: Sendable {
        case ready(Instance)
        case toReset(Instance)
    }

    /// Why none was lent.
    enum Refusal: Error, Hashable, Sendable {
        case busy, cancelled, closed
    }

    private struct Waiting {
        let number: Int
        let history: [ToolCall]
        let promise: Promise<Result<Lease, Refusal>>
    }

    private let most: Int
    private let make: @Sendable () -> SupervisedSession
    /// The longest idle first.
    private var idle: [Instance] = []
    private var inUse = 0
    private var waiting: [Waiting] = []
    private var nextNumber = 0
    private var isClosed = false
    /// All that were ever made.
    private(set) var all: [SupervisedSession] = []

    /// At most so many instances.
    init(_ most: Int, make: @escaping @Sendable () -> SupervisedSession) {
        self.most = max(most, 1)
        self.make = make
    }

    /// Lends an instance, to whoever asks first; busy when none came free before the timer ended.
    func lease(
        for history: [ToolCall], until timer: @escaping @Sendable () async throws -> Void
    ) async throws(Refusal) -> Lease {
        guard !isClosed else { throw .closed }
        if waiting.isEmpty, let lease = take(for: history) { return lease }
        nextNumber += 1
        let number = nextNumber
        let promise = Promise<Result<Lease, Refusal>>()
        waiting.append(Waiting(number: number, history: history, promise: promise))
        let patience = Task {
            do { try await timer() } catch { return }
            self.refuse(number, because: .busy)
        }
        defer { patience.cancel() }
        if let answer = await promise.value() { return try answer.get() }
        refuse(number, because: .cancelled)
        // It may have been lent in the very moment when nobody waited any more.
        if case .success(let lost) = promise.current { giveBack(lost.instance) }
        throw .cancelled
    }

    func giveBack(_ instance: Instance) {
        inUse -= 1
        idle.append(instance)
        while let first = waiting.first, let lease = take(for: first.history) {
            waiting.removeFirst()
            first.promise.keep(.success(lease))
        }
    }

    /// Lends nothing any more; gives all that were ever made.
    func close() -> [SupervisedSession] {
        isClosed = true
        for number in waiting.map(\.number) { refuse(number, because: .closed) }
        return all
    }

    private func refuse(_ number: Int, because reason: Refusal) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).promise.keep(.failure(reason))
    }

    private func take(for history: [ToolCall]) -> Lease? {
        switch InstanceChoice(among: idle.map(\.history), for: history, inUse: inUse, most: most) {
        case .use(let place):
            inUse += 1
            return .ready(idle.remove(at: place))
        case .begin:
            inUse += 1
            let supervised = make()
            all.append(supervised)
            return .ready(Instance(supervised))
        case .reset(let place):
            inUse += 1
            return .toReset(idle.remove(at: place))
        case .wait: return nil
        }
    }
}

extension InstancePool.Lease {
    var instance: Instance {
        switch self {
        case .ready(let instance), .toReset(let instance): instance
        }
    }
}
