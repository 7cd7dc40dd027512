import Engine
import Evaluation
import Foundation
import Review
import Synchronization
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The run of an evaluation")
struct EvaluationRunTests {
    /// A dataset with items, a study that has begun, and what was predicted so far.
    private final class Bench: Sendable {
        let program: Program
        let dataset: Dataset
        let tasks: [EvaluationTask]
        let study = RunID(ContentHash(of: "a run"))
        let predicted = Mutex<[String]>([])

        init() async throws {
            program = try Program()
            let examples = try await EvaluationExamples(in: program)
            dataset = examples.dataset
            tasks = try await examples.items().tasks
            try await dataset.beginStudy(
                study, kind: .evaluation, name: "test", plan: [:], at: Timestamp(microseconds: 0))
        }

        deinit { program.clean() }

        func run(
            _ concurrency: Int = 1, judge: EvaluationJudge? = nil,
            predict: @escaping EvaluationRun.Predict = { task, _, _ in
                Prediction(id: task.truth.id, calls: [], response: "Hm.")
            }
        ) -> EvaluationRun {
            EvaluationRun(
                study: study, dataset: dataset, tasks: tasks, concurrency: concurrency,
                predict: { [self] task, slot, meter in
                    predicted.withLock { $0.append(task.truth.id) }
                    return try await predict(task, slot, meter)
                }, judge: judge, now: { Timestamp(microseconds: 7) })
        }
    }

    @Test(arguments: [1, 2, 16])
    func `scores every item, whatever the concurrency`(concurrency: Int) async throws {
        let bench = try await Bench()
        var told: [Int] = []

        let tally = await bench.run(concurrency).run { told.append($0.done) }

        #expect(tally.ending == .complete)
        #expect(tally.items.map(\.id) == ["s-00001", "s-00002", "s-00003"])
        #expect(tally.wrong == 3)
        #expect(told == [0, 1, 2, 3])
        #expect(try await bench.dataset.itemIndices(of: bench.study) == [1, 2, 3])
    }

    @Test func `takes over what was saved, and works on the rest`() async throws {
        let bench = try await Bench()
        let first = await bench.run { task, _, _ in
            guard task.index < 3 else { throw CancellationError() }
            return Prediction(id: task.truth.id, calls: [], response: "Hm.")
        }.run { _ in }

        let second = await bench.run().run { _ in }

        #expect(first.ending == .cancelled)
        #expect(first.done == 2)
        #expect(second.ending == .complete)
        #expect(bench.predicted.withLock { $0 } == ["s-00001", "s-00002", "s-00003", "s-00003"])
        #expect(second.items.prefix(2) == first.items[...])
    }

    @Test func `works anew on an item that cannot be read, or asked for something else`() async throws {
        let bench = try await Bench()
        _ = await bench.run().run { _ in }
        let saved = try #require(try await bench.dataset.item(1, of: bench.study))
        try await bench.dataset.saveItem(
            ["of": "a newer version"], index: 2, of: bench.study, at: .init(microseconds: 0))
        try await bench.dataset.saveItem(saved, index: 3, of: bench.study, at: .init(microseconds: 0))

        let again = await bench.run().run { _ in }

        #expect(bench.predicted.withLock { $0.count } == 5)
        #expect(again.items.map(\.id) == ["s-00001", "s-00002", "s-00003"])
    }

    @Test(arguments: [
        (CancellationError() as any Error, EvaluationEnding.cancelled),
        (
            ModelError.unknownModel("m", endpoint: "e"),
            .failed("e has no model m. Check --model, or ask the endpoint for its list.")
        ),
    ])
    func `begins nothing more once an item cannot be worked on, and says why`(
        error: any Error, ending: EvaluationEnding
    ) async throws {
        let bench = try await Bench()

        let tally = await bench.run { task, _, _ in
            guard task.index == 2 else { return nil }
            throw error
        }.run { _ in }

        #expect(tally.ending == ending)
        #expect(tally.items.map(\.id) == ["s-00001"])
        #expect(bench.predicted.withLock { $0.count } == 2)
    }

    @Test func `asks again the items that had no answer, and those alone`() async throws {
        let bench = try await Bench()
        let lost = Prediction.Shortfall.unanswered
        let first = await bench.run { task, _, _ in
            switch task.index {
            case 1: Prediction(id: task.truth.id, calls: [], response: "Hm.")
            case 2: Prediction(id: task.truth.id, calls: [], response: "", problem: "HTTP 503.", shortfall: lost)
            case _: Prediction(id: task.truth.id, calls: [], response: "", problem: "Cut off.", shortfall: .unfinished)
            }
        }.run { _ in }
        var again = bench.run()
        again.unanswered = .askedAgain

        let kept = await bench.run().run { _ in }
        let asked = await again.run { _ in }
        let settled = await again.run { _ in }

        #expect(kept.items == first.items)
        #expect(bench.predicted.withLock { $0.dropFirst(3) } == ["s-00002"])
        #expect(asked.takenOver == 2 && asked.items[1].prediction?.response == "Hm.")
        #expect([asked.items[0], asked.items[2]] == [first.items[0], first.items[2]])
        #expect(settled.items == asked.items)
        let saved = try await bench.dataset.item(2, of: bench.study)
        #expect(saved?.decoded(as: EvaluatedItem.self) == asked.items[1])
    }

    @Test func `asks again the items of which an earlier version kept no reason, unless a verdict would be lost`()
        async throws
    {
        let bench = try await Bench()
        let judge = EvaluationJudge(
            quality: .init("a") { _, slot, _ in
                slot.index == 2 ? .judged(QualityVerdict([.init(request: "r", score: 0, reason: "n")])) : .unjudged("?")
            })
        func item(_ index: Int) async throws -> JSON {
            let saved = try #require(try await bench.dataset.item(index, of: bench.study)?.object)
            return .object(JSON.Object(saved.members.filter { $0.key != "judged" || index == 2 }))
        }
        _ = await bench.run(judge: judge) { task, _, _ in
            Prediction(id: task.truth.id, calls: [], response: "", problem: task.index < 3 ? "HTTP 503." : nil)
        }.run { _ in }
        for index in 1...3 {
            try await bench.dataset.saveItem(
                try await item(index), index: index, of: bench.study, at: .init(microseconds: 0))
        }
        var again = bench.run()
        again.unanswered = .askedAgain
        var judged = bench.run(judge: judge)
        judged.unanswered = .askedAgain

        _ = await again.run { _ in }
        let predicted = bench.predicted.withLock { $0.dropFirst(3) }
        let last = await judged.run { _ in }

        #expect(predicted == ["s-00001"])
        #expect(last.items.map { $0.prediction?.problem } == [nil, nil, nil])
    }

    @Test func `has a judge look at each response, and again only where another judge did`() async throws {
        let bench = try await Bench()
        let judged = Mutex<[String]>([])
        func judge(_ name: JudgeIdentity) -> EvaluationJudge {
            EvaluationJudge(
                quality: .init(name) { _, slot, _ in
                    judged.withLock { $0.append("\(name) \(slot.index)") }
                    guard slot.index != 3 else { return .unjudged("No usable verdict.") }
                    return .judged(QualityVerdict([.init(request: "r", score: 80, reason: "why")]))
                })
        }

        let first = await bench.run(judge: judge("a")).run { _ in }
        _ = await bench.run(judge: judge("a")).run { _ in }
        let without = await bench.run().run { _ in }
        let other = await bench.run(judge: judge("b")).run { _ in }

        #expect(judged.withLock { $0 } == ["a 1", "a 2", "a 3", "b 1", "b 2", "b 3"])
        #expect(first.items.map { $0.score.figures[.quality] } == [80, 80, nil])
        #expect(without.items == first.items, "Verdicts stay where no judge is asked for.")
        #expect(other.items.map { $0.judged?.judge } == ["b", "b", "b"])
        #expect(other.items[2].judged?.outcome == .unjudged("No usable verdict."))
    }

    @Test func `has a judge say later whether items are solved, and keeps what was said of their quality`() async throws
    {
        let bench = try await Bench()
        let asked = Mutex<[String]>([])
        func judge(_ name: JudgeIdentity, asking questions: String...) -> EvaluationJudge {
            var judge = EvaluationJudge(
                quality: .init(name) { _, slot, _ in
                    asked.withLock { $0.append("quality \(slot.index)") }
                    return .judged(QualityVerdict([.init(request: "r", score: 80, reason: "why")]))
                })
            guard questions.contains("solved") else { return judge }
            judge.solved = .init(name) { _, slot, _ in
                asked.withLock { $0.append("solved \(slot.index)") }
                return slot.index == 3 ? .unjudged("It declined.") : .judged(SolvedRuling(.unsure, reason: "why"))
            }
            return judge
        }

        _ = await bench.run(judge: judge("a")).run { _ in }
        let both = await bench.run(judge: judge("a", asking: "solved")).run { _ in }
        asked.withLock { $0 = [] }
        let again = await bench.run(judge: judge("a", asking: "solved")).run { _ in }
        let other = await bench.run(judge: judge("b")).run { _ in }

        #expect(both.items.map { $0.score.figures[.solved] } == [0.5, 0.5, nil])
        #expect(both.items.map { $0.score.figures[.quality] } == [80, 80, 80])
        #expect(both.items[2].solved?.outcome == .unjudged("It declined."))
        #expect(again.items == both.items)
        #expect(asked.withLock { $0 } == ["quality 1", "quality 2", "quality 3"], "The other judge's questions alone.")
        #expect(other.items.map { $0.judged?.judge } == ["b", "b", "b"])
        #expect(other.items.map { $0.solved?.judge } == ["a", "a", "a"], "What is not asked now stays.")
        #expect(other.items.map { $0.score.figures[.solved] } == [0.5, 0.5, nil])
    }

    @Test func `puts no item before a judge that no tool can help`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let items = try await examples.items("--irrelevance", "1", "--filter", "id:1")
        let study = RunID(ContentHash(of: "irrelevance"))
        try await examples.dataset.beginStudy(
            study, kind: .evaluation, name: "test", plan: [:], at: Timestamp(microseconds: 0))
        let run = EvaluationRun(
            study: study, dataset: examples.dataset, tasks: items.tasks, concurrency: 1,
            predict: { task, _, _ in Prediction(id: task.truth.id, calls: [], response: "None can help.") },
            judge: EvaluationJudge(
                quality: .init("j") { _, _, _ in .judged(QualityVerdict([])) },
                solved: .init("j") { _, _, _ in .judged(SolvedRuling(.solved, reason: "")) }),
            now: { Timestamp(microseconds: 0) })

        let tally = await run.run { _ in }

        #expect(tally.items.map(\.id) == ["s-00001", "s-00001/irrelevance"])
        #expect(tally.items.map { $0.judged?.judge } == ["j", nil])
        #expect(tally.items.map { $0.solved?.judge } == ["j", nil])
        #expect(tally.items.map(\.score.isRight) == [false, true])
    }

    @Test func `is cancelled with what is done`() async throws {
        let bench = try await Bench()
        let run = bench.run { task, _, _ in
            if task.index > 1 { try await Task.sleep(for: .seconds(60)) }
            return nil
        }

        let running = Task { await run.run { _ in } }
        while try await bench.dataset.itemIndices(of: bench.study).isEmpty {
            try await Task.sleep(for: .milliseconds(2))
        }
        running.cancel()
        let tally = await running.value

        #expect(tally.ending == .cancelled)
        #expect(tally.items.map(\.id) == ["s-00001"])
    }
}
