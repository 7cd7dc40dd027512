import Engine
import Evaluation
import TestSupport
import Testing

@Suite("A study")
struct StudyTests {
    private let item = SampleID(run: RunID(ContentHash(of: "a study")), index: 1)

    @Test func `counts what it asked and called`() async throws {
        let study = Study(
            model: .init(ScriptedModel(.words("Hello.")), name: "scripted"),
            library: try await ToolLibrary(CountingTools()))
        let meter = SpendingMeter()

        let request = ModelRequest(model: "scripted", messages: [.user("Say hello.")], maxTokens: 16)
        let slot = ExchangeSlot(sample: item, iteration: 0, stage: .searching, turn: 1)
        let completion = try await study.ask(request, at: slot, spending: meter)
        let call = ToolCall(tool: "find", arguments: ["name": "Oslo"])
        let result = try await study.run(call, number: 1, of: item, after: [], spending: meter)

        #expect(completion.text == "Hello.")
        #expect(result.outcome.succeeded)
        let spending = await meter.spending
        #expect(spending.modelCalls == 1)
        #expect(spending.toolCalls == 1)
        #expect(spending.tokens == 110)
        #expect(spending.cost == nil, "A price that is not known is not zero.")
    }

    @Test func `does not send a call that breaks its schema`() async throws {
        let study = Study(
            model: .init(ScriptedModel(), name: "scripted"), library: try await ToolLibrary(CountingTools()))
        let meter = SpendingMeter()

        let call = ToolCall(tool: "find", arguments: ["town": "Oslo"])
        let result = try await study.run(call, number: 1, of: item, after: [], spending: meter)

        #expect(result.outcome.isRejection)
        #expect(await meter.spending.toolCalls == 0)
    }
}
