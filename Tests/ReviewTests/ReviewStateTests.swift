import Engine
import Review
import TestSupport
import Testing

@Suite("What reviewers made of a sample")
struct ReviewStateTests {
    private let sample = SampleID(run: RunID(ContentHash(of: "run")), index: 1)

    private func journal(_ actions: Decision.Action...) -> [Decision] {
        actions.enumerated().map { index, action in
            Decision(
                sequence: index + 1, time: Timestamp(microseconds: Int64(index)), reviewer: "zh", sample: sample,
                action: action)
        }
    }

    private let reasons = [AnchoredReason(.argumentNotInferable, at: .argument(step: 3, path: JSONPath([.key("n")])))]

    @Test func `the last status counts`() {
        #expect(ReviewState(journal()).status == .pending)
        #expect(ReviewState(journal(.accept)).status == .accepted)
        #expect(ReviewState(journal(.accept, .reject(reasons, note: "no source"))).status == .rejected)
        #expect(ReviewState(journal(.skip, .returnToPending)).status == .pending)
    }

    @Test func `a rejection keeps its reasons and note until the next decision`() {
        let rejected = ReviewState(journal(.reject(reasons, note: "no source")))
        let accepted = ReviewState(journal(.reject(reasons, note: "no source"), .accept))

        #expect(rejected.reasons == reasons)
        #expect(rejected.note == "no source")
        #expect(accepted.reasons.isEmpty)
        #expect(accepted.note.isEmpty)
    }

    @Test func `an edit lies over the original and makes a draft`() {
        let sample = SampleBuilder(query: "old", response: "r").step("t", [:], gives: "1")
            .reviewed(.edit(.query("new"))).sample

        #expect(sample.review.status == .draft)
        #expect(sample.query == "new")
        #expect(sample.response == "r")
        #expect(sample.state.synthesis?.query == "old")
        #expect(sample.review.editedPaths == ["query"])
    }

    @Test func `undoing takes back, undoing that brings back`() {
        #expect(ReviewState(journal(.accept, .undo(1))).status == .pending)
        #expect(ReviewState(journal(.accept, .undo(1), .undo(2))).status == .accepted)
        #expect(ReviewState(journal(.edit(.query("a")), .edit(.query("b")), .undo(2))).editedQuery == "a")
        #expect(ReviewState(journal(.flag, .accept, .undo(2))).isFlagged)
    }

    @Test func `what is said of a sample beside another one leaves its status alone, and the newest words count`() {
        let (one, two) = (SampleID(run: sample.run, index: 2), SampleID(run: sample.run, index: 1, branch: [1]))

        let state = ReviewState(journal(.accept, .prefer(over: one), .prefer(over: two), .equal(to: one)))
        let undone = ReviewState(journal(.prefer(over: one), .equal(to: one), .undo(2)))

        #expect(state.status == .accepted)
        #expect(state.comparisons.map(\.other) == [two, one])
        #expect(state.comparisons.map(\.outcome) == [.better, .equal])
        #expect(state.comparisons.map(\.reviewer) == ["zh", "zh"])
        #expect(undone.comparisons.map(\.outcome) == [.better])
    }

    @Test func `reviewers keep words of their own about the same two samples`() {
        let other = SampleID(run: sample.run, index: 2)
        let decisions = ["ada", "bob"].enumerated().map { place, reviewer in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: Int64(place)), reviewer: reviewer, sample: sample,
                action: place == 0 ? .prefer(over: other) : .equal(to: other))
        }

        #expect(ReviewState(decisions).comparisons.map(\.outcome) == [.better, .equal])
    }

    @Test func `a second rejection replaces the reasons and the note of the first`() {
        let other = [AnchoredReason(.duplicate, other: "s-00007"), AnchoredReason(.unsafe)]

        let state = ReviewState(journal(.reject(reasons, note: "no source"), .reject(other, note: "")))

        #expect(state.status == .rejected)
        #expect(state.reasons == other)
        #expect(state.note.isEmpty)
    }

    @Test func `an undoing takes back only what came before it`() {
        #expect(ReviewState(journal(.undo(2), .accept)).status == .accepted)
        #expect(ReviewState(journal(.accept, .undo(2))).status == .accepted)
    }

    @Test func `comments stay, whatever is decided`() {
        let state = ReviewState(journal(.comment(.chain(Chain.ID(1)), text: "nice"), .accept))

        #expect(state.comments.map(\.text) == ["nice"])
        #expect(state.comments.map(\.reviewer) == ["zh"])
    }
}

@Suite("Targets and reasons as text")
struct TargetTests {
    static let targets: [(Target, String)] = [
        (.whole, "whole"), (.query, "query"), (.response, "response"), (.chain(Chain.ID(2)), "chain c2"),
        (.step(3), "step 3"), (.argument(step: 3, path: JSONPath([.key("days"), .index(0)])), "step 3.days[0]"),
        (.iteration(4), "iteration 4"), (.proposal(iteration: 4, Proposal.ID(2)), "proposal 4.2"),
    ]

    @Test(arguments: targets)
    func `a target reads back what it says`(target: Target, text: String) {
        #expect(target.description == text)
        #expect(Target(text) == target)
    }

    @Test(arguments: ["", "steps 3", "step", "step x", "chain 2", "proposal 4", "query now"])
    func `other text is no target`(text: String) {
        #expect(Target(text) == nil)
    }

    @Test func `every reason has a key of its own and can be named by code or key`() {
        #expect(Set(Reason.allCases.map(\.key)).count == 16)
        for reason in Reason.allCases {
            #expect(Reason(reason.rawValue) == reason)
            #expect(Reason(String(reason.key)) == reason)
        }
        #expect(Reason("33") == nil)
    }
}
