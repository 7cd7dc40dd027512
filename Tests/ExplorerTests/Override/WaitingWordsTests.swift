import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("A word that waits for its gate")
struct WaitingWordsTests {
    private let sample = ExampleSample.id()

    /// A sample whose second iteration is about to be selected from, with these words waiting for it.
    private func waiting(_ words: WaitingSteering..., size: Size = .wide) -> ExplorerState {
        var state = ExplorerState.selecting(2, size: size)
        let events = SteeringExamples.events(untilSelectionOf: 2)
        _ = state.update(.waiting(sample, WaitingSteerings(words, after: events)))
        return state
    }

    private let choice = WaitingSteering(
        Steering(choice: .proposal(Proposal.ID(2)), place: .append(Chain.ID(1))), at: .selecting, iteration: 2)
    private let wish = WaitingSteering(Steering(note: "no books", mutedTools: ["book_search"]), at: .proposing)

    @Test func `is shown beside the gradient until it is taken`() {
        var state = waiting(choice, wish)

        let text = state.frame(in: .wide, glyphs: .utf8).text()
        let rows = state.open.map { open in
            GradientPane(open: open, waiting: state.waitingWords(for: sample), isDense: false, pen: Pen(.utf8))
                .footer(width: 90, height: 12).map(\.left.text.plain)
        }
        _ = state.record(.steered(choice.steering, at: .selecting), number: 900)
        let after = state.waitingWords(for: sample)

        #expect(text.contains("waiting: "))
        #expect(
            rows?.suffix(2) == [
                "waiting: choose 2, to c1 (selection of it 2)",
                "waiting: without book_search, note \"no books\" (next proposal)",
            ])
        #expect(after == [wish])
    }

    @Test func `is shown on Live too`() {
        var state = waiting(choice)
        _ = state.press("g l")

        #expect(
            state.frame(in: Size(columns: 160, rows: 45), glyphs: .utf8).text().contains("waiting: choose 2, to c1"))
    }

    @Test func `is what the sheet begins with, and leaving loses nothing`() {
        var state = waiting(choice, wish)

        _ = state.press("b")
        let sheet = state.sheet
        let left = state.press("esc")

        #expect(sheet?.choice == .proposal(Proposal.ID(2)))
        #expect(sheet?.place == .append(Chain.ID(1)))
        #expect(sheet?.note == "no books")
        #expect(sheet?.muted == ["book_search"])
        #expect(left.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func `is replaced by what is asked then`() {
        var state = waiting(choice, wish)

        let effects = state.press("b 1 ctrl-s")

        #expect(
            effects == [
                .steer(
                    sample, Steering(choice: .proposal(Proposal.ID(1)), place: .append(Chain.ID(1))), at: .selecting,
                    iteration: 2),
                .steer(sample, wish.steering, at: .proposing, iteration: nil),
            ])
    }

    @Test func `is taken back by an empty one`() {
        var state = waiting(choice, WaitingSteering(Steering(mutedTools: ["book_search"]), at: .proposing))

        let effects = state.press("b s tab tab j space ctrl-s")

        #expect(
            effects == [
                .steer(sample, Steering(), at: .selecting, iteration: 2),
                .steer(sample, Steering(), at: .proposing, iteration: nil),
            ])
    }

    @Test func `is what was written anew, too`() {
        var state = waiting()
        let trial = state.open?.iteration?.trials.first
        _ = state.press("b 1 i")
        _ = state.type(" Now.")
        guard case .steer(_, let word, _, _)? = state.press("ctrl-s ctrl-s").first else {
            Issue.record("Nothing was asked.")
            return
        }

        let events = SteeringExamples.events(untilSelectionOf: 2)
        let asked = WaitingSteering(word, at: .selecting, iteration: 2)
        _ = state.update(.waiting(sample, WaitingSteerings([asked], after: events)))
        _ = state.press("b")

        #expect(state.sheet?.choice == trial.map { .proposal($0.id) })
        #expect(state.sheet?.edits.values.map(\.instruction) == trial.map { [$0.proposal.instruction + " Now."] })
        #expect(state.sheet?.isWritten == false)
    }

    @Test func `goes when nothing waits any more`() {
        var state = waiting(choice)

        _ = state.update(.waiting(sample, WaitingSteerings([])))

        #expect(state.waiting.isEmpty)
    }
}
