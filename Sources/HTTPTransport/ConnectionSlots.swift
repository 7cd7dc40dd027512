import Synchronization

/// Keeps the requests to one origin below a number; more wait in line.
///
/// The client's own line would count the wait as time to connect.
final class ConnectionSlots: Sendable {
    /// The right to one request.
    final class Slot: Sendable {
        private let slots: ConnectionSlots
        private let origin: Origin
        private let isTaken = Mutex(true)

        fileprivate init(_ slots: ConnectionSlots, _ origin: Origin) {
            self.slots = slots
            self.origin = origin
        }

        deinit {
            giveBack()
        }

        /// A second time it does nothing.
        func giveBack() {
            let wasTaken = isTaken.withLock { isTaken in
                defer { isTaken = false }
                return isTaken
            }
            if wasTaken { slots.free(origin) }
        }
    }

    private struct Origins {
        var taken: [Origin: Int] = [:]
        var lines: [Origin: WaitingLine<Slot>] = [:]
    }

    private let perOrigin: Int
    private let state = Mutex(Origins())

    init(perOrigin: Int) {
        self.perOrigin = max(perOrigin, 1)
    }

    /// Waits for a slot, in the order of coming; throws only when cancelled.
    func take(_ origin: Origin) async throws -> Slot {
        let place = state.withLock { state in
            state.lines[origin, default: WaitingLine()].makePlace()
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                enqueue(continuation, origin, place)
            }
        } onCancel: {
            state.withLock { $0.lines[origin]?.remove(place) }?.resume(throwing: CancellationError())
        }
    }

    private func enqueue(_ continuation: CheckedContinuation<Slot, any Error>, _ origin: Origin, _ place: Int) {
        // Before the lock, a cancelled task has found nothing to cancel; after it, it will find this.
        state.withLock { $0.lines[origin]?.append(continuation, at: place) }
        if Task.isCancelled {
            state.withLock { $0.lines[origin]?.remove(place) }?.resume(throwing: CancellationError())
        }
        serve(origin)
    }

    private func free(_ origin: Origin) {
        state.withLock { state in
            let left = state.taken[origin, default: 1] - 1
            state.taken[origin] = left > 0 ? left : nil
        }
        serve(origin)
    }

    private func serve(_ origin: Origin) {
        let next = state.withLock { state -> CheckedContinuation<Slot, any Error>? in
            guard state.taken[origin, default: 0] < perOrigin, let next = state.lines[origin]?.popFirst() else {
                return nil
            }
            state.taken[origin, default: 0] += 1
            return next
        }
        next?.resume(returning: Slot(self, origin))
    }
}
