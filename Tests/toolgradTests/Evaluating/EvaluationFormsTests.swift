import Engine
import Evaluation
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("What toolgrad evaluate prints", .timeLimit(.minutes(3)))
struct EvaluationFormsTests {
    /// Two evaluations of files: `a` gets all three items right, `b` only the first.
    private func two(in program: Program) async throws -> EvaluationExamples {
        let examples = try await EvaluationExamples(in: program)
        let narvik = PredictionLines.parallel.replacing(#"{"name":"Oslo"}"#, with: #"{"name":"Narvik"}"#)
        let first = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.right("Rome", id: "s-00002"), narvik,
            named: "a.jsonl")
        let second = try examples.file(
            PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.right("Nice", id: "s-00002"),
            named: "b.jsonl")
        _ = try await examples.evaluated([], predictions: first)
        _ = try await examples.evaluated([], predictions: second)
        return examples
    }

    private func evaluate(_ examples: EvaluationExamples, _ arguments: String...) async throws -> Program.Ending {
        try await examples.program.run(["evaluate", "--dataset", examples.samples.path] + arguments)
    }

    @Test func `is one JSON document of each kind`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await two(in: program)

        let figures = try await evaluate(examples, "--predictions", program.file("a.jsonl"), "--json")
        let list = try await evaluate(examples, "--list", "--json")
        let item = try await evaluate(examples, "--show", "2", "--of", "b", "--json")
        let comparison = try await evaluate(examples, "--compare", "a", "b", "--json")

        let ofFigures = try JSON(parsing: figures.output)
        #expect(ofFigures["right"]?.int == 3 && ofFigures["of"]?.int == 3 && ofFigures["unanswered"]?.int == 0)
        let ofList = try JSON(parsing: list.output)
        #expect(ofList.array?.map { $0["name"]?.string } == ["a", "b"])
        #expect(ofList.array?.map { $0["right"]?.int } == [3, 1])
        #expect(ofList.array?.map { $0["unanswered"]?.int } == [0, 0])
        let ofItem = try JSON(parsing: item.output)
        #expect(ofItem.decoded(as: EvaluatedItem.self)?.id == "s-00002")
        let ofComparison = try JSON(parsing: comparison.output)
        #expect(ofComparison["pairs"]?.int == 3)
        #expect(ofComparison["rightOnlyLeft"]?.array?.compactMap(\.string) == ["s-00002", "s-00003"])
        #expect(ofComparison["left"]?["study"]?.string == ofFigures["study"]?.string)
        for ending in [figures, list, item, comparison] { #expect(ending.status == 0, "\(ending.errors)") }
    }

    @Test func `is Markdown where figures are asked for so`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await two(in: program)

        let figures = try await evaluate(examples, "--predictions", program.file("b.jsonl"), "--markdown")
        let comparison = try await evaluate(examples, "--compare", "a", "b", "--markdown")

        #expect(figures.output.hasPrefix("### b\n\nb   study "), "\(figures.output)")
        #expect(figures.output.contains("| right items | 33.3% |"), "\(figures.output)")
        #expect(comparison.output.contains("| right items | 100.0% | 33.3% | +66.7 |"), "\(comparison.output)")
    }

    @Test func `goes to standard output, and notes beside it`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await two(in: program)

        let ending = try await evaluate(examples, "--predictions", program.file("b.jsonl"), "--json")

        #expect(ending.errors.contains("s-00003 has no prediction, and counts as wrong."), "\(ending.errors)")
        #expect((try? JSON(parsing: ending.output)) != nil, "\(ending.output)")
    }

    @Test func `tells of a limit by its exit code, and of what is kept`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let limited = try await evaluate(examples, "--model", "rules", "--concurrency", "1", "--max-model-calls", "2")
        let whole = try await evaluate(examples, "--model", "rules")

        #expect(limited.status == 3, "\(limited.errors)")
        #expect(limited.output.contains("right so far, "), "\(limited.output)")
        #expect(
            limited.errors.contains(
                "The limit of model calls is met. What was answered is kept: the same command with a higher limit goes on."
            ), "\(limited.errors)")
        #expect(whole.status == 0 && whole.output.contains("\nNo model was asked.\n"), "\(whole.output)\(whole.errors)")
    }

    @Test func `takes a name for that of an evaluation before it takes it for a file`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await two(in: program)
        let path = program.file("b.jsonl")

        let file = try await evaluate(examples, "--compare", path, "a", "--json")
        _ = try await examples.evaluated([], predictions: program.file("a.jsonl"), name: path)
        let stored = try await evaluate(examples, "--compare", path, "b", "--json")

        let ofFile = try JSON(parsing: file.output)["left"]
        #expect(ofFile?["study"]?.isNull == true && ofFile?["name"]?.string == "b")
        let ofStored = try JSON(parsing: stored.output)["left"]
        #expect(ofStored?["study"]?.string != nil && ofStored?["name"]?.string == path)
    }

    @Test func `names both where two evaluations have one name`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await two(in: program)
        let first = try await examples.dataset.evaluation("a").study.id
        let second = try await examples.evaluated([], predictions: program.file("b.jsonl"), name: "a").result.study

        let shown = try await evaluate(examples, "--show", "1", "--of", "a")
        let chosen = try await evaluate(examples, "--show", "1", "--of", "\(second)", "--json")

        #expect(shown.status == 1 && shown.output.isEmpty)
        #expect(shown.errors.contains("a names \(first) (began "), "\(shown.errors)")
        #expect(shown.errors.contains("and \(second) (began "), "\(shown.errors)")
        #expect(shown.errors.contains("Say which by the study's digits."), "\(shown.errors)")
        #expect(chosen.status == 0, "\(chosen.errors)")
    }

    @Test func `says what an unreadable file of predictions is, and scores nothing by it`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let broken = try examples.file("{broken", "[]", named: "broken.jsonl")
        let empty = try examples.file(named: "empty.jsonl")

        let missing = try await evaluate(examples, "--predictions", program.file("none.jsonl"))
        let unusable = try await evaluate(examples, "--predictions", broken)
        let nothing = try await evaluate(examples, "--predictions", empty)

        #expect(missing.errors.contains("none.jsonl cannot be read. Check the path."), "\(missing.errors)")
        #expect(unusable.errors.contains("Line 1: It is no JSON: "), "\(unusable.errors)")
        let first = unusable.errors.split(separator: "\n").first ?? ""
        #expect(
            first.hasSuffix(
                "it has 0 ids, and the items are called s-00001 and so on. Give each line the id of its item."))
        #expect(
            nothing.errors.hasSuffix(
                "empty.jsonl are empty. Write one JSON object a line, one for each item, as in {\"id\": \"s-00001\", "
                    + "\"calls\": [{\"name\": \"TOOL\", \"arguments\": {}}], \"response\": \"TEXT\"}.\n"),
            "\(nothing.errors)")
        #expect(!(unusable.errors + nothing.errors).contains("has no prediction, and counts as wrong."))
        for ending in [missing, unusable, nothing] { #expect(ending.status == 1 && ending.output.isEmpty) }
        #expect(try await examples.dataset.evaluations().isEmpty)
    }
}
