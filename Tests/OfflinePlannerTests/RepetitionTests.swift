import DemoTools
import Review
import TestSupport
import Testing

@testable import Engine
@testable import OfflinePlanner

@Suite("Steps that repeat another")
struct RepetitionTests {
    private let paint = Tool(
        name: "paint", description: "",
        inputSchema: [
            "type": "object",
            "properties": ["length": ["type": "number"], "coats": ["type": "integer", "default": 2]],
            "required": ["length"],
        ], family: "home")
    private let output = RecordedOutput(["litres": 6.4, "area": 32.2, "coats": 2])

    private func selection(after known: JSON, of arguments: JSON, gives output: RecordedOutput) -> Selection {
        let step = Step(
            number: 1, call: ToolCall(tool: "paint", arguments: known), output: self.output, origin: .demo,
            iteration: 1, proposal: Proposal.ID(1))
        let trial = Trial(
            proposal: .calling(1, ("paint", arguments)),
            attempts: [
                Trial.Attempt(
                    call: ToolCall(tool: "paint", arguments: arguments),
                    result: ToolResult(.returned(output), origin: .demo))
            ], ending: .succeeded(report: "It worked."))
        return OfflineSelector().select(
            SelectionRequest(
                candidates: [trial], workflow: Workflow(chains: [Chain(id: Chain.ID(1), steps: [step])]),
                library: ["paint": paint], iteration: 2, mayOpenChain: true, guidance: [], notes: [],
                random: SeededGenerator(for: .selecting, seed: 1, sample: 1, iteration: 2), models: .unused))
    }

    @Test func `a call that only says a default more is declined`() {
        let selection = selection(
            after: ["length": 4], of: ["coats": 2, "length": 4], gives: RecordedOutput(["litres": 9.9]))

        #expect(selection == .declined(reason: "Proposal 1 repeats paint with arguments that the workflow has."))
    }

    @Test func `a call that tells again what another one told is declined`() {
        let selection = selection(after: ["length": 4], of: ["length": 4, "coats": 3], gives: output)

        #expect(selection == .declined(reason: "Proposal 1 tells again what paint told in step 1."))
    }

    @Test func `another call with another result is taken`() {
        let selection = selection(
            after: ["length": 4], of: ["length": 5, "coats": 3], gives: RecordedOutput(["litres": 9.9]))

        #expect(
            selection
                == .chosen(
                    Proposal.ID(1), place: .newChain,
                    reason: "It uses no earlier output but stays within home, so paint opens a new chain."))
    }
}

@Suite("Words of the demo tools")
struct DemoWordingTests {
    /// A slot stands for a number, which makes no day of a sentence.
    private func filled(_ template: String) -> String {
        var text = ""
        var depth = 0
        for character in template {
            if character == "{" { depth += 1 }
            if depth == 0, character != "[", character != "]" { text.append(character) }
            if character == "}" {
                depth -= 1
                text += "10"
            }
        }
        return text
    }

    @Test func `mean the same whatever the day on which they are asked`() async throws {
        let library = try await ToolLibrary(DemoTools())
        for tool in library.tools {
            let openings = tool.wording.openings.map { filled($0) + " How much is it?" }
            for query in openings + (tool.wording.asks + tool.wording.doubts.flatMap(\.asks)).map(filled) {
                let sample = SampleBuilder(query: query, response: "r").sample
                let findings = TimeBound().findings(in: CheckSubject(sample))
                #expect(findings.isEmpty, "\(tool.name): \(query): \(findings.map(\.evidence))")
            }
        }
    }
}
