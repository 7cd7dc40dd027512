import Engine
import Review
import TestSupport
import Testing

@Suite("What is said of two samples")
struct PairVerdictTests {
    private let run = RunID(ContentHash(of: "run"))

    /// A sample with words about another one, each of a reviewer, at a time.
    private func sample(
        _ index: Int, _ words: (reviewer: String, time: Int64, action: Decision.Action)...
    ) -> ReviewedSample {
        let id = SampleID(run: run, index: index)
        let decisions = words.enumerated().map { place, word in
            Decision(
                sequence: place + 1, time: Timestamp(microseconds: word.time), reviewer: word.reviewer, sample: id,
                action: word.action)
        }
        return ReviewedSample(id: id, seed: 1, state: RunState(), review: ReviewState(decisions), library: [])
    }

    @Test func `is nothing where nobody compared them`() {
        #expect(PairVerdict(of: sample(1, ("ada", 1, .accept)), beside: sample(2)) == nil)
    }

    @Test func `a reviewer's newest words count, in whichever journal`() {
        let (one, two) = (sample(1).id, sample(2).id)
        let first = sample(1, ("ada", 1, .prefer(over: two)))
        let second = sample(2, ("ada", 2, .prefer(over: one)))

        #expect(PairVerdict(of: first, beside: sample(2))?.outcome == .firstIsBetter)
        #expect(PairVerdict(of: first, beside: second)?.outcome == .secondIsBetter)
        #expect(PairVerdict(of: second, beside: first)?.outcome == .firstIsBetter)
        #expect(PairVerdict(of: first, beside: second)?.newest == two)
    }

    @Test func `reviewers who disagree leave it open until they agree`() {
        let two = sample(2).id
        let disputed = sample(1, ("ada", 1, .prefer(over: two)), ("bob", 2, .equal(to: two)))
        let agreed = sample(1, ("ada", 1, .prefer(over: two)), ("bob", 2, .equal(to: two)), ("ada", 3, .equal(to: two)))

        #expect(PairVerdict(of: disputed, beside: sample(2))?.outcome == .disputed)
        #expect(PairVerdict(of: agreed, beside: sample(2))?.outcome == .equal)
    }
}
