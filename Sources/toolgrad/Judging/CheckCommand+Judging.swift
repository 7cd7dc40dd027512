import ArgumentParser
import DatasetStore
import DisplaySafety
import Engine
import Explorer
import Foundation
import NcursesTerminal
import Review

extension CheckCommand {
    /// Has the model judge what it has not judged yet, and tells what came of it.
    ///
    /// What was answered until a signal, a limit or a failure is kept.
    ///
    /// - Throws: ``CommandFailure`` when nothing further could be judged; an exit code after a signal.
    func judge(_ filter: Filter, in dataset: Dataset) async throws -> JudgeEnding {
        let run = JudgeRun(
            judge: try await Surroundings.read().judge(judging), dataset: dataset,
            concurrency: judging.concurrency ?? JudgeOptions.usualConcurrency, now: Surroundings.now)
        if filter.asksForFindings { try await dataset.prepare(for: QueueView(filter: filter)) }
        let progress = JudgeProgress(count: try await dataset.sampleCount(filter))
        progress.begin()
        let judging = Task { await run.run(filter, tell: progress.tell) }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { judging.cancel() }
        let tally = await judging.value
        signals.stop()
        progress.end()
        try Output.notes.write(try await tally.text { try await dataset.label(of: $0).description })
        if tally.gotNothing { throw ExitCode.failure }
        return try check(tally.ending, signals)
    }

    private func check(_ ending: JudgeEnding, _ signals: SignalWatch) throws -> JudgeEnding {
        switch ending {
        case .complete: break
        case .limitMet(let limit):
            try Output.notes.line(
                "The limit of \(limit) is met. The same command goes on, with what was judged kept; limits count anew.")
        case .cancelled:
            try Output.notes.line("Stopped; nothing is lost. The same command goes on.")
            throw signals.received.map(ExitCode.signal) ?? .failure
        case .failed(let reason): throw CommandFailure(SafeText(reason).plain)
        }
        return ending
    }
}

/// Tells on stderr how far judging is: one line that is rewritten on a terminal, a single one elsewhere.
private struct JudgeProgress: Sendable {
    let count: Int
    private let isTerminal = StandardStreams.error.isTerminal

    init(count: Int) {
        self.count = count
    }

    func begin() {
        if !isTerminal { say("Judge: \(count.samples) to look at.\n") }
    }

    func tell(_ tally: JudgeTally) {
        guard isTerminal else { return }
        let missing = tally.unanswered == 0 ? "" : ", \(tally.unanswered) without a verdict"
        say("\rJudge: \(tally.done) of \(count.samples)\(missing)\u{1B}[K")
    }

    func end() {
        if isTerminal { say("\r\u{1B}[K") }
    }

    /// A stream of notes that is closed is no reason to stop.
    private func say(_ text: String) { try? Output.notes.write(text) }
}
