import Canvas
import DatasetStore
import Engine
import Evaluation
import Explorer
import Foundation
import Testing

@testable import toolgrad

@Suite("Studies behind the explorer", .timeLimit(.minutes(1)))
struct StudiesSessionTests {
    private let program: Program
    private let dataset: Dataset
    private let baseline = RunID(ContentHash(of: "a baseline"))
    private let evaluation = RunID(ContentHash(of: "an evaluation"))
    private let began = Timestamp(microseconds: 1_800_000_000_000_000)

    init() throws {
        program = try Program()
        dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
    }

    /// What the desk of an explorer answers.
    private func answers(to requests: [StudyRequest]) async throws -> [ExplorerEvent] {
        let (inbox, surroundings) = (Inbox(), Surroundings.read(program.environment))
        let folders = ThemeFolders(option: nil, settings: program.folder.path)
        let desk = EffectDesk(
            dataset: dataset, terminal: nil, inbox: inbox, surroundings: surroundings, growing: nil,
            tools: try await SessionTools(try ToolOptions.parse([]), memory: dataset, surroundings),
            look: Look.begin("dark", in: folders, glyphs: .utf8).look, mayCopy: false, requiresRerun: false,
            undoDepth: 0)
        await desk.carryOut(requests.map { .read($0) })
        return inbox.takeAll().compactMap { arrival in
            if case .event(let event) = arrival { event } else { nil }
        }
    }

    private func sample(_ index: Int) -> BaselineSample {
        BaselineSample(
            index: index, method: .dfs, instruction: Instruction(query: "Query \(index)?", related: ["city_lookup"]),
            offered: ["city_lookup"],
            result: SearchResult(
                ending: .answered("Yes."), tree: AnswerNode(.root, depth: 0, number: 0), queries: index, steps: [],
                messages: [.user("Query \(index)?")], spending: Spending()),
            spending: Spending(), wallTime: .seconds(1))
    }

    private var item: EvaluatedItem {
        let call = ToolCall(tool: "city_lookup", arguments: ["name": "Oslo"])
        let truth = Truth(
            id: "s-00001", query: "Where is Oslo?", offered: ["city_lookup"], calls: [call], response: "",
            category: .single)
        return EvaluatedItem(truth: truth, prediction: nil, score: ItemScore(nil, against: truth, tools: [:]))
    }

    private func begin(_ study: RunID, _ kind: StudyKind, _ items: [JSON]) async throws {
        try await dataset.beginStudy(
            study, kind: kind, name: "first", plan: ["predictor": ["model": "M-small", "prompt": "0123"], "seed": 7],
            at: began)
        for (place, item) in items.enumerated() {
            try await dataset.saveItem(item, index: place + 1, of: study, at: began)
        }
    }

    @Test func `a dataset without studies has empty lists`() async throws {
        defer { program.clean() }

        let answers = try await answers(to: [.baselines, .evaluations])

        #expect(answers == [.studyRead(.baselines([])), .studyRead(.evaluations([]))])
    }

    @Test func `baselines are listed with what of their plan fits a line`() async throws {
        defer { program.clean() }
        try await begin(baseline, .baseline, [try JSON(encoding: sample(1))])
        try await begin(evaluation, .evaluation, [])

        let answers = try await answers(to: [.baselines])

        let listed = ListedStudy(
            id: baseline, name: "first", facts: ["model M-small", "seed 7"], began: began, items: 1)
        #expect(answers == [.studyRead(.baselines([listed]))])
    }

    @Test func `rows come by page, and one that is no item keeps no other away`() async throws {
        defer { program.clean() }
        let items = [try JSON(encoding: sample(1)), ["of": "another version"], try JSON(encoding: sample(3))]
        try await begin(baseline, .baseline, items)

        let answers = try await answers(to: [
            .indices(baseline), .baselineRows(baseline, [1, 2]), .baselineRows(baseline, [3]),
        ])

        let problem = "Item 2 of the study was written by another version of toolgrad."
        let pages: [[BaselineRow]] = [
            [.item(ListedBaselineItem(sample(1))), .unreadable(index: 2, problem)],
            [.item(ListedBaselineItem(sample(3)))],
        ]
        #expect(answers.first == .studyRead(.indices(baseline, [1, 2, 3])))
        #expect(answers.dropFirst() == pages.map { .studyRead(.baselineRows(baseline, $0)) }[...])
    }

    @Test func `a row comes for each item that was asked for, gone, misnumbered or not in line`() async throws {
        defer { program.clean() }
        try await begin(baseline, .baseline, [try JSON(encoding: sample(1)), try JSON(encoding: sample(7))])
        try await dataset.saveItem(try JSON(encoding: sample(9)), index: 9, of: baseline, at: began)

        let answers = try await answers(to: [
            .indices(baseline), .baselineRows(baseline, [1, 9]), .baselineRows(baseline, [2, 5, Int.min]),
            .baselineRows(baseline, []),
        ])

        let gone = { (index: Int) -> BaselineRow in
            .unreadable(index: index, "Item \(index) of the study is not stored any more: read the list again.")
        }
        let items: [BaselineRow] = [1, 9].map { .item(ListedBaselineItem(sample($0))) }
        #expect(
            answers == [
                .studyRead(.indices(baseline, [1, 2, 9])), .studyRead(.baselineRows(baseline, items)),
                .studyRead(
                    .baselineRows(
                        baseline,
                        [
                            .unreadable(index: 2, "Item 2 of the study says that it is item 7."), gone(5), gone(.min),
                        ])), .studyRead(.baselineRows(baseline, [])),
            ])
    }

    @Test func `an item comes whole, and one that is not there is told with its request`() async throws {
        defer { program.clean() }
        try await begin(baseline, .baseline, [try JSON(encoding: sample(1))])

        let answers = try await answers(to: [.baseline(baseline, index: 1), .baseline(baseline, index: 9)])

        #expect(answers.first == .studyRead(.baseline(baseline, sample(1))))
        #expect(
            answers.last
                == .studyFailed(
                    .baseline(baseline, index: 9), "Item 9 of the study is not stored any more: read the list again."))
    }

    @Test func `an evaluation has its share of right items once its figures are kept`() async throws {
        defer { program.clean() }
        try await begin(evaluation, .evaluation, [try JSON(encoding: item)])
        let study = ListedStudy(
            id: evaluation, name: "first", facts: ["model M-small", "seed 7"], began: began, items: 1)

        let before = try await answers(to: [.evaluations])
        try await dataset.saveArtefact(
            kind: ArtefactKind.evaluation, name: evaluation.hash.hex, json: ["right": 3, "items": 4], at: began)
        let after = try await answers(to: [.evaluations])

        #expect(before == [.studyRead(.evaluations([ListedEvaluation(study, right: nil)]))])
        #expect(after == [.studyRead(.evaluations([ListedEvaluation(study, right: Tally(3, of: 4))]))])
    }

    @Test func `items of an evaluation come in short, then whole`() async throws {
        defer { program.clean() }
        try await begin(evaluation, .evaluation, [try JSON(encoding: item)])

        let answers = try await answers(to: [
            .indices(evaluation), .evaluationRows(evaluation, [1]), .evaluation(evaluation, index: 1),
        ])

        let rows: [EvaluationRow] = [.item(EvaluationSummary(item, index: 1))]
        #expect(
            answers == [
                .studyRead(.indices(evaluation, [1])), .studyRead(.evaluationRows(evaluation, rows)),
                .studyRead(.evaluation(evaluation, index: 1, item)),
            ])
    }

    @Test func `line after line, going to a study is answered once`() async throws {
        defer { program.clean() }
        try await begin(baseline, .baseline, try (1...3).map { try JSON(encoding: sample($0)) })
        try await begin(evaluation, .evaluation, [try JSON(encoding: item)])

        let ending = try await program.run(
            typing: ["g b", "g e", "q"], "review", "--linear", program.file("a.toolgrad"))

        let told = ending.output
        #expect(ending.status == 0, "\(ending.errors)")
        #expect(told.components(separatedBy: "Screen Baselines.").count == 2, "\(told)")
        #expect(told.components(separatedBy: "Screen Evaluations.").count == 2, "\(told)")
        #expect(told.contains("Baseline first: 3 items.") && told.contains("Evaluation first. Items 1"))
        #expect(!told.contains("being read"))
    }
}
