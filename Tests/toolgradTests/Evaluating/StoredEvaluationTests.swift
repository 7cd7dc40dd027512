import Engine
import Evaluation
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Stored evaluations")
struct StoredEvaluationTests {
    @Test func `are listed with what is right, and those that are not finished as such`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let empty = try await EvaluationList(in: examples.dataset)
        let path = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.right("Rome", id: "s-00002"))

        _ = try await examples.evaluated(["--model", "rules", "--concurrency", "1", "--max-model-calls", "1"])
        _ = try await examples.evaluated([], predictions: path, name: "by \u{1B}hand")
        let list = try await EvaluationList(in: examples.dataset)

        #expect(empty.text == "No evaluation yet. Make one: toolgrad evaluate --model NAME, or --predictions FILE.\n")
        #expect(empty.json == [])
        let lines = list.text.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].split(separator: " ") == ["study", "name", "began", "items", "right"])
        #expect(lines[1].contains("rules") && lines[1].hasSuffix("not finished"), "\(lines[1])")
        #expect(lines[2].hasSuffix("3      2 of 3"), "\(lines[2])")
        #expect(lines[2].contains("by ‹U+001B›hand"), "\(lines[2])")
        #expect(list.json[1]?["right"]?.int == 2)
        #expect(list.json[0]?["right"]?.isNull == true)
        #expect(list.json[0]?["plan"]?["predictor"]?["model"]?.string == RuleBasedSolver.identity)
    }

    @Test func `say which item they have not, and which they have`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Oslo", id: "s-00001"))
        _ = try await examples.evaluated([], predictions: path)

        let stored = try await examples.dataset.evaluation("answers")
        let failure = #expect(throws: CommandFailure.self) { try stored.item("s-77") }

        #expect(
            failure?.description.hasSuffix("has no item s-77. It has 3 items, from s-00001 on.") == true,
            "\(failure?.description ?? "")")
    }

    @Test func `are shown without a name as the newest that has items, and an empty one where all are`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Oslo", id: "s-00001"))
        let refused = RunID(ContentHash(of: "refused"))
        try await examples.dataset.beginStudy(
            refused, kind: .evaluation, name: "refused", plan: ["model": "gone"], at: Timestamp(microseconds: 0))

        let lone = try await examples.dataset.evaluation(nil)
        let study = try await examples.evaluated([], predictions: path).result.study
        let other = RunID(ContentHash(of: "refused again"))
        try await examples.dataset.beginStudy(
            other, kind: .evaluation, name: "refused", plan: ["model": "gone too"], at: Timestamp(microseconds: 1))
        let shown = try await examples.dataset.evaluation(nil)

        #expect(lone.study.id == refused && lone.items.isEmpty)
        #expect(shown.study.id == study && shown.items.map(\.truth.id).contains("s-00001"))
    }

    @Test func `that another version saved are named, and the command for them`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Oslo", id: "s-00001"))
        let study = try await examples.evaluated([], predictions: path).result.study
        try await examples.dataset.saveItem(["of": "elsewhere"], index: 2, of: study, at: Timestamp(microseconds: 0))

        let failure = await #expect(throws: CommandFailure.self) { try await examples.dataset.evaluation("answers") }

        #expect(failure?.description.hasPrefix("Item 2 of the evaluation answers was saved by another version") == true)
    }

    @Test func `of a dataset without any say how to make one`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)

        let failure = await #expect(throws: CommandFailure.self) { try await samples.dataset.evaluation("a") }

        #expect(
            failure?.description
                == "The dataset has no evaluation. Make one: toolgrad evaluate --model NAME, or --predictions FILE.")
        #expect(try await samples.dataset.hasEvaluation("a") == false)
    }

    @Test func `are worked on by one process at a time`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let study = try await examples.evaluated().result.study

        let lock = try examples.dataset.lockStudy(study)
        await #expect(throws: DatasetError.self) { try await examples.evaluated() }
        lock.release()

        #expect(try await examples.evaluated().ending == .complete)
    }

    @Test func `say where predictions cannot be written or read`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let items = try await examples.items()

        let unwritten = #expect(throws: CommandFailure.self) {
            try PredictionsOutput(path: program.file("no/such/folder/p.jsonl")).write([])
        }
        let ofFile = try examples.file("{}", named: "no-folder")
        for (path, words) in [
            (program.file("no/such/folder/p.jsonl"), ": there is no folder "),
            (ofFile + "/p.jsonl", "is no folder. Name a file in one."), (program.folder.path, ": it is a folder."),
        ] {
            let failure = #expect(throws: CommandFailure.self) { try PredictionsOutput(path: path).check() }
            #expect(failure?.description.contains(words) == true, "\(failure?.description ?? "")")
        }
        #expect(throws: Never.self) { try PredictionsOutput(path: program.file("p.jsonl")).check() }
        let folder = #expect(throws: CommandFailure.self) { try PredictionsInput(program.folder.path, for: items) }
        #expect(folder?.description.hasSuffix(" is a folder. Name a file of predictions.") == true)
        let unread = #expect(throws: CommandFailure.self) {
            try PredictionsInput(program.file("none.jsonl"), for: items)
        }

        #expect(unwritten?.description.hasPrefix("The predictions cannot be written to ") == true)
        #expect(unread?.description.hasSuffix("none.jsonl cannot be read. Check the path.") == true)
    }

    @Test func `name the first few of many lines that count for nothing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let broken = (1...21).map { _ in "{broken" }.joined(separator: "\n")
        let path = try examples.file(
            broken, PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.right("Oslo", id: "s-77777"))

        let input = try PredictionsInput(path, for: try await examples.items())

        #expect(input.notes.count { $0.hasPrefix("Line ") } == 20)
        #expect(input.notes.contains("… 22 lines count for nothing in all."), "\(input.notes)")
        #expect(input.notes.contains("Warning: 22 of the file's 23 lines count for nothing."), "\(input.notes)")
        #expect(input.scored(try await examples.items()).map(\.score.isRight) == [true, false, false])
    }
}
