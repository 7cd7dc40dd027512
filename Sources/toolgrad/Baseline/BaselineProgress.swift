import Engine
import Evaluation
import NcursesTerminal

/// Tells on stderr how far a baseline is: one line that is rewritten on a terminal, a line every few seconds elsewhere.
actor BaselineProgress {
    private let count: Int
    private let isTerminal: Bool
    private let now: @Sendable () -> Timestamp
    private var done: Int
    private var lastShown: Timestamp?

    init(
        count: Int, already: Int, isTerminal: Bool = StandardStreams.error.isTerminal,
        now: @escaping @Sendable () -> Timestamp = Surroundings.now
    ) {
        self.count = count
        done = already
        self.isTerminal = isTerminal
        self.now = now
    }

    func begin(_ run: BaselineRun) {
        let goesOn = done > 0 ? ", \(done) of them there already" : ""
        say(
            "Baseline \(run.id): \(count.samples)\(goesOn), \(run.plan.method.rawValue), model: \(ToolText.line(run.model)).\n"
        )
    }

    func tell(_ sample: BaselineSample) {
        done += 1
        let moment = now()
        let pause: Duration = isTerminal ? .milliseconds(100) : .seconds(5)
        if done < count, let lastShown, moment.since(lastShown) < pause { return }
        lastShown = moment
        let line = "\(done) of \(count.samples)"
        say(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n")
    }

    func end() {
        if isTerminal { say("\r\u{1B}[K") }
    }

    /// A stream of notes that is closed is no reason to stop.
    private func say(_ text: String) { try? Output.notes.write(text) }
}

/// Prints samples as lines for machines in the order of their indices, so that the output does not depend on the
/// concurrency; each waits for those before it.
actor BaselineLines {
    private var waiting: [Int: BaselineSample] = [:]
    private var next = 1
    private let origin: BaselineLine.Origin

    init(_ samples: [BaselineSample], of origin: BaselineLine.Origin) {
        self.origin = origin
        waiting = Dictionary(samples.map { ($0.index, $0) }) { first, _ in first }
    }

    func add(_ sample: BaselineSample) throws {
        waiting[sample.index] = sample
        try printReady()
    }

    func printReady() throws {
        while let sample = waiting.removeValue(forKey: next) {
            next += 1
            try Output.data.line(BaselineLine(sample: sample, origin: origin).json.compactText)
        }
    }

    /// Prints what waits for samples that will not come any more.
    func flush() throws {
        for index in waiting.keys.sorted() {
            next = index
            try printReady()
        }
    }
}
