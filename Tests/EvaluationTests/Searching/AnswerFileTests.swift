import Engine
import Evaluation
import TestSupport
import Testing

/// The fields and their order are those of ToolBench's published answers.
@Suite("An answer file")
struct AnswerFileTests {
    private static let tools: [Tool] = [.named("find", takes: "name")]
    private let arguments = #"{"name":"Oslo"}"#
    private let observation = #"{"error":"","response":"found"}"#
    private let taken = #"{"response":"The final answer was taken."}"#

    private func file(_ scene: SearchScene) async throws -> AnswerFile {
        var scene = scene
        scene.source = InlineToolSource(Self.tools) { _ in .returned(RecordedOutput("found")) }
        let result = try await scene.search()
        return AnswerFile(result, to: SearchScene.query, offering: Self.tools, plan: scene.plan)
    }

    @Test func `holds the tree, the answer's way and what there is to learn from it`() async throws {
        let scene = SearchScene(
            ScriptedModel(.call("find", arguments, saying: "First."), .answer("Here.")))
        let json = try await file(scene).json

        let answer = #"{"return_type":"give_answer","final_answer":"Here."}"#
        // From the root: thought, action, input, and the action and input of the answer. All but nothing are finished:
        // the answer's input, the input above it, and the root are the three inputs.
        let thought: JSON.Object = node("Thought", "First.", depth: 1)
        let action: JSON.Object = node("Action", "find", depth: 2)
        let input: JSON.Object = node("Action Input", arguments, depth: 3, seen: (observation, 0), expansion: 1)
        let finish: JSON.Object = node("Action", "Finish", depth: 4)
        let end: JSON.Object = node("Action Input", answer, depth: 5, seen: (taken, 3), expansion: 2, children: 0)
        let root: JSON.Object = node("Action Input", "", depth: 0)
        let tree = [root, thought, action, input, finish].reversed().reduce(end.with(children: [])) { below, node in
            node.with(children: [.object(below)])
        }
        let said = [message("system", scene.opening[0].text), message("user", scene.opening[1].text)]
        let first: JSON = [
            "role": "assistant", "content": "First.",
            "function_call": ["name": "find", "arguments": .string(arguments)],
        ]
        let seen: JSON = ["role": "function", "name": "find", "content": .string(observation)]
        let last: JSON = [
            "role": "assistant", "content": nil, "function_call": ["name": "Finish", "arguments": .string(answer)],
        ]
        let expected: JSON = [
            "win": true, "tree": ["size": 6, "max_length": 6, "tree": .object(tree)],
            "forward_args": [
                "single_chain_max_step": 12, "tree_beam_size": 2, "max_query_count": 200, "answer": 1,
                "with_filter": false,
            ],
            "compare_candidates": [.array([thought, action, input, finish, end].map(JSON.object))],
            "answer_generation": [
                "valid_data": true, "query_count": 2, "total_tokens": 220, "final_answer": .string(answer),
                "finish_type": "give_answer", "function": .array(functions), "chain": [],
                "train_messages": [.array(said + [first]), .array(said + [first, seen, last])],
                "query": .string(SearchScene.query),
            ],
        ]
        #expect(json == expected)
    }

    @Test func `teaches with the last message that only one question saw, and with no earlier one`() async throws {
        // Node 1 gives up below; another way from the root is tried, then another from there.
        let scene = SearchScene(
            ScriptedModel(
                .call("find", #"{"name":"a"}"#), .giveUp,
                .call("find", #"{"name":"b"}"#), .call("find", #"{"name":"c"}"#), .giveUp,
                .call("find", #"{"name":"d"}"#), .answer("Here.")))
        let rows = try await file(scene).json["answer_generation"]?["train_messages"]?.array ?? []

        // The questions at b and at the answer saw none of their own; that at d saw one, as did that at b from the root.
        let roles = rows.map { row in (row.array ?? []).compactMap { $0["role"]?.string?.prefix(1) }.joined() }
        #expect(roles == ["suua", "suafua", "suafuafa"])
        let fromRoot = ModelMessage.diversity(("find", #"{"name":"a"}"#, observation)).text
        let fromB = ModelMessage.diversity(("find", #"{"name":"c"}"#, observation), seen: observation).text
        #expect(rows[0][2]?["content"] == .string(fromRoot))
        #expect(rows[1][4]?["content"] == .string(fromB))
        #expect(rows[2][4]?["content"] == .string(fromB))
        #expect(rows[2][6]?["role"] == "function")
    }

    @Test func `has a row for words without a call, and the name that no function has replaced`() async throws {
        let scene = SearchScene(
            ScriptedModel(.words("Hm."), .call("look", "{}", saying: "So."), .answer("Here.")))
        let generation = try await file(scene).json["answer_generation"]

        let rows = generation?["train_messages"]?.array ?? []
        let unknown = "invalid_hallucination_function_name"
        #expect(rows.map { $0.array?.count } == [3, 4, 6])
        #expect(rows.first?[2] == message("assistant", "Hm."))
        #expect(
            rows.last?[3] == [
                "role": "assistant", "content": "So.", "function_call": ["name": .string(unknown), "arguments": "{}"],
            ])
        #expect(rows.last?[4]?["name"]?.string == unknown)
    }

    @Test func `of a search that only gave up says so, and is still taught`() async throws {
        let json = try await file(SearchScene(ScriptedModel(.giveUp))).json

        #expect(json["win"] == false)
        #expect(json["compare_candidates"] == [])
        let generation = try #require(json["answer_generation"])
        #expect(generation["valid_data"] == true)
        #expect(generation["finish_type"] == "give_up")
        #expect(generation["final_answer"]?.string == ScriptedModel.Line.giveUpArguments)
        #expect(generation["train_messages"]?.array?.count == 1)
        let end = json["tree"]?["tree"]?["children"]?[0]?["children"]?[0]
        #expect(end?["pruned"] == true)
        #expect(end?["observation_code"] == 4)
    }

    @Test func `of a search without an end has nothing to learn from`() async throws {
        var plan = SearchPlan.depthFirst
        plan.depthLimit = 1
        let json = try await file(SearchScene(ScriptedModel(.words("Hm."), .words("Hm.")), plan: plan)).json

        let generation = try #require(json["answer_generation"])
        #expect(generation["valid_data"] == false)
        #expect(generation["finish_type"] == "give_answer")
        #expect(generation["final_answer"] == "")
        #expect(generation["train_messages"] == [])
        #expect(generation["query_count"] == 2)
    }

    @Test func `of a single chain has one try in place of the tree`() async throws {
        let scene = SearchScene(ScriptedModel(.call("find", arguments), .answer("Here.")), plan: .react)
        let json = try await file(scene).json

        #expect(
            json.object?.keys == [
                "win", "try_count", "trys", "compare_candidates", "forward_args", "answer_generation",
            ])
        #expect(json["trys"]?[0]?["chain"]?.array?.count == 4)
        #expect(json["trys"]?[0]?["win"] == true)
        #expect(json["forward_args"] == ["single_chain_max_step": 12, "pass_at": 1, "answer": 1])
        #expect(
            json["answer_generation"]?.object?.keys == [
                "valid_data", "final_answer", "function", "query_count", "total_tokens", "train_messages", "chain",
                "query",
            ])
        #expect(json["answer_generation"]?["train_messages"]?.array?.count == 2)
    }

    @Test func `is called as ToolBench calls them`() async throws {
        let tree = try await file(SearchScene(ScriptedModel(.giveUp)))
        let chain = try await file(SearchScene(ScriptedModel(.giveUp), plan: .react))

        #expect(tree.name(for: 82_217) == "82217_DFS_woFilter_w2.json")
        #expect(chain.name(for: 7) == "7_CoT@1.json")
    }

    private var functions: [JSON] {
        SearchFunctions(Self.tools).offered.map {
            ["name": .string($0.name), "description": .string($0.description), "parameters": $0.parameters]
        }
    }

    private func message(_ role: String, _ content: String) -> JSON {
        ["role": .string(role), "content": .string(content)]
    }

    /// A finished node without its children.
    private func node(
        _ type: String, _ description: String, depth: Int, seen: (text: String, code: Int)? = nil, expansion: Int = 0,
        children: Int = 1
    ) -> JSON.Object {
        var node: JSON.Object = [
            "is_terminal": false, "pruned": false, "finished": true, "depth": .number(JSON.Number(depth)),
            "node_type": .string(type), "description": .string(description), "Elo": 1000.0,
        ]
        if let seen {
            node.set("observation", .string(seen.text))
            node.set("observation_code", .number(JSON.Number(seen.code)))
        }
        node.set("child_count", .number(JSON.Number(children)))
        node.set("expand_num", .number(JSON.Number(expansion)))
        if type == "Action Input" { node.set("io_state", [:]) }
        return node
    }
}

extension JSON.Object {
    fileprivate func with(children: [JSON]) -> JSON.Object {
        var node = self
        node.set("children", .array(children))
        return node
    }
}
