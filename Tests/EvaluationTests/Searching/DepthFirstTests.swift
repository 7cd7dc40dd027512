import Engine
import Evaluation
import Synchronization
import TestSupport
import Testing

/// The expectations follow BASELINE 4 and ToolBench's `DFS_tree_search.DFS`, question by question.
@Suite("A depth-first search")
struct DepthFirstTests {
    /// What `find` and `detail` give, as a model sees it.
    private let found = #"{"error":"","response":{"id":"id-of-Oslo","name":"Oslo"}}"#
    private let about = #"{"error":"","response":{"about":"id-of-Oslo"}}"#

    /// Finds, fails, gives up, and takes another way from where it found.
    private static func detour() -> SearchScene {
        SearchScene(
            ScriptedModel(
                .call("find", #"{"name":"Oslo"}"#, saying: "First the id."), .call("fail", #"{"name":"x"}"#), .giveUp,
                .call("detail", #"{"id":"id-of-Oslo"}"#), .answer("It is id-of-Oslo.")))
    }

    @Test func `gives up, backs up two levels, and takes another way`() async throws {
        let result = try await Self.detour().search()

        // Giving up says 2 to node 5, which asked: it asks nothing more and says 1 to node 3, which asks again.
        // Finished are the answer and everything up to the second input above it.
        #expect(
            result.tree.picture == """
                0 root
                  1 thought First the id.
                    2 action find
                      3 input {"name":"Oslo"} -> worked e1 finished
                        4 action fail
                          5 input {"name":"x"} -> errorInMessage e2
                            6 action Finish
                              7 input {"return_type":"give_up_and_restart"} -> gaveUp e3 pruned
                        8 action detail finished
                          9 input {"id":"id-of-Oslo"} -> worked e4 finished
                            10 action Finish finished
                              11 input {"return_type":"give_answer","final_answer":"It is id-of-Oslo."} -> answered e5 \
                terminal finished
                """)
        #expect(result.ending == .answered("It is id-of-Oslo."))
        #expect(result.isAnswered)
    }

    @Test func `names earlier tries in one question, and hides that from everything below`() async throws {
        let scene = Self.detour()
        let result = try await scene.search()

        let first: [ModelMessage] =
            scene.opening + [.says(1, "find", #"{"name":"Oslo"}"#, with: "First the id."), .sees(1, found)]
        let failed: [ModelMessage] = [.says(2, "fail", #"{"name":"x"}"#), .sees(2, #"{"error":"no x"}"#)]
        let detail: [ModelMessage] = [.says(4, "detail", #"{"id":"id-of-Oslo"}"#), .sees(4, about)]
        #expect(scene.opening.count == 2)
        #expect(scene.conversation(of: 1) == scene.opening)
        #expect(scene.conversation(of: 2) == first)
        #expect(scene.conversation(of: 3) == first + failed)
        // The only child of node 3 is the way that began with `fail`.
        let asksForMore = ModelMessage.diversity(("fail", #"{"name":"x"}"#, #"{"error":"no x"}"#), seen: found)
        #expect(scene.conversation(of: 4) == first + [asksForMore])
        #expect(scene.conversation(of: 5) == first + detail)
        let arguments = #"{"return_type":"give_answer","final_answer":"It is id-of-Oslo."}"#
        #expect(
            result.messages == first + detail + [
                .says(5, "Finish", arguments), .sees(5, #"{"response":"The final answer was taken."}"#),
            ])
    }

    @Test func `counts everything it took, and keeps the calls on the way to the answer`() async throws {
        let scene = Self.detour()
        let result = try await scene.search()

        #expect(result.queries == 5)
        #expect(scene.model.left == 0)
        #expect(result.spending.modelCalls == 5)
        #expect(result.spending.toolCalls == 3)
        #expect(result.spending.tokens == 5 * 110)
        let find = ToolCall(tool: "find", arguments: ["name": "Oslo"])
        let detail = ToolCall(tool: "detail", arguments: ["id": "id-of-Oslo"])
        #expect(
            result.steps == [
                SearchedCall(call: find, status: .worked, observation: found),
                SearchedCall(call: detail, status: .worked, observation: about),
            ])
        #expect(result.groundTruthCalls == [find, detail])
    }

    @Test func `tells a tool what was called on the way to a call, and nothing else`() async throws {
        let source = HistoryTools()
        var scene = Self.detour()
        scene.source = source

        _ = try await scene.search()

        #expect(source.seen.map { $0.call.tool } == ["find", "fail", "detail"])
        #expect(source.seen.map { $0.history.map(\.tool) } == [[], ["find"], ["find"]])
        #expect(source.seen.map(\.attempt) == [1, 2, 3])
    }

    @Test func `a step that failed is on the way, and no ground truth`() async throws {
        let scene = SearchScene(ScriptedModel(.call("fail", #"{"name":"x"}"#), .answer("Nothing is known.")))
        let result = try await scene.search()

        #expect(result.steps.map(\.status) == [.errorInMessage])
        #expect(result.groundTruthCalls.isEmpty)
    }

    @Test func `a name that no function has stays in the tree, and is replaced in the conversation`() async throws {
        let scene = SearchScene(ScriptedModel(.call("look_around", #"{"where":"here"}"#), .answer("No.")))
        let result = try await scene.search()

        // ToolBench changes the message and leaves the node; nothing is called.
        #expect(
            result.tree.picture == """
                0 root finished
                  1 action look_around finished
                    2 input {"where":"here"} -> unknownFunction e1 finished
                      3 action Finish finished
                        4 input {"return_type":"give_answer","final_answer":"No."} -> answered e2 terminal finished
                """)
        #expect(
            scene.conversation(of: 2) == scene.opening + [
                .says(1, "invalid_hallucination_function_name", #"{"where":"here"}"#),
                .sees(1, #"{"error":"There is no function \"look_around\".","response":""}"#),
            ])
        #expect(result.steps == [])
        #expect(result.spending.toolCalls == 0)
    }

    @Test func `giving up at once ends the search, for nothing above can try again`() async throws {
        let scene = SearchScene(ScriptedModel(.giveUp))
        let result = try await scene.search()

        // The root that asked is told 2, so it asks no second time.
        #expect(result.ending == .gaveUp)
        #expect(result.queries == 1)
        #expect(
            result.tree.picture == """
                0 root
                  1 action Finish
                    2 input {"return_type":"give_up_and_restart"} -> gaveUp e1 pruned
                """)
        #expect(result.messages.count == 4)
    }

    @Test func `gives up below the first call, and asks the root for something else`() async throws {
        let scene = SearchScene(
            ScriptedModel(.call("find", #"{"name":"Oslo"}"#), .giveUp, .call("empty", #"{"name":"a"}"#), .giveUp))
        let result = try await scene.search()

        #expect(result.ending == .gaveUp)
        #expect(
            scene.conversation(of: 3)
                == scene.opening + [.diversity(("find", #"{"name":"Oslo"}"#, found))])
        let empty = #"{"error":"","response":{}}"#
        #expect(
            scene.conversation(of: 4) == scene.opening + [.says(3, "empty", #"{"name":"a"}"#), .sees(3, empty)])
    }

    @Test func `words without a call are a node that asks on`() async throws {
        let scene = SearchScene(ScriptedModel(.words("Let me think."), .answer("Done.")))
        let result = try await scene.search()

        #expect(
            result.tree.picture == """
                0 root finished
                  1 thought Let me think. e1 finished
                    2 action Finish finished
                      3 input {"return_type":"give_answer","final_answer":"Done."} -> answered e2 terminal finished
                """)
        #expect(scene.conversation(of: 2) == scene.opening + [.assistant("Let me think.")])
    }

    @Test func `words after words are asked on as one message, and kept as two`() async throws {
        let scene = SearchScene(ScriptedModel(.words("Let me think."), .words("A moment."), .answer("Done.")))
        let result = try await scene.search()

        #expect(scene.conversation(of: 3) == scene.opening + [.assistant("Let me think.\nA moment.")])
        #expect(
            Array(result.messages.prefix(scene.opening.count + 2))
                == scene.opening + [.assistant("Let me think."), .assistant("A moment.")])
    }

    @Test func `asks the same again, with another seed, where nothing was called`() async throws {
        var plan = SearchPlan.depthFirst
        plan.depthLimit = 1
        let scene = SearchScene(ScriptedModel(.words("Hm."), .words("Hm, again.")), plan: plan)
        let result = try await scene.search()

        // No child leads to an input, so there is nothing to name.
        #expect(result.ending == .exhausted)
        #expect(scene.conversation(of: 2) == scene.opening)
        #expect(Set(scene.model.asked.map(\.seed)).count == 2)
        #expect(
            result.tree.picture == """
                0 root
                  1 thought Hm. e1 pruned
                  2 thought Hm, again. e2 pruned
                """)
    }

    @Test func `of several calls in one answer the first is made`() async throws {
        let source = CountingTools()
        var scene = SearchScene(
            ScriptedModel(
                .calls(.to("find", #"{"name":"Oslo"}"#), .to("find", #"{"name":"Bergen"}"#)), .answer("Done.")))
        scene.source = source
        let result = try await scene.search()

        #expect(source.made.map(\.arguments) == [["name": "Oslo"]])
        #expect(
            scene.conversation(of: 2) == scene.opening + [.says(1, "find", #"{"name":"Oslo"}"#), .sees(1, found)])
        #expect(result.tree.size == 5)
    }
}

/// Tells what each call was told of the calls before it.
private final class HistoryTools: ToolSource {
    struct Seen {
        let call: ToolCall
        let history: [ToolCall]
        let attempt: Int
    }

    private let tools = CountingTools()
    private let calls = Mutex<[Seen]>([])

    var seen: [Seen] { calls.withLock { $0 } }

    func offer() -> ToolOffer { tools.offer() }

    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        calls.withLock { $0.append(Seen(call: call, history: context.history, attempt: context.slot?.attempt ?? 0)) }
        return await tools.run(call, in: context)
    }
}
