import DatasetStore
import Engine
import TestSupport
import Testing

@testable import Review

@Suite struct `Noted findings` {
    private static let findings = [
        finding(.unsafe, .error), finding(.ambiguous, .warning), finding(.ambiguous, .warning), finding(.other, .info),
    ]

    private static func finding(_ reason: Reason, _ severity: Finding.Severity) -> Finding {
        Finding(
            check: "test", version: 1, target: .query, evidence: "seen", reason: reason, severity: severity)
    }

    @Test func `are counted, and found by their reasons`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let clean = try await dataset.store(.warmth(of: "Bergen", index: 2))

        try await dataset.note(Self.findings, in: sample)
        try await dataset.note([], in: clean)

        #expect(try await dataset.summaries(offset: 0, limit: 2).map(\.findings) == [4, 0])
        for (filter, expected) in [("lint:ambiguous", [sample]), ("lint:wrong_tool", []), ("lint:..0", [clean])] {
            #expect(try await dataset.ids(matching: try Filter(parsing: filter)) == expected)
        }
        try await dataset.note([Self.findings[0]], in: sample)
        #expect(try await dataset.ids(matching: .condition(.finding(.ambiguous))).isEmpty)
    }

    @Test func `are forgotten when the sample changes, and not when it is decided`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        var seen: [Int?] = []

        try await dataset.note(Self.findings, in: sample)
        let actions: [Decision.Action] = [.accept, .comment(.query, text: "?"), .edit(.query("Cold?"))]
        for action in actions + [.undo(3), .edit(.deleteStep(1))] {
            try await dataset.decide(sample, action)
            seen.append(try await dataset.summaries(of: [sample]).first?.findings)
            try await dataset.note(Self.findings, in: sample)
        }

        #expect(seen == [4, 4, nil, nil, nil])
    }

    @Test func `of a reading are not noted once it is out of date`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(.warmth(of: "Oslo"))
        let old = try await dataset.reading(of: sample)
        try await dataset.decide(sample, .edit(.query("Cold?")))

        let noted = try await dataset.note(Self.findings, in: old)
        let notedAnew = try await dataset.note([], in: try await dataset.reading(of: sample))

        #expect(!noted && notedAnew)
        #expect(try await dataset.summaries(of: [sample]).first?.findings == 0)
    }

    @Test func `are missing of finished samples that nobody has looked at`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let first = try await dataset.store(.warmth(of: "Oslo"))
        let second = try await dataset.store(.warmth(of: "Oslo", index: 2))
        try await dataset.store(SampleBuilder.warmth(of: "Oslo", index: 3).unfinished)

        let missing = try await dataset.samplesWithoutFindings(limit: 9)
        try await dataset.note([], in: first)

        #expect(missing == [first, second])
        #expect(try await dataset.samplesWithoutFindings(limit: 1) == [second])
    }
}

@Suite struct `Artefacts` {
    @Test func `are found by kind and name, after a restart too`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let queue: JSON = ["filter": "lint:any", "sort": "-cost", "n": .number(spelt: "1.10")]
        let later = Timestamp(microseconds: 5)

        try await dataset.saveArtefact(kind: "queue", name: "東\u{0}京", json: queue, at: .zero)
        try await dataset.saveArtefact(kind: "queue", name: "all", json: [:], at: .zero)
        try await dataset.saveArtefact(kind: "queue", name: "all", json: [1, nil], at: later)
        try await dataset.saveArtefact(kind: "place", name: "all", json: "s-00001", at: .zero)
        try dataset.close()

        let reopened = try folder.dataset()
        let found = try #require(try await reopened.artefact(kind: "queue", name: "all"))
        #expect(found.json == [1, nil] && found.time == later)
        #expect(try await reopened.artefact(kind: "queue", name: "東\u{0}京")?.json.compactText == queue.compactText)
        #expect(try await reopened.artefacts(kind: "queue").map(\.name) == ["all", "東\u{FFFD}京"])
        #expect(try await reopened.artefact(kind: "queue", name: "none") == nil)
    }

    @Test func `are removed`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.saveArtefact(kind: "queue", name: "all", json: [:], at: .zero)

        let removed = [
            try await dataset.removeArtefact(kind: "queue", name: "all"),
            try await dataset.removeArtefact(kind: "queue", name: "all"),
        ]

        #expect(removed == [true, false])
        #expect(try await dataset.artefacts(kind: "queue").isEmpty)
    }

    @Test func `that were damaged are told`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        try await dataset.saveArtefact(kind: "queue", name: "all", json: [:], at: .zero)
        try await dataset.tamper("UPDATE artefact SET json = '{'")

        await #expect(throws: DatasetError.damaged(path: folder.file, what: "the queue all cannot be read")) {
            try await dataset.artefacts(kind: "queue")
        }
    }
}
