import ArgumentParser
import DatasetStore
import Engine
import Evaluation
import Foundation
import Review

/// An evaluation, ready to run: what is predicted for the items of a dataset, how, and under which name it is kept.
struct Evaluating: Sendable {
    let dataset: Dataset
    let items: EvaluationItems
    let plan: EvaluationPlan
    let name: String
    let predict: EvaluationRun.Predict
    let judge: EvaluationJudge?
    let concurrency: Int
    /// What becomes of items that had no answer.
    let unanswered: AskedBefore.Unanswered

    /// Works on what is not done yet, and keeps the figures when all of it is.
    ///
    /// - Throws: ``DatasetError/studyIsLocked(_:holder:)`` while another process works on it, and an exit code after a
    ///   signal.
    func run(seed: UInt64) async throws -> (result: EvaluationResult, ending: EvaluationEnding) {
        let study = plan.study
        let lock = try dataset.lockStudy(study)
        defer { lock.release() }
        try await tellOfPredecessor()
        try await dataset.beginStudy(
            study, kind: .evaluation, name: name, plan: plan.json, at: Surroundings.now())
        try await tellOfEarlierVerdicts()
        let tally = try await untilSignal(
            EvaluationRun(
                study: study, dataset: dataset, tasks: items.tasks, concurrency: concurrency, predict: predict,
                judge: judge, unanswered: unanswered, now: Surroundings.now))
        let result = EvaluationResult(
            name: name, study: study, items: tally.items, count: tally.count, answeredBefore: tally.takenOver,
            judging: judge == nil ? .notAsked : .asked, seed: seed)
        if tally.ending == .complete { try await keep(result) }
        return (result, tally.ending)
    }

    private func tellOfPredecessor() async throws {
        guard let earlier = plan.predecessor(among: try await dataset.studies()) else { return }
        try Output.notes.line(
            "The dataset has changed since study \(earlier.id) of \(earlier.items.items): what is asked, offered or "
                + "expected is not the same. So this is another study, \(plan.study), and is paid for anew.")
    }

    private func tellOfEarlierVerdicts() async throws {
        guard let judge else { return }
        let solved = judge.solved.map { [(JudgeSeat.Question.solved, $0.judge)] } ?? []
        let earlier = try await EarlierVerdicts(
            of: [(.quality, judge.quality.judge)] + solved, in: plan.study, about: Set(items.tasks.map(\.index)),
            dataset)
        if let earlier { try Output.notes.line(ToolText.line(earlier.words)) }
    }

    private func untilSignal(_ run: EvaluationRun) async throws -> EvaluationTally {
        let progress = EvaluationProgress()
        progress.begin(run.tasks.count)
        let running = Task { await run.run(tell: progress.tell) }
        let signals = SignalWatch([SIGINT, SIGTERM, SIGHUP]) { running.cancel() }
        let tally = await running.value
        signals.stop()
        progress.end()
        if let number = signals.received, tally.ending != .complete {
            try Output.notes.line(
                "Stopped by a signal; nothing is lost. The same command goes on." + (try await unended()))
            throw ExitCode.signal(number)
        }
        return tally
    }

    /// The questions of which nobody knows what they took, as a further sentence; empty where there is none.
    ///
    /// They were under way now or in an earlier session, or a limit kept them from being sent.
    private func unended() async throws -> String {
        let count = try await dataset.studyTotals(of: plan.study).models.pending
        guard count > 0 else { return "" }
        let questions = count == 1 ? "1 question has" : "\(count) questions have"
        let pronoun = count == 1 ? "it" : "them"
        return
            " \(questions) no ending in the record: the endpoint may charge for \(pronoun), and no figure counts \(pronoun)."
    }

    private func keep(_ result: EvaluationResult) async throws {
        try await dataset.saveArtefact(
            kind: ArtefactKind.evaluation, name: plan.study.hash.hex, json: result.json, at: Surroundings.now())
    }
}
