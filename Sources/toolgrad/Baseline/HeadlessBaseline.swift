import ArgumentParser
import DatasetStore
import Engine
import Evaluation
import Foundation

/// Runs a baseline: progress on stderr, lines for machines on stdout, a summary at the end.
struct HeadlessBaseline {
    let run: BaselineRun
    let path: String
    let concurrency: Int
    /// Nil where nobody judges.
    let judging: BaselineJudging?
    let printsLines: Bool

    private struct Made: Sendable {
        let outcome: BaselineOutcome
        let judged: BaselineJudging.Report?
    }

    func make() async throws {
        let progress = BaselineProgress(count: run.count, already: run.before.count)
        // Where a verdict is still to come, a line waits for it.
        let lines = printsLines && judging == nil ? BaselineLines(of: run) : nil
        await progress.begin(run)
        if let earlier = try await judging?.earlierVerdicts(of: run) { await progress.note(earlier.words) }
        try await lines?.printReady()
        let making = Task {
            let outcome = try await run.run(concurrency: concurrency) { sample in
                await progress.tell(sample)
                try await lines?.add(sample.index)
            }
            let limitIsMet = outcome.ending.isLimit
            let judged = limitIsMet ? nil : try await judging?.judge(run.samples(), of: run)
            return Made(outcome: outcome, judged: judged)
        }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { making.cancel() }
        let result = await making.result
        signals.stop()
        await progress.end()
        if printsLines, judging != nil { try await BaselineLines(of: run).flush() }
        try await lines?.flush()
        try await report(result, signals)
    }

    private func report(_ result: Result<Made, any Error>, _ signals: SignalWatch) async throws {
        switch result {
        case .success(let made):
            try await tell(made.outcome.writing, made.judged)
            try check(made.outcome.ending, made.outcome.writing)
            if let limit = made.judged?.limit { try check(.limitMet(limit), made.outcome.writing) }
        case .failure(let error):
            // What was made and spent until then is told all the same.
            try? await tell(WritingReport(), nil)
            guard error is CancellationError, let number = signals.received else { throw error }
            try say("Stopped by a signal; nothing is lost. The same command goes on.\n")
            throw ExitCode.signal(number)
        }
    }

    private func tell(_ writing: WritingReport, _ judged: BaselineJudging.Report?) async throws {
        let title = "Baseline \(run.id) in \(path): \(run.plan.method.rawValue), model \(run.model)"
        let figures = try await run.figures()
        let unfinished = try await run.dataset.unfinishedSpending(
            of: run.id, beside: figures.spending, upTo: run.count
        ).asking(run.origin.model)
        try say(
            BaselineReport(
                run: title, figures: figures, requested: run.count, writing: writing, judging: judged,
                unfinished: unfinished
            ).text)
    }

    private func check(_ ending: BaselineOutcome.Ending, _ writing: WritingReport) throws {
        switch ending {
        case .complete: return
        case .limitMet(let limit):
            try say("The limit of \(limit.title) was met. The same command with a higher limit goes on.\n")
            throw ExitCode.limitMet
        case .noInstructions(let reason):
            let advice =
                writing.unanswered > 0
                ? "--retry-failed asks again what had no answer." : "Try another model, or --instructions single."
            throw CommandFailure(
                ToolText.line("\(run.model) writes no instructions that can be used: \(reason) \(advice)"))
        }
    }

    /// Human text goes to stderr when stdout carries data.
    private func say(_ text: String) throws { try (printsLines ? Output.notes : .data).write(text) }
}

extension BaselineOutcome.Ending {
    fileprivate var isLimit: Bool {
        switch self {
        case .limitMet: true
        case .complete, .noInstructions: false
        }
    }
}
