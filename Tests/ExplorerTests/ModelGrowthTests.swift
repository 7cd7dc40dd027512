import Canvas
import Engine
import TestSupport
import Testing

@testable import Explorer

@Suite("Watching a model")
struct ModelGrowthTests {
    private func screen(of state: ExplorerState) -> String { state.frame(in: .wide, glyphs: .utf8).text() }

    private func speech(_ tail: String, isReasoning: Bool = false) -> ExplorerEvent {
        .spoken(
            ExampleSample.id(1),
            Speech(stage: .proposing, proposal: nil, tail: tail, isReasoning: isReasoning))
    }

    private func asked(cost: Money?) -> RunEvent {
        let slot = ExchangeSlot(sample: ExampleSample.id(1), iteration: 1, stage: .proposing)
        let request = ModelRequest(model: "m", messages: [.user("Propose.")], maxTokens: 10)
        let completion = Completion(
            text: "{}", usage: TokenUsage(prompt: 1200, completion: 34), model: "m", body: RecordedOutput("{}"))
        return .asked(
            Exchange(Question(request, in: slot), RecordedExchange(.answered(completion), tries: 2, cost: cost)))
    }

    @Test func `what a model says is shown while it says it, and goes when something is stored`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(3))

        _ = state.update(speech("First the capital, then its"))
        let speaking = screen(of: state)
        _ = state.record(asked(cost: nil), number: 4)

        #expect(speaking.contains("proposing says:"))
        #expect(speaking.contains("First the capital, then its"))
        #expect(!screen(of: state).contains("First the capital"))
    }

    @Test func `thinking aloud is told from answering`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(3))

        _ = state.update(speech("Hm", isReasoning: true))

        #expect(screen(of: state).contains("proposing thinks:"))
    }

    @Test func `what a model says passes the sanitiser`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(3))

        _ = state.update(speech("a\u{1B}[31mb\u{202E}c"))

        #expect(screen(of: state).contains("a‹U+001B›[31mb‹U+202E›c"))
    }

    @Test func `what is said for another sample is not shown`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(3))

        _ = state.update(
            .spoken(
                ExampleSample.id(2), Speech(stage: .selecting, proposal: nil, tail: "elsewhere", isReasoning: false)))

        #expect(!screen(of: state).contains("elsewhere"))
    }

    @Test func `the facts say what was spent, and an unknown price is not zero`() {
        var priced = ExplorerState.growing(ExampleSample.events.prefix(3))
        var unpriced = priced

        _ = priced.record(asked(cost: Money(nanodollars: 4_100_000)), number: 4)
        _ = unpriced.record(asked(cost: nil), number: 4)

        #expect(screen(of: priced).contains("tokens 1200 in, 34 out"))
        #expect(screen(of: priced).contains("1 model call, $0.0041"))
        #expect(screen(of: unpriced).contains("1 model call, unpriced"))
    }
}
