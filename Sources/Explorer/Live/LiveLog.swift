import Engine

/// What happened in the run that is worth a line, the newest of it.
struct LiveLog: Hashable, Sendable {
    enum Severity: Int, Hashable, Sendable {
        case info, warning, error

        /// As it is written in a line.
        var word: String {
            switch self {
            case .info: "info"
            case .warning: "warn"
            case .error: "err"
            }
        }
    }

    /// Which lines are shown.
    enum Filter: Hashable, Sendable {
        case all, warnings
    }

    struct Entry: Hashable, Sendable {
        /// Its place among all lines there ever were.
        let number: Int
        let time: Timestamp
        let severity: Severity
        let sample: SampleID
        let text: String
    }

    /// Lines of a kind that are kept.
    static let limit = 500
    /// Characters of a line that are kept: what a tool says may be long.
    private static let textLimit = 400

    private var all: [Entry] = []
    /// Kept for themselves, so that the many good news do not push them out.
    private var warnings: [Entry] = []
    private var count = 0

    mutating func add(_ severity: Severity, _ text: String, of sample: SampleID, at time: Timestamp) {
        count += 1
        let text = String(text.prefix(Self.textLimit))
        let entry = Entry(number: count, time: time, severity: severity, sample: sample, text: text)
        Self.keep(entry, in: &all)
        if severity != .info { Self.keep(entry, in: &warnings) }
    }

    /// Oldest first.
    func entries(_ filter: Filter) -> ArraySlice<Entry> {
        switch filter {
        case .all: all.suffix(Self.limit)
        case .warnings: warnings.suffix(Self.limit)
        }
    }

    private static func keep(_ entry: Entry, in entries: inout [Entry]) {
        entries.append(entry)
        // Cut back only now and then: moving all of them for each new one would cost more than they do.
        if entries.count >= 2 * limit { entries.removeFirst(entries.count - limit) }
    }
}

extension LiveLog {
    /// Writes down what is worth it of an event of a sample, which has taken it in.
    mutating func take(_ recorded: RecordedEvent, in sample: LiveSample?) {
        guard let (severity, text) = Self.line(on: recorded.event, in: sample) else { return }
        add(severity, text, of: recorded.sample, at: recorded.time)
    }

    private static func line(on event: RunEvent, in sample: LiveSample?) -> (Severity, String)? {
        let place = sample.map { $0.iteration > 0 ? "it \($0.iteration) " : "" } ?? ""
        switch event {
        case .began: return (.info, "began")
        case .branched(_, let iteration, let steering, _):
            return (.info, "branched off at it \(iteration): \(steering.news)")
        case .steered(let steering, let gate): return (.info, place + "you, for its \(gate.moment): \(steering.news)")
        case .asked(let exchange): return exchange.problem.map { (.warning, place + "\(exchange.model): \($0)") }
        case .attempted(_, let attempt):
            return attempt.outcome.failure.map { (.warning, place + "\(attempt.call.tool) \($0)") }
        case .tried(let id, .unreachable(let reason)):
            return (.error, place + "proposal \(id.number): no connection to the tool: \(reason)")
        case .iterationEnded(_, .grew(let growth)): return (.info, place + IterationOutcome.grew(growth).news)
        case .iterationEnded(_, .stalled(let cause)): return line(on: cause, at: place)
        case .draftFailed(let reason): return (.warning, place + "no draft: \(reason)")
        case .interrupted(let limit):
            return (.warning, place + "interrupted, the budget is spent: \(limit.title)")
        case .finished(.completed): return (.info, "completed" + (sample.map { $0.sizeText } ?? ""))
        case .finished(let outcome): return (.error, outcome.news)
        case .imported, .iterationBegan, .sampled, .proposed, .tried, .selected, .drafted: return nil
        }
    }

    private static func line(on cause: NoOpCause, at place: String) -> (Severity, String) {
        let text = place + "no-op: \(cause.title)" + (cause.reason.map { ": \($0)" } ?? "")
        return switch cause {
        case .proposerFailed, .selectorFailed, .steeringFailed: (.error, text)
        case .nothingProposed, .everyTrialFailed, .selectorDeclined, .budgetSpent: (.warning, text)
        }
    }
}

extension LiveSample {
    /// `   5 iters  2 chains  4 steps`, as far as it was seen.
    fileprivate var sizeText: String {
        guard isWhole else { return "" }
        let steps = chains.reduce(0, +)
        let counts = [(iteration, "iteration"), (chains.count, "chain"), (steps, "step")]
        return "   " + counts.map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }.joined(separator: "  ")
    }
}

extension RunControl.Gate {
    /// What comes after it, as a noun.
    var moment: String {
        switch self {
        case .proposing: "proposal"
        case .selecting: "selection"
        }
    }
}

extension ToolOutcome {
    /// How the call failed, with what was said; nil where it did not.
    fileprivate var failure: String? {
        guard !succeeded else { return nil }
        return verdict + (problem.map { ": \($0)" } ?? "")
    }
}
