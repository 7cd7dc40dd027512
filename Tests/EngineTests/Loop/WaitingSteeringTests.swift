import Engine
import TestSupport
import Testing

@Suite("What waits for a growing sample")
struct WaitingSteeringTests {
    private static let note = Steering(note: "more of trains", mutedTools: ["fail"])
    private static let choice = Steering(choice: .proposal(Proposal.ID(2)), place: .newChain)

    /// A note for the next proposer, and a choice in the second iteration; given while that one runs.
    private var both: WaitingSteerings {
        WaitingSteerings(
            [
                WaitingSteering(Self.note, at: .proposing),
                WaitingSteering(Self.choice, at: .selecting, iteration: 2),
            ], after: [.iterationBegan(1), .iterationBegan(2)])
    }

    private func left(after events: RunEvent...) -> [RunControl.Gate] {
        var waiting = both
        for event in events { waiting.apply(event) }
        return waiting.words.map(\.gate)
    }

    @Test func `waits for as long as nothing answers it`() {
        #expect(left() == [.proposing, .selecting])
        #expect(left(after: .sampled(["fail"]), .interrupted(.toolCalls)) == [.proposing, .selecting])
    }

    @Test func `is over once its gate has asked for it, be it together with more`() {
        let more = Steering(note: "avoid Oslo\nmore of trains", mutedTools: ["empty", "fail"])

        #expect(left(after: .steered(Self.choice, at: .selecting)) == [.proposing])
        #expect(left(after: .iterationBegan(3), .steered(more, at: .proposing)) == [.selecting])
    }

    @Test(arguments: [
        Steering(note: "avoid Oslo", mutedTools: ["fail"]), Steering(note: "more of trains"),
        Steering(mutedTools: ["fail"]),
    ])
    func `stays where something else was asked for`(other: Steering) {
        #expect(left(after: .iterationBegan(3), .steered(other, at: .proposing)) == [.proposing, .selecting])
    }

    @Test func `a choice is for its own iteration`() {
        let later = WaitingSteerings(
            [WaitingSteering(Steering(choice: .decline), at: .selecting, iteration: 3)],
            after: [.iterationBegan(2)])
        var waiting = later

        waiting.apply(.steered(Steering(choice: .decline), at: .selecting))
        let during = waiting.words.count
        waiting.apply(.iterationEnded(2, .stalled(.everyTrialFailed)))
        let between = waiting.words.count
        waiting.apply(.iterationBegan(3))
        waiting.apply(.iterationEnded(3, .stalled(.everyTrialFailed)))

        #expect([during, between, waiting.words.count] == [1, 1, 0])
    }

    @Test func `is over with the iteration that it was for, and with the sample`() {
        let stalled = RunEvent.iterationEnded(2, .stalled(.everyTrialFailed))

        #expect(left(after: stalled) == [.proposing])
        #expect(left(after: stalled, .iterationBegan(3), .iterationEnded(3, .stalled(.everyTrialFailed))) == [])
        #expect(left(after: .finished(.nothingGrown)) == [])
    }

    @Test func `an empty word waits for nothing`() {
        #expect(WaitingSteerings([WaitingSteering(Steering(), at: .proposing)]).words == [])
    }

    @Test func `is known to the control, the next first, until it is taken back or counts`() async throws {
        let control = RunControl()
        let script = ScriptedStages(
            proposer: [.success(Proposals(.calling(1, ("find", ["name": "oslo"]))))],
            synthesizer: [.success(Synthesis(query: "q", response: "r"))])
        let generator = try await Generator.testing(script.stages, on: CountingTools(), control: control)
        let sample = generator.firstSample
        let one = Steering(choice: .proposal(Proposal.ID(1)))
        await control.steer(sample, with: Self.choice, at: .selecting, iteration: 2)
        await control.steer(sample, with: one, at: .selecting, iteration: 1)
        await control.steer(sample, with: Self.note, at: .proposing)
        let first = await control.waiting(of: sample)
        await control.steer(sample, with: Steering(), at: .selecting, iteration: 2)
        let second = await control.waiting(of: sample)

        _ = try await generator.events()

        #expect(first.map(\.gate) == [.proposing, .selecting, .selecting])
        #expect(first.map(\.iteration) == [nil, 1, 2])
        #expect(second.map(\.iteration) == [nil, 1])
        #expect(await control.waiting(of: sample) == [])
    }
}
