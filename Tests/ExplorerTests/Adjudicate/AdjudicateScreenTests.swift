import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Adjudicate")
struct AdjudicateScreenTests {
    private func text(_ state: ExplorerState) -> String {
        let frame = state.frame(in: state.size, glyphs: .utf8)
        return (0..<state.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
    }

    private var first: Dispute { DisputeExamples.all[0] }

    @Test func `asks for what is judged in two ways when it is gone to`() {
        var state = ExplorerState.example()

        #expect(state.press("g a") == [.loadDisagreements])
        #expect(text(state).contains("Reading what was judged twice."))
    }

    @Test func `shows both verdicts and names nobody`() {
        let shown = text(.adjudicating())

        for part in ["s-00031", "accepted", "rejected", "unnatural, robotic, a list", "Nobody asks for 600 USD", "東京"] {
            #expect(shown.contains(part), "\(part)")
        }
        for name in ["anneliese", "benedikt", "cydney"] { #expect(!shown.contains(name)) }
    }

    @Test func `where no two verdicts differ it names no key that would do nothing`() {
        #expect(text(.adjudicating()).contains("see all of it"))
        #expect(!text(.adjudicating([])).contains("see all of it"))
    }

    @Test func `which of them is A is the sample's own, and not always the first`() {
        let sides = DisputeExamples.all.map { $0.a == DisputeExamples.all[0].a }
        let firsts = (1...40).map { index in
            Dispute(
                DisputeExamples.reading(index, .accepted, .skipped), of: ExampleSample.reviewed(index: index)
            ).a == .accepted
        }

        #expect(sides.count == 5)
        #expect((10...30).contains(firsts.count { $0 }))
    }

    @Test(arguments: ["1", "2"]) func `a key takes the verdict of a side and goes to the next that is open`(key: String)
    {
        var state = ExplorerState.adjudicating()
        let side = key == "1" ? first.a : first.b

        #expect(state.press(key) == [.decide(first.id, .adjudicate(side))])
        #expect(state.adjudicate.selected?.name == "s-00090")
    }

    @Test func `one's own verdict counts too`() {
        var state = ExplorerState.adjudicating()

        #expect(state.press("a") == [.decide(first.id, .adjudicate(.accepted))])
        #expect(state.press("r").isEmpty)
        #expect(text(state).contains("s-00090"))
        let rejected = state.press("enter")
        #expect(rejected == [.decide(ExampleSample.id(90), .adjudicate(DisputeExamples.notInferable))])
        #expect(state.adjudicate.selected?.name == "s-00231")
    }

    @Test func `nothing is shown as settled before it is on disk`() {
        var state = ExplorerState.adjudicating()
        _ = state.press("1")
        #expect(state.adjudicate.settled == 1)

        let decision = Decision(
            sequence: 9, time: .at(12, 1), reviewer: "zh", sample: first.id, action: .adjudicate(.accepted))
        _ = state.update(.decided(decision, row: .example(31, .accepted), undoDepth: 1))

        #expect(state.adjudicate.settled == 2)
        #expect(text(state).contains("s-00031 settled as accepted."))
    }

    @Test func `what is undone is read again`() {
        var state = ExplorerState.adjudicating()
        #expect(state.press("G u") == [.undo])

        let undoing = Decision(sequence: 10, time: .at(12, 1), reviewer: "zh", sample: first.id, action: .undo(9))
        let effects = state.update(.decided(undoing, row: .example(31), undoDepth: 0))

        #expect(effects.contains(.loadDisagreements))
        #expect(state.screen == .adjudicate)
        #expect(state.adjudicate.selected?.name == "s-00031")
    }

    @Test func `what another process decided is read again`() {
        var state = ExplorerState.adjudicating()

        let shown = state.update(.changedOutside)
        _ = state.press("esc")
        let hidden = state.update(.changedOutside)

        #expect(shown.contains(.loadDisagreements))
        #expect(!hidden.contains(.loadDisagreements))
    }

    @Test(arguments: ["enter", "v"]) func `a key shows the sample in full and blind, where nothing else is decided`(
        key: String
    ) {
        var state = ExplorerState.adjudicating()

        #expect(state.press("j \(key)").isEmpty)
        #expect(state.screen == .adjudicate)
        #expect(text(state).contains("s-00090: query"))
        for name in ["anneliese", "benedikt", "cydney"] { #expect(!text(state).contains(name)) }
        #expect(state.press("a r s").isEmpty)

        _ = state.press("esc")
        #expect(state.overlay == nil)
        #expect(state.screen == .adjudicate)
        #expect(state.adjudicate.selected?.name == "s-00090")
    }

    @Test func `all there is to read of a sample is its texts, its steps and their tools`() {
        let titles = ArtefactList(of: first).all.map(\.title)

        #expect(titles.prefix(2) == ["s-00031: query", "s-00031: response"])
        #expect(titles.contains("step 1 city_lookup: result"))
        #expect(titles.contains("step 1 city_lookup: arguments"))
    }

    @Test func `escape goes to Review`() {
        var state = ExplorerState.adjudicating()

        _ = state.press("esc")

        #expect(state.screen == .review)
    }

    @Test func `the cursor stays on its sample when the list is read again`() {
        var state = ExplorerState.adjudicating()
        _ = state.press("G")

        _ = state.update(.disagreementsLoaded(Array(DisputeExamples.all.dropFirst(2))))

        #expect(state.adjudicate.selected?.name == "s-00377")
    }

    @Test func `n passes over what is settled and goes round`() {
        var state = ExplorerState.adjudicating()
        _ = state.press("j")

        let names = (1...4).map { _ in
            _ = state.press("n")
            return state.adjudicate.selected?.name
        }

        #expect(names == ["s-00231", "s-00377", "s-00031", "s-00090"])
    }

    @Test func `nothing is settled where nothing differs, or where the dataset is only read`() {
        var empty = ExplorerState.adjudicating([])
        #expect(empty.press("1").isEmpty)
        #expect(text(empty).contains("There is no disagreement to settle."))
        #expect(text(empty).contains("toolgrad review --pass 2"))

        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: .wide, isReadOnly: true)
        _ = state.press("g a")
        _ = state.update(.disagreementsLoaded(DisputeExamples.all))
        #expect(state.press("1").isEmpty)
        #expect(state.press("r").isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func `decision keys of Review decide nothing else here`() {
        var state = ExplorerState.adjudicating()

        #expect(state.press("s f - A R x X e").isEmpty)
    }

    @Test func `is read out line by line`() {
        let state = ExplorerState.adjudicating()
        let lines = LinearReader().whereabouts(in: state)

        #expect(lines.first == "Screen Adjudicate.")
        #expect(lines.contains("Disagreements: 5. 1 of 5 settled."))
        #expect(lines.contains { $0.hasPrefix("s-00155: A ") && $0.hasSuffix("settled as accepted") })
        #expect(lines.contains { $0.hasPrefix("A: ") })
        #expect(lines.contains("Chain c1: city_lookup, sun_times, hotel_search"))
        #expect(!lines.contains { $0.contains("benedikt") })
    }

    @Test func `moving is told by what the cursor is on`() {
        var transcript = LinearTranscript()
        transcript.type("g a")

        #expect(transcript.told.contains("No two verdicts differ."))
    }
}

@Suite("A blind pass")
struct BlindPassTests {
    private func blind() -> ExplorerState {
        var state = ExplorerState.example()
        state.blindPass = 2
        return state
    }

    @Test func `says so in the header, and names no screen that would tell`() {
        let state = blind()
        let header = state.frame(in: .wide, glyphs: .utf8).text(row: 0)

        #expect(header.contains("pass 2, blind"))
        #expect(!header.contains("Stats"))
    }

    @Test func `keeps away what would change the sample or tell of it`() {
        for key in ["e", "c", "f", "x", "X", "-", "/", "o", "W", "A", "space", "g s", "g a", "g c", "b"] {
            var state = blind()
            let effects = state.press(key)

            #expect(effects.isEmpty, "\(key)")
            #expect(state.overlay == nil, "\(key)")
            #expect(state.screen == .review, "\(key)")
            #expect(state.notice?.severity == .warning, "\(key)")
        }
    }

    @Test func `keeps away the commands for it too`() {
        for command in ["queue status:accepted", "sort length", "export openai", "requeue"] {
            var state = blind()
            _ = state.press(":")
            _ = state.type(command)
            let effects = state.press("enter")

            #expect(effects.isEmpty, "\(command)")
            #expect(state.queue.view == .standard, "\(command)")
        }
    }

    @Test func `accepts, rejects and skips as ever`() {
        var state = blind()

        #expect(state.press("a").first == .decide(ExampleSample.id(1), .accept))
    }
}
