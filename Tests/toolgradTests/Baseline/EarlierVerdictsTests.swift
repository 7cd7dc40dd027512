import Engine
import Evaluation
import FaultServer
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("Verdicts that an earlier version kept", .timeLimit(.minutes(3)))
struct EarlierVerdictsTests {
    private static let study = RunID(ContentHash(of: "a study"))
    private static let judge = JudgeIdentity("strict at http://a/v1", prompt: SolvedJudge.contentHash)

    /// Notes that a model answered whether an item is solved, as earlier versions did: under its name alone.
    private func keep(
        _ index: Int, turn: Int = 1, by model: String = "strict", of study: RunID = EarlierVerdictsTests.study,
        in dataset: Dataset
    ) async throws {
        let slot = ExchangeSlot(
            sample: SampleID(run: study, index: index), iteration: 0, stage: .judging, turn: turn)
        let request = ModelRequest(model: model, messages: [.user("Is it solved?")], maxTokens: 16)
        try await dataset.ledger(for: study).finish(Question(request, in: slot), with: .oddAnswer)
    }

    private func dataset(in program: Program) async throws -> Dataset {
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        try await dataset.beginStudy(
            Self.study, kind: .baseline, name: "test", plan: [:], at: Timestamp(microseconds: 0))
        return dataset
    }

    private func found(
        _ judge: JudgeIdentity = EarlierVerdictsTests.judge, about items: Set<Int> = [1, 2, 3], in dataset: Dataset
    ) async throws -> EarlierVerdicts? {
        try await EarlierVerdicts(of: [(.solved, judge)], in: Self.study, about: items, dataset)
    }

    @Test func `are counted where the judge of that name has not answered since`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try await dataset(in: program)
        for index in [1, 2, 9] { try await keep(index, in: dataset) }
        try await keep(3, by: "mild", in: dataset)

        let before = try await found(in: dataset)
        let now = JudgeSeat(question: .solved, model: Self.judge.model).turn
        try await keep(1, turn: now, in: dataset)
        let since = try await found(in: dataset)
        try await keep(2, turn: now, in: dataset)

        #expect(before?.count == 2, "The ninth is not asked about, and the third was judged by another model.")
        #expect(since?.count == 1)
        #expect(try await found(in: dataset) == nil)
        #expect(try await found("strict at http://b/v1", in: dataset)?.count == 2, "It is another endpoint.")
    }

    @Test func `are told in a sentence that says what is paid for`() async throws {
        let program = try Program()
        defer { program.clean() }
        let dataset = try await dataset(in: program)

        #expect(try await found(in: dataset) == nil)
        try await keep(1, in: dataset)
        #expect(
            try await found(in: dataset)?.words
                == "1 answer was judged by strict with an earlier version, which did not note its endpoint: it is "
                + "judged, and paid for, anew.")
        try await keep(2, in: dataset)
        #expect(
            try await found(in: dataset)?.words.hasSuffix("they are judged, and paid for, anew.") == true)
    }

    @Test func `of a baseline are told of before the judge is asked, and once`() async throws {
        let program = try Program()
        defer { program.clean() }
        let server = try await FaultServer.start { .searchAnswer(to: $0) }
        let rules = ["baseline", "--model", "rules", "--seed", "2", "--dataset", program.file("b.toolgrad")]
        _ = try await program.run(rules)
        let dataset = try Dataset.open(at: program.file("b.toolgrad"), mode: .readWrite)
        let study = try #require(try await dataset.studies().first).id
        // An item without an answer is never asked about.
        for try await sample in dataset.baselineSamples(of: study) where sample.result.isAnswered {
            try await keep(sample.index, of: study, in: dataset)
        }
        let earlier = try #require(
            try await EarlierVerdicts(of: [(.solved, Self.judge)], in: study, about: Set(1...10), dataset))
        try dataset.close()
        let judge = ["--judge-model", "strict", "--judge-base-url", server.baseURL]

        let judged = try await program.run(rules + judge)
        let asked = server.requests.count
        let again = try await program.run(rules + judge)
        let askedAgain = server.requests.count
        await server.stop()

        #expect(judged.status == 0 && judged.errors.contains(earlier.words + "\n"), "\(judged.errors)")
        #expect(asked == earlier.count && askedAgain == asked)
        #expect(!again.errors.contains("earlier version"), "\(again.errors)")
    }

    @Test func `of an evaluation are told of before the judge is asked`() async throws {
        let program = try Program()
        defer { program.clean() }
        let examples = try await EvaluationExamples(in: program)
        let path = try examples.file(PredictionLines.right("Oslo", id: "s-00001"), PredictionLines.parallel)
        let study = try await examples.evaluated([], predictions: path).result.study
        for turn in [0, 1] { try await keep(1, turn: turn, of: study, in: examples.dataset) }
        let server = try await FaultServer.start { .warmthAnswer(to: $0) }

        let judged = try await program.run(
            "evaluate", "--predictions", path, "--judge-model", "strict", "--judge-base-url", server.baseURL,
            "--judge-solved", "--dataset", examples.samples.path)
        await server.stop()

        #expect(judged.status == 0, "\(judged.errors)")
        #expect(judged.errors.contains("1 answer was judged by strict with an earlier version"), "\(judged.errors)")
    }
}
