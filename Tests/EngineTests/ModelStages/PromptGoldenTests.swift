import Engine
import Foundation
import TestSupport
import Testing

/// Each prompt filled with the same small example, as the whole text that a model reads.
///
/// With `UPDATE_GOLDEN=1` in the environment the files are written instead.
@Suite("Golden prompts")
struct PromptGoldenTests {
    private let example = Trial(
        proposal: Proposal(id: Proposal.ID(2), instruction: "Look Bergen up.", tools: ["city_lookup", "sun_times"]))

    @Test func `propose-lean`() async throws {
        let model = ScriptedModel(
            .json(
                #"{"reason":"r","proposals":[{"instruction":"i","calls":[{"tool":"city_lookup","arguments":{"name":"Rome"}}]}]}"#
            ))
        _ = try await StageExamples.lean(model).proposer.propose(
            StageExamples.proposalRequest(memory: [StageExamples.gradient(1)], notes: ["More about the north."]))

        try expect(model, as: "propose-lean")
    }

    @Test func `propose-paper`() async throws {
        let model = ScriptedModel(
            .json(#"{"reason":"r","proposals":[{"instruction":"i","tools":["city_lookup"]}]}"#))
        _ = try await StageExamples.paper(model).proposer.propose(
            StageExamples.proposalRequest(workflow: Workflow(), memory: [StageExamples.gradient(1)]))

        try expect(model, as: "propose-paper")
    }

    @Test func `trial-turn`() async throws {
        let model = ScriptedModel(.words("Done."))
        var trial = example
        trial.attempts = [StageExamples.returned("city_lookup", ["name": "Bergen"], #"{"id":"NO-BGO"}"#)]
        let said = ModelMessage.assistant("", calls: [.to("city_lookup", #"{"name":"Bergen"}"#)])
        _ = try await StageExamples.paper(model).executor.turn(
            of: trial, in: StageExamples.trialRequest(turnsLeft: 2, said: [said]))

        try expect(model, as: "trial-turn")
    }

    @Test func `repair-call`() async throws {
        let model = ScriptedModel(.json(#"{"reason":"r","arguments":null}"#))
        let planned = PlannedCall(
            tool: "city_lookup", arguments: [.init(name: "name", binding: .literal("Bregen"))])
        let trial = Trial(
            proposal: Proposal(
                id: Proposal.ID(1), instruction: "Look Bergen up.", tools: ["city_lookup"], calls: [planned]),
            attempts: [StageExamples.failed("city_lookup", ["name": "Bregen"], "no city is called Bregen")])
        _ = try await StageExamples.lean(model).executor.turn(of: trial, in: StageExamples.trialRequest(turnsLeft: 2))

        try expect(model, as: "repair-call")
    }

    @Test func `select`() async throws {
        let model = ScriptedModel(.json(#"{"reason":"r","choice":"decline","place":"new chain"}"#))
        let candidates = [
            StageExamples.found(1, "Bergen", gives: #"{"id":"NO-BGO"}"#), StageExamples.found(3, "Narvik", gives: "{}"),
        ]
        _ = try await StageExamples.lean(model).selector.select(
            StageExamples.selectionRequest(candidates, notes: ["More about the north."]))

        try expect(model, as: "select")
    }

    @Test func `synthesise and repair-answer`() async throws {
        let model = ScriptedModel(
            .json(#"{"query":"Where is Oslo?"}"#), .json(#"{"query":"Where is Oslo?","response":"At 59.91° N."}"#))
        _ = try await StageExamples.lean(model).synthesizer.synthesize(StageExamples.synthesisRequest())

        #expect(model.asked.count == 2)
        try expect(model, as: "synthesise")
    }

    @Test func `repair-turn`() async throws {
        let model = ScriptedModel(.calls(.to("city_search", "{}")), .words("It cannot be done."))
        _ = try await StageExamples.paper(model).executor.turn(of: example, in: StageExamples.trialRequest())

        #expect(model.asked.count == 2)
        try expect(model, as: "repair-turn")
    }

    private func expect(
        _ model: ScriptedModel, as name: String, at location: SourceLocation = #_sourceLocation
    ) throws {
        let request = try #require(model.asked.last)
        let shown = request.messages.map(\.written).joined(separator: "\n")
        let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Goldens/\(name).txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            return try Data(shown.utf8).write(to: url, options: .atomic)
        }
        let wanted = try String(contentsOf: url, encoding: .utf8)
        #expect(
            shown == wanted, "If it is as it should be: UPDATE_GOLDEN=1 swift test --filter Golden.",
            sourceLocation: location)
    }
}

extension ModelMessage {
    fileprivate var written: String {
        switch self {
        case .system(let text): "=== system\n\(text)\n"
        case .user(let text): "=== user\n\(text)\n"
        case .assistant(let text, let calls):
            "=== assistant\n\(text)\n" + calls.map { "calls \($0.id): \($0.name) \($0.arguments)\n" }.joined()
        case .tool(let id, let content): "=== tool \(id)\n\(content)\n"
        }
    }
}
