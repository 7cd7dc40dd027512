/// Schedules the samples of a run and answers for the curator.
///
/// It is asked before each proposing and each selecting; there a sample waits while the run is paused or the sample is
/// held, and there it is told what the curator wants. Those answers become events.
package actor RunControl {
    /// Where a growing sample asks.
    package enum Gate: String, Codable, Sendable {
        case proposing, selecting
    }

    /// How far a held sample may go.
    private enum Hold {
        /// It stops at its next gate.
        case atNextGate
        /// It stops after this iteration.
        case after(iteration: Int)

        func blocks(_ iteration: Int) -> Bool {
            switch self {
            case .atNextGate: true
            case .after(let last): iteration > last
            }
        }
    }

    /// Samples that may grow at once.
    package let concurrency: Int
    package private(set) var isPaused = false
    /// Whether samples that have not begun may begin.
    package private(set) var admitsMore = true
    private var holds: [SampleID: Hold] = [:]
    /// The iteration at whose gate a sample waits.
    private var waitingAt: [SampleID: Int] = [:]
    /// The iteration whose gate a sample passed last.
    private var passed: [SampleID: Int] = [:]
    private var steerings: [SampleID: [Gate: Steering]] = [:]
    private var mutedTools: Set<ToolName> = []
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    package init(concurrency: Int = 1) {
        self.concurrency = max(1, concurrency)
    }

    /// Waits as long as the curator wants, then says what the curator asks for.
    ///
    /// - Throws: `CancellationError` when cancelled while waiting.
    package func pass(_ gate: Gate, of sample: SampleID, iteration: Int) async throws -> Steering {
        while isPaused || holds[sample]?.blocks(iteration) == true {
            waitingAt[sample] = iteration
            defer { waitingAt[sample] = nil }
            try await waitForChange()
        }
        passed[sample] = iteration
        var steering = steerings[sample]?.removeValue(forKey: gate) ?? Steering()
        if gate == .proposing { steering.mutedTools = Set(steering.mutedTools).union(mutedTools).sorted() }
        return steering
    }

    /// Lets the samples in flight grow to their end, and no other begin.
    package func finishInFlight() {
        admitsMore = false
        holds = [:]
        resume()
    }

    /// Every sample stops at its next gate.
    package func pause() { isPaused = true }

    package func resume() {
        isPaused = false
        wakeAll()
    }

    /// The sample stops at its next gate.
    package func hold(_ sample: SampleID) { holds[sample] = .atNextGate }

    /// The sample goes on by itself.
    package func release(_ sample: SampleID) {
        holds[sample] = nil
        wakeAll()
    }

    /// Lets a held sample run to the end of the iteration at whose gate it waits, or that is under way.
    package func step(_ sample: SampleID) {
        let iteration = waitingAt.removeValue(forKey: sample) ?? passed[sample] ?? 1
        holds[sample] = .after(iteration: iteration)
        wakeAll()
    }

    /// Whether the sample waits at a gate.
    package func isWaiting(_ sample: SampleID) -> Bool { waitingAt[sample] != nil }

    package func isHeld(_ sample: SampleID) -> Bool { holds[sample] != nil }

    /// Sets what the sample's next iteration is asked for, at the gate where it matters.
    package func steer(_ sample: SampleID, with steering: Steering, at gate: Gate) {
        steerings[sample, default: [:]][gate] = steering
    }

    /// What was asked of an iteration's selection is over with the iteration, whether it came to one or not.
    func iterationEnded(of sample: SampleID) {
        steerings[sample]?[.selecting] = nil
    }

    /// Leaves a tool out of every batch from the next iteration on.
    package func mute(_ tool: ToolName) { mutedTools.insert(tool) }

    package func unmute(_ tool: ToolName) { mutedTools.remove(tool) }

    private func waitForChange() async throws {
        nextWaiter += 1
        let waiter = nextWaiter
        await withTaskCancellationHandler {
            await withCheckedContinuation { waiters[waiter] = $0 }
        } onCancel: {
            Task { await self.wake(waiter) }
        }
        try Task.checkCancellation()
    }

    private func wake(_ waiter: Int) {
        waiters.removeValue(forKey: waiter)?.resume()
    }

    private func wakeAll() {
        let woken = waiters.values
        waiters = [:]
        for waiter in woken { waiter.resume() }
    }
}
