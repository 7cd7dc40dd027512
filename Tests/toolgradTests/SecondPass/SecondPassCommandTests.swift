import DatasetStore
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("A second pass and its agreement", .timeLimit(.minutes(6)))
struct SecondPassCommandTests {
    private static let cities = ["Oslo", "Rome", "Lima", "Cairo", "Quito", "Paris", "Tokyo", "Delhi", "Bern", "Riga"]

    /// Ten samples that `anneliese` decided long ago: seven accepted, two rejected, one skipped; one of them edited.
    private func decided(in program: Program, named name: String = "a.toolgrad") async throws -> [SampleID] {
        let stored = try StoredSamples(in: program, named: name)
        defer { try? stored.dataset.close() }
        let ids = try await stored.store(
            Self.cities.enumerated().map { SampleBuilder.warmth(of: $1, index: $0 + 1) })
        try await stored.decide(ids[0], .edit(.query("An edited query?")), by: "anneliese", at: 1)
        try await stored.decide(ids[1], .comment(.query, text: "A remark of the first pass."), by: "anneliese", at: 1)
        for (index, id) in ids.enumerated() {
            try await stored.decide(id, Self.first(index), by: "anneliese", at: 2)
        }
        return ids
    }

    private static func first(_ index: Int) -> Decision.Action {
        switch index {
        case 0..<7: .accept
        case 7..<9: .reject([AnchoredReason(.unnatural, at: .query)], note: "A note of the first pass.")
        default: .skip
        }
    }

    private func review(
        _ program: Program, _ lines: [String], sample: String = "100%", reviewer: String = "ben",
        name: String = "a.toolgrad"
    ) async throws -> Program.Ending {
        try await program.run(
            typing: lines, "review", "--linear", program.file(name), "--pass", "2", "--sample", sample, "--seed", "7",
            "--reviewer", reviewer)
    }

    @Test func `nothing of the first pass is told, and nothing of it changes`() async throws {
        let program = try Program()
        defer { program.clean() }
        let ids = try await decided(in: program)
        let walk = Array(repeating: "n", count: 10).flatMap { [$0, "", "tab", "tab", "tab"] }

        let ending = try await review(program, walk + ["a", "q"])

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("Pass 2, blind: 9 of 9 decided samples; 1 edited sample is not read again."))
        for word in ["edited query", "A remark", "A note", "anneliese", "rejected", "skipped"] {
            #expect(!ending.output.contains(word), "\(word)")
        }
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly)
        #expect(
            try await dataset.summaries(of: ids).map(\.status)
                == Array(repeating: .accepted, count: 7) + [.rejected, .rejected, .skipped])
        let last = try #require(try await dataset.decisions(after: 0).last)
        #expect(last.reviewer == "ben")
        #expect(last.action == .judge(.accepted, pass: 2))
    }

    @Test func `a part is chosen by status, the same again, and reopening goes on`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await decided(in: program)

        let first = try await review(program, ["a", "q"], sample: "4")
        #expect(first.output.contains("Pass 2, blind: 4 of 9 decided samples; 1 edited sample is not read again."))
        let chosen = try await judged(program)
        let second = try await review(program, ["", "r 1", "s", "a", "q"], sample: "4")

        #expect(second.output.contains("Pass 2, blind, goes on: 1 of 4 judged."), "\(second.output)")
        let all = try await judged(program)
        #expect(all.count == 4)
        #expect(Set(all.map(\.sample)).count == 4)
        #expect(all.first?.sample == chosen.first?.sample)
        let statuses = try await Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly)
            .summaries(of: all.map(\.sample)).map(\.status)
        #expect(Set(statuses) == [.accepted, .rejected, .skipped])
    }

    @Test func `undo takes back what was judged in the pass, and nothing before it`() async throws {
        let program = try Program()
        defer { program.clean() }
        _ = try await decided(in: program)

        let ending = try await review(program, ["a", "u", "u", "u", "q"], sample: "4")

        #expect(ending.output.contains("There is nothing to undo or redo."), "\(ending.output)")
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly)
        let actions = try await dataset.decisions(after: 12).map(\.action)
        #expect(actions == [.judge(.accepted, pass: 2), .undo(13)])
    }

    @Test func `its help says whose samples are left out`() async throws {
        let program = try Program()
        defer { program.clean() }

        let help = try await program.run("review", "--help").output
        let words = help.split(whereSeparator: \.isWhitespace).joined(separator: " ")

        #expect(words.contains("what the reviewer decided in the last 24 hours is left out."), "\(words)")
    }

    @Test func `who decided in the last day has nothing to judge again`() async throws {
        let program = try Program()
        defer { program.clean() }
        let stored = try StoredSamples(in: program)
        let ids = try await stored.store(.warmth(of: "Oslo"))
        _ = try await stored.dataset.decide(ids[0], .accept, by: "ben", at: Surroundings.now())

        let own = try await review(program, ["q"])
        let other = try await review(program, ["q"], reviewer: "ann")

        #expect(own.status == 1)
        #expect(own.errors.contains("There is nothing to judge again yet"))
        #expect(own.errors.contains("in the last 24 hours"))
        #expect(other.status == 0, "\(other.errors)")
    }

    @Test func `options that make no sense are refused`() async throws {
        let program = try Program()
        defer { program.clean() }

        for (options, text) in [
            (["--pass", "0"], "passes are numbered from 1"), (["--seed", "7"], "give --pass 2 with them"),
            (["--pass", "2", "--sample", "120%"], "120%"), (["--pass", "2", "--read-only"], "leave out --read-only"),
        ] {
            let ending = try await program.run(["review", "--linear"] + options)
            #expect(ending.status == 64, "\(options)")
            #expect(ending.errors.contains(text), "\(ending.errors)")
        }
    }

    @Test func `several reviewers come together in one file, and their agreement is told`() async throws {
        let program = try Program()
        defer { program.clean() }
        let ids = try await decided(in: program)
        for name in ["ben.toolgrad", "team.toolgrad"] {
            let merged = try await program.run(
                "merge", program.file("a.toolgrad"), "--into", program.file(name))
            #expect(merged.status == 0, "\(merged.errors)")
        }
        let ben = try Dataset.open(at: program.file("ben.toolgrad"), mode: .readWrite)
        for (index, id) in ids.enumerated() {
            let opinion: Opinion =
                index == 3
                ? .rejected([AnchoredReason(.ungrounded)], note: "")
                : try #require(
                    Opinion(Self.first(index)))
            _ = try await ben.decide(id, .judge(opinion, pass: 2), by: "ben", at: Timestamp(microseconds: 9_000_000))
        }
        try ben.close()

        let merged = try await program.run(
            "merge", program.file("ben.toolgrad"), "--into", program.file("team.toolgrad"))
        #expect(merged.status == 0, "\(merged.errors)")
        let told = try await program.run("agreement", "--dataset", program.file("team.toolgrad"))
        let json = try await program.run("agreement", "--json", "--dataset", program.file("team.toolgrad"))

        #expect(told.status == 0, "\(told.errors)")
        #expect(told.output.contains("9 samples were judged twice, 9 of them blind the second time, by 2 readers."))
        #expect(
            told.output.contains("1 edited sample is not read again: a blind pass shows samples as they were made."))
        #expect(!told.output.contains("further reading"))
        #expect(told.output.contains("s-00004  accepted  |  rejected: ungrounded at whole  open"))
        #expect(told.output.contains("Educational and Psychological Measurement 20 (1960)"))
        #expect(told.output.contains("61 (2008)"))
        #expect(!told.output.contains("ben"))
        let figures = try JSON(parsing: json.output.trimmingCharacters(in: .newlines))
        #expect(figures["decision"]?["n"] == 9)
        #expect(figures["decision"]?["raw"]?.number?.text.hasPrefix("0.888") == true)
        #expect(figures["readers"] == 2)
        #expect(figures["leftOut"] == 0)
        #expect(figures["pairs"]?.array?.count == 1)
        let pair: JSON? = figures["pairs"]?.array?.first
        #expect(pair?["decision"]?["n"] == 9)
        #expect(figures["mean"]?["pairs"] == 1)
        #expect(figures["edited"] == 1)
        #expect(figures["primaryReason"]?["n"] == 2)
        #expect(figures["disagreements"]?.array?.first?["second"]?["reviewer"] == "ben")
        #expect(figures["adjudicated"] == 0)
    }

    @Test func `a third reader is counted, and a sample that is edited meanwhile leaves the pass`() async throws {
        let program = try Program()
        defer { program.clean() }
        let ids = try await decided(in: program)
        _ = try await review(program, ["a", "q"])
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        for reviewer in ["cyd", "dora"] {
            _ = try await dataset.decide(
                ids[3], .judge(.skipped, pass: 2), by: reviewer, at: Timestamp(microseconds: 9_000_000))
        }
        let read = try #require(try await judged(program).first?.sample)
        let meanwhile = try #require(ids.dropFirst().first(where: { $0 != read && $0 != ids[3] }))
        _ = try await dataset.decide(
            meanwhile, .edit(.query("Edited since?")), by: "anneliese", at: Timestamp(microseconds: 9_000_000))
        try dataset.close()

        let again = try await review(program, ["q"])
        let told = try await program.run("agreement", "--dataset", program.file("a.toolgrad"))

        #expect(again.output.contains("goes on: 1 of 8 judged; 1 edited sample is not read again."), "\(again.output)")
        #expect(told.output.contains(read == ids[3] ? "2 further readings are" : "1 further reading is"))
        #expect(told.output.contains("by 4 readers."), "\(told.output)")
        #expect(told.output.contains("decision, by readers") && told.output.contains("A with B"), "\(told.output)")
    }

    @Test func `what is settled becomes the status, and is told`() async throws {
        let program = try Program()
        defer { program.clean() }
        let ids = try await decided(in: program)
        let dataset = try Dataset.open(at: program.file("a.toolgrad"), mode: .readWrite)
        let opinion = Opinion.rejected([AnchoredReason(.ungrounded, at: .response)], note: "")
        _ = try await dataset.decide(ids[3], .judge(opinion, pass: 2), by: "ben", at: Timestamp(microseconds: 9))
        try dataset.close()

        let ending = try await program.run(
            typing: ["g a", "r", "enter", "g r", "q"], "review", "--linear", program.file("a.toolgrad"))

        #expect(ending.status == 0, "\(ending.errors)")
        #expect(ending.output.contains("Disagreements: 1. 0 of 1 settled."), "\(ending.output)")
        let shown = try await program.run("show", "--dataset", program.file("a.toolgrad"))
        #expect(shown.output.split(separator: "\n")[3].contains("rejected"))
        let told = try await program.run("agreement", "--dataset", program.file("a.toolgrad"))
        #expect(told.output.contains("1 decision differs, 1 settled:"))
        let verified = try await program.run("journal", "--verify", "--dataset", program.file("a.toolgrad"))
        #expect(verified.status == 0, "\(verified.output)")
    }

    private func judged(_ program: Program) async throws -> [Decision] {
        try await Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly).decisions(after: 0).filter {
            if case .judge = $0.action { true } else { false }
        }
    }
}
