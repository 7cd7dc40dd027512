import Engine
import Review
import Testing

@Suite("What was judged in a second pass")
struct SecondPassRecordTests {
    private let sample = SampleID(run: RunID(ContentHash(of: "run")), index: 31)

    private func journal(_ entries: (String, Decision.Action)...) -> [Decision] {
        entries.enumerated().map { index, entry in
            Decision(
                sequence: index + 1, time: Timestamp(microseconds: Int64(index)), reviewer: entry.0, sample: sample,
                action: entry.1)
        }
    }

    private func readTwice(_ decisions: [Decision]) -> ReadTwice? {
        ReadTwice(sample, label: "s-00031", decisions: decisions)
    }

    private let unnatural = [AnchoredReason(.unnatural, at: .query)]

    @Test func `A second pass does not change the sample`() {
        let decisions = journal(("ann", .accept), ("ben", .judge(.rejected(unnatural, note: "a list"), pass: 2)))

        #expect(ReviewState(decisions) == ReviewState(Array(decisions.prefix(1))))
        #expect(ReviewState(journal(("ben", .judge(.accepted, pass: 2)))).status == .pending)
    }

    @Test func `What settles a disagreement is the sample's status, until it is taken back`() {
        let settled = journal(
            ("ann", .accept), ("ben", .judge(.rejected(unnatural, note: ""), pass: 2)),
            ("eve", .adjudicate(.rejected(unnatural, note: "Ben is right."))))

        #expect(ReviewState(settled).status == .rejected)
        #expect(ReviewState(settled).reasons == unnatural)
        #expect(ReviewState(settled).note == "Ben is right.")

        let takenBack = Decision(
            sequence: 4, time: Timestamp(microseconds: 9), reviewer: "eve", sample: sample, action: .undo(3))
        #expect(ReviewState(settled + [takenBack]).status == .accepted)
        #expect(readTwice(settled + [takenBack])?.adjudication == nil)
    }

    @Test func `The first and the second verdict make a pair`() throws {
        let pair = try #require(
            readTwice(journal(("ann", .reject(unnatural, note: "")), ("ann", .judge(.skipped, pass: 2)))))

        #expect(pair.first.opinion == .rejected(unnatural, note: ""))
        #expect(pair.second.opinion == .skipped)
        #expect((pair.first.pass, pair.second.pass) == (1, 2))
        #expect(pair.isBlind)
        #expect(!pair.agrees)
    }

    @Test func `The newest verdict of a reviewer in a pass counts, and the earliest pass`() {
        let pair = readTwice(
            journal(
                ("ann", .accept), ("cyd", .judge(.skipped, pass: 3)), ("ben", .judge(.skipped, pass: 2)),
                ("ben", .judge(.accepted, pass: 2))))

        #expect(pair?.second.opinion == .accepted)
        #expect(pair?.second.reviewer == "ben")
    }

    @Test func `A verdict that was taken back makes no pair`() {
        #expect(readTwice(journal(("ann", .accept), ("ben", .judge(.skipped, pass: 2)), ("ben", .undo(2)))) == nil)
        #expect(readTwice(journal(("ann", .accept), ("ann", .undo(1)), ("ben", .judge(.skipped, pass: 2)))) == nil)
        #expect(readTwice(journal(("ann", .accept))) == nil)
    }

    @Test func `Two reviewers of the first pass make a pair that is not blind`() {
        let pair = readTwice(journal(("ann", .accept), ("ben", .reject(unnatural, note: ""))))

        #expect(pair?.first.reviewer == "ann")
        #expect(pair?.second.reviewer == "ben")
        #expect(pair?.isBlind == false)
    }

    @Test func `Who only changes a verdict of their own makes no pair, nor does who edited in between`() {
        #expect(readTwice(journal(("ann", .accept), ("ann", .skip))) == nil)
        #expect(readTwice(journal(("ann", .accept), ("ben", .edit(.query("Q?"))), ("ben", .accept))) == nil)
    }

    @Test func `A blind verdict is not compared with one on an edited sample, whichever came first`() {
        let edit = Decision.Action.edit(.query("Q?"))

        #expect(readTwice(journal(("ann", edit), ("ann", .accept), ("ben", .judge(.skipped, pass: 2)))) == nil)
        #expect(
            readTwice(
                journal(("ann", .accept), ("ben", .judge(.skipped, pass: 2)), ("ann", edit), ("ann", .accept))) == nil)
        #expect(
            readTwice(
                journal(("ann", edit), ("ann", .undo(1)), ("ann", .accept), ("ben", .judge(.skipped, pass: 2))))?
                .second.reviewer == "ben", "An edit that was taken back does not count.")
    }

    @Test func `Two who see the edited sample are compared all the same`() {
        let pair = readTwice(
            journal(
                ("ann", .edit(.query("Q?"))), ("ann", .accept), ("cyd", .judge(.accepted, pass: 2)), ("ben", .skip)))

        #expect(pair?.first.reviewer == "ann")
        #expect(pair?.second.reviewer == "ben")
    }

    @Test func `Three readers make one pair, and what is left out of it is counted`() throws {
        let blind = try #require(
            readTwice(
                journal(
                    ("ann", .accept), ("ben", .judge(.skipped, pass: 2)), ("cyd", .judge(.skipped, pass: 2)),
                    ("cyd", .judge(.accepted, pass: 2)))))
        let open = try #require(readTwice(journal(("ann", .accept), ("ben", .skip), ("cyd", .accept), ("cyd", .skip))))

        #expect(blind.second.reviewer == "ben")
        #expect(blind.others.map(\.reviewer) == ["cyd"])
        #expect(blind.others.map(\.opinion) == [.accepted])
        #expect((open.first.reviewer, open.second.reviewer) == ("ben", "cyd"))
        #expect(open.others.map(\.reviewer) == ["ann"])
        let summary = AgreementSummary(of: [blind, open])
        #expect((summary.samples, summary.readers, summary.leftOut) == (2, 3, 2))
    }

    @Test func `What is decided after a disagreement was settled is no first verdict`() {
        let pair = readTwice(
            journal(
                ("ann", .accept), ("ben", .judge(.skipped, pass: 2)), ("eve", .adjudicate(.skipped)), ("ann", .skip)))

        #expect(pair?.first.opinion == .accepted)
        #expect(pair?.adjudication?.opinion == .skipped)
    }

    @Test func `A reviewer sees nothing but what they said in the pass`() {
        let decisions = journal(
            ("ann", .accept), ("ann", .comment(.query, text: "odd")), ("ann", .judge(.skipped, pass: 2)),
            ("ben", .judge(.accepted, pass: 2)), ("ann", .undo(3)), ("ann", .judge(.accepted, pass: 3)),
            ("ann", .undo(1)), ("ann", .judge(.rejected(unnatural, note: "n"), pass: 2)))

        let own = decisions.alone(of: "ann", in: 2)

        #expect(own.map(\.sequence) == [3, 5, 8])
        #expect(own.map(\.action) == [.skip, .undo(3), .reject(unnatural, note: "n")])
        #expect(ReviewState(own).comments.isEmpty)
    }
}
