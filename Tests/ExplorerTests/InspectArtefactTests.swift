import Canvas
import Engine
import Foundation
import Review
import Testing

@testable import Explorer

@Suite("What can be inspected of a sample")
struct InspectArtefactTests {
    @Test func `a step: its result, its arguments and its tool`() {
        let list = ArtefactList(of: .step(4), in: .chains, open())

        #expect(list.index == 0)
        #expect(
            list.all.map(\.title) == [
                "step 4 hotel_search: result", "step 4 hotel_search: arguments", "hotel_search: input schema",
                "hotel_search: description",
            ])
        #expect(list.all[0].facts == ["34 bytes", "c9090516", "demo"])
        #expect(list.all[0].bytes == Array(#"{"name":"Hotel Sakura","price":92}"#.utf8))
    }

    @Test func `an argument: the arguments, with the cursor on it`() {
        let list = ArtefactList(of: .argument(step: 4, JSONPath([.key("max_price")])), in: .chains, open())

        let inspector = Inspector(artefacts: list.all, at: list.index, in: .small)
        #expect(inspector.artefact.title == "step 4 hotel_search: arguments")
        #expect(inspector.path == "$.max_price")
    }

    @Test func `a proposal: every attempt with what came of it, and the gradient`() {
        let list = ArtefactList(of: .proposal(Proposal.ID(3)), in: .gradient, open())

        #expect(
            list.all.map(\.title).prefix(8) == [
                "it 5 proposal 3 call 1 currency_convert: failed",
                "it 5 proposal 3 call 1 currency_convert: why failed",
                "it 5 proposal 3 call 1 currency_convert: arguments", "it 5 proposal 3 call 2 currency_convert: failed",
                "it 5 proposal 3 call 2 currency_convert: why failed",
                "it 5 proposal 3 call 2 currency_convert: arguments", "it 5 proposal 3: instruction",
                "it 5 proposal 3: failure",
            ])
        #expect(list.all.contains { $0.title == "it 5: why" })
    }

    @Test func `an iteration: the textual gradient`() {
        let texts = ArtefactList(of: nil, in: .gradient, open()).all.prefix(5).map { ($0.title, $0.bytes) }

        #expect(
            texts.map(\.0) == [
                "it 5: why", "it 5: your notes", "it 5: the proposer's reason", "it 5: proposals", "it 5: pool",
            ])
        #expect(texts[1].1 == Array("stay with the trip".utf8))
        #expect(texts[4].1.starts(with: Array(#"["city_lookup","#.utf8)))
    }

    @Test func `a sample: its texts, what was said of it, and its plan`() {
        let decisions: [Decision] = [.edit(.query("Where to sleep?")), .comment(.query, text: "short")].enumerated().map
        {
            Decision(
                sequence: $0 + 1, time: Timestamp(microseconds: 0), reviewer: "zh", sample: ExampleSample.id(),
                action: $1)
        }

        let list = ArtefactList(of: nil, in: .query, open(decisions))

        #expect(
            list.all.map(\.title) == ["query", "query before it was edited", "response", "comment on query", "plan"])
        #expect(list.all.last?.facts == ["planner offline"])
        #expect(JSONOutline(list.all.last?.bytes ?? []) != nil)
    }

    @Test func `the response comes first in its own pane`() {
        let list = ArtefactList(of: nil, in: .response, open())

        #expect(list.all[list.index].title == "response")
    }

    @Test func `planned calls tell where their arguments come from`() {
        let proposal = Proposal(
            id: Proposal.ID(2), instruction: "Go.", tools: ["a"],
            calls: [
                PlannedCall(
                    tool: "a",
                    arguments: [
                        PlannedCall.Argument(name: "x", binding: .literal(1)),
                        PlannedCall.Argument(name: "y", binding: .step(3, path: JSONPath([.key("id")]))),
                        PlannedCall.Argument(name: "z", binding: .call(1, path: .root)),
                    ])
            ])

        #expect(
            proposal.json.compactText
                == #"{"proposal":2,"instruction":"Go.","tools":["a"],"calls":[{"tool":"a","arguments":{"x":1,"#
                + #""y":{"from":"step 3","path":"id"},"z":{"from":"call 1","path":""}}}]}"#)
    }

    private func open(_ decisions: [Decision] = []) -> OpenSample {
        OpenSample(ExampleSample.reviewed(decisions: decisions), decisions: decisions, lastEvent: 100)
    }
}
