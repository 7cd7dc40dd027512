import DatasetStore
import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("The report of a sample")
struct SampleReportTests {
    private let name = JSONPath([.key("name")])

    @Test func `shows what counts: edits made, stale steps marked, comments and decisions named`() {
        let sample = SampleBuilder.warmth(of: "Oslo").reviewed(
            .edit(.argument(step: 1, path: name, "Rome")), .edit(.query("How warm is it in Rome?")),
            .comment(.step(2), text: "why?"), .flag
        ).sample
        let journal = [Decision(sequence: 4, time: .second(0), reviewer: "ada", sample: sample.id, action: .flag)]

        let text = SampleReport(sample: sample, label: "s-00001", decisions: journal).text

        #expect(text.hasPrefix("s-00001   completed   draft   flagged   planner: offline\n"))
        #expect(text.contains("  1 geocode   stale: its output answers other arguments\n       name = \"Rome\""))
        #expect(text.contains("\nQuery     How warm is it in Rome?\n"))
        #expect(
            text.hasSuffix(
                """
                edited:   steps.1.arguments.name, query
                          the query was: How warm is it in Oslo?
                Comment   step 2, ada: why?
                Decision  4  1970-01-01 00:00:00Z  ada  flag
                """))
    }

    @Test func `as it stood after an iteration has nothing of what came later`() {
        let sample = SampleBuilder.warmth(of: "Oslo").reviewed(
            .edit(.argument(step: 1, path: name, "Rome")), .edit(.query("Rome?"))
        ).sample

        let text = SampleReport(sample: sample, label: "s-00001", iteration: 1).text

        #expect(text.hasPrefix("s-00001   after iteration 1 of 2   draft   planner: offline\n"))
        #expect(text.contains("name = \"Oslo\""))
        #expect(!text.contains("forecast"))
        #expect(!text.contains("edited:"))
        #expect(text.contains("Query     none"))
    }

    @Test func `names a sample that it was compared with by its label`() {
        let sample = SampleBuilder.warmth(of: "Oslo").sample
        let other = SampleBuilder.warmth(of: "Oslo", index: 2).id
        let journal = [
            Decision(
                sequence: 1, time: .second(0), reviewer: "ada", sample: sample.id, action: .prefer(over: other))
        ]

        let text = SampleReport(
            sample: sample, label: "s-00001", decisions: journal, compared: [other: "s-00002"]
        ).text

        #expect(text.hasSuffix("ada  prefer  over s-00002"), "\(text)")
    }

    @Test func `marks decisions that were taken back, and names the reasons of a rejection`() {
        let reasons = [AnchoredReason(.duplicate, other: "s-00004"), AnchoredReason(.badValue, at: .step(1))]
        let actions: [Decision.Action] = [.accept, .undo(1), .reject(reasons, note: "both")]
        let sample = SampleBuilder.warmth(of: "Oslo").reviewed(.reject(reasons, note: "both")).sample
        let journal = actions.enumerated().map { place, action in
            Decision(
                sequence: place + 1, time: .second(0), reviewer: "ada", sample: sample.id, action: action)
        }

        let text = SampleReport(sample: sample, label: "s-00001", decisions: journal).text

        #expect(
            text.hasSuffix(
                """
                Rejected  duplicate at whole of s-00004, bad_value at step 1   both
                Decision  1  1970-01-01 00:00:00Z  ada  accept  (taken back)
                Decision  2  1970-01-01 00:00:00Z  ada  undo  1
                Decision  3  1970-01-01 00:00:00Z  ada  reject  duplicate at whole of s-00004, bad_value at step 1  "both"
                """))
    }

    @Test func `shows what was asked of it and has not counted, but not of how it stood`() {
        let sample = SampleBuilder.warmth(of: "Oslo").unfinished.sample
        let choice = WaitingSteering(
            Steering(choice: .proposal(Proposal.ID(2)), place: .append(Chain.ID(1))), at: .selecting, iteration: 3)
        let note = WaitingSteering(Steering(note: "more\u{1B}[2J"), at: .proposing)
        var report = SampleReport(
            sample: sample, label: "s-00001", asked: AskedOfSample(words: [choice, note], hold: .held))

        let lines = report.text.split(separator: "\n").dropFirst().prefix(3)
        report.now = .goesOn
        let watched = report.text
        report.iteration = 1

        #expect(
            lines == [
                "Held      until somebody lets it go: toolgrad resume --watch",
                "Waiting   choose 2, to c1 (selection of it 3)",
                "Waiting   note \"more‹U+001B›[2J\" (next proposal)",
            ])
        #expect(watched.contains("\nHeld      until it is let go of where its run is watched\n"))
        #expect(!report.text.contains("Waiting"))
        #expect(!report.text.contains("Held"))
    }

    @Test func `tells machines what waits for it, and nothing where nobody asked`() {
        let sample = SampleBuilder.warmth(of: "Oslo").unfinished.sample
        let words = [
            WaitingSteering(
                Steering(choice: .decline, mutedTools: ["geocode"]), at: .selecting, iteration: 3),
            WaitingSteering(Steering(place: .newChain, note: "n"), at: .proposing),
        ]

        let asked = SampleLine(sample: sample, label: "s-00001", asked: AskedOfSample(words: words)).json
        let plain = SampleLine(sample: sample, label: "s-00001").json

        #expect(asked["held"] == false)
        #expect(
            asked["waiting"] == [
                [
                    "gate": "selecting", "iteration": 3, "choose": "decline", "chain": nil, "proposals": [],
                    "note": nil, "muted": ["geocode"], "text": "decline, without geocode (selection of it 3)",
                ],
                [
                    "gate": "proposing", "iteration": nil, "choose": nil, "chain": "new", "proposals": [],
                    "note": "n", "muted": [], "text": "to a new chain, note \"n\" (next proposal)",
                ],
            ])
        #expect(plain["held"] == nil && plain["waiting"] == nil)
    }

    @Test func `shows no control character of a reviewer`() {
        let evil = "\u{1B}[2J\u{202E}"
        let sample = SampleBuilder.warmth(of: "Oslo").reviewed(
            .edit(.query(evil)), .comment(.whole, text: evil),
            .reject([AnchoredReason(.duplicate, other: evil)], note: evil)
        ).sample
        let journal = [Decision(sequence: 1, time: .second(0), reviewer: evil, sample: sample.id, action: .accept)]

        let text = SampleReport(sample: sample, label: "s-00001", decisions: journal).text

        #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}

@Suite("A sample as a line for machines")
struct SampleLineTests {
    private let sample = SampleBuilder.warmth(of: "Oslo").reviewed(
        .edit(.argument(step: 1, path: JSONPath([.key("name")]), "Rome")), .comment(.query, text: "\u{202E}")
    ).sample

    @Test func `says what reviewers made of it, exactly`() {
        let line = SampleLine(sample: sample, label: "s-00001").json

        #expect(line["edited"] == ["steps.1.arguments.name"])
        #expect(line["stale"] == [1])
        #expect(line["comments"]?[0]?["text"] == "\u{202E}")
        #expect(line["chains"]?[0]?["steps"]?[0]?["arguments"] == ["name": "Rome"])
        #expect(line["iteration"] == nil)
        #expect(line["decisions"] == nil)
    }

    @Test func `tells the chains and texts of an iteration`() {
        let line = SampleLine(sample: sample, label: "s-00001", iteration: 1).json

        #expect(line["iteration"] == 1)
        #expect(line["chains"]?[0]?["steps"]?.array?.count == 1)
        #expect(line["chains"]?[0]?["steps"]?[0]?["arguments"] == ["name": "Oslo"])
        #expect(line["query"] == .null)
        #expect(line["stale"] == [])
        #expect(line["status"] == "draft")
    }
}

@Suite("A place whose bytes are recorded")
struct RecordedPlaceTests {
    @Test(arguments: ["query", "response", "step:3", "step:3.arguments", "step:3.arguments.days[0].max"])
    func `is read as it is written`(text: String) {
        #expect(RecordedPlace(text)?.description == text)
    }

    @Test func `has more than one spelling`() {
        #expect(RecordedPlace("step 3") == .output(step: 3))
        #expect(RecordedPlace("step:3.output") == .output(step: 3))
    }

    @Test(arguments: ["", "step", "step:", "step:0", "step:x", "step:1.", "step:1.city", "chain c1", "Query"])
    func `is nothing else`(text: String) {
        #expect(RecordedPlace(text) == nil)
    }

    @Test func `gives bytes as they came`() {
        let bytes = Data([0xFF, 0x00, 0x0A, 0x7B])
        let sample = SampleBuilder(query: "Why?", response: "So.")
            .step("a", ["n": .number(spelt: "1.50"), "t": "é"], gives: RecordedOutput(bytes), chain: 1).sample

        #expect(sample.bytes(of: .output(step: 1)) == bytes)
        #expect(sample.bytes(of: .arguments(step: 1, .root)) == Data(#"{"n":1.50,"t":"é"}"#.utf8))
        #expect(sample.bytes(of: .arguments(step: 1, JSONPath([.key("n")]))) == Data("1.50".utf8))
        #expect(sample.bytes(of: .query) == Data("Why?".utf8))
        #expect(sample.bytes(of: .output(step: 2)) == nil)
    }
}

@Suite("The command for showing", .timeLimit(.minutes(4)))
struct ShowCommandTests {
    @Test func `lists what a filter lets through, in an order, up to a limit`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(
            .warmth(of: "Oslo"), .warmth(of: "Rome", index: 2), .warmth(of: "Bonn", index: 3))
        try await samples.decide(ids[1], .flag)

        let listed = try await program.run("show", "--sort", "-id", "--limit", "2", "--dataset", samples.path)
        let flagged = try await program.run("show", "--filter", "flag", "--json", "--dataset", samples.path)

        #expect(
            listed.output == """
                s-00003  pending   1c2s  How warm is it in Bonn?
                s-00002  pending   1c2s flagged  How warm is it in Rome?

                """)
        #expect(flagged.output.hasPrefix(#"{"id":"s-00002","run":"#))
        #expect(flagged.output.split(separator: "\n").count == 1)
    }

    @Test func `prints recorded bytes and nothing else`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let output = try await program.run("show", "1", "--raw", "step:2", "--dataset", samples.path)
        let missing = try await program.run("show", "1", "--raw", "step:3", "--dataset", samples.path)
        let later = try await program.run("show", "1", "--it", "1", "--raw", "step:2", "--dataset", samples.path)

        #expect(output.output == #"{"max": 9}"#)
        #expect(missing.status == 1)
        #expect(missing.errors.contains("s-00001 has no step:3."))
        #expect(later.status == 1)
    }

    @Test func `has the decisions of a sample in its JSON`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.decide(try await samples.store(.warmth(of: "Oslo"))[0], .accept)

        let shown = try await program.run("show", "s-1", "--json", "--dataset", samples.path)

        let line = try JSON(parsing: shown.output)
        #expect(line["decisions"]?[0]?["action"] == "accept")
        #expect(line["decisions"]?[0]?["sample"] == "s-00001")
    }

    @Test func `tells everything that is wrong with the command line at once`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run(
            "show", "s-1", "--limit", "0", "--raw", "nothing", "--json", "--sort", "lnt", "--filter", "id:x")

        #expect(ending.status == 64)
        for text in [
            "--filter is for lists; leave out the sample.", "--sort is for lists", "--limit is for lists",
            "--raw prints bytes", "--limit is 0", "there is no \"nothing\"", "unknown order \"lnt\" (lint?)",
            "  id:x\n     ^",
        ] {
            #expect(ending.errors.contains(text), "\(text)\n\(ending.errors)")
        }
    }

    @Test func `a line fits a terminal, wide characters too`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let wide = String(repeating: "東京", count: 60)
        try await samples.store(SampleBuilder(query: wide, response: "So.").step("a", [:], gives: "1"))
        let summary = try #require(try await samples.dataset.summaries(offset: 0, limit: 1).first)

        #expect(ListLine(summary).plain(fitting: 80) == "s-00001  pending   1c1s  " + wide.prefix(27) + "…")
        #expect(ListLine(summary).plain().hasSuffix(wide.prefix(120)))
    }
}

@Suite("Choosing samples by what they are like")
struct ListOptionsTests {
    @Test(
        arguments: [
            ("lint:any", true), ("!(flag lint:2..)", true), ("status:pending !lint:3", true), ("flag steps:3..", false),
            ("", false),
        ] as [(String, Bool)])
    func `asks for the checks only where a condition is about what they found`(text: String, asks: Bool) throws {
        #expect(try Filter(parsing: text).asksForFindings == asks)
    }

    @Test(
        arguments: [
            ("flag statsu:x", "  flag statsu:x\n       ^^^^^^"), ("東京 id:x", "  東京 id:x\n          ^"),
            ("(flag", "  (flag\n  ^"), ("status:", "  status:\n  ^^^^^^^"),
            ("\u{1B} id:x", "  ‹U+001B› id:x\n              ^"),
        ])
    func `underlines what is wrong with a filter, cell by cell`(text: String, picture: String) {
        do throws(FilterProblem) {
            _ = try Filter(parsing: text)
            Issue.record("\(text) is a filter")
        } catch {
            #expect(error.underlined(in: text).hasSuffix(picture), "\(error.underlined(in: text))")
        }
    }

    @Test func `takes the filter and the order of a saved queue, and narrows it`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(
            .warmth(of: "Oslo"), .warmth(of: "Rome", index: 2), .warmth(of: "Bonn", index: 3))
        try await samples.decide(ids[1], .skip)
        let view = QueueView(filter: try Filter(parsing: "status:pending"), sort: Sort(.id, isReversed: true))
        try await samples.dataset.saveArtefact(
            kind: "queue", name: "rest", json: try JSON(encoding: view), at: .second(0))

        let queue = try await program.run("show", "--queue", "rest", "--dataset", samples.path)
        let part = try await program.run(
            "show", "--queue", "rest", "--filter", "bonn", "--sort", "id", "--dataset", samples.path)

        #expect(queue.output.split(separator: "\n").map { $0.prefix(7) } == ["s-00003", "s-00001"])
        #expect(part.output.split(separator: "\n").map { $0.prefix(7) } == ["s-00003"])
    }

    @Test func `a queue that a newer program saved is told from one that is not there`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.dataset.saveArtefact(kind: "queue", name: "odd", json: ["later": 1], at: .second(0))

        let odd = try await program.run("show", "--queue", "odd", "--dataset", samples.path)
        let none = try await program.run("show", "--queue", "none", "--dataset", samples.path)

        #expect(odd.errors.contains("The queue \"odd\" was saved by a newer toolgrad."))
        #expect(none.errors.contains("There is no queue \"none\"; there are odd."))
    }
}

@Suite("A sample that is not finished")
struct UnfinishedSampleTests {
    @Test func `is told to grow only while somebody grows its run`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo").unfinished)[0]
        let arguments = ["show", "s-1", "--dataset", samples.path]
        let list = ["show", "--dataset", samples.path]

        let lock = try samples.dataset.lockRun(id.run)
        let growing = [try await program.run(arguments), try await program.run(list)].map(\.output)
        lock.release()
        let left = [try await program.run(arguments), try await program.run(list)].map(\.output)

        #expect(growing[0].hasPrefix("s-00001   growing   pending   planner: offline\n"), "\(growing)")
        #expect(growing[1].hasPrefix("s-00001  pending   1c2s growing  How warm"), "\(growing)")
        #expect(
            left[0].hasPrefix("s-00001   unfinished (nobody grows it now)   pending   planner: offline\n"), "\(left)")
        #expect(left[1].hasPrefix("s-00001  pending   1c2s unfinished  How warm"), "\(left)")
    }

    @Test func `says so instead of a query where it has none`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(SampleBuilder(query: nil, response: nil).unfinished)
        let summary = try #require(try await samples.dataset.summaries(offset: 0, limit: 1).first)

        #expect(ListLine(summary, .goesOn).plain() == "s-00001  pending   0c0s  (growing: waiting)")
        #expect(ListLine(summary, .rests).plain() == "s-00001  pending   0c0s  (unfinished, nobody grows it now)")
    }
}

@Suite("A line of a list")
struct ListLineTests {
    @Test func `has the marks of a sample, and a word for one that has no query`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(
            .warmth(of: "Oslo"), SampleBuilder(query: nil, response: nil, index: 2).ended(.nothingGrown))
        for action in [
            Decision.Action.edit(.argument(step: 1, path: JSONPath([.key("name")]), "Rome")), .flag,
            .comment(.whole, text: "hm"), .reject([AnchoredReason(.unsafe)], note: ""),
        ] {
            try await samples.decide(ids[0], action)
        }

        let lines = try await samples.dataset.summaries(of: ids).map { ListLine($0).plain() }

        #expect(
            lines == [
                "s-00001  rejected  1c2s unsafe edited stale flagged commented  How warm is it in Oslo?",
                "s-00004  pending   0c0s  (nothing grew)",
            ])
    }
}

extension Timestamp {
    /// A moment by its second.
    static func second(_ number: Int64) -> Timestamp { Timestamp(microseconds: number * 1_000_000) }
}
