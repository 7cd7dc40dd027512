import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite struct `The journal of decisions` {
    private static let rejection = Decision.Action.reject(
        [AnchoredReason(.badValue, at: .argument(step: 2, path: JSONPath("latitude") ?? JSONPath()))],
        note: "not\u{0} Oslo's")

    @Test(arguments: [
        Decision.Action.accept, rejection, .skip, .returnToPending, .flag, .unflag, .edit(.query("東京?\u{202E}")),
        .edit(.rerun(step: 2, of: ["latitude": 59.91], RecordedOutput("\u{0}new"), .live)),
        .edit(.response("")), .comment(.proposal(iteration: 4, Proposal.ID(2)), text: "why?"),
        .prefer(over: SampleID(run: RunID(ContentHash(of: "elsewhere")), index: 7, branch: [1, 2])),
        .equal(to: SampleBuilder.warmth(of: "Oslo", index: 2).id),
    ])
    func `gives back after a restart what was decided`(action: Decision.Action) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))

        let decision = try await dataset.decide(
            sample, action, by: "Žofie", at: Timestamp(microseconds: 1_790_000_000_123_456))
        try dataset.close()

        let reopened = try folder.dataset(.readOnly)
        #expect(decision.sequence == 1)
        #expect(decision.action == action)
        #expect(try await reopened.decisions(of: sample) == [decision])
        #expect(try await reopened.decisions(after: 0) == [decision])
        #expect(try await reopened.reviewedSample(sample).review == ReviewState([decision]))
    }

    @Test func `undoes and redoes across restarts`() async throws {
        let folder = try TemporaryFolder()
        let sample = try await folder.dataset().store(.warmth(of: "Oslo"))
        var seen: [String] = []

        func step(_ choose: (Dataset) async throws -> [Decision]) async throws {
            let dataset = try folder.dataset()
            let target = try #require(try await choose(dataset).first)
            try await dataset.decide(sample, .undo(target.sequence))
            let review = try await dataset.reviewedSample(sample).review
            seen.append("\(review.status) \(review.editedQuery ?? "-")")
            try dataset.close()
        }
        try await folder.dataset().decide(sample, .edit(.query("warmer?")))
        try await folder.dataset().decide(sample, .accept)

        try await step { try await $0.lastUndoable(by: "ada") }
        try await step { try await $0.lastUndoable(by: "ada") }
        try await step { try await $0.lastRedoable(by: "ada") }
        try await step { try await $0.lastRedoable(by: "ada") }
        try await step { try await $0.lastUndoable(by: "ada") }

        #expect(seen == ["draft warmer?", "pending -", "draft warmer?", "accepted warmer?", "draft warmer?"])
    }

    @Test func `counts what could be undone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var depths: [Int] = []

        for action in [Decision.Action.flag, .skip, .undo(2), .undo(3), .accept] {
            try await dataset.decide(sample, action)
            depths.append(try await dataset.undoDepth(by: "ada"))
        }

        #expect(depths == [1, 2, 1, 2, 3])
        #expect(try await dataset.undoDepth(by: "bob") == 0)
    }

    @Test func `takes no judgement of a further pass back among ordinary decisions`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let accepted = try await dataset.decide(sample, .accept)
        let judged = try await dataset.decide(sample, .judge(.accepted, pass: 2))

        #expect(try await dataset.lastUndoable(by: "ada") == [judged])
        #expect(try await dataset.lastUndoable(by: "ada", among: .ordinary) == [accepted])
        #expect(try await dataset.undoDepth(by: "ada", among: .ordinary) == 1)

        try await dataset.decide(sample, .undo(judged.sequence))
        #expect(try await dataset.lastRedoable(by: "ada", among: .ordinary).isEmpty)
        #expect(try await dataset.lastUndoable(by: "ada", among: .ordinary) == [accepted])
    }

    @Test func `has nothing to redo after a new decision`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let flag = try await dataset.decide(sample, .flag)
        try await dataset.decide(sample, .undo(flag.sequence))

        try await dataset.decide(sample, .skip)

        #expect(try await dataset.lastRedoable(by: "ada").isEmpty)
    }

    @Test func `leaves other reviewers' decisions alone when undoing`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let own = try await dataset.decide(sample, .flag)

        _ = try await dataset.decide(sample, .accept, by: "bob", at: .zero)

        #expect(try await dataset.lastUndoable(by: "ada") == [own])
        #expect(try await dataset.lastUndoable(by: "eve").isEmpty)
        #expect(try await dataset.reviewers() == ["ada", "bob"])
    }

    @Test func `refuses to decide on what is not there`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let other = try await dataset.store(.warmth(of: "Oslo", index: 2))
        let stranger = SampleID(run: sample.run, index: 3)
        let foreign = try await dataset.decide(other, .accept)

        await #expect(throws: DatasetError.unknownSample(stranger)) { try await dataset.decide(stranger, .accept) }
        await #expect(throws: DatasetError.unknownDecision(foreign.sequence, sample: sample)) {
            try await dataset.decide(sample, .undo(foreign.sequence))
        }

        #expect(try await dataset.decisions(after: 0) == [foreign])
    }

    @Test func `is read from any place on`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        for action in [Decision.Action.flag, .skip, .accept, .unflag] { try await dataset.decide(sample, action) }

        let read = try await dataset.decisions(after: 1, limit: 2)

        #expect(read.map(\.sequence) == [2, 3])
        #expect(read.map(\.action) == [.skip, .accept])
    }

    @Test(arguments: ["decision", "event", "output"])
    func `is only added to, like everything that was recorded`(table: String) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.decide(sample, .accept)

        await #expect(throws: DatasetError.self) { try await dataset.tamper("DELETE FROM \(table)") }
        await #expect(throws: DatasetError.self) { try await dataset.tamper("UPDATE \(table) SET id = id + 100") }

        #expect(try await dataset.reviewedSample(sample).review.status == .accepted)
    }
}
