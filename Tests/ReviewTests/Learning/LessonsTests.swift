import Engine
import Review
import TestSupport
import Testing

@Suite("Learning from rejections")
struct LessonsTests {
    private func rejected(_ reasons: [AnchoredReason], note: String = "") -> ReviewedSample {
        SampleBuilder(query: "How warm is it in Oslo?", response: "It is 9 degrees.")
            .step("geocode", ["name": "Oslo"], gives: #"{"latitude":59.91}"#)
            .step("forecast", ["latitude": 59.91], gives: #"{"max": 9}"#)
            .reviewed(.reject(reasons, note: note)).sample
    }

    private func lessons(_ samples: ReviewedSample...) -> Lessons {
        var lessons = Lessons()
        for (place, sample) in samples.enumerated() { lessons.add(sample, rejectedBy: place + 1) }
        return lessons
    }

    @Test(arguments: [Reason.wrongTool, .redundantStep, .unsafe])
    func `the tool of a blamed step is to be avoided`(reason: Reason) {
        let learnt = lessons(rejected([AnchoredReason(reason, at: .step(2))]))

        #expect(learnt.all.map(\.note) == ["avoid forecast"])
        #expect(learnt.all.first?.reason == reason)
        #expect(learnt.mute.isEmpty)
    }

    @Test func `an argument's step and a proposal are blamed as well`() {
        let argument = Target.argument(step: 1, path: JSONPath([.key("name")]))
        let proposal = Target.proposal(iteration: 2, Proposal.ID(1))

        let learnt = lessons(
            rejected([AnchoredReason(.wrongTool, at: argument), AnchoredReason(.redundantStep, at: proposal)]))

        #expect(Set(learnt.all.map(\.note)) == ["avoid geocode", "avoid forecast"])
    }

    @Test func `reasons about what no proposer decides make no note, and are counted`() {
        let learnt = lessons(
            rejected([AnchoredReason(.unnatural, at: .query), AnchoredReason(.wrongTool)]),
            rejected([AnchoredReason(.unnatural, at: .query)]))

        #expect(learnt.all.isEmpty)
        #expect(learnt.mute == [.unnatural: 2, .wrongTool: 1])
        #expect(learnt.rejections == 2)
    }

    @Test func `the curator's note is taken word for word, in one line, and cut where it is too long`() {
        let long = String(repeating: "long ", count: 80)

        let learnt = lessons(
            rejected([AnchoredReason(.other)], note: "Use  two\nchains,\tplease."),
            rejected([AnchoredReason(.other)], note: long), rejected([AnchoredReason(.other)], note: "-"))

        let notes = learnt.all.map(\.note)
        #expect(notes.last == "Use two chains, please.")
        #expect(notes.first?.count == 300)
        #expect(notes.first?.hasSuffix("…") == true)
        #expect(notes.count == 2)
    }

    @Test func `what was said most often comes first, then what was said last`() {
        let blame = rejected([AnchoredReason(.wrongTool, at: .step(1))])

        let learnt = lessons(
            blame, rejected([AnchoredReason(.other)], note: "earlier"), blame,
            rejected([AnchoredReason(.other)], note: "later"))

        #expect(learnt.all.map(\.note) == ["avoid geocode", "later", "earlier"])
        #expect(learnt.all.map(\.count) == [2, 1, 1])
    }

    @Test func `a sample that blames a tool twice speaks once, for the first reason`() {
        let twice = [
            AnchoredReason(.wrongTool, at: .step(1)),
            AnchoredReason(.redundantStep, at: .proposal(iteration: 1, Proposal.ID(1))),
        ]

        let (learnt, other) = (lessons(rejected(twice)), lessons(rejected(twice.reversed())))

        #expect(learnt.all.map(\.note) == ["avoid geocode"])
        #expect(learnt.all.map(\.count) == [1])
        #expect(learnt.all.map(\.reason) == [.wrongTool])
        #expect(other.all.map(\.reason) == [.redundantStep])
    }

    @Test func `the rejection that stands is the last one that nobody took back`() {
        let ungrounded = Opinion.rejected([AnchoredReason(.ungrounded)], note: "")
        let unnatural = Decision.Action.reject([AnchoredReason(.unnatural)], note: "")

        #expect(journal(unnatural, unnatural, .undo(2)).standingRejection?.sequence == 1)
        #expect(journal(unnatural, unnatural, .undo(2), .undo(3)).standingRejection?.sequence == 2)
        #expect(journal(unnatural, .accept, .adjudicate(ungrounded)).standingRejection?.sequence == 3)
        #expect(journal(unnatural, .adjudicate(.accepted)).standingRejection == nil)
        #expect(journal(unnatural, .accept).standingRejection == nil)
    }

    @Test func `the acceptance that stands is the last one that nobody took back`() {
        let ungrounded = Opinion.rejected([AnchoredReason(.ungrounded)], note: "")

        #expect(journal(.accept, .accept, .undo(2), .flag).standingAcceptance?.sequence == 1)
        #expect(journal(.skip, .adjudicate(.accepted)).standingAcceptance?.sequence == 2)
        #expect(journal(.accept, .adjudicate(ungrounded)).standingAcceptance == nil)
        #expect(journal(.accept, .edit(.query("Where?"))).standingAcceptance == nil)
        #expect(journal(.accept, .undo(1)).standingAcceptance == nil)
    }

    private func journal(_ actions: Decision.Action...) -> [Decision] {
        actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: Int64(place)), reviewer: "tester",
                sample: SampleID(run: RunID(ContentHash(of: "run")), index: 1), action: action)
        }
    }

    @Test func `a note that seems to hold a secret goes nowhere`() {
        let secret = "use the key " + ["ghp", "_", "9f3kQ7LmZ2xVb8TnRc4WyHd6SgJp1AeUo5Xi"].joined()

        let learnt = lessons(rejected([AnchoredReason(.other)], note: secret))

        #expect(learnt.all.isEmpty)
        #expect(learnt.withheld == 1)
        #expect(learnt.mute == [.other: 1])
    }

    @Test func `what is not rejected teaches nothing`() {
        let accepted = SampleBuilder(query: "q", response: "r").step("t", [:], gives: "1")
            .reviewed(.reject([AnchoredReason(.wrongTool, at: .step(1))], note: "no"), .accept).sample

        let learnt = lessons(accepted)

        #expect(learnt.rejections == 0)
        #expect(learnt.all.isEmpty)
    }
}
