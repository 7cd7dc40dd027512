import Engine
import Evaluation
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The plan of an evaluation")
struct EvaluationPlanTests {
    private static func plan(
        _ model: String = "m", _ answers: AnswerPlan = AnswerPlan(prompt: "p"), _ answering: CallAnswering = .live,
        tools: String = "t", scope: JSON = ["count": nil], items: String = "i"
    ) -> EvaluationPlan {
        EvaluationPlan(
            predictor: .model(model, answers, answering, tools: ContentHash(of: tools)), scope: scope,
            items: ContentHash(of: items))
    }

    private static func stored(
        _ plan: EvaluationPlan, kind: StudyKind = .evaluation, name: String = "m"
    ) -> StoredStudy {
        StoredStudy(
            id: plan.study, kind: kind, name: name, plan: plan.json, began: Timestamp(microseconds: 0), items: 3)
    }

    @Test func `is the same study when all is the same`() {
        #expect(Self.plan().study == Self.plan().study)
    }

    @Test(arguments: [
        plan("n"), plan("m", AnswerPlan(turns: 3, prompt: "p")), plan("m", AnswerPlan(calls: 3, prompt: "p")),
        plan("m", AnswerPlan(resultLimit: 3, prompt: "p")), plan("m", AnswerPlan(answerTokens: 3, prompt: "p")),
        plan("m", AnswerPlan(temperature: 0, prompt: "p")), plan("m", AnswerPlan(seed: 3, prompt: "p")),
        plan("m", AnswerPlan(prompt: "q")), plan("m", AnswerPlan(prompt: "p"), .recorded), plan(tools: "u"),
        plan(scope: ["count": 3]), plan(items: "j"),
        EvaluationPlan(
            predictor: .file(ContentHash(of: "f")), scope: ["count": nil], items: ContentHash(of: "i")),
    ])
    func `is another study when anything that decides its questions is another`(other: EvaluationPlan) {
        #expect(other.study != Self.plan().study)
    }

    @Test func `knows the study that did the same before the dataset changed, the newest`() {
        let (old, newer) = (Self.plan(items: "old"), Self.plan(items: "newer"))

        let found = Self.plan().predecessor(among: [
            Self.stored(old), Self.stored(newer), Self.stored(Self.plan("n", items: "old")),
            Self.stored(Self.plan(scope: ["count": 2], items: "old")), Self.stored(Self.plan()),
            Self.stored(Self.plan(items: "newest"), kind: .baseline),
        ])

        #expect(found?.id == newer.study)
    }

    @Test func `has no predecessor where only others were evaluated`() {
        #expect(Self.plan().predecessor(among: []) == nil)
        #expect(Self.plan().predecessor(among: [Self.stored(Self.plan())]) == nil)
    }

    @Test func `takes only the tools that items offer into account`() async throws {
        let two = try await ToolLibrary(InlineToolSource([.named("a"), .named("b")]) { _ in .returned(.init("")) })
        let one = try await ToolLibrary(InlineToolSource([.named("a")]) { _ in .returned(.init("")) })

        #expect(two.contentHash(of: ["a"]) == one.contentHash(of: ["a", "missing"]))
        #expect(two.contentHash(of: ["a", "b"]) != one.contentHash(of: ["a", "b"]))
    }
}
