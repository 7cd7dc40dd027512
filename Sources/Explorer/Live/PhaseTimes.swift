import Engine

/// A phase of an iteration of which the mean time is told.
enum TimedPhase: Hashable, Sendable, CaseIterable {
    case propose, execute, select, synthesise

    /// A short word, since all of them stand in one row.
    var word: String {
        switch self {
        case .propose: "propose"
        case .execute: "execute"
        case .select: "select"
        case .synthesise: "synth"
        }
    }
}

/// A phase that took so long.
struct PhaseTime: Hashable, Sendable {
    let phase: TimedPhase
    let took: Duration
}

/// Measures the phases of one sample and its calls by the times of its events.
struct Stopwatch: Hashable, Sendable {
    private var phase: TimedPhase?
    private var since: Timestamp?
    /// What a trial did last before its next call.
    private var trials: [Proposal.ID: Timestamp] = [:]

    /// Forgets what is being measured: the sample waits for somebody, or is slowed down.
    mutating func disturb() { self = Stopwatch() }

    mutating func begin(_ phase: TimedPhase, at time: Timestamp) {
        (self.phase, since) = (phase, time)
    }

    /// The phase that ends; nil where it was not measured.
    mutating func end(_ phase: TimedPhase, at time: Timestamp) -> PhaseTime? {
        defer { (self.phase, since) = (nil, nil) }
        guard self.phase == phase, let since else { return nil }
        return PhaseTime(phase: phase, took: time.since(since))
    }

    /// What is being measured is no such phase.
    mutating func drop() { (phase, since) = (nil, nil) }

    mutating func beginTrials(_ all: [Proposal.ID], at time: Timestamp) {
        trials = Dictionary(all.map { ($0, time) }) { first, _ in first }
    }

    /// Since when a trial does what it does now.
    func since(_ trial: Proposal.ID) -> Timestamp? { trials[trial] }

    /// How long a trial took for what it just did.
    mutating func lap(_ trial: Proposal.ID, at time: Timestamp) -> Duration? {
        defer { trials[trial] = time }
        return trials[trial].map { time.since($0) }
    }
}

/// A mean that grows value by value.
struct MeanTime: Hashable, Sendable {
    private var sum = Duration.zero
    private(set) var count = 0

    mutating func add(_ duration: Duration) {
        sum += duration
        count += 1
    }

    /// Nil before the first value.
    var mean: Duration? { count == 0 ? nil : sum / count }
}
