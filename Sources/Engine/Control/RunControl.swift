/// Schedules the samples of a run and answers for the curator.
///
/// It is asked before each proposing and each selecting; there a sample waits while the run is paused or the sample is
/// held, and there it is told what the curator wants. Those answers become events.
package actor RunControl {
    /// Where a growing sample asks.
    package enum Gate: String, Codable, Sendable {
        case proposing, selecting
    }

    /// A gate of one iteration.
    private struct Stop: Hashable, Comparable {
        let gate: Gate
        let iteration: Int

        static func < (left: Stop, right: Stop) -> Bool { left.order < right.order }

        private var order: (Int, Int) { (iteration, gate == .selecting ? 1 : 0) }

        /// The iteration whose selection comes next for a sample that goes on from here.
        var nextSelection: Int { gate == .selecting ? iteration + 1 : iteration }
    }

    /// What a word is for: a gate of one iteration, or of whichever comes next.
    private struct Aim: Hashable {
        let gate: Gate
        let iteration: Int?
    }

    /// Where a held sample stops.
    private enum Hold {
        case atNextGate
        /// Before the selection of this iteration; at the gate after it where there is nothing to select from.
        case beforeSelection(of: Int)

        func blocks(_ stop: Stop) -> Bool {
            switch self {
            case .atNextGate: true
            case .beforeSelection(let iteration): stop.nextSelection > iteration
            }
        }
    }

    /// As many as can be asked for while a run grows.
    package static let mostWorkers = 64

    /// Samples that may grow at once.
    package private(set) var concurrency: Int
    /// More can be asked for only up to here.
    private let mostWorkers: Int
    package private(set) var isPaused = false
    /// Whether samples that have not begun may begin.
    package private(set) var admitsMore = true
    private var holds: [SampleID: Hold] = [:]
    /// Where a sample waits.
    private var waitingAt: [SampleID: Stop] = [:]
    /// What a sample passed last.
    private var passed: [SampleID: Stop] = [:]
    private var steerings: [SampleID: [Aim: Steering]] = [:]
    /// What a record says was asked of a sample's iterations.
    private var recorded: [SampleID: [Int: [Gate: Steering]]] = [:]
    /// Tools left out of every batch.
    package private(set) var mutedTools: Set<ToolName> = []
    /// Samples that grow now, and those of them that are to stop.
    private var growing: Set<SampleID> = []
    private var stopping: Set<SampleID> = []
    private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 0

    package init(concurrency: Int = 1) {
        self.concurrency = max(1, concurrency)
        mostWorkers = max(Self.mostWorkers, concurrency)
    }

    /// Waits as long as the curator wants, then says what the curator asks for.
    ///
    /// - Throws: `CancellationError` when cancelled while waiting.
    package func pass(_ gate: Gate, of sample: SampleID, iteration: Int) async throws -> Steering {
        let stop = Stop(gate: gate, iteration: iteration)
        while stops(sample, at: stop) {
            waitingAt[sample] = stop
            defer { waitingAt[sample] = nil }
            try await waitForChange()
        }
        passed[sample] = stop
        let general = steerings[sample]?.removeValue(forKey: Aim(gate: gate, iteration: nil)) ?? Steering()
        let own = steerings[sample]?.removeValue(forKey: Aim(gate: gate, iteration: iteration)) ?? Steering()
        var steering = own.joined(to: general).merged(over: recorded[sample]?[iteration]?[gate] ?? Steering())
        if gate == .proposing { steering.mutedTools = Set(steering.mutedTools).union(mutedTools).sorted() }
        return steering
    }

    /// Whether a sample waits there: one that is held goes by its own word, also while the run is paused.
    private func stops(_ sample: SampleID, at stop: Stop) -> Bool {
        holds[sample].map { $0.blocks(stop) } ?? isPaused
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

    /// Lets a held sample run for one iteration: to where its next selection is made, with the reports to choose from.
    package func step(_ sample: SampleID) {
        let stop = waitingAt.removeValue(forKey: sample) ?? passed[sample]
        holds[sample] = .beforeSelection(of: stop?.nextSelection ?? 1)
        wakeAll()
    }

    /// Whether the sample waits at a gate.
    package func isWaiting(_ sample: SampleID) -> Bool { waitingAt[sample] != nil }

    package func isHeld(_ sample: SampleID) -> Bool { holds[sample] != nil }

    /// Asks something of the sample at a gate of an iteration, or at its next gate of a kind where none is named.
    ///
    /// The word replaces the one that waits for the same; an empty one takes it back. Gives false where the sample has
    /// come through that gate already: then nothing is asked.
    @discardableResult
    package func steer(
        _ sample: SampleID, with steering: Steering, at gate: Gate, iteration: Int? = nil
    ) -> Bool {
        if let iteration, let passed = passed[sample], passed >= Stop(gate: gate, iteration: iteration) { return false }
        steerings[sample, default: [:]][Aim(gate: gate, iteration: iteration)] = steering.isEmpty ? nil : steering
        return true
    }

    /// What was asked of a sample and has not counted yet, the next first.
    package func waiting(of sample: SampleID) -> [WaitingSteering] {
        steerings[sample, default: [:]].map { WaitingSteering($1, at: $0.gate, iteration: $0.iteration) }
            .sorted { ($0.iteration ?? 0, $0.gate.rawValue) < ($1.iteration ?? 0, $1.gate.rawValue) }
    }

    /// Asks of a sample again what its record says was asked of it, each iteration at the same gate.
    package func repeatSteering(of sample: SampleID, in events: some Sequence<RunEvent>) {
        var iteration = 1
        for event in events {
            switch event {
            case .iterationBegan(let number): iteration = number
            case .steered(let steering, let gate):
                recorded[sample, default: [:]][iteration, default: [:]][gate] = steering
            case .began, .branched, .imported, .sampled, .proposed, .asked, .attempted, .tried, .selected,
                .iterationEnded, .drafted, .draftFailed, .interrupted, .finished:
                continue
            }
        }
    }

    /// The sample is past a gate at which its record answers.
    func cameThrough(_ gate: Gate, of sample: SampleID, iteration: Int) {
        passed[sample] = Stop(gate: gate, iteration: iteration)
    }

    /// What was asked of an iteration's selection is over with the iteration, whether it came to one or not.
    func iterationEnded(_ iteration: Int, of sample: SampleID) {
        passed[sample] = Stop(gate: .selecting, iteration: iteration)
        steerings[sample] = steerings[sample]?.filter { aim, _ in
            aim.gate != .selecting || aim.iteration ?? iteration > iteration
        }
    }

    /// Leaves a tool out of every batch from the next iteration on.
    package func mute(_ tool: ToolName) { mutedTools.insert(tool) }

    package func unmute(_ tool: ToolName) { mutedTools.remove(tool) }

    /// Changes how many samples may grow at once, from 1 to ``mostWorkers``, or to as many as it began with.
    ///
    /// More begin at once; when there are too many, those that grow do so to their end.
    package func setConcurrency(_ count: Int) {
        concurrency = min(max(1, count), mostWorkers)
        wakeAll()
    }

    /// Stops one growing sample where it is; the others go on, and so does this one when the run is begun again.
    ///
    /// Gives false for a sample that does not grow.
    package func stop(_ sample: SampleID) -> Bool {
        guard growing.contains(sample) else { return false }
        stopping.insert(sample)
        wakeAll()
        return true
    }

    /// Whether the sample grows under this control now.
    package func isGrowing(_ sample: SampleID) -> Bool { growing.contains(sample) }

    func growthBegan(of sample: SampleID) { growing.insert(sample) }

    func growthEnded(of sample: SampleID) {
        growing.remove(sample)
        stopping.remove(sample)
        holds[sample] = nil
        passed[sample] = nil
        steerings[sample] = nil
    }

    /// Returns once the sample is to stop.
    ///
    /// - Throws: `CancellationError` when cancelled before that.
    func waitUntilStopped(_ sample: SampleID) async throws {
        while !stopping.contains(sample) { try await waitForChange() }
    }

    /// For how many samples there is room.
    struct Room: Equatable {
        let workers: Int
        let admitsMore: Bool
    }

    var room: Room { Room(workers: concurrency, admitsMore: admitsMore) }

    /// Returns once there is more room, or less; and when cancelled.
    func waitForRoom(otherThan seen: Room) async {
        while !Task.isCancelled, room == seen { try? await waitForChange() }
    }

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
