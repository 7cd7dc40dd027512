import Engine
import Evaluation
import TestSupport
import Testing

@Suite("Judging whether a query is solved")
struct SolvedJudgeTests {
    private let scene = JudgingScene()

    private func result(_ ending: SearchResult.Ending) -> SearchResult {
        SearchResult(
            ending: ending, tree: AnswerNode(.root, depth: 0, number: 0), queries: 2,
            steps: [
                SearchedCall(
                    call: ToolCall(tool: "find", arguments: ["name": "Oslo"]), status: .worked,
                    observation: #"{"id":"id-of-Oslo"}"#)
            ], messages: [], spending: Spending())
    }

    @Test(
        "reads each of the three verdicts, with its reason",
        arguments: [
            ("solved", SolvedVerdict.solved, 1.0), ("Unsure", .unsure, 0.5), ("UNSOLVED", .unsolved, 0),
        ])
    func readsEachVerdict(word: String, verdict: SolvedVerdict, share: Double) async throws {
        let model = ScriptedModel(.json(#"{"reason": "It says so.", "verdict": "\#(word)"}"#))

        let outcome = try await SolvedJudge(in: scene.study(model)).judge(
            JudgedAnswer(result(.answered("It is id-of-Oslo.")), to: "What is the id of Oslo?"), at: scene.item,
            spending: scene.meter)

        #expect(outcome == .judged(SolvedRuling(verdict, reason: "It says so.")))
        #expect(verdict.share == share)
    }

    @Test func `shows the query, what the calls gave, and the answer`() async throws {
        let model = ScriptedModel(.json(#"{"reason": "", "verdict": "solved"}"#))

        _ = try await SolvedJudge(in: scene.study(model)).judge(
            JudgedAnswer(result(.answered("It is id-of-Oslo.")), to: "What is the id of Oslo?"), at: scene.item,
            spending: scene.meter)

        let asked = try #require(model.asked.first?.messages.last).text
        for words in [
            ">\nWhat is the id of Oslo?\n</query-", #"1. find({"name":"Oslo"}): gave {"id":"id-of-Oslo"}"#,
            ">\nIt is id-of-Oslo.\n</response-",
        ] {
            #expect(asked.contains(words), "\(words)")
        }
        #expect(!asked.contains("{{"))
    }

    @Test(
        "takes no answer for unsolved, without asking",
        arguments: [.gaveUp, .exhausted, .outOfQueries, .failed("HTTP 500"), .answered(" ")] as [SearchResult.Ending])
    func takesNoAnswerForUnsolved(ending: SearchResult.Ending) async throws {
        let outcome = try await SolvedJudge(in: scene.study(ScriptedModel())).judge(
            JudgedAnswer(result(ending), to: "?"), at: scene.item, spending: scene.meter)

        #expect(outcome.verdict?.verdict == .unsolved)
        #expect(await scene.meter.spending.modelCalls == 0)
    }

    @Test func `asks again for a verdict that is none, and gives up after two repairs`() async throws {
        let model = ScriptedModel(
            .json(#"{"reason": "", "verdict": "maybe"}"#), .json(#"{"reason": ""}"#), .words("solved"))

        let outcome = try await SolvedJudge(in: scene.study(model)).judge(
            JudgedAnswer(result(.answered("It is.")), to: "?"), at: scene.item, spending: scene.meter)

        #expect(outcome == .inconclusive("No usable answer after 3 questions: The answer has no JSON in it."))
        let objections = try #require(model.asked.last).messages.compactMap { message -> String? in
            guard case .user(let text) = message else { return nil }
            return text
        }
        #expect(objections[1].contains(#"The verdict "maybe" is none of solved, unsure, unsolved."#))
        #expect(objections[2].contains(#"There is no text "verdict"."#))
    }

    @Test func `both judges of an item are asked in places of their own`() async throws {
        let ledger = MemoryLedger()
        let truth = Truth(
            id: "a", query: "?", offered: [], calls: [], response: "It is 7.", category: .single)
        let answer = JudgedAnswer(Prediction(id: "a", calls: [], response: "It is 8."), to: truth)
        let quality = ScriptedModel(.json(#"{"requests": [{"request": "a", "reason": "", "score": 0}]}"#))
        let solved = ScriptedModel(.json(#"{"reason": "", "verdict": "unsolved"}"#))

        let points = try await QualityJudge(in: scene.study(quality, ledger)).judge(
            answer, at: scene.item, spending: scene.meter)
        let verdict = try await SolvedJudge(in: scene.study(solved, ledger)).judge(
            answer, at: scene.item, spending: scene.meter)

        #expect(points.verdict?.quality == 0)
        #expect(verdict.verdict?.verdict == .unsolved)
        #expect(QualityJudge.contentHash != SolvedJudge.contentHash)
    }
}
