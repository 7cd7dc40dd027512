import Engine
import Evaluation
import Foundation
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Limits of an evaluation")
struct EvaluationLimitsTests {
    private let alone = ["--model", "rules", "--concurrency", "1"]

    @Test func `count what earlier sessions spent`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let first = try await examples.evaluated(alone + ["--max-model-calls", "2"])
        let spent = try await examples.dataset.studyTotals(of: first.result.study)
        let second = try await examples.evaluated(alone + ["--max-model-calls", "2"])

        #expect(first.ending == .limitMet("model calls") && second.ending == first.ending)
        #expect(spent.models.requests == 2)
        #expect(try await examples.dataset.studyTotals(of: first.result.study) == spent)
        #expect(second.result.items == first.result.items)
    }

    @Test func `of tokens end it before they are broken`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let part = try await examples.evaluated(alone + ["--max-run-tokens", "5"])
        let whole = try await examples.evaluated(alone)

        #expect(part.ending == .limitMet("tokens"))
        #expect(part.result.items.isEmpty && part.result.count == 3)
        #expect(whole.ending == .complete && whole.result.items.count == 3)
    }

    @Test func `of one evaluation are not those of another`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let first = try await examples.evaluated(items: ["--count", "1"]).result
        let spent = try await examples.dataset.studyTotals(of: first.study).models.requests

        let other = try await examples.evaluated(
            alone + ["--turns", "9", "--max-model-calls", "\(spent)"], items: ["--count", "1"])

        #expect(other.result.study != first.study)
        #expect(other.ending == .complete)
        #expect(other.result.spending == first.spending)
    }

    @Test func `keep no figures until every item has its score`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let part = try await examples.evaluated(alone + ["--max-model-calls", "2"]).result
        let name = part.study.hash.hex
        let before = try await examples.dataset.artefact(kind: ArtefactKind.evaluation, name: name)
        _ = try await examples.evaluated(alone)
        let after = try await examples.dataset.artefact(kind: ArtefactKind.evaluation, name: name)

        #expect(before == nil)
        #expect(after?.json["of"]?.int == 3 && after?.json["items"]?.int == 3)
    }
}

@Suite("Going on with an evaluation")
struct EvaluationResumeTests {
    @Test func `begins another one where a file of predictions has changed`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Nice", id: "s-00001"))
        let first = try await examples.evaluated([], predictions: path).result

        _ = try examples.file(PredictionLines.right("Oslo", id: "s-00001"))
        let second = try await examples.evaluated([], predictions: path).result
        _ = try examples.file(PredictionLines.right("Nice", id: "s-00001"))
        let third = try await examples.evaluated([], predictions: path).result

        #expect(first.study != second.study && third.study == first.study)
        #expect([first, second, third].map(\.figures.right) == [0, 1, 0])
        #expect(third.answeredBefore == 3)
    }

    @Test func `asks again what had no answer, also with the record of an earlier session`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let tasks = try await examples.items().tasks
        let study = RunID(ContentHash(of: "a study"))
        try await examples.dataset.beginStudy(
            study, kind: .evaluation, name: "test", plan: [:], at: Timestamp(microseconds: 0))
        func run(_ model: ScriptedModel, _ unanswered: AskedBefore.Unanswered) async throws -> EvaluationTally {
            let ledger = examples.dataset.ledger(for: study)
            let source = RecordedAnswers(try await examples.items(), in: examples.dataset)
            let answerer = Answerer(
                AnswerPlan(prompt: "Go."),
                in: Study(
                    model: .init(model, name: "scripted"), library: try await ToolLibrary(source), ledger: ledger,
                    askedBefore: AskedBefore(unanswered) { try await ledger.endings(of: $0) }))
            return await EvaluationRun(
                study: study, dataset: examples.dataset, tasks: Array(tasks.prefix(1)), concurrency: 1,
                predict: { task, slot, meter in
                    try await answerer.answer(task.truth, offering: task.tools, at: slot, spending: meter)
                }, judge: nil, unanswered: unanswered, now: { Timestamp(microseconds: 0) }
            ).run { _ in }
        }
        let lost = ModelError.timedOut(endpoint: "host", waitedFor: "the first byte", limit: .seconds(60))

        let first = try await run(
            ScriptedModel(.calls(.to("geocode", #"{"name":"Oslo"}"#)), .failure(lost)), .kept)
        let kept = try await run(ScriptedModel(), .kept)
        let still = try await run(ScriptedModel(.failure(lost)), .askedAgain)
        let model = ScriptedModel(.calls(.to("forecast", #"{"latitude":59.91}"#)), .words("9 degrees."))
        let whole = try await run(model, .askedAgain)
        let settled = try await run(ScriptedModel(), .askedAgain)

        #expect(first.items.map { $0.prediction?.problem } == ["\(lost)"])
        #expect(kept.items == first.items)
        #expect(still.items.map { $0.prediction?.shortfall } == [.unanswered])
        #expect(whole.items.map(\.score.isRight) == [true])
        #expect(model.asked.count == 2, "The first question has its answer.")
        #expect(settled.items == whole.items)
        #expect([first, still, whole].map { $0.items[0].spending.modelCalls } == [2, 3, 5])
        let totals = try await examples.dataset.studyTotals(of: study)
        #expect(totals.models.requests == 5 && totals.models.failures == 2 && totals.toolCalls == 2)
    }
}
