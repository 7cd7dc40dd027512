import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@testable import toolgrad

@Suite("The difference of samples")
struct SampleDiffTests {
    private let name = JSONPath([.key("name")])

    private func diff(_ old: SampleBuilder, _ new: SampleBuilder) -> SampleDiff {
        SampleDiff(from: DiffSide(old.sample, label: "s-00001"), to: DiffSide(new.sample, label: "s-00002"))
    }

    @Test func `marks words, and tells steps by their tools`() {
        let other = SampleBuilder(query: "How wet is it in Rome?", response: "It is 9 degrees in Rome.", index: 2)
            .step("geocode", ["name": "Rome"], gives: #"{"latitude":59.91}"#)
            .step("radar", ["zoom": 3], gives: "[]", chain: 2)
            .step("forecast", ["latitude": 59.91, "days": 2], gives: #"{"max":8}"#)

        #expect(
            diff(.warmth(of: "Oslo"), other).text == """
                s-00001 -> s-00002

                Query     How [-warm-] {+wet+} is it in [-Oslo?-] {+Rome?+}
                Response  It is 9 degrees in [-Oslo.-] {+Rome.+}

                ~ 1 geocode  c1
                       name  "Oslo" -> "Rome"
                + 2 radar  c2  {"zoom":3}
                ~ 3 forecast  c1
                       another output
                       days  nothing -> 2
                """)
    }

    @Test func `of states of one sample goes by the numbers of the steps`() {
        let sample = SampleBuilder.warmth(of: "Oslo").step("geocode", ["name": "Oslo"], gives: "{}", chain: 2)
            .reviewed(.edit(.deleteStep(1)), .edit(.argument(step: 3, path: name, "Rome"))).sample
        let pair = DiffSide.pair(of: sample, label: "s-00001")

        let diff = pair.map { SampleDiff(from: $0.from, to: $0.to) }

        #expect(diff?.from.name == "s-00001@original")
        #expect(
            diff?.text.hasSuffix(
                """
                - 1 geocode  c1  {"name":"Oslo"}
                = 2 forecast  c1
                ~ 3 geocode  c2
                       name  "Oslo" -> "Rome"
                """) == true, "\(diff?.text ?? "")")
    }

    @Test func `tells what became of a step beside its arguments`() {
        let moved = SampleBuilder.warmth(of: "Oslo").reviewed(
            .edit(.splitChain(before: 2)),
            .edit(.rerun(step: 1, of: ["name": "Oslo"], RecordedOutput("{}"), .live))
        ).sample
        let diff = DiffSide.pair(of: moved, label: "s-00001").map { SampleDiff(from: $0.from, to: $0.to) }

        #expect(
            diff?.text.hasSuffix(
                """
                ~ 1 geocode  c1
                       another output
                ~ 2 forecast  c2
                       another chain: it was c1
                """) == true, "\(diff?.text ?? "")")
        #expect(diff?.json["steps"]?[0]?["output"] == "changed")
        #expect(diff?.json["steps"]?[1]?["output"] == "same")
        #expect(diff?.json["steps"]?[1]?["from"]?["chain"] == 1)
        #expect(diff?.json["steps"]?[1]?["to"]?["chain"] == 2)
    }

    @Test func `of samples whose steps swapped places keeps one and tells the other twice`() {
        let one = SampleBuilder(query: "Why?", response: "So.").step("a", [:], gives: "1").step("b", [:], gives: "2")
        let other = SampleBuilder(query: "Why?", response: "So.", index: 2)
            .step("b", [:], gives: "2").step("a", [:], gives: "1")

        let changes = diff(one, other).json["steps"]?.array?.compactMap { $0["change"]?.string }

        #expect(changes?.sorted() == ["added", "removed", "same"])
    }

    @Test func `counts what is gone from the arguments and what came`() {
        let old: JSON = ["a": 1, "b": ["c": [1, 2]], "d": []]
        let new: JSON = ["b": ["c": [1, 3, 4]], "d": [], "a": "1"]

        let differences = StepDiff.ArgumentDiff.all(from: old, to: new)

        #expect(differences.map { "\($0.path)" } == ["b.c[1]", "b.c[2]", "a"])
        #expect(differences.map(\.old) == [2, nil, 1])
        #expect(differences.map(\.new) == [3, 4, "1"])
        #expect(StepDiff.ArgumentDiff.all(from: ["x": 1], to: [:]).first?.new == nil)
    }

    @Test func `without steps or texts says so`() {
        let nothing = SampleBuilder(query: nil, response: nil).ended(.nothingGrown)

        #expect(
            diff(nothing, nothing).text == """
                s-00001 -> s-00002

                Query     none
                Response  none

                There are no steps.
                """)
        #expect(diff(nothing, nothing).json["query"]?["to"] == .null)
    }

    @Test func `of equal samples shows the texts without marks`() {
        #expect(
            diff(.warmth(of: "Oslo"), .warmth(of: "Oslo")).text == """
                s-00001 -> s-00002

                Query     How warm is it in Oslo?
                Response  It is 9 degrees in Oslo.

                = 1 geocode  c1
                = 2 forecast  c1
                """)
    }

    @Test func `shows texts whole that are too long to compare`() {
        let long = String(repeating: "word ", count: 700)
        let (old, new) = (SampleBuilder(query: long, response: "a"), SampleBuilder(query: long + "end", response: "a"))

        #expect(diff(old, new).text.contains("Query     [-\(long)-]\n          {+\(long)end+}\n"))
    }

    @Test func `for machines is exact and complete`() {
        let json = diff(.warmth(of: "Oslo"), .warmth(of: "Os\u{301}lo")).json

        #expect(json["from"] == "s-00001")
        #expect(json["query"]?["same"] == false)
        #expect(
            json["query"]?["pieces"] == [
                ["same": "How warm is it in "], ["removed": "Oslo?"], ["added": "Os\u{301}lo?"],
            ])
        #expect(json["steps"]?[0]?["change"] == "changed")
        #expect(json["steps"]?[0]?["arguments"] == [["path": "name", "from": "Oslo", "to": "Os\u{301}lo"]])
        #expect(json["steps"]?[1]?["change"] == "same")
    }

    @Test func `shows no control character of the data`() {
        let evil = SampleBuilder(query: "\u{1B}[2J", response: "\u{202E}").step("a", ["b": "\u{9B}"], gives: "\u{7}")

        let text = diff(.warmth(of: "Oslo"), evil).text + diff(evil, .warmth(of: "Oslo")).text

        #expect(!text.unicodeScalars.contains { ["\u{1B}", "\u{202E}", "\u{9B}", "\u{7}"].contains($0) })
    }
}

@Suite("What a sample is compared with")
struct DiffSideTests {
    /// A sample that drafted a text after each of its iterations, and its final one.
    private func drafted(_ actions: Decision.Action...) -> ReviewedSample {
        let builder = actions.reduce(SampleBuilder.warmth(of: "Oslo")) { $0.reviewed($1) }
        let sample = builder.sample
        let events = builder.events.flatMap { event -> [RunEvent] in
            guard case .iterationEnded(let number, _) = event else { return [event] }
            return [event, .drafted(Synthesis(query: "Draft \(number)?", response: "So."))]
        }
        return ReviewedSample(
            id: sample.id, seed: 7, state: RunState(events), review: sample.review, library: sample.library)
    }

    @Test func `is its draft before the last one where nobody edited it`() {
        let pair = DiffSide.pair(of: drafted(.flag), label: "s-00001")

        #expect(pair?.from.name == "s-00001@1")
        #expect(pair?.from.query == "Draft 1?")
        #expect(pair?.from.workflow.steps.count == 1)
        #expect(pair?.to.name == "s-00001@2")
        #expect(pair?.to.workflow.steps.count == 2)
    }

    @Test func `is what was grown where somebody did`() {
        let pair = DiffSide.pair(of: drafted(.edit(.query("Why?"))), label: "s-00001")

        #expect(pair?.from.query == "How warm is it in Oslo?")
        #expect(pair?.to.query == "Why?")
    }

    @Test func `is nothing for a first draft`() {
        #expect(DiffSide.pair(of: drafted(), label: "s-00001", after: 1) == nil)
        #expect(DiffSide.pair(of: drafted(), label: "s-00001", after: 2)?.from.name == "s-00001@1")
    }
}

@Suite("Places that are compared")
struct DiffPlaceTests {
    @Test func `are samples, their iterations and their originals`() {
        #expect(DiffPlace("s-00417")?.state == .counting)
        #expect(DiffPlace("417@4")?.state == .iteration(4))
        #expect(DiffPlace("s-417.b1@original")?.label.description == "s-00417.b1")
    }

    @Test(arguments: ["", "@4", "s-1@", "s-1@0", "s-1@x", "s-1@4@5", "x"])
    func `are nothing else`(text: String) {
        #expect(DiffPlace(text) == nil)
    }
}

@Suite("The command for comparing", .timeLimit(.minutes(4)))
struct DiffCommandTests {
    @Test func `compares samples, iterations, and a sample with what it was`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store(.warmth(of: "Oslo"), .warmth(of: "Rome", index: 2))
        try await samples.decide(ids[1], .edit(.query("How cold is it in Rome?")))

        let two = try await program.run("diff", "1", "2", "--json", "--dataset", samples.path)
        let iterations = try await program.run("diff", "1@1", "1@2", "--dataset", samples.path)
        let own = try await program.run("diff", "2", "--dataset", samples.path)

        #expect(try JSON(parsing: two.output)["to"] == "s-00002")
        #expect(iterations.output.hasPrefix("s-00001@1 -> s-00001@2\n"))
        #expect(iterations.output.contains("= 1 geocode  c1\n+ 2 forecast  c1  {\"latitude\":59.91}\n"))
        #expect(own.output.hasPrefix("s-00002@original -> s-00002\n\nQuery     How [-warm-] {+cold+} is it in Rome?\n"))
    }

    @Test func `says what is missing`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        try await samples.store(.warmth(of: "Oslo"))

        let alone = try await program.run("diff", "1", "--dataset", samples.path)
        let beyond = try await program.run("diff", "1@1", "1@9", "--dataset", samples.path)
        let wrong = try await program.run("diff", "x", "1@y", "--dataset", samples.path)

        #expect(alone.errors.contains("s-00001 has no earlier draft and no edits"))
        #expect(beyond.errors.contains("s-00001 has 2 iterations, none numbered 9."))
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("\"x\" is no sample") && wrong.errors.contains("\"1@y\" is no sample"))
    }
}
