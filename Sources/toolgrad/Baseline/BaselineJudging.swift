import Engine
import Evaluation

/// Has a model judge whether the answers of a baseline solve their queries.
///
/// What it takes is told by itself: it is no part of what the samples took. Samples are judged from the record where it
/// has the answer, so judging again pays for nothing twice.
struct BaselineJudging: Sendable {
    let judge: BaselineModel
    let concurrency: Int

    /// What judging came to.
    struct Report: Hashable, Sendable {
        /// The judge, by its name.
        let judge: String
        var judged = 0
        /// Samples without a verdict, and why.
        var unjudged: [Unjudged] = []
        var spending = Spending()
        /// The limit that kept the others from being judged; nil where none did.
        var limit: Budget.Limit?
    }

    struct Unjudged: Hashable, Sendable {
        let index: Int
        let reason: String
    }

    /// Judges samples; each verdict is on disk when the next begins.
    ///
    /// - Throws: ``ModelError`` when no other question would have an answer either, `CancellationError`, and what the
    ///   dataset throws.
    func judge(_ samples: [BaselineSample], of run: BaselineRun) async throws -> Report {
        let study = Study(
            model: judge.stage(for: []), library: run.study.library, ledger: run.study.ledger,
            account: run.study.account, prices: judge.prices)
        var report = Report(judge: judge.name)
        try await withThrowingTaskGroup(of: Answer.self) { group in
            var waiting = samples[...]
            var underWay = 0
            while underWay > 0 || !waiting.isEmpty {
                while report.limit == nil, underWay < concurrency, let sample = waiting.popFirst() {
                    group.addTask { try await answer(about: sample, of: run.id, in: study) }
                    underWay += 1
                }
                guard underWay > 0, let answer = try await group.next() else { return }
                underWay -= 1
                try await take(answer, into: &report, of: run)
            }
        }
        return report
    }

    private struct Answer: Sendable {
        enum Result: Sendable {
            case outcome(JudgeOutcome<SolvedRuling>)
            case limit(Budget.Limit)
        }

        let sample: BaselineSample
        let result: Result
        let spending: Spending
    }

    private func answer(about sample: BaselineSample, of id: RunID, in study: Study) async throws -> Answer {
        let meter = SpendingMeter()
        let subject = JudgedAnswer(sample.result, to: sample.instruction.query)
        let result: Answer.Result
        do {
            result = .outcome(
                try await SolvedJudge(in: study).judge(
                    subject, at: SampleID(run: id, index: sample.index), spending: meter))
        } catch let spent as BudgetSpent {
            result = .limit(spent.limit)
        }
        return Answer(sample: sample, result: result, spending: await meter.spending)
    }

    private func take(_ answer: Answer, into report: inout Report, of run: BaselineRun) async throws {
        report.spending.add(answer.spending)
        switch answer.result {
        case .limit(let limit): report.limit = limit
        case .outcome(.unjudged(let reason)):
            report.unjudged.append(Unjudged(index: answer.sample.index, reason: reason))
        case .outcome(.judged(let ruling)):
            report.judged += 1
            var sample = answer.sample
            guard sample.verdict != ruling.verdict || sample.judge != judge.name else { return }
            sample.verdict = ruling.verdict
            sample.judge = judge.name
            try await run.save(sample)
        }
    }
}
