import Engine
import Evaluation
import Foundation
import TestSupport
import Testing

@Suite("Who judged")
struct JudgeIdentityTests {
    private let scene = JudgingScene()
    private let answer = JudgedAnswer(
        Prediction(id: "a", calls: [], response: "It is 8."),
        to: Truth(id: "a", query: "?", offered: [], calls: [], response: "It is 7.", category: .single))

    private func read(_ text: String) throws -> JudgeIdentity {
        try JSONDecoder().decode(JudgeIdentity.self, from: Data(text.utf8))
    }

    private static func verdict(_ word: String) -> ScriptedModel.Line {
        .json(#"{"reason": "", "verdict": "\#(word)"}"#)
    }

    @Test func `is a model and the words of its question`() async throws {
        let study = try await scene.study(ScriptedModel())
        let here = "strict at http://127.0.0.1:1/v1"

        let solved = SolvedJudge(in: study, as: here).identity
        let others = [
            SolvedJudge(in: study, as: "strict at http://127.0.0.1:2/v1").identity, SolvedJudge(in: study).identity,
            SolvableJudge(in: study, as: here).identity, QualityJudge(in: study, as: here).identity,
        ]

        #expect(solved == JudgeIdentity(here, prompt: SolvedJudge.contentHash))
        #expect(!others.contains(solved) && Set(others).count == 4)
        #expect(solved.description == "\(here), prompt \(SolvedJudge.contentHash.short)")
        #expect(SolvedJudge(in: study).identity.model == "scripted")
    }

    @Test func `is read as it was kept, and from the bare name that earlier versions kept`() throws {
        let whole = JudgeIdentity("strict at http://127.0.0.1:1/v1", prompt: ContentHash(of: "words"))

        let again = try read(String(decoding: try JSONEncoder().encode(whole), as: UTF8.self))
        let bare = try read(#""strict""#)

        #expect(again == whole)
        #expect(bare == "strict" && bare.prompt == nil && bare.description == "strict")
        #expect(bare != JudgeIdentity("strict", prompt: ContentHash(of: "words")))
        #expect(throws: DecodingError.self) { try read(#"{"prompt": "00"}"#) }
    }

    @Test func `is asked anew where an endpoint of another address has the same name`() async throws {
        let ledger = MemoryLedger()
        func judged(_ model: ScriptedModel, at address: String) async throws -> SolvedVerdict? {
            try await SolvedJudge(in: scene.study(model, ledger), as: "strict at \(address)").judge(
                answer, at: scene.item, spending: scene.meter
            ).verdict?.verdict
        }

        let first = try await judged(ScriptedModel(Self.verdict("solved")), at: "http://127.0.0.1:1/v1")
        let other = try await judged(ScriptedModel(Self.verdict("unsolved")), at: "http://127.0.0.1:2/v1")
        let again = try await judged(ScriptedModel(), at: "http://127.0.0.1:1/v1")

        #expect([first, other, again] == [.solved, .unsolved, .solved])
    }

    @Test func `of an item of an earlier version is its model's name`() throws {
        let truth = Truth(id: "a", query: "?", offered: [], calls: [], response: "7", category: .single)
        let item = EvaluatedItem(
            truth: truth, prediction: nil, score: ItemScore(nil, against: truth, tools: [:]),
            judged: .init("strict", outcome: .unjudged("It declined.")))
        var stored = try #require(
            try JSON(parsing: String(decoding: try JSONEncoder().encode(item), as: UTF8.self)).object)
        stored.set("judged", ["model": "strict", "outcome": ["unjudged": ["_0": "It declined."]]])

        let read = try JSONDecoder().decode(
            EvaluatedItem.self, from: Data(JSON.object(stored).compactText.utf8))

        #expect(read == item)
        #expect(read.judged?.judge == "strict" && read.solved == nil)
    }
}
