import Engine
import Evaluation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Items of an evaluation")
struct EvaluationItemsTests {
    @Test func `are the accepted samples, with the category that their calls have`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let items = try await examples.items()

        #expect(items.tasks.map(\.truth.id) == ["s-00001", "s-00002", "s-00003"])
        #expect(items.tasks.map(\.truth.category) == [.chained, .chained, .parallel])
        #expect(items.tasks.map(\.index) == [1, 2, 3])
        #expect(items.tasks[0].truth.calls.map(\.tool) == ["geocode", "forecast"])
        #expect(items.tasks[0].truth.offered == ["geocode", "forecast"])
        #expect(items.notes.isEmpty)
        #expect(try await examples.items("--include", "all").tasks.count == 4)
        #expect(try await examples.items("--filter", "id:2").tasks.map(\.truth.id) == ["s-00002"])
    }

    @Test func `have a second one where nothing can help, under a name of its own`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let items = try await examples.items("--irrelevance", "1", "--candidates", "4")

        #expect(items.tasks.map(\.truth.id).prefix(2) == ["s-00001", "s-00001/irrelevance"])
        #expect(items.tasks[1].truth.category == .irrelevance)
        #expect(items.tasks[1].truth.calls.isEmpty)
        #expect(Set(items.tasks[1].truth.offered) == ["song_text", "loan_rate"])
        #expect(Set(items.tasks[0].truth.offered) == ["geocode", "forecast", "song_text", "loan_rate"])
        #expect(items.tasks.count == 6)
        #expect(items.notes == [])
    }

    @Test func `are drawn by the seed, in the order of the samples`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)

        let drawn = try await (1...8).mapped { seed in
            try await examples.items("--count", "2", "--seed", "\(seed)").tasks.map(\.truth.id)
        }

        #expect(drawn.allSatisfy { $0.count == 2 && $0 == $0.sorted() })
        #expect(Set(drawn).count > 1, "Another seed draws others.")
        #expect(try await examples.items("--count", "2", "--seed", "1").tasks.map(\.truth.id) == drawn[0])
    }

    @Test func `are others once a sample was edited`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let before = try await examples.items().contentHash

        let same = try await examples.items().contentHash
        try await examples.edit("1", query: "Is it warm in Oslo?")
        let edited = try await examples.items()

        #expect(same == before)
        #expect(edited.contentHash != before)
        #expect(edited.tasks.first?.truth.query == "Is it warm in Oslo?")
    }

    @Test func `name what is missing where there are none`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let failure = await #expect(throws: CommandFailure.self) {
            _ = try await EvaluationItems(try ItemOptions.parse([]), in: samples.dataset)
        }

        #expect(
            failure?.description
                == "Nothing to evaluate: no sample is accepted. Accept some first, or use --include all.")
    }

    @Test func `are answered by the record where an equal call was made, and by nothing else`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let source = RecordedAnswers(try await examples.items(), in: examples.dataset)

        let known = await source.run(
            ToolCall(tool: "geocode", arguments: ["name": "Narvik"]), in: .byHand)
        let unknown = await source.run(ToolCall(tool: "geocode", arguments: ["name": "Nowhere"]), in: .byHand)

        #expect(known.outcome == .returned(RecordedOutput(#"{"latitude":68.43}"#)))
        #expect(known.origin == .cached)
        #expect(
            unknown.outcome.problem == "Not recorded: the dataset has no result of this call of geocode.")
    }

    @Test(arguments: [
        (["--count", "0"], "--count is 0. Give a number of at least 1."),
        (["--candidates", "-1"], "--candidates is -1. Give 0, or a number of tools."),
        (["--irrelevance", "2"], "--irrelevance is 2.0. Give a share from 0 to 1."),
        (["--distractors", "cousins"], "--distractors has cousins, which is not known."),
    ])
    func `are asked for in ways that make sense`(arguments: [String], words: String) {
        let error = #expect(throws: (any Error).self) { try ItemOptions.parse(arguments) }

        #expect(error.map { ItemOptions.message(for: $0) }?.contains(words) == true)
    }
}

extension Sequence {
    fileprivate func mapped<Value>(_ value: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await value(element)) }
        return values
    }
}
