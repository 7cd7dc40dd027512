import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite struct `A judgement` {
    private static let prompt = ContentHash(of: "prompt")

    private func judgement(
        of sample: ReviewedSample, by model: String = "judge", at second: Int64 = 1,
        _ ruling: Judgement.Ruling = .problem(.step(1), evidence: "geocode \u{202E}\0")
    ) throws -> StoredJudgement {
        StoredJudgement(
            model: model, prompt: Self.prompt, subject: try #require(JudgedSubject(sample)).contentHash,
            judgement: Judgement([.init(.wrongTool, version: 1, ruling)]),
            time: Timestamp(microseconds: second * 1_000_000),
            spending: StoredJudgement.Spending(requests: 2, promptTokens: 100, completionTokens: 10, cost: nil))
    }

    @Test func `is there after the file was closed, byte for byte`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let kept = try judgement(of: try await dataset.reviewedSample(id))

        try await dataset.keep(kept, of: id)
        try dataset.close()
        let again = try folder.dataset()

        #expect(try await again.judgements(of: id) == [kept])
        #expect(try await again.judgedState(of: try await again.reviewedSample(id)) == .judged(kept))
        let known = try await again.judgement(of: id, as: kept.subject, by: "judge", with: Self.prompt)
        #expect(known == kept)
    }

    @Test func `is known by its model, prompt and text, so that nothing is paid for twice`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let sample = try await dataset.reviewedSample(id)
        let kept = try judgement(of: sample)
        try await dataset.keep(kept, of: id)

        try await dataset.keep(try judgement(of: sample, at: 9, .fine), of: id)

        #expect(try await dataset.judgements(of: id) == [kept], "The first one stays.")
        let other = ContentHash(of: "other")
        #expect(try await dataset.judgement(of: id, as: kept.subject, by: "other", with: Self.prompt) == nil)
        #expect(try await dataset.judgement(of: id, as: kept.subject, by: "judge", with: other) == nil)
        #expect(try await dataset.judgement(of: id, as: other, by: "judge", with: Self.prompt) == nil)
    }

    @Test func `goes where its sample is merged to, once, and is found there`() async throws {
        let folder = try TemporaryFolder()
        let source = try Dataset.open(at: folder.path + "/source.toolgrad", mode: .readWrite)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)
        let id = try await source.store(.warmth(of: "Oslo"))
        let kept = try judgement(of: try await source.reviewedSample(id))
        _ = try await target.merge(source)
        try await source.keep(kept, of: id)

        _ = try await target.merge(source)
        _ = try await target.merge(source)

        #expect(try await target.judgements(of: id) == [kept])
        let unseen = try await target.samplesWithoutFindings(Filter())
        #expect(unseen == [id], "The checks look at it once more.")
    }

    @Test func `counts no more once the sample was edited, and again when that is undone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let kept = try judgement(of: try await dataset.reviewedSample(id))
        var states: [JudgedState] = []

        states.append(try await dataset.judgedState(of: try await dataset.reviewedSample(id)))
        try await dataset.keep(kept, of: id)
        for action in [Decision.Action.accept, .edit(.query("Cold?")), .undo(2)] {
            try await dataset.decide(id, action)
            states.append(try await dataset.judgedState(of: try await dataset.reviewedSample(id)))
        }

        #expect(states == [.never, .judged(kept), .stale, .judged(kept)])
    }

    @Test func `of the newest model is the one that is shown`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let sample = try await dataset.reviewedSample(id)
        let younger = try judgement(of: sample, by: "b", at: 5, .fine)

        try await dataset.keep(younger, of: id)
        try await dataset.keep(try judgement(of: sample, by: "a", at: 4), of: id)

        #expect(try await dataset.judgedState(of: sample) == .judged(younger))
    }

    @Test func `has the checks look at the sample again, and only then`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let other = try await dataset.store(.warmth(of: "Bergen", index: 2))
        let sample = try await dataset.reviewedSample(id)
        for sample in [id, other] { try await dataset.note([], in: sample) }

        try await dataset.keep(try judgement(of: sample), of: id)
        let waiting = try await dataset.samplesWithoutFindings(limit: 9)
        try await dataset.note(try judgement(of: sample).judgement.findings, in: id)
        try await dataset.keep(try judgement(of: sample), of: id)

        #expect(waiting == [id])
        #expect(try await dataset.samplesWithoutFindings(limit: 9).isEmpty)
        #expect(try await dataset.ids(matching: try Filter(parsing: "check:wrong_tool")) == [id])
    }

    @Test func `that was changed in the file is damage, and is found`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.keep(try judgement(of: try await dataset.reviewedSample(id)), of: id)

        await #expect(throws: DatasetError.self) {
            try await dataset.tamper("UPDATE judgement SET verdicts = '[]'")
        }
        try await dataset.tamper("DROP TRIGGER judgement_no_update; UPDATE judgement SET verdicts = '[]'")

        await #expect(throws: DatasetError.self) { try await dataset.judgements(of: id) }
        let examined = try DatasetExamination(of: DatasetFile(at: folder.file))
        #expect(await examined.rows().problems.contains { $0.contains("judgement") })
    }

    @Test func `with a verdict of a check that is not known here is read without it, and merged with it`() async throws
    {
        let folder = try TemporaryFolder()
        let source = try Dataset.open(at: folder.path + "/source.toolgrad", mode: .readWrite)
        let target = try Dataset.open(at: folder.path + "/target.toolgrad", mode: .readWrite)
        let id = try await source.store(.warmth(of: "Oslo"))
        let kept = try judgement(
            of: try await source.reviewedSample(id), .problem(.step(1), evidence: "another one was offered"))
        try await source.keep(kept, of: id)
        let newer: JSON = ["check": "sarcastic", "version": 1, "verdict": "loud"]
        try await source.restate(.array([newer] + (kept.judgement.json.array ?? [])))

        _ = try await target.merge(source)

        #expect(try await source.judgements(of: id) == [kept])
        #expect(try await target.judgements(of: id) == [kept])
        #expect(try await target.merge(source).samples.new == 0)
    }

    @Test(arguments: [
        JSON.object([:]), .array(["ok"]), .array([["version": 1, "verdict": "ok"]]),
        .array([["check": "wrong_tool", "verdict": "ok"]]),
    ])
    func `of another shape is damage`(verdicts: JSON) async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        try await dataset.keep(try judgement(of: try await dataset.reviewedSample(id)), of: id)

        try await dataset.restate(verdicts)

        await #expect(throws: DatasetError.self) { try await dataset.judgements(of: id) }
    }

    @Test func `cannot be kept of a sample that is not there, or in a file that is only read`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let id = try await dataset.store(.warmth(of: "Oslo"))
        let kept = try judgement(of: try await dataset.reviewedSample(id))
        let stranger = SampleBuilder.warmth(of: "Bergen", index: 7).id

        await #expect(throws: DatasetError.unknownSample(stranger)) { try await dataset.keep(kept, of: stranger) }
        try dataset.close()
        let reader = try Dataset.open(at: folder.file, mode: .readOnly)
        await #expect(throws: DatasetError.readOnly(path: reader.path)) { try await reader.keep(kept, of: id) }
    }
}

extension Dataset {
    /// Changes what every judgement says, with its hash.
    fileprivate func restate(_ verdicts: JSON) async throws {
        let text = verdicts.compactText
        try await tamper(
            """
            DROP TRIGGER judgement_no_update;
            UPDATE judgement SET verdicts = '\(text)', hash = '\(ContentHash(of: text).hex)'
            """)
    }
}

@Suite struct `Samples that no check has looked at` {
    @Test func `are listed by a filter`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let oslo = try await dataset.store(.warmth(of: "Oslo"))
        let bergen = try await dataset.store(.warmth(of: "Bergen", index: 2))

        let outside = Filter.not(try Filter(parsing: "text:oslo"))

        #expect(try await dataset.samplesWithoutFindings(outside) == [bergen])
        #expect(try await dataset.samplesWithoutFindings(.everything) == [oslo, bergen])
    }

    @Test func `are listed where a sample of a filter may repeat them`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let oslo = try await dataset.store(.warmth(of: "Oslo"))
        _ = try await dataset.store(.warmth(of: "Bergen", index: 2))
        let lima = try await dataset.store(.warmth(of: "Lima", index: 3))
        func before(_ filter: String) async throws -> [SampleID] {
            try await dataset.samplesWithoutFindings(before: try Filter(parsing: filter))
        }

        #expect(try await before("text:bergen") == [oslo])
        #expect(try await before("text:oslo").isEmpty)
        #expect(try await before("text:rome").isEmpty)
        try await dataset.note([], in: oslo)
        #expect(try await before("text:bergen").isEmpty)
        #expect(try await dataset.samplesWithoutFindings(.everything).last == lima)
    }
}
