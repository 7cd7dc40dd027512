import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("A line of the journal")
struct JournalLineTests {
    private func line(_ action: Decision.Action, bulk: Int? = nil) -> JournalLine {
        let decision = Decision(
            sequence: 7, time: Timestamp(microseconds: 1_767_323_045_000_006), reviewer: "ada",
            sample: SampleBuilder.warmth(of: "Oslo").id, action: action, bulk: bulk)
        return JournalLine(decision: decision, label: "s-00001")
    }

    private static let head =
        #"{"seq":7,"ts":"2026-01-02T03:04:05.000006Z","reviewer":"ada","sample":"s-00001","action":"#

    @Test(
        arguments: [
            (.accept, #""accept"}"#), (.undo(3), #""undo","undoes":3}"#),
            (
                .reject(
                    [AnchoredReason(.duplicate, other: "s-00004"), AnchoredReason(.badValue, at: .step(2))], note: ""),
                #""reject","reasons":[{"code":"duplicate","target":"whole","other":"s-00004"},"#
                    + #"{"code":"bad_value","target":"step 2"}],"note":""}"#
            ),
            (
                .prefer(over: SampleBuilder.warmth(of: "Oslo", index: 2).id),
                #""prefer","otherID":{"run":""# + SampleBuilder.warmth(of: "Oslo").id.run.hash.hex
                    + #"","index":2,"branch":[]}}"#
            ),
            (.comment(.query, text: "é\n"), #""comment","target":"query","text":"é\n"}"#),
            (
                .edit(.argument(step: 2, path: JSONPath([.key("city")]), "Oslo")),
                #""edit","patch":{"edit":"argument","step":2,"path":"city","value":"Oslo","#
                    + #""paths":["steps.2.arguments.city"]}}"#
            ),
        ] as [(Decision.Action, String)])
    func `has what is stored and nothing else`(action: Decision.Action, rest: String) {
        #expect(line(action).json.compactText == Self.head + rest)
    }

    @Test func `names the sample that it compares with, by its label where that is known`() {
        let run = SampleBuilder.warmth(of: "Oslo").id.run
        let plain = line(.equal(to: SampleID(run: run, index: 2, branch: [1])))
        var named = plain
        named.compared = "s-00012.b1"

        #expect(named.json["other"] == "s-00012.b1")
        #expect(named.text.hasSuffix("  s-00001  equal  to s-00012.b1"))
        #expect(plain.text.hasSuffix("  s-00001  equal  to sample 2.b1 of run \(run)"))
    }

    @Test func `names its bulk`() {
        #expect(line(.flag, bulk: 5).json["bulk"] == 5)
        #expect(line(.flag, bulk: 5).text == "7  2026-01-02 03:04:05Z  ada  s-00001  flag  of bulk 5")
    }

    @Test func `is one line of harmless text for people`() {
        let text = line(.comment(.whole, text: "a\nb\u{1B}[2J\u{202E}")).text

        #expect(text == "7  2026-01-02 03:04:05Z  ada  s-00001  comment  whole  \"a b‹U+001B›[2J‹U+202E›\"")
    }
}

@Suite("A moment as text")
struct TimestampTextTests {
    @Test(
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
            (4_107_542_399_123_456, "2100-02-28T23:59:59.123456Z"),
            (-2_203_891_200_000_000, "1900-03-01T00:00:00.000000Z"),
        ] as [(Int64, String)])
    func `is ISO 8601 in UTC`(microseconds: Int64, text: String) {
        #expect(Timestamp(microseconds: microseconds).iso == text)
    }
}

@Suite("Differences between a list and its journal")
struct JournalDifferenceTests {
    @Test func `are named, with both sides`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let builder = SampleBuilder.warmth(of: "Oslo")
        try await samples.store(builder)
        let summary = try #require(try await samples.dataset.summaries(offset: 0, limit: 1).first)
        let other = builder.reviewed(
            .edit(.deleteStep(2)), .edit(.query("Why?")), .flag, .comment(.whole, text: "hm"),
            .reject([AnchoredReason(.unsafe)], note: "")
        ).sample

        let differences = JournalDifference.all(between: summary, and: other)

        #expect(JournalDifference.all(between: summary, and: builder.sample).isEmpty)
        #expect(differences.map(\.name) == ["status", "flagged", "edited", "commented", "reason", "steps", "query"])
        #expect(differences.first?.text == "status: the list has pending, the journal rejected")
        #expect(
            differences.last?.json("s-00001").compactText
                == #"{"id":"s-00001","what":"query","listed":"\"How warm is it in Oslo?\"","folded":"\"Why?\""}"#)
    }
}

@Suite("The command for the journal", .timeLimit(.minutes(4)))
struct JournalCommandTests {
    @Test func `prints every decision, oldest first, or those after one or of one reviewer`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        try await samples.decide(ids[1], .skip, at: 1)
        try await samples.decide(ids[0], .accept, by: "ada", at: 2)
        try await samples.decide(ids[1], .undo(1), at: 3)

        let all = try await program.run("journal", "--dataset", samples.path)
        let later = try await program.run("journal", "--after", "1", "--json", "--dataset", samples.path)
        let own = try await program.run(
            "journal", "--reviewer", "ada", "--format", "jsonl", "--dataset", samples.path)

        #expect(
            all.output == """
                1  1970-01-01 00:00:01Z  tester  s-00002  skip
                2  1970-01-01 00:00:02Z  ada  s-00001  accept
                3  1970-01-01 00:00:03Z  tester  s-00002  undo  1

                """)
        #expect(later.output.split(separator: "\n").count == 2)
        #expect(
            own.output
                == #"{"seq":2,"ts":"1970-01-01T00:00:02.000000Z","reviewer":"ada","sample":"s-00001","action":"accept"}"#
                + "\n")
    }

    @Test func `agrees with the lists after every kind of decision`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let long = String(repeating: "é\u{301} ", count: 120)
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: long, index: 2))
        let actions: [Decision.Action] = [
            .accept, .edit(.argument(step: 1, path: JSONPath([.key("name")]), "Rome")), .flag, .edit(.query("a\0b")),
            .comment(.step(1), text: "hm"), .undo(4), .edit(.deleteStep(2)),
            .reject([AnchoredReason(.badValue, at: .step(1))], note: ""),
        ]
        for action in actions { try await samples.decide(ids[0], action) }

        let ending = try await program.run("journal", "--verify", "--dataset", samples.path)

        #expect(ending.output.isEmpty)
        #expect(ending.errors == "Journal: 2 samples to look at.\n2 samples compared, 0 differ.\n")
        #expect(ending.status == 0)
    }

    @Test func `fails where a list shows something else`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.decide(try await samples.store(.warmth(of: "Oslo"))[0], .flag)
        try await samples.tamper("UPDATE sample SET status = 'accepted', flagged = 0")

        let ending = try await program.run("journal", "--verify", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(
            ending.output == """
                s-00001  status: the list has accepted, the journal pending
                s-00001  flagged: the list has false, the journal true

                """)
        #expect(ending.errors == "Journal: 1 sample to look at.\n1 sample compared, 1 differ.\n")
    }

    @Test func `names a sample that cannot be read, and goes on`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        for id in ids { try await samples.decide(id, .flag) }
        try await samples.tamper("DROP TRIGGER decision_no_update; UPDATE decision SET payload = '{}' WHERE id = 1")

        let ending = try await program.run("journal", "--verify", "--json", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(ending.output.hasPrefix(#"{"id":"s-00001","what":"journal","listed":"the sample","folded":""#))
        #expect(ending.output.contains("decision 1 does not have the hash it was stored with"))
        #expect(ending.errors.hasSuffix("2 samples compared, 1 differ.\n"))
    }

    @Test func `prints a decision of many as part of its bulk`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        _ = try await program.run("decide", "1", "2", "flag", "--dataset", samples.path)

        let ending = try await program.run("journal", "--json", "--dataset", samples.path)

        let lines = try ending.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
        #expect(lines.map { $0["sample"]?.string } == ["s-00001", "s-00002"])
        #expect(lines.map { $0["bulk"]?.int } == [1, 1])
    }

    @Test func `an empty journal prints nothing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let ending = try await program.run("journal", "--dataset", samples.path)

        #expect(ending.status == 0)
        #expect(ending.output.isEmpty && ending.errors.isEmpty)
    }

    @Test func `options that contradict each other are refused`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("journal", "--verify", "--reviewer", "ada", "--after=-1")

        #expect(ending.status == 64)
        #expect(ending.errors.contains("--after is -1.") && ending.errors.contains("--verify is about the whole"))
    }
}
