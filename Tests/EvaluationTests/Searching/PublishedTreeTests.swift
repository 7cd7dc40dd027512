import Engine
import Evaluation
import TestSupport
import Testing

/// The shapes of trees that OpenBMB/ToolBench has published, each a way without a detour.
@Suite("A published tree")
struct PublishedTreeTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        /// Its file.
        let testDescription: String
        /// Calls, `Finish` included, each with a thought before it or without.
        let calls: Int
        let thought: String
        let size: Int
        /// The depths of the nodes that are marked as finished.
        let finished: ClosedRange<Int>
    }

    @Test(arguments: [
        Shape(testDescription: "G1_answer/59", calls: 5, thought: "", size: 11, finished: 6...10),
        Shape(testDescription: "G3_answer/21", calls: 4, thought: "", size: 9, finished: 4...8),
        Shape(testDescription: "toolllama_dfsdt/82217", calls: 4, thought: "So.", size: 13, finished: 6...12),
    ])
    func `is grown again by the same answers`(shape: Shape) async throws {
        let scene = SearchScene(
            ScriptedModel { request in
                // Two messages open the conversation, and each call adds two.
                let isLast = request.messages.count == 2 * shape.calls
                let arguments = #"{"return_type":"give_answer","final_answer":"So it is."}"#
                let call: RequestedCall = isLast ? .to("Finish", arguments) : .to("find", #"{"name":"Oslo"}"#)
                return .calling([call], saying: shape.thought)
            })
        let tree = try await scene.search().tree

        let way = Array(sequence(first: tree) { $0.children.first })
        #expect(tree.size == shape.size)
        #expect(tree.deepest + 1 == shape.size)
        #expect(way.filter { $0.isFinished }.map { $0.depth } == Array(shape.finished))
        #expect(way.map { $0.expansion }.filter { $0 > 0 } == Array(1...shape.calls))
        #expect(way.allSatisfy { !$0.isPruned })
    }

    @Test func `has a call by the end of a function's name, which was made`() async throws {
        // G3_answer/21: `dota_2_steam_web` is in the tree with status 0, and the functions are `..._for_dota_2_steam_web`.
        let tools: [Tool] = [
            .named("raiderio_call_for_raider_io"), .named("match_history_for_dota_2_steam_web"),
            .named("match_details_for_dota_2_steam_web"),
        ]
        var scene = SearchScene(ScriptedModel(.call("dota_2_steam_web", "{}"), .answer("Forbidden.")))
        scene.source = InlineToolSource(tools) { _ in .returned(RecordedOutput("Forbidden")) }
        let result = try await scene.search()

        #expect(result.tree.children.first?.kind == .action("dota_2_steam_web"))
        #expect(result.steps.map(\.status) == [.worked])
        #expect(result.steps.first?.call.tool == "match_details_for_dota_2_steam_web", "The first in the set's order.")
    }
}
