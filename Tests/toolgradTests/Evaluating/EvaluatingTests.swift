import Engine
import Evaluation
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Evaluating")
struct EvaluatingTests {
    @Test func `keeps every item and the figures, apart from the samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let (result, ending) = try await examples.evaluated()

        #expect(ending == .complete)
        #expect(result.items.map(\.id) == ["s-00001", "s-00002", "s-00003"])
        #expect(result.spending.modelCalls == 0, "The rules ask no model.")
        #expect(result.spending.cost == .zero, "The rules are free.")
        let stored = try await examples.dataset.evaluation("rules")
        #expect(stored.items == result.items)
        #expect(stored.study.kind == .evaluation)
        let artefact = try await examples.dataset.artefact(kind: "evaluation", name: result.study.hash.hex)
        #expect(artefact?.json["items"]?.int == 3)
        #expect(try await examples.dataset.runs().first?.samples == 4, "No sample was added.")
    }

    @Test func `does nothing again that is saved`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let first = try await examples.evaluated()
        let spent = try await examples.dataset.studyTotals(of: first.result.study)

        let second = try await examples.evaluated(name: "again")

        #expect(second.result.study == first.result.study)
        #expect(second.result.items == first.result.items)
        #expect(try await examples.dataset.studyTotals(of: first.result.study) == spent)
        #expect(try await examples.dataset.evaluations().map(\.name) == ["again"])
    }

    @Test func `is another study once the dataset has changed`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let first = try await examples.evaluated().result

        try await examples.edit("1", query: "Is it warm in Oslo?")
        let second = try await examples.evaluated().result
        let other = try await examples.evaluated(items: ["--count", "1"]).result

        #expect(Set([first.study, second.study, other.study]).count == 3)
        let stored = try await examples.dataset.evaluations()
        #expect(stored.map(\.id) == [first.study, second.study, other.study])
        #expect(stored[0].plan["items"] != stored[1].plan["items"])
        #expect(stored[0].plan["predictor"] == stored[1].plan["predictor"])
        #expect(try await examples.dataset.evaluation(nil).study.id == other.study)
    }

    @Test func `takes predictions out of a file, and names what counts for nothing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.right("Nice", id: "s-00001"),
            PredictionLines.right("Paris", id: "s-99999"), "{broken", PredictionLines.parallel)

        let (result, _) = try await examples.evaluated([], predictions: path)

        #expect(result.name == "answers")
        #expect(result.items.map(\.score.isRight) == [true, false, false])
        #expect(result.items[0].prediction?.calls.first?.arguments == #"{"name":"Oslo"}"#, "The first of two counts.")
        #expect(result.items[1].prediction == nil)
        #expect(result.items[1].score.mistakes == [.noPrediction("none was given for this item.")])
        #expect(result.figures.withoutPrediction == 1)
        #expect(result.spending == Evaluation.Spending())
        let input = try PredictionsInput(path, for: try await examples.items())
        #expect(input.notes.count == 5)
        #expect(input.notes[0].hasPrefix(#"Line 2: The id "s-00001" stands in line 1 already"#), "\(input.notes)")
        #expect(input.notes[1] == "Line 3: there is no item s-99999.")
        #expect(input.notes[2].hasPrefix("Line 4: "), "\(input.notes)")
        #expect(input.notes[3] == "Warning: 3 of the file's 5 lines count for nothing.")
        #expect(input.notes[4] == "s-00002 has no prediction, and counts as wrong.")
    }

    @Test func `says why a sample is no item, shows the white space of ids, and counts lines as it numbers them`()
        async throws
    {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), "", PredictionLines.right("Paris", id: "s-00004"),
            PredictionLines.right("Oslo", id: "s-00001 "), PredictionLines.right("Oslo", id: "s-99999"))
        let items = try await examples.items()
        let few = try await examples.items("--count", "1")

        let others = try await ItemOptions.parse([]).others(than: items, in: examples.dataset)
        let ofFew = try await ItemOptions.parse(["--count", "1"]).others(than: few, in: examples.dataset)
        let input = try PredictionsInput(path, for: items, others: others)

        #expect(
            input.notes.prefix(4) == [
                "Line 3: s-00004 is not accepted; --include all takes it too.",
                #"Line 4: there is no item "s-00001 "."#, "Line 5: there is no item s-99999.",
                "Warning: 3 of the file's 4 lines that are not empty count for nothing.",
            ], "\(input.notes)")
        #expect(others.count == 1)
        #expect(ofFew["s-00004"] == "is not accepted, so it is no item")
        #expect(ofFew.values.count { $0 == "is not among the items that were chosen" } == 2)
    }

    @Test func `tells a prediction that was given and is broken from one that was not given`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), #"{"id":"s-00002","calls":[{"name":"geo"#,
            PredictionLines.parallel)

        let (result, _) = try await examples.evaluated([], predictions: path)
        let input = try PredictionsInput(path, for: try await examples.items())

        let mistake = try #require(result.items[1].score.mistakes.first).sentence
        #expect(
            mistake.hasPrefix("There is no whole prediction: given on line 2 and unreadable: It is no JSON: "),
            "\(mistake)")
        #expect(result.figures.withoutPrediction == 1)
        #expect(input.notes.first?.hasPrefix("Line 2: It is no JSON: ") == true, "\(input.notes)")
        #expect(
            input.notes.dropFirst() == ["s-00002 is given on line 2, which is unreadable, and counts as wrong."])
    }

    @Test func `says that it asked nothing where all was answered before`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let first = try await examples.evaluated().result
        let again = try await examples.evaluated().result

        #expect(EvaluationReport(first).text.hasSuffix("\nNo model was asked.\n"), "\(EvaluationReport(first).text)")
        #expect(again.answeredBefore == 3)
        #expect(EvaluationReport(again).text == EvaluationReport(first).text)
    }

    @Test func `says what a file of other ids lacks`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Oslo", id: "row-1"))

        let failure = await #expect(throws: CommandFailure.self) {
            try await examples.evaluated([], predictions: path)
        }

        #expect(failure?.description.contains("such as \"row-1\", and the items are called s-00001") == true)
    }

    @Test func `writes predictions that come back as they were`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let asked = try await examples.evaluated().result
        let path = program.file("saved.jsonl")

        try PredictionsOutput(path: path).write(asked.items)
        let read = try await examples.evaluated([], predictions: path).result

        #expect(read.items.map(\.prediction) == asked.items.map(\.prediction))
        #expect(read.items.map(\.score) == asked.items.map(\.score))
        #expect(read.study != asked.study)
    }

    @Test func `stops at a limit with what is done, and goes on with a higher one`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let limited = ["--model", "rules", "--concurrency", "1", "--max-model-calls"]

        let part = try await examples.evaluated(limited + ["2"])
        let whole = try await examples.evaluated(limited + ["100"])

        #expect(part.ending == .limitMet("model calls"))
        #expect((1..<3).contains(part.result.items.count))
        #expect(part.result.count == 3)
        #expect(try await examples.dataset.evaluations().count == 1)
        #expect(whole.ending == .complete)
        #expect(whole.result.items.count == 3)
        #expect(whole.result.items.prefix(part.result.items.count) == part.result.items[...])
    }

    @Test func `names what it needs where no model is set`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let failure = await #expect(throws: CommandFailure.self) { try await examples.evaluated([]) }

        #expect(failure?.description.contains("--model rules is a solver without any") == true)
    }

    @Test func `finds an evaluation by its name, its first digits, or as the newest`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let first = try await examples.evaluated(name: "floor").result
        let second = try await examples.evaluated(items: ["--count", "2"], name: "half").result

        #expect(try await examples.dataset.evaluation("floor").study.id == first.study)
        #expect(try await examples.dataset.evaluation("\(second.study)").study.id == second.study)
        #expect(try await examples.dataset.evaluation(nil).study.id == second.study)
        let failure = await #expect(throws: CommandFailure.self) { try await examples.dataset.evaluation("ceiling") }
        #expect(failure?.description.contains("has no evaluation ceiling. It has floor (") == true)
        #expect(try await examples.dataset.evaluation("floor").item("3").id == "s-00003")
        let ofTwo = try await examples.evaluated(items: ["--count", "1"], name: "floor").result
        let ambiguity = await #expect(throws: CommandFailure.self) { try await examples.dataset.evaluation("floor") }
        let words = ambiguity?.description ?? ""
        #expect(words.hasPrefix("floor names \(first.study) (began "), "\(words)")
        #expect(words.contains(", 3 items) and \(ofTwo.study) (began "), "\(words)")
        #expect(words.hasSuffix(", 1 item, count 1). Say which by the study's digits."), "\(words)")
        #expect(try await examples.dataset.evaluation("\(first.study)").study.id == first.study)
        #expect(throws: CommandFailure.self) { try StoredEvaluation(study: .none, items: []).item("s-1") }
    }
}

extension StoredStudy {
    fileprivate static let none = StoredStudy(
        id: RunID(ContentHash(of: "none")), kind: .evaluation, name: "none", plan: nil,
        began: Timestamp(microseconds: 0), items: 0)
}
