import Engine
import Testing

@testable import Explorer

@Suite("Leaving a run to the background")
struct BackgroundTests {
    /// An explorer that grows a run, with the question of how to leave open and heard.
    private func leaving(
        _ background: BackgroundGrowth, run: RunActivity = .growing(requested: 40), after events: [ExplorerEvent] = []
    ) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: .small, run: run, background: background)
        _ = state.update(.queueLoaded(.example([.example(1, progress: .growing, query: "")])))
        state.load(ExampleSample.reviewed([]), lastEvent: 0)
        for (index, event) in ExampleSample.events.prefix(5).enumerated() { _ = state.record(event, number: index + 1) }
        for event in events { _ = state.update(event) }
        _ = state.press("q")
        state.listen()
        return state
    }

    @Test func `is an answer to how to leave`() {
        var state = leaving(.possible(asking: 0))

        let text = state.frame(in: .small, glyphs: .utf8).text()
        let effects = state.press("b")

        #expect(text.contains("b    go on in the background, without the explorer"))
        #expect(!text.contains("b: "))
        #expect(effects == [.quit(.intoBackground)])
        #expect(state.notice?.text == "The run goes on in the background; quitting once it does.")
    }

    @Test(arguments: [
        (BackgroundGrowth.impossible, RunActivity.growing(requested: 40)), (.possible(asking: 0), .ended),
    ])
    func `is none where no run could go on`(background: BackgroundGrowth, run: RunActivity) {
        var state = leaving(background, run: run, after: [.branched(ExampleSample.id(1), from: ExampleSample.id(2))])

        let text = state.frame(in: .small, glyphs: .utf8).text()

        #expect(state.overlay == .quit)
        #expect(!text.contains("in the background"))
        #expect(state.press("b").isEmpty)
        #expect(state.overlay == .quit)
    }

    @Test func `says what is different there`() {
        let one = leaving(.possible(asking: 1), after: [.held(ExampleSample.id(1))])
        let three = leaving(.possible(asking: 3), run: .paused(requested: 40))
        let texts = [one, three].map { $0.frame(in: .small, glyphs: .utf8).text() }

        #expect(texts[0].contains("b: nobody is asked: the calls of 1 tool are denied."))
        #expect(texts[1].contains("b: nobody is asked: the calls of 3 tools are denied."))
        #expect(texts.map { $0.contains("b: what is paused or held goes on there.") } == [true, true])
    }

    @Test func `asks nothing more, unless it fails and the curator stays`() {
        var state = leaving(.possible(asking: 1))
        _ = state.press("b")
        let left = state.update(.approvalAsked(AskedCall.question(1)))
        let closed = state.approvals.waiting.isEmpty

        _ = state.update(.stayed("The run cannot go on in the background: no."))
        _ = state.update(.approvalAsked(AskedCall.question(2)))

        #expect(left.isEmpty)
        #expect(closed)
        #expect(
            state.told.contains { $0.text == "The run cannot go on in the background: no." && $0.severity == .error })
        #expect(state.approvals.waiting.map(\.id) == [2])
    }

    @Test func `is read out as one of the numbered answers`() throws {
        let state = leaving(.possible(asking: 2))
        var input = LinearInput()
        input.type("1")

        let typed = input.next(in: state)
        let lines = LinearReader(glyphs: .utf8).lines(
            from: ExplorerState.growing(ExampleSample.events.prefix(5)), to: state)

        #expect(typed == .keys([.character("b")]))
        #expect(lines.contains("  b go on in the background, without the explorer"), "\(lines)")
        #expect(lines.contains("b: nobody is asked: the calls of 2 tools are denied."), "\(lines)")
    }
}
