import DemoTools
import Engine
import Evaluation
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("A baseline of a dataset", .timeLimit(.minutes(1)))
struct BaselineRunTests {
    private let program: Program
    private let dataset: Dataset
    private let plan = BaselinePlan(method: .react, seed: 3)

    init() throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    /// Answers as the rules do, under a model's name.
    private func model(at base: String) -> BaselineModel {
        BaselineModel(
            RuleBasedSolver(knowing: DemoTools().tools()), ModelIdentity(name: "good", base: base),
            prices: PriceTable())
    }

    private func begin(_ model: BaselineModel, count: Int = 3) async throws -> BaselineRun {
        try await BaselineRun.begin(
            plan, by: model, with: try await ToolLibrary(DemoTools()), count: count, in: dataset)
    }

    /// A baseline as earlier versions stored it: by the bare name of its model.
    private func storeOfEarlierVersion() async throws -> RunID {
        let tools = try await ToolLibrary(DemoTools()).tools
        let id = plan.id(model: "good", library: tools)
        try await dataset.beginStudy(
            id, kind: .baseline, name: "react by good", plan: plan.json(model: "good", library: tools),
            at: Timestamp(microseconds: 0))
        return id
    }

    @Test func `is one study for each endpoint of a model's name`() async throws {
        defer { program.clean() }
        let first = try await begin(model(at: "http://a"))
        _ = try await first.run(concurrency: 1) { _ in }
        let second = try await begin(model(at: "http://b"))

        #expect(first.id != second.id)
        #expect(second.before.isEmpty, "What another endpoint answered is no sample of it.")
        #expect(first.namesake == nil && second.namesake == nil)
        #expect(try await dataset.itemIndices(of: first.id) == [1, 2, 3])
        let stored = try await dataset.storedMethods()
        #expect(stored.map(\.model) == ["good", "good"])
        #expect(stored.map(\.endpoint) == ["http://a", "http://b"])
    }

    @Test func `leaves one of an earlier version as it is, and names it once`() async throws {
        defer { program.clean() }
        let older = try await storeOfEarlierVersion()

        let begun = try await begin(model(at: "http://a"))
        #expect(begun.namesake == older && begun.id != older)
        let stored = try await dataset.storedMethods()
        #expect(stored.map(\.id) == [older, begun.id])
        #expect(stored.map(\.endpoint) == [nil, "http://a"])
        #expect(stored.map(\.wanted) == [0, 3], "Of the older one only what is there is known.")
    }

    @Test func `goes on without a word of an earlier version once it has begun`() async throws {
        defer { program.clean() }
        _ = try await storeOfEarlierVersion()
        _ = try await begin(model(at: "http://a"))

        let again = try await begin(model(at: "http://a"))

        #expect(again.namesake == nil)
    }

    @Test func `by the rules is the same study as ever`() async throws {
        defer { program.clean() }
        let tools = try await ToolLibrary(DemoTools())

        let run = try await begin(.rules)

        #expect(run.id == plan.id(model: "rules/1", library: tools.tools))
        #expect(run.namesake == nil)
    }

    @Test func `remembers the most samples that were wanted`() async throws {
        defer { program.clean() }

        let id = try await begin(model(at: "http://a"), count: 5).id
        #expect(try await dataset.wantedSamples(of: id) == 5)
        _ = try await begin(model(at: "http://a"), count: 2)
        #expect(try await dataset.wantedSamples(of: id) == 5)
        _ = try await begin(model(at: "http://a"), count: 7)
        #expect(try await dataset.wantedSamples(of: id) == 7)
        #expect(try await dataset.wantedSamples(of: RunID(ContentHash(of: "another"))) == nil)
    }

    @Test func `that is not complete says so where it is only compared`() async throws {
        defer { program.clean() }
        let run = try await begin(model(at: "http://a"), count: 5)
        let samples = try await begin(.rules, count: 3)
        _ = try await samples.run(concurrency: 1) { try await run.save($0) }

        let stored = try #require(try await dataset.storedMethods().first { $0.id == run.id })
        let column = try await dataset.column(of: stored)
        let firstTwo = try await dataset.column(of: stored, first: 2)

        #expect(ComparisonTable([column]).notes.contains("react has 3 of 5 samples."))
        #expect(!ComparisonTable([firstTwo]).notes.contains { $0.hasPrefix("react has") })
        #expect(firstTwo.figures.samples == 2)
    }

    @Test func `by the rules has no model calls, also where an earlier version counted them`() async throws {
        defer { program.clean() }
        let run = try await begin(.rules, count: 1)
        _ = try await run.run(concurrency: 1) { sample in
            var spending = sample.spending
            (spending.modelCalls, spending.promptTokens, spending.toolCalls) = (12, 300, 8)
            try await run.save(sample.taking(spending))
        }

        let figures = try await run.figures()
        let stored = try #require(try await dataset.item(1, of: run.id))
        let sample = try BaselineSample(stored: stored, index: 1, by: run.origin.model)
        let line = BaselineLine(sample: sample, origin: run.origin).json
        let method = try #require(try await dataset.storedMethods().first)
        let column = try await dataset.column(of: method)

        #expect(figures.spending.modelCalls == 0 && figures.spending.toolCalls == 8)
        #expect(line["modelCalls"] == 0 && line["promptTokens"] == 0 && line["toolCalls"] == 8)
        #expect(column.figures.quantities[.modelCalls]?.perSample?.value == 0)
        #expect(try BaselineSample(stored: stored, index: 1, by: "good at http://a").spending.modelCalls == 12)
    }

    @Test func `gives its samples one after the other, those it was asked for`() async throws {
        defer { program.clean() }
        let run = try await begin(.rules, count: 12)
        _ = try await run.run(concurrency: 4) { _ in }
        let fewer = BaselineSamplesOf(dataset, run.id)

        #expect(try await fewer.indices() == Array(1...12))
        #expect(try await fewer.indices(after: 9) == [10, 11, 12])
        #expect(try await fewer.indices(after: 2, upTo: 4) == [3, 4])
        #expect(try await run.figures().samples == 12)
        var end = dataset.baselineSamples(of: run.id, upTo: 1).makeAsyncIterator()
        #expect(try await end.next()?.index == 1)
        #expect(try await end.next() == nil)
        #expect(try await end.next() == nil, "Nothing comes after the end.")
    }

    @Test func `says which of its samples this version cannot read`() async throws {
        defer { program.clean() }
        let run = try await begin(.rules, count: 1)
        try await dataset.saveItem(["of": "another version"], index: 1, of: run.id, at: Timestamp(microseconds: 0))

        let failure = await #expect(throws: CommandFailure.self) { try await run.figures() }

        #expect(
            failure.map { "\($0)" }?.contains("sample 1 is stored in a way that this version does not read") == true)
    }
}

/// Reads the indices of stored samples.
private struct BaselineSamplesOf {
    private let dataset: Dataset
    private let study: RunID

    init(_ dataset: Dataset, _ study: RunID) {
        self.dataset = dataset
        self.study = study
    }

    func indices(after first: Int? = nil, upTo last: Int = .max) async throws -> [Int] {
        var indices: [Int] = []
        for try await sample in dataset.baselineSamples(of: study, after: first, upTo: last) {
            indices.append(sample.index)
        }
        return indices
    }
}
