import GRDB
import Synchronization

/// Commits what many callers write in few transactions: whatever came while the last commit ran goes into the next.
///
/// A caller goes on only after the commit. A write that fails takes back its own changes and nobody else's. One
/// transaction takes at most 256 writes, so that none lasts long.
final class GroupCommit: Sendable {
    /// With what else a write is committed.
    enum Grouping {
        /// With whatever waits too.
        case shared
        /// In its own transaction, next in line.
        case alone
    }

    private struct Pending: Sendable {
        /// Does the work; may run again when the transaction has to.
        let perform: @Sendable (Database) -> Performed
        let fail: @Sendable (any Error) -> Void
    }

    private struct Performed {
        let failure: (any Error)?
        /// Tells the caller, once the transaction is through.
        let settle: @Sendable () -> Void
    }

    private struct State {
        var waiting: [Pending] = []
        var isScheduled = false
    }

    private static let largestGroup = 256
    /// The busy timeout counts for each of them, so a commit waits 20 s for other programs before it gives up.
    private static let tries = 4

    private let queue: DatabaseQueue
    private let path: String
    private let turnstile: Turnstile
    private let onCommit: @Sendable () -> Void
    private let state = Mutex(State())

    init(_ queue: DatabaseQueue, path: String, onCommit: @escaping @Sendable () -> Void) {
        self.queue = queue
        self.path = path
        turnstile = Turnstile(of: path)
        self.onCommit = onCommit
    }

    func close() throws { try queue.close() }

    /// Performs the work, and returns once its transaction is committed.
    func write<Value: Sendable>(
        _ grouping: Grouping, _ work: @escaping @Sendable (Database) throws -> Value
    ) async throws(DatasetError) -> Value {
        let path = path
        let result: Result<Value, DatasetError> = await withCheckedContinuation { caller in
            let pending = Pending { database in
                let result = Result { try database.undoingOnFailure(work) }
                return Performed(failure: result.failure) {
                    caller.resume(returning: result.mapError { DatasetError($0, at: path) })
                }
            } fail: { error in
                caller.resume(returning: .failure(DatasetError(error, at: path)))
            }
            switch grouping {
            case .shared: enqueue(pending)
            case .alone: queue.asyncWriteWithoutTransaction { self.commit([pending], in: $0) }
            }
        }
        return try result.get()
    }

    private func enqueue(_ pending: Pending) {
        let mustSchedule = state.withLock { state in
            state.waiting.append(pending)
            defer { state.isScheduled = true }
            return !state.isScheduled
        }
        if mustSchedule { schedule() }
    }

    /// Each group is scheduled by itself, so that a write that goes alone waits for one group at most.
    private func schedule() {
        queue.asyncWriteWithoutTransaction { database in
            let group = self.state.withLock { state in
                let group = Array(state.waiting.prefix(Self.largestGroup))
                state.waiting.removeFirst(group.count)
                return group
            }
            self.commit(group, in: database)
            let isMoreWaiting = self.state.withLock { state in
                state.isScheduled = !state.waiting.isEmpty
                return state.isScheduled
            }
            if isMoreWaiting { self.schedule() }
        }
    }

    private func commit(_ group: [Pending], in database: Database) {
        do {
            let performed = try transaction(of: group, in: database)
            onCommit()
            for write in performed { write.settle() }
        } catch {
            for pending in group { pending.fail(error) }
        }
    }

    private func transaction(
        of group: [Pending], in database: Database, triesLeft: Int = GroupCommit.tries
    ) throws -> [Performed] {
        var performed: [Performed] = []
        turnstile.enter()
        defer { turnstile.leave() }
        do {
            try database.inTransaction(.immediate) {
                turnstile.leave()
                for pending in group { performed.append(try Self.perform(pending, in: database)) }
                return .commit
            }
            return performed
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && triesLeft > 1 {
            return try transaction(of: group, in: database, triesLeft: triesLeft - 1)
        }
    }

    private static func perform(_ pending: Pending, in database: Database) throws -> Performed {
        let performed = pending.perform(database)
        // Some failures, a full disk among them, end the whole transaction at once.
        if let failure = performed.failure, !database.isInsideTransaction { throw failure }
        return performed
    }
}

extension Database {
    /// Takes back what the work changed when it throws.
    fileprivate func undoingOnFailure<Value>(_ work: (Database) throws -> Value) throws -> Value {
        var value: Value?
        try inSavepoint {
            value = try work(self)
            return .commit
        }
        guard let value else { throw DatabaseError(message: "the work gave no value") }
        return value
    }
}

extension Result {
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
