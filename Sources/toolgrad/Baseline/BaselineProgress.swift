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
        let goesOn =
            (done > 0 ? ", \(done) of them there already" : "")
            + (run.again.isEmpty ? "" : ", \(run.again.count) asked again")
        say(
            "Baseline \(run.id): \(count.samples)\(goesOn), \(run.plan.method.rawValue), "
                + "model: \(ToolText.line(run.model)).\n"
        )
        guard let namesake = run.namesake else { return }
        say(
            "The baseline \(namesake) has the same plan and a model of the same name, and an earlier version did not "
                + "note its endpoint. It stays as it is; this one begins anew and is paid for anew, limits included.\n")
    }

    /// Says a sentence of its own line, before the first sample.
    func note(_ sentence: String) { say(ToolText.line(sentence) + "\n") }

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
/// concurrency; each waits for those before it, on disk.
actor BaselineLines {
    private let run: BaselineRun
    private var next = 1
    /// Those that are there and are asked again, until they were.
    private var again: Set<Int>

    init(of run: BaselineRun) {
        self.run = run
        again = run.again
    }

    /// Prints what is there, up to the first sample that is missing or asked again.
    func printReady() async throws {
        for try await sample in run.samples(after: next - 1) {
            guard sample.index == next, !again.contains(next) else { return }
            try print(sample)
        }
    }

    /// Hears of a sample that is on disk; of one after the other.
    func add(_ index: Int) async throws {
        again.remove(index)
        if index == next { try await printReady() }
    }

    /// Prints what waits for samples that will not come any more.
    func flush() async throws {
        for try await sample in run.samples(after: next - 1) { try print(sample) }
    }

    private func print(_ sample: BaselineSample) throws {
        next = sample.index + 1
        try Output.data.line(BaselineLine(sample: sample, origin: run.origin).json.compactText)
    }
}
