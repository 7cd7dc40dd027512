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

    private struct Waiting {
        let number: Int
        let history: [ToolCall]
        let promise: Promise<Lease?>
    }

    private let most: Int
    private let make: @Sendable () -> SupervisedSession
    /// The longest idle first.
    private var idle: [Instance] = []
    private var inUse = 0
    private var waiting: [Waiting] = []
    private var nextNumber = 0
    /// All that were ever made.
    private(set) var all: [SupervisedSession] = []

    /// At most so many instances.
    init(_ most: Int, make: @escaping @Sendable () -> SupervisedSession) {
        self.most = max(most, 1)
        self.make = make
    }

    /// Lends an instance; nil when none came free before the timer ended, or the task was cancelled.
    ///
    /// Who asks first is served first.
    func lease(for history: [ToolCall], until timer: @escaping @Sendable () async throws -> Void) async -> Lease? {
        if waiting.isEmpty, let lease = take(for: history) { return lease }
        nextNumber += 1
        let promise = Promise<Lease?>()
        let number = nextNumber
        waiting.append(Waiting(number: number, history: history, promise: promise))
        let patience = Task {
            do { try await timer() } catch { return }
            self.stopWaiting(number)
        }
        defer { patience.cancel() }
        if let lease = await promise.value() { return lease }
        stopWaiting(number)
        // It may have been lent in the very moment when nobody waited any more.
        if let lost = promise.current ?? nil { giveBack(lost.instance) }
        return nil
    }

    func giveBack(_ instance: Instance) {
        inUse -= 1
        idle.append(instance)
        while let first = waiting.first, let lease = take(for: first.history) {
            waiting.removeFirst()
            first.promise.keep(lease)
        }
    }

    private func stopWaiting(_ number: Int) {
        guard let place = waiting.firstIndex(where: { $0.number == number }) else { return }
        waiting.remove(at: place).promise.keep(nil)
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
