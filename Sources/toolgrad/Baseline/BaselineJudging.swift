import Engine
import Evaluation

/// Has a model judge whether the answers of a baseline solve their queries, and whether those can be solved at all.
///
/// What it takes is told by itself: it is no part of what the samples took. Samples are judged from the record where it
/// has the answer, so judging again pays for nothing twice.
struct BaselineJudging: Sendable {
    /// What the judge is asked about.
    enum Subject: Hashable, Sendable {
        case answers
        case answersAndQueries
    }

    let judge: BaselineModel
    let subject: Subject
    let concurrency: Int

    /// What judging came to.
    struct Report: Hashable, Sendable {
        let judge: JudgeIdentity
        var judged = 0
        /// Samples without a verdict, and why.
        var unjudged: [Unjudged] = []
        var spending = Spending()
        /// The limit that kept the others from being judged; nil where none did.
        var limit: Budget.Limit?
    }

    struct Unjudged: Hashable, Sendable {
        /// What there is no verdict on.
        enum Object: String, Hashable, Sendable {
            case answer, query
        }

        let index: Int
        let object: Object
        let reason: String
        var kind = JudgeSilence.Kind.unanswered
    }

    /// Judges samples; each verdict is on disk when the next begins.
    ///
    /// - Throws: ``ModelError`` when no other question would have an answer either, `CancellationError`, and what the
    ///   dataset throws.
    func judge(_ samples: BaselineSamples, of run: BaselineRun) async throws -> Report {
        let bench = Bench(
            Study(
                model: judge.stage(for: []), library: run.study.library, ledger: run.study.ledger,
                account: run.study.account, prices: judge.prices, askedBefore: run.study.askedBefore),
            as: judge.identity)
        var report = Report(judge: bench.answers.identity)
        try await withThrowingTaskGroup(of: Answer.self) { group in
            var waiting = samples.makeAsyncIterator()
            var underWay = 0
            while true {
                while report.limit == nil, underWay < concurrency, let sample = try await waiting.next() {
                    group.addTask { try await answer(about: sample, of: run.id, by: bench) }
                    underWay += 1
                }
                guard underWay > 0, let answer = try await group.next() else { return }
                underWay -= 1
                try await take(answer, into: &report, of: run)
            }
        }
        return report
    }

    /// What was judged in a form that does not count any more; nil where nothing was.
    func earlierVerdicts(of run: BaselineRun) async throws -> EarlierVerdicts? {
        try await EarlierVerdicts(
            of: [(.solved, JudgeIdentity(judge.identity, prompt: SolvedJudge.contentHash))], in: run.id,
            about: Set(1...run.count), run.dataset)
    }

    /// Both questions of one judge.
    private struct Bench: Sendable {
        let study: Study
        let answers: SolvedJudge
        let queries: SolvableJudge

        init(_ study: Study, as model: String) {
            self.study = study
            answers = SolvedJudge(in: study, as: model)
            queries = SolvableJudge(in: study, as: model)
        }
    }

    /// What the judge said of a sample, as far as it got.
    private struct Answer: Sendable {
        let sample: BaselineSample
        var opinion: SolvedOpinion?
        var unjudged: [Unjudged] = []
        var limit: Budget.Limit?
        var spending = Spending()
    }

    private func answer(about sample: BaselineSample, of id: RunID, by bench: Bench) async throws -> Answer {
        let meter = SpendingMeter()
        let slot = SampleID(run: id, index: sample.index)
        var answer = Answer(sample: sample)
        do {
            try await judgeAnswer(in: &answer, at: slot, by: bench, meter)
            try await judgeQuery(in: &answer, at: slot, by: bench, meter)
        } catch let spent as BudgetSpent {
            answer.limit = spent.limit
        }
        answer.spending = await meter.spending
        return answer
    }

    private func judgeAnswer(
        in answer: inout Answer, at slot: SampleID, by bench: Bench, _ meter: SpendingMeter
    ) async throws {
        let sample = answer.sample
        let subject = JudgedAnswer(sample.result, to: sample.instruction.query)
        let outcome = try await bench.answers.judge(subject, at: slot, spending: meter)
        switch outcome {
        case .unjudged, .inconclusive:
            answer.unjudged += [Unjudged(.answer, of: sample.index, outcome)].compactMap(\.self)
        case .judged(let ruling):
            let identity = bench.answers.identity
            answer.opinion = SolvedOpinion(
                identity, ruling, solvability: sample.opinion(of: identity)?.solvability)
        }
    }

    /// Only where the answer has a verdict: the figure of the one is over the queries of the other.
    private func judgeQuery(
        in answer: inout Answer, at slot: SampleID, by bench: Bench, _ meter: SpendingMeter
    ) async throws {
        guard subject == .answersAndQueries, let verdict = answer.opinion?.ruling.verdict else { return }
        let sample = answer.sample
        let query = JudgedQuery(
            sample.instruction.query, offering: sample.offered.compactMap { bench.study.library[$0] })
        let outcome = try await bench.queries.judge(query, answered: verdict, at: slot, spending: meter)
        switch outcome {
        case .unjudged, .inconclusive:
            answer.unjudged += [Unjudged(.query, of: sample.index, outcome)].compactMap(\.self)
        case .judged(let ruling):
            answer.opinion?.solvability = SolvabilityOpinion(bench.queries.identity, ruling)
        }
    }

    private func take(_ answer: Answer, into report: inout Report, of run: BaselineRun) async throws {
        report.spending.add(answer.spending)
        report.unjudged += answer.unjudged
        if let limit = answer.limit { report.limit = limit }
        guard let opinion = answer.opinion else { return try await keepSilence(answer, by: report.judge, of: run) }
        report.judged += 1
        guard answer.sample.opinions.last != opinion else { return }
        var sample = answer.sample
        sample.keep(opinion)
        try await run.save(sample)
    }

    /// Notes that the judge was asked about an answer in vain, so that no figure takes it for one that nobody judged.
    private func keepSilence(_ answer: Answer, by judge: JudgeIdentity, of run: BaselineRun) async throws {
        guard let silence = answer.unjudged.first(where: { $0.object == .answer }) else { return }
        var sample = answer.sample
        sample.keep(JudgeSilence(judge, reason: silence.reason, kind: silence.kind))
        if sample != answer.sample { try await run.save(sample) }
    }
}

extension BaselineJudging.Unjudged {
    /// Nil where there is a verdict.
    fileprivate init?<Verdict>(_ object: Object, of index: Int, _ outcome: JudgeOutcome<Verdict>) {
        guard let reason = outcome.reason, let kind = outcome.silence else { return nil }
        self.init(index: index, object: object, reason: reason, kind: kind)
    }
}
