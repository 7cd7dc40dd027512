import Engine
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

extension Decision.Action {
    /// What an edit changes.
    var path: String? { if case .edit(let edit) = self { edit.path } else { nil } }
}

extension JSON {
    /// A number in just this spelling.
    static func number(spelt text: String) -> JSON { JSON.Number(text: text).map(JSON.number) ?? .null }
}
