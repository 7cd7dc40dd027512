import DatasetStore
import Engine
import Evaluation

/// Answers, judges and scores items, a few at a time; each is on disk before it is counted.
struct EvaluationRun: Sendable {
    /// What is predicted for an item; nil where there is none.
    typealias Predict = @Sendable (EvaluationTask, SampleID, SpendingMeter) async throws -> Prediction?

    let study: RunID
    let dataset: Dataset
    let tasks: [EvaluationTask]
    let concurrency: Int
    let predict: Predict
    /// Nil where responses are not judged.
    let judge: EvaluationJudge?
    /// What becomes of saved items that had no answer.
    var unanswered = AskedBefore.Unanswered.kept
    let now: @Sendable () -> Timestamp

    /// Works on what is not saved yet; `tell` hears of each item.
    ///
    /// It never throws: what ended it is part of the tally. Cancelling ends it.
    func run(tell: (EvaluationTally) -> Void) async -> EvaluationTally {
        var tally = EvaluationTally(count: tasks.count)
        do {
            let waiting = try await takeOver(into: &tally)
            tell(tally)
            await withTaskGroup(of: Result<(Int, EvaluatedItem), any Error>.self) { group in
                await work(on: waiting, in: &group, &tally, tell)
            }
        } catch {
            tally.end(EvaluationEnding(error))
        }
        return tally
    }

    /// Takes what an earlier session saved, scored as today; gives the tasks that are left.
    private func takeOver(into tally: inout EvaluationTally) async throws -> [EvaluationTask] {
        let saved = Dictionary(try await dataset.items(of: study).map { ($0.index, $0.json) }) { first, _ in first }
        var waiting: [EvaluationTask] = []
        for task in tasks {
            guard let item = saved[task.index]?.decoded(as: EvaluatedItem.self), item.truth == task.truth,
                !task.isJudged || judge?.hasJudged(item) ?? true, !isAskedAgain(item)
            else {
                waiting.append(task)
                continue
            }
            tally.takeOver(try await rescored(item, task), at: task.index)
        }
        return waiting
    }

    /// Whether a saved item lacks something that asking again may bring: an answer of the model, or of the judge.
    ///
    /// Nothing that was answered is paid for again, since the record has it. So an item is asked again, too, of which an
    /// earlier version kept that it is not whole and not why; unless it has a verdict that nobody would renew.
    private func isAskedAgain(_ item: EvaluatedItem) -> Bool {
        guard unanswered == .askedAgain else { return false }
        if judge != nil, item.lacksVerdict { return true }
        switch item.prediction?.shortfall {
        case .unanswered: return true
        case .unfinished: return false
        case nil: return item.prediction?.problem != nil && (judge != nil || item.judged == nil && item.solved == nil)
        }
    }

    /// An item that an earlier version scored otherwise is saved anew.
    private func rescored(_ item: EvaluatedItem, _ task: EvaluationTask) async throws -> EvaluatedItem {
        let score = ItemScore(
            item.prediction, against: task.truth, tools: task.byName, quality: item.judged?.verdict,
            solved: item.solved?.verdict?.verdict)
        guard score != item.score else { return item }
        let rescored = EvaluatedItem(
            truth: item.truth, prediction: item.prediction, score: score, judged: item.judged,
            solved: item.solved, spending: item.spending)
        try await dataset.saveItem(try JSON(encoding: rescored), index: task.index, of: study, at: now())
        return rescored
    }

    private func work(
        on waiting: [EvaluationTask], in group: inout TaskGroup<Result<(Int, EvaluatedItem), any Error>>,
        _ tally: inout EvaluationTally, _ tell: (EvaluationTally) -> Void
    ) async {
        var rest = waiting[...]
        var running = 0
        while running > 0 || !rest.isEmpty {
            while tally.ending == .complete, running < concurrency, let task = rest.popFirst() {
                group.addTask { await result(for: task) }
                running += 1
            }
            guard running > 0, let result = await group.next() else { return }
            running -= 1
            switch result {
            case .success(let (index, item)): tally.add(item, at: index)
            case .failure(let error):
                tally.end(EvaluationEnding(error))
                // Where a limit is met, what is under way may still end well.
                if !tally.ending.isLimit { group.cancelAll() }
            }
            tell(tally)
        }
    }

    private func result(for task: EvaluationTask) async -> Result<(Int, EvaluatedItem), any Error> {
        do { return .success((task.index, try await item(for: task))) } catch { return .failure(error) }
    }

    private func item(for task: EvaluationTask) async throws -> EvaluatedItem {
        try Task.checkCancellation()
        let slot = SampleID(run: study, index: task.index)
        let meter = SpendingMeter()
        let prediction = try await predict(task, slot, meter)
        let (judged, solved) = try await judged(prediction, task, slot, meter)
        let item = EvaluatedItem(
            truth: task.truth, prediction: prediction,
            score: ItemScore(
                prediction, against: task.truth, tools: task.byName, quality: judged?.verdict,
                solved: solved?.verdict?.verdict),
            judged: judged, solved: solved, spending: await meter.spending)
        try await dataset.saveItem(try JSON(encoding: item), index: task.index, of: study, at: now())
        return item
    }

    private typealias Judged = (
        quality: EvaluatedItem.Judged<QualityVerdict>?, solved: EvaluatedItem.Judged<SolvedRuling>?
    )

    /// What is not asked now stays as it was judged before.
    private func judged(
        _ prediction: Prediction?, _ task: EvaluationTask, _ slot: SampleID, _ meter: SpendingMeter
    ) async throws -> Judged {
        guard task.isJudged else { return (nil, nil) }
        let answer = JudgedAnswer(prediction, to: task.truth)
        let quality = try await judge?.quality.judged(answer, at: slot, meter)
        let solved = try await judge?.solved?.judged(answer, at: slot, meter)
        if quality != nil, solved != nil { return (quality, solved) }
        let earlier = try await earlier(task, prediction)
        return (quality ?? earlier?.judged, solved ?? earlier?.solved)
    }

    /// What is saved of the same response to the same item.
    private func earlier(_ task: EvaluationTask, _ prediction: Prediction?) async throws -> EvaluatedItem? {
        guard let item = try await dataset.item(task.index, of: study)?.decoded(as: EvaluatedItem.self),
            item.truth == task.truth, item.prediction == prediction
        else { return nil }
        return item
    }
}

extension EvaluationTask {
    /// Where no tool can help, there is no response to measure others by.
    fileprivate var isJudged: Bool { truth.category != .irrelevance }
}
