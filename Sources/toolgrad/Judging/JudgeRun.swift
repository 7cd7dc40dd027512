import DatasetStore
import Engine
import Review

/// Has a model judge many samples, a few at a time; what is answered is on disk before it is counted.
struct JudgeRun: Sendable {
    let judge: Judge
    let dataset: Dataset
    let concurrency: Int
    let now: @Sendable () -> Timestamp

    /// What came of one sample.
    enum Entry: Sendable {
        case judged(StoredJudgement.Spending)
        /// The same model has judged it as it stands.
        case known
        /// It has no query, or no step.
        case nothingToJudge
        case unanswered(SampleID, String, StoredJudgement.Spending)
        case stopped(JudgeEnding, StoredJudgement.Spending)
    }

    /// Judges the samples that a filter lets through; `tell` hears of each.
    ///
    /// It never throws: what ended it is part of the tally. Cancelling ends it.
    func run(_ filter: Filter, tell: (JudgeTally) -> Void) async -> JudgeTally {
        var tally = JudgeTally(judge: judge.name)
        await withTaskGroup(of: Entry.self) { group in
            var samples = dataset.reviewedSamples(filter).makeAsyncIterator()
            var running = 0
            func take() async {
                guard let entry = await group.next() else { return }
                running -= 1
                tally.add(entry)
                tell(tally)
            }
            while tally.ending == .complete {
                let next: ReviewedSample?
                do { next = try await samples.next() } catch {
                    tally.add(.stopped(JudgeEnding(error), .init()))
                    break
                }
                guard let sample = next else { break }
                group.addTask { await entry(for: sample) }
                running += 1
                if running >= concurrency { await take() }
            }
            while running > 0 { await take() }
        }
        return tally
    }

    private func entry(for sample: ReviewedSample) async -> Entry {
        guard let subject = JudgedSubject(sample) else { return .nothingToJudge }
        do {
            let hash = subject.contentHash
            let known = try await dataset.judgement(
                of: sample.id, as: hash, by: judge.name, with: judge.prompt.contentHash)
            guard known == nil else { return .known }
            try Task.checkCancellation()
            let answer = await judge.answer(about: subject)
            switch answer.result {
            case .judged(let judgement): return await kept(judgement, of: sample.id, hash, answer.spending)
            case .unanswered(let reason): return .unanswered(sample.id, reason, answer.spending)
            case .stopped(let ending): return .stopped(ending, answer.spending)
            }
        } catch {
            return .stopped(JudgeEnding(error), .init())
        }
    }

    /// What cannot be stored is paid for all the same.
    private func kept(
        _ judgement: Judgement, of sample: SampleID, _ subject: ContentHash, _ spending: StoredJudgement.Spending
    ) async -> Entry {
        do {
            try await keep(judgement, of: sample, subject, spending)
            return .judged(spending)
        } catch {
            return .stopped(JudgeEnding(error), spending)
        }
    }

    /// An answer that came is paid for: it is stored even when judging was cancelled meanwhile.
    private func keep(
        _ judgement: Judgement, of sample: SampleID, _ subject: ContentHash, _ spending: StoredJudgement.Spending
    ) async throws {
        let stored = StoredJudgement(
            model: judge.name, prompt: judge.prompt.contentHash, subject: subject, judgement: judgement, time: now(),
            spending: spending)
        try await Task { [dataset] in try await dataset.keep(stored, of: sample) }.value
    }
}
