import Engine
import Evaluation
import TestSupport
import Testing

@Suite("Judging whether a query can be solved")
struct SolvableJudgeTests {
    private static let find = Tool(
        name: "find", description: "Finds the id of a place.",
        inputSchema: ["type": "object", "properties": ["name": ["type": "string"]]])

    private let scene = JudgingScene()
    private let query = JudgedQuery("What is the id of Oslo?", offering: [find])

    @Test(
        "reads each of the three verdicts, with its reason",
        arguments: [("solvable", SolvableVerdict.solvable), ("Unsure", .unsure), ("UNSOLVABLE", .unsolvable)])
    func readsEachVerdict(word: String, verdict: SolvableVerdict) async throws {
        let model = ScriptedModel(.json(#"{"reason": "It says so.", "verdict": "\#(word)"}"#))

        let outcome = try await SolvableJudge(in: scene.study(model)).judge(
            query, answered: .unsolved, at: scene.item, spending: scene.meter)

        #expect(outcome == .judged(SolvableRuling(verdict, reason: "It says so.")))
        #expect(await scene.meter.spending.modelCalls == 1)
    }

    @Test func `shows the query and the tools, and nothing of an answer`() async throws {
        let model = ScriptedModel(.json(#"{"reason": "", "verdict": "solvable"}"#))

        _ = try await SolvableJudge(in: scene.study(model)).judge(
            query, answered: .unsure, at: scene.item, spending: scene.meter)

        let request = try #require(model.asked.first)
        let asked = try #require(request.messages.last).text
        for words in [
            ">\nWhat is the id of Oslo?\n</query-", ">\n1. find: Finds the id of a place.\n   arguments: {\"type\"",
            #"{"reason": text, "verdict": "solvable" or "unsure" or "unsolvable"}"#,
        ] {
            #expect(asked.contains(words), "\(words) in \(asked)")
        }
        #expect(!asked.contains("{{") && !asked.contains("response-"))
        #expect(request.answer?.name == "solvable")
        #expect(
            request.answer?.schema["properties"]?["verdict"]?["enum"] == ["solvable", "unsure", "unsolvable"])
    }

    @Test func `takes a query whose answer solves it for solvable, without asking`() async throws {
        let outcome = try await SolvableJudge(in: scene.study(ScriptedModel())).judge(
            query, answered: .solved, at: scene.item, spending: scene.meter)

        #expect(outcome == .judged(SolvableRuling(.solvable, reason: "Its answer solves it.")))
        #expect(await scene.meter.spending.modelCalls == 0)
    }

    @Test func `asks again for a verdict on something else, and gives up after two repairs`() async throws {
        let model = ScriptedModel(
            .json(#"{"reason": "", "verdict": "solved"}"#), .json("{}"), .json(#"{"verdict": "unsolved"}"#))

        let outcome = try await SolvableJudge(in: scene.study(model)).judge(
            query, answered: .unsolved, at: scene.item, spending: scene.meter)

        #expect(
            outcome
                == .inconclusive(
                    "No usable answer after 3 questions: The verdict \"unsolved\" is none of solvable, unsure, unsolvable."
                ))
        #expect(model.left == 0)
    }

    @Test func `is asked in a place of its own beside the judge of the answer`() async throws {
        let ledger = MemoryLedger()
        let answer = JudgedAnswer(
            Prediction(id: "a", calls: [], response: "8"),
            to: Truth(id: "a", query: "?", offered: [], calls: [], response: "7", category: .single))
        func model(_ word: String) -> ScriptedModel { ScriptedModel(.json(#"{"reason":"","verdict":"\#(word)"}"#)) }

        let solved = try await SolvedJudge(in: scene.study(model("unsolved"), ledger), as: "m at a://b").judge(
            answer, at: scene.item, spending: scene.meter)
        let solvable = try await SolvableJudge(in: scene.study(model("unsolvable"), ledger), as: "m at a://b").judge(
            query, answered: .unsolved, at: scene.item, spending: scene.meter)
        let again = try await SolvableJudge(in: scene.study(ScriptedModel(), ledger), as: "m at a://b").judge(
            query, answered: .unsolved, at: scene.item, spending: scene.meter)

        #expect(solved.verdict?.verdict == .unsolved && solvable.verdict?.verdict == .unsolvable)
        #expect(again == solvable, "It is in the record.")
    }

    @Test func `long descriptions and many tools are cut, visibly`() async throws {
        let long = Tool(
            name: "long", description: String(repeating: "x", count: 1_001), inputSchema: ["type": "object"])
        let model = ScriptedModel(.json(#"{"reason": "", "verdict": "unsure"}"#))

        _ = try await SolvableJudge(in: scene.study(model)).judge(
            JudgedQuery("?", offering: Array(repeating: long, count: 80)), answered: .unsolved, at: scene.item,
            spending: scene.meter)

        let asked = try #require(model.asked.first?.messages.last).text
        #expect(asked.contains("x… [cut: 1 more characters]\n   arguments: "))
        #expect(asked.contains(" more tools]\n</tools-"))
        #expect(asked.count < 70_000)
    }

    @Test func `a query without tools is shown as one`() async throws {
        let model = ScriptedModel(.json(#"{"reason": "", "verdict": "unsolvable"}"#))

        _ = try await SolvableJudge(in: scene.study(model)).judge(
            JudgedQuery("?", offering: []), answered: .unsolved, at: scene.item, spending: scene.meter)

        #expect(model.asked.first?.messages.last?.text.contains("The tools:\nNone.\n") == true)
    }
}
