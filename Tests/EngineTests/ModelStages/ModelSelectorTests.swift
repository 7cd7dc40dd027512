import TestSupport
import Testing

@testable import Engine

@Suite("Selecting with a model")
struct ModelSelectorTests {
    private let candidates = [
        StageExamples.found(1, "Bergen", gives: #"{"id":"NO-BGO"}"#), StageExamples.found(3, "Narvik", gives: "{}"),
    ]

    @Test func `a trial is chosen with its place and the reason, word for word`() async throws {
        #expect(
            try await select(#"{"reason":" It adds. ","choice":"proposal 3","place":"chain 1"}"#)
                == .chosen(Proposal.ID(3), place: .append(Chain.ID(1)), reason: " It adds. "))
        #expect(
            try await select(#"{"reason":"r","choice":"proposal 1","place":"new chain"}"#)
                == .chosen(Proposal.ID(1), place: .newChain, reason: "r"))
    }

    @Test func `whoever declines need not say where to`() async throws {
        #expect(
            try await select(#"{"reason":"r","choice":"decline","place":"chain 1"}"#) == .declined(reason: "r"))
        #expect(try await select(#"{"reason":"r","choice":"Decline"}"#) == .declined(reason: "r"))
    }

    @Test func `words that are spelled a little differently are mended`() async throws {
        #expect(
            try await select(#"{"reason":"r","choice":"Proposal_3","place":"New chain"}"#)
                == .chosen(Proposal.ID(3), place: .newChain, reason: "r"))
    }

    @Test(arguments: [
        #"{"reason":"r","choice":"proposal 2","place":"chain 1"}"#,
        #"{"reason":"r","choice":"proposal 1","place":"chain 7"}"#, #"{"reason":"r","choice":"proposal 1"}"#,
        #"{"choice":"decline","place":"chain 1"}"#,
    ])
    func `what does not exist is asked for again`(bad: String) async throws {
        let model = ScriptedModel(.json(bad), .json(#"{"reason":"r","choice":"decline","place":"chain 1"}"#))

        let selection = try await StageExamples.lean(model).selector.select(
            StageExamples.selectionRequest(candidates))

        #expect(selection == .declined(reason: "r"))
        #expect(model.asked.count == 2)
    }

    @Test func `where nothing can go anywhere, nobody is asked`() async throws {
        let model = ScriptedModel()

        let selection = try await StageExamples.lean(model).selector.select(
            StageExamples.selectionRequest(candidates, workflow: Workflow(), mayOpenChain: false))

        #expect(selection == .declined(reason: "There is no chain, and none may be opened."))
    }

    private func select(_ answer: String) async throws -> Selection {
        try await StageExamples.lean(ScriptedModel(.json(answer))).selector.select(
            StageExamples.selectionRequest(candidates))
    }
}
