import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The command for deciding", .timeLimit(.minutes(4)))
struct DecideCommandTests {
    @Test func `decides what a filter lets through as one, and undoes it as one`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(
            .warmth(of: "Oslo"), .warmth(of: "Rome", index: 2), .warmth(of: "Bonn", index: 3))
        try await samples.decide(ids[1], .skip)

        let decided = try await program.run("decide", "--filter", "status:pending", "flag", "--dataset", samples.path)
        let flagged = try await samples.dataset.ids(matching: .condition(.flagged))
        let undone = try await program.run("decide", "undo", "--dataset", samples.path)
        let left = try await samples.dataset.ids(matching: .condition(.flagged))
        let redone = try await program.run("decide", "redo", "--json", "--dataset", samples.path)

        #expect(decided.output == "s-00001  pending  flagged\ns-00003  pending  flagged\n")
        #expect(decided.errors == "2 samples decided.\n")
        #expect(flagged == [ids[0], ids[2]])
        #expect(undone.output == "s-00001  undone: flag\ns-00003  undone: flag\n")
        #expect(left.isEmpty)
        #expect(
            redone.output.split(separator: "\n").first
                == #"{"id":"s-00001","action":"redo","of":"flag","status":"pending","flagged":true,"decisions":[6],"bulk":6}"#
        )
        #expect(try await samples.dataset.ids(matching: .condition(.flagged)).count == 2)
    }

    @Test func `leaves out and names what cannot be decided, and fails when nothing can`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let growing = SampleBuilder.warmth(of: "Rome", index: 2).unfinished
        let failed = SampleBuilder.warmth(of: "Bonn", index: 3).ended(.synthesisFailed(reason: "no"))
        try await samples.store([.warmth(of: "Oslo"), growing, failed])

        let some = try await program.run("decide", "1", "2", "3", "1", "accept", "--dataset", samples.path)
        let none = try await program.run("decide", "1", "2", "3", "accept", "--dataset", samples.path)

        #expect(some.status == 0)
        #expect(some.output == "s-00001  accepted\n")
        #expect(
            some.errors == """
                Left out: s-00002 is not finished; resume its run first.
                Left out: s-00003 has no query to accept; reject it, or skip it.
                1 sample decided, 2 left out.

                """)
        #expect(none.status == 1)
        #expect(none.output.isEmpty)
        #expect(none.errors.hasPrefix("Left out: s-00001 is accepted already.\n"))
        #expect(try await samples.dataset.decisions(after: 0).count == 1)
    }

    @Test func `names the other reviewer who accepted a sample, and says where agreement is counted`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store([.warmth(of: "Oslo")])[0]
        try await samples.decide(id, .accept, by: "root")

        let ending = try await program.run("decide", "1", "accept", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(
            ending.errors.hasPrefix(
                "Left out: s-00001 is accepted already, by root; to count agreement use toolgrad review --pass 2, or a "
                    + "file of your own.\n"), "\(ending.errors)")
    }

    @Test func `asks before a filter decides very many`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store((1...26).map { SampleBuilder.warmth(of: "Oslo", index: $0) })

        let refused = try await program.run("decide", "--pending", "skip", "--dataset", samples.path)
        let listed = try await program.run("decide", "--pending", "skip", "--dry-run", "--dataset", samples.path)
        let before = try await samples.dataset.decisions(after: 0).count
        let decided = try await program.run("decide", "--pending", "skip", "--yes", "--dataset", samples.path)
        let rest = try await program.run("decide", "--pending", "skip", "--dataset", samples.path)

        #expect(refused.status == 1)
        #expect(refused.errors.contains("This would skip 26 samples, such as s-00001, s-00002, s-00003. Add --yes"))
        #expect(listed.status == 0)
        #expect(listed.output.split(separator: "\n").count == 26)
        #expect(before == 0)
        #expect(decided.errors == "26 samples decided.\n")
        #expect(Set(try await samples.dataset.decisions(after: 0).map(\.bulk)) == [1])
        #expect(rest.status == 0)
        #expect(rest.errors == "There is no such sample: nothing to decide.\n")
    }

    @Test func `lets the checks look first where a filter asks for what they found`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let leaking = SampleBuilder(query: "Call air_quality in Oslo.", response: "Good.")
            .step("air_quality", ["city": "Oslo"], gives: #"{"index":1}"#)
        try await samples.store(.warmth(of: "Oslo"), leaking)

        let decided = try await program.run(
            "decide", "--filter", "lint:leaks_tools", "reject", "--reason", "2@query", "--dataset", samples.path)

        #expect(decided.output == "s-00003  rejected\n", "\(decided.errors)")
        #expect(decided.errors == "Checks: 2 samples to look at.\n")
        #expect(try await samples.dataset.samplesWithoutFindings(limit: 9).isEmpty)
    }

    @Test func `decides a saved queue`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        let view = QueueView(filter: try Filter(parsing: "rome"))
        try await samples.dataset.saveArtefact(
            kind: "queue", name: "south", json: try JSON(encoding: view), at: Timestamp(microseconds: 0))

        let decided = try await program.run("decide", "--queue", "south", "accept", "--dataset", samples.path)
        let unknown = try await program.run("decide", "--queue", "north", "accept", "--dataset", samples.path)

        #expect(decided.output == "s-00002  accepted\n")
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("There is no queue \"north\"; there are south."))
    }

    @Test func `edits and comments are there in the end, many edits of one sample as one`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo"))[0]

        let edited = try await program.run(
            "decide", "1", "edit", "--query", "-How warm?", "--set", #"step 1.name="Rome""#, "--json", "--dataset",
            samples.path)
        _ = try await program.run(
            "decide", "1", "comment", "--on", "step 1", "--text", "why?", "--dataset", samples.path)
        let sample = try await samples.dataset.reviewedSample(id)
        _ = try await program.run("decide", "undo", "--dataset", samples.path)
        let undone = try await program.run("decide", "undo", "--dataset", samples.path)

        #expect(
            edited.output
                == #"{"id":"s-00001","action":"edit","status":"draft","flagged":false,"decisions":[1,2],"bulk":1}"#
                + "\n")
        #expect(sample.query == "-How warm?")
        #expect(sample.editedPaths == ["steps.1.arguments.name", "query"])
        #expect(sample.staleSteps == [1])
        #expect(sample.review.comments.map(\.text) == ["why?"])
        #expect(undone.output == "s-00001  undone: edit\ns-00001  undone: edit\n")
        #expect(try await samples.dataset.reviewedSample(id).edits.isEmpty)
    }

    @Test func `a wrong command line is told as a whole, the filter with its mistake marked`() async throws {
        let program = try Program()
        defer { program.clean() }

        let ending = try await program.run("decide", "--filter", "statsu:pending", "--note", "x", "acept")

        #expect(ending.status == 64)
        #expect(ending.errors.contains("Do you mean accept?"))
        #expect(ending.errors.contains("unknown field \"statsu\" (status?)\n  statsu:pending\n  ^^^^^^\n"))
    }

    @Test func `a sample that is not there stops everything before anything is decided`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let ending = try await program.run("decide", "1", "8", "9", "accept", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(ending.errors.contains("The dataset has no sample s-00008, s-00009."))
        #expect(try await samples.dataset.decisions(after: 0).isEmpty)
    }

    @Test func `a dry undoing tells what it would take back and leaves it`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.decide(try await samples.store(.warmth(of: "Oslo"))[0], .accept)

        let ending = try await program.run("decide", "undo", "--dry-run", "--dataset", samples.path)

        #expect(ending.output == "s-00001  undone: accept\n")
        #expect(ending.errors == "Nothing was decided.\n")
        #expect(try await samples.dataset.decisions(after: 0).count == 1)
    }

    @Test func `a duplicate names the sample that it repeats`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Oslo", index: 2))

        let ending = try await program.run(
            "decide", "1", "2", "reject", "--reason", "d", "--duplicate-of", "s-1", "--dataset", samples.path)

        #expect(ending.output == "s-00002  rejected\n")
        #expect(ending.errors.hasPrefix("Left out: s-00001 cannot repeat itself.\n"))
        #expect(try await samples.dataset.reviewedSample(ids[1]).review.reasons.first?.other == "s-00001")
    }

    @Test func `undoing nothing is told`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.decide(try await samples.store(.warmth(of: "Oslo"))[0], .accept, by: "ada")

        let ending = try await program.run("decide", "undo", "--dataset", samples.path)

        #expect(ending.status == 1)
        #expect(ending.errors.contains("tester has nothing to undo."))
    }
}
