import Engine
import Explorer
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("A request to decide")
struct DecisionRequestTests {
    private func actions(_ words: DecisionWords) throws -> [Decision.Action] {
        guard case .decide(let actions) = try DecisionRequest(words).act else { return [] }
        return actions
    }

    private func problems(_ words: DecisionWords) -> [String] {
        do throws(DecisionRequest.Problems) { _ = try DecisionRequest(words) } catch { return error.texts }
        return []
    }

    @Test func `names samples and ends with what is done to them`() throws {
        let request = try DecisionRequest(DecisionWords(words: ["s-00002", "7", "s-3.b1", "skip"]))

        #expect(request.labels.map(\.description) == ["s-00002", "s-00007", "s-00003.b1"])
        #expect(request.act == .decide([.skip]))
    }

    @Test(
        arguments: [
            ("accept", .accept), ("skip", .skip), ("pending", .returnToPending), ("flag", .flag), ("unflag", .unflag),
        ] as [(String, Decision.Action)])
    func `is for every word the explorer has a key for`(word: String, action: Decision.Action) throws {
        #expect(try actions(DecisionWords(words: ["1", word])) == [action])
    }

    @Test func `rejects for reasons at targets, by key or code`() throws {
        let words = DecisionWords(
            words: ["1", "reject"], reasons: ["3@step 2.city", "duplicate", "8"], note: "-", duplicateOf: "4")

        #expect(
            try actions(words) == [
                .reject(
                    [
                        AnchoredReason(.argumentNotInferable, at: .argument(step: 2, path: JSONPath([.key("city")]))),
                        AnchoredReason(.duplicate, other: "s-00004"), AnchoredReason(.emptyOutput),
                    ], note: "-")
            ])
    }

    @Test func `compares with another sample`() throws {
        let better = try DecisionRequest(DecisionWords(words: ["s-3.b1", "prefer"], over: "3"))
        let equal = try DecisionRequest(DecisionWords(words: ["4", "equal"], to: "s-00005"))

        #expect(better.act == .compare(SampleLabel(number: 3), .better))
        #expect(equal.act == .compare(SampleLabel(number: 5), .equal))
        #expect(problems(DecisionWords(words: ["4", "prefer"])) == ["Name the other sample with --over."])
        #expect(
            problems(DecisionWords(words: ["4", "equal"], over: "5")) == [
                "--over is for prefer, not for equal.", "Name the other sample with --to.",
            ])
        #expect(
            problems(DecisionWords(words: ["4", "prefer"], over: "five")) == [
                "--over: \"five\" is no sample. Samples are called s-00001 and so on."
            ])
    }

    @Test func `comments on the whole sample unless it says on what`() throws {
        #expect(try actions(DecisionWords(words: ["1", "comment"], text: "hm")) == [.comment(.whole, text: "hm")])
        #expect(
            try actions(DecisionWords(words: ["1", "comment"], target: "chain c2", text: ""))
                == [.comment(.chain(Chain.ID(2)), text: "")])
    }

    @Test(
        arguments: [
            (#"step 2.city="Oslo""#, JSONPath([.key("city")]), .string("Oslo")),
            (#"step 2.days[1].max=1.50"#, JSONPath([.key("days"), .index(1), .key("max")]), .number(spelt: "1.50")),
            (#"step 2={"a":1}"#, .root, ["a": 1]),
            (#"step 2.["a=b"]=true"#, JSONPath([.key("a=b")]), true),
            (#"step 2.text="x=1""#, JSONPath([.key("text")]), "x=1"),
        ] as [(String, JSONPath, JSON)])
    func `edits arguments at any place with any JSON`(text: String, path: JSONPath, value: JSON) throws {
        #expect(
            try actions(DecisionWords(words: ["1", "edit"], arguments: [text]))
                == [.edit(.argument(step: 2, path: path, value))])
    }

    @Test func `edits arguments first, then texts`() throws {
        let words = DecisionWords(
            words: ["1", "edit"], query: "Why?", response: "So.", arguments: ["step 1.a=1", "step 2.b=2"])

        #expect(
            try actions(words).compactMap(\.path) == [
                "steps.1.arguments.a", "steps.2.arguments.b", "query", "response",
            ])
    }

    @Test func `tells everything that is wrong with it at once`() {
        let words = DecisionWords(
            words: ["one", "reject"], reasons: ["zz", "3@nowhere", "o"], duplicateOf: "x", query: "Why?")

        let problems = problems(words)

        #expect(problems.count == 6)
        #expect(problems[0] == "\"one\" is no sample. Samples are called s-00001 and so on.")
        #expect(problems[1] == "--query is for edit, not for reject.")
        #expect(problems[2].hasPrefix("\"zz\" is no reason. Use one of: 1 unnatural, 2 leaks_tools,"))
        #expect(problems[3].hasPrefix("\"nowhere\" is no target. Use whole, query,"))
        #expect(problems[4] == "The reason \"other\" needs a --note that says what it is.")
        #expect(problems[5] == "--duplicate-of goes with --reason duplicate.")
    }

    @Test(
        arguments: [
            (["1", "acept"], "Do you mean accept?"), (["accept"], "Name the samples to accept"),
            (["1", "reject"], "Give at least one --reason"), (["1", "comment"], "--text"),
            (["1", "edit"], "Say what to edit"), (["1", "undo"], "undo takes no samples"), ([], "is no action"),
        ] as [([String], String)])
    func `says what is missing and what to do`(words: [String], text: String) {
        let problems = problems(DecisionWords(words: words))

        #expect(problems.count == 1)
        #expect(problems.first?.contains(text) == true, "\(problems)")
    }

    @Test(arguments: [
        ("step 2.city=Oslo", "the value is not JSON"), ("step 2.city", "write it as"), ("query=1", "write it as"),
        ("step x=1", "write it as"),
    ])
    func `shows how an argument is set`(text: String, problem: String) {
        let problems = problems(DecisionWords(words: ["1", "edit"], arguments: [text]))

        #expect(problems.count == 1)
        #expect(problems.first?.contains(problem) == true, "\(problems)")
    }

    @Test func `shows no control character of what was typed`() {
        let problems = problems(DecisionWords(words: ["\u{1B}[2J", "\u{202E}"]))

        #expect(!problems.joined().unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    }
}

@Suite("The check of what is decided")
struct DecisionCheckTests {
    private let sample = SampleBuilder.warmth(of: "Oslo")

    private func obstacle(
        to actions: Decision.Action..., in builder: SampleBuilder, rules: DecidingRules = DecidingRules()
    ) -> DecisionObstacle? {
        let reading = SampleReading(sample: builder.sample, decisions: [], lastEvent: 1)
        return DecisionCheck(actions: actions, reviewer: "ada", rules: rules).obstacle(in: reading)
    }

    @Test func `leaves out a sample without the target`() {
        let path = JSONPath([.key("town")])
        let reasons = [AnchoredReason(.badValue, at: .argument(step: 1, path: path))]

        #expect(obstacle(to: .reject(reasons, note: ""), in: sample) == .missing(.argument(step: 1, path: path)))
        #expect(obstacle(to: .comment(.step(2), text: "hm"), in: sample) == nil)
        #expect(obstacle(to: .comment(.step(3), text: "hm"), in: sample) == .missing(.step(3)))
    }

    @Test func `leaves out what changes nothing`() {
        let commented = sample.reviewed(.comment(.query, text: "hm"))

        #expect(obstacle(to: .comment(.query, text: "hm"), in: commented) == .already("commented so"))
        #expect(obstacle(to: .comment(.query, text: ""), in: commented) == nil)
        #expect(obstacle(to: .comment(.query, text: " "), in: sample) == .already("without a comment of ada there"))
        #expect(obstacle(to: .edit(.query("How warm is it in Oslo?")), in: sample) == .already("so"))
        #expect(
            obstacle(to: .edit(.argument(step: 1, path: JSONPath([.key("name")]), "Oslo")), in: sample)
                == .already("so"))
    }

    @Test func `leaves out an edit that cannot be made, and says why`() {
        let missing = obstacle(to: .edit(.argument(step: 3, path: .root, [:])), in: sample)
        let wrong = obstacle(to: .edit(.argument(step: 1, path: JSONPath([.key("name")]), 7)), in: sample)

        #expect(missing == .edit("There is no step 3."))
        #expect(missing?.description == "cannot be edited so: There is no step 3")
        #expect(wrong?.description.hasPrefix("cannot be edited so: Step 1: ") == true)
        #expect(obstacle(to: .edit(.query(" ")), in: sample) != nil)
    }

    @Test func `judges an edit with those before it made`() {
        let whole = Edit.argument(step: 1, path: .root, ["name": ["city": "Rome"]])
        let part = Edit.argument(step: 1, path: JSONPath([.key("name"), .key("city")]), "Bonn")
        let free = SampleBuilder(query: "Where?", response: "There.")
            .tool(Tool(name: "geocode", description: "Finds.", inputSchema: ["type": "object"]))
            .step("geocode", ["name": "Oslo"], gives: "{}")

        #expect(obstacle(to: .edit(part), in: free) != nil)
        #expect(obstacle(to: .edit(whole), .edit(part), in: free) == nil)
    }

    @Test func `takes its rules from the settings`() throws {
        let settings = try Settings.read(
            text: "require_rerun_after_arg_edit = true\nconfirm_bulk_over = 3", file: "config.toml")

        #expect(DecidingRules(settings) == DecidingRules(requiresRerun: true, confirmsOver: 3))
        #expect(DecidingRules(Settings()) == DecidingRules())
    }

    @Test func `accepts a stale sample unless the rules want its step run again`() {
        let stale = sample.reviewed(.edit(.argument(step: 1, path: JSONPath([.key("name")]), "Rome")))

        #expect(obstacle(to: .accept, in: stale) == nil)
        #expect(obstacle(to: .accept, in: stale, rules: DecidingRules(requiresRerun: true)) == .stale(step: 1))
    }
}

@Suite("A plan of what is decided")
struct DecisionPlanTests {
    @Test func `sorts samples into able ones and those that are left out`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store((1...4).map { SampleBuilder.warmth(of: "Oslo", index: $0) })
        try await samples.decide(ids[1], .skip)
        let labels = [SampleLabel(number: 4), SampleLabel(number: 4)]
        let view = QueueView(filter: .everything, sort: Sort(.id, isReversed: true))

        let candidates = try await samples.dataset.candidates(labels, and: view)
        let plan = try await DecisionPlan(
            for: candidates, DecisionCheck(actions: [.skip, .flag], reviewer: "ada"), in: samples.dataset)

        #expect(candidates.map(\.isNamed) == [true, false, false, false])
        #expect(plan.able.map(\.id) == [ids[3], ids[2], ids[0]])
        #expect(plan.unnamed == 2)
        #expect(plan.leftOut.map(\.label.description) == ["s-00002"])
        #expect(plan.leftOut.map(\.obstacle) == [.already("skipped")])
        #expect(plan.orders([.skip, .flag]).map(\.0) == [ids[3], ids[3], ids[2], ids[2], ids[0], ids[0]])
    }

    @Test(
        arguments: [
            (.skip, .skip, .already("skipped")), (.returnToPending, .flag, .already("pending")),
            (.flag, .flag, .already("flagged")), (.unflag, .skip, .already("without a flag")),
            (.accept, .accept, .already("accepted")), (.accept, .skip, nil),
            (.reject([AnchoredReason(.unsafe)], note: ""), .reject([AnchoredReason(.other)], note: "x"), nil),
        ] as [(Decision.Action, Decision.Action, DecisionObstacle?)])
    func `leaves out what is so already, but a rejection may get other reasons`(
        action: Decision.Action, before: Decision.Action, obstacle: DecisionObstacle?
    ) async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo"))[0]
        try await samples.decide(id, before)

        let plan = try await DecisionPlan(
            for: [.init(id: id, isNamed: true)], DecisionCheck(actions: [action], reviewer: "ada"), in: samples.dataset)

        #expect(plan.leftOut.first?.obstacle == obstacle)
        #expect(plan.able.count == (obstacle == nil ? 1 : 0))
    }

    @Test func `says that a sample is better than another one, but not than itself`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let ids = try await samples.store((1...2).map { SampleBuilder.warmth(of: "Oslo", index: $0) })
        let action = try await samples.dataset.comparing(with: SampleLabel(number: 2), .better)

        let plan = try await DecisionPlan(
            for: ids.map { .init(id: $0, isNamed: true) }, DecisionCheck(actions: [action], reviewer: "ada"),
            in: samples.dataset)

        #expect(action == .prefer(over: ids[1]))
        #expect(plan.able.map(\.id) == [ids[0]])
        #expect(plan.leftOut.map(\.obstacle) == [.itself])
        await #expect(throws: CommandFailure.self) {
            try await samples.dataset.comparing(with: SampleLabel(number: 9), .equal)
        }
    }

    @Test func `leaves out a sample that is damaged`() async throws {
        let program = try Program()
        defer { program.clean() }
        let samples = try StoredSamples(in: program)
        let id = try await samples.store(.warmth(of: "Oslo"))[0]
        try await samples.tamper("DROP TRIGGER event_no_update; UPDATE event SET payload = '{}' WHERE number = 2")

        let plan = try await DecisionPlan(
            for: [.init(id: id, isNamed: true)],
            DecisionCheck(actions: [.comment(.query, text: "hm")], reviewer: "ada"), in: samples.dataset)

        #expect(plan.leftOut.first?.obstacle.description.hasPrefix("cannot be read: ") == true)
    }

    @Test(
        arguments: [.growing, .noQuery, .already("so"), .missing(.query), .stale(step: 2), .sameSample]
            as [DecisionObstacle])
    func `an obstacle can be read after a label and before a full stop`(obstacle: DecisionObstacle) {
        #expect(!obstacle.description.isEmpty)
        #expect(obstacle.description.first?.isLowercase == true)
        #expect(!obstacle.description.hasSuffix("."))
    }
}

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

extension Decision.Action {
    /// What an edit changes.
    fileprivate var path: String? { if case .edit(let edit) = self { edit.path } else { nil } }
}

extension JSON {
    /// A number in just this spelling.
    static func number(spelt text: String) -> JSON { JSON.Number(text: text).map(JSON.number) ?? .null }
}
