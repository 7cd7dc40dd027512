import Engine

extension AnswerFile {
    /// The file's content; the files of ToolBench have two spaces a level, as ``Engine/JSON/prettyText`` writes them.
    package var json: JSON { isChain ? chainFile : treeFile }

    private var treeFile: JSON {
        [
            "win": .bool(result.isAnswered),
            "tree": [
                "size": .count(result.tree.size), "max_length": .count(result.tree.deepest + 1),
                "tree": result.tree.json(.withChildren),
            ],
            "forward_args": [
                "single_chain_max_step": .count(plan.depthLimit), "tree_beam_size": .count(plan.width),
                "max_query_count": .count(plan.queryLimit), "answer": 1, "with_filter": false,
            ],
            "compare_candidates": candidates,
            "answer_generation": [
                "valid_data": .bool(taughtWay != nil), "query_count": .count(result.queries),
                "total_tokens": .count(result.spending.tokens), "final_answer": finalAnswer(of: taughtWay),
                "finish_type": answerWay == nil && taughtWay != nil ? "give_up" : "give_answer",
                "function": .array(offered.map(\.json)), "chain": [],
                "train_messages": trainMessages(on: taughtWay), "query": .string(query),
            ],
        ]
    }

    private var chainFile: JSON {
        [
            "win": .bool(result.isAnswered), "try_count": 1,
            "trys": [["chain": .array(chain.map { $0.json(.alone) }), "win": .bool(result.isAnswered)]],
            "compare_candidates": candidates,
            "forward_args": ["single_chain_max_step": .count(plan.depthLimit), "pass_at": 1, "answer": 1],
            "answer_generation": [
                "valid_data": .bool(answerWay != nil), "final_answer": finalAnswer(of: answerWay),
                "function": .array(offered.map(\.json)), "query_count": .count(result.queries),
                "total_tokens": .count(result.spending.tokens), "train_messages": trainMessages(on: answerWay),
                "chain": [], "query": .string(query),
            ],
        ]
    }

    private var candidates: JSON {
        .array(answerWay.map { [.array($0.map { $0.json(.alone) })] } ?? [])
    }

    /// The arguments of the call that ends a way, as the model wrote them.
    private func finalAnswer(of way: [AnswerNode]?) -> JSON { .string(way?.last?.arguments ?? "") }

    /// For each answer of the model the conversation before it and the answer.
    ///
    /// Of the messages that only single questions saw, the last before each answer is in it. Where a thought of its own
    /// is followed by a thought with a call, ToolBench has the former's row twice; here each answer has one.
    private func trainMessages(on way: [AnswerNode]?) -> JSON {
        guard let way else { return [] }
        var said = result.messages.prefix(2).map { Said(json: $0.json, isShared: true) }
        return .array(
            turns(on: way).map { turn in
                said += [turn.diversity].compactMap { $0 }.map { Said(json: $0.json, isShared: false) }
                said.append(Said(json: turn.answer, isShared: true))
                let lastUnshared = said.lastIndex { !$0.isShared }
                let row = said.indices.filter { said[$0].isShared || $0 == lastUnshared }.map { said[$0].json }
                if let call = turn.call {
                    said.append(Said(json: call.status.shown(name: call.name, call.observation), isShared: true))
                }
                return .array(row)
            })
    }

    private struct Said {
        let json: JSON
        /// Whether what comes below it in the tree has it in its conversation.
        let isShared: Bool
    }
}

extension AnswerFile.Turn {
    fileprivate var answer: JSON {
        var message: JSON.Object = ["role": "assistant", "content": thought.map(JSON.string) ?? .null]
        if let call {
            let name = call.status == .unknownFunction ? SearchFunctions.unknown : call.name
            message.set("function_call", ["name": .string(name), "arguments": .string(call.arguments)])
        }
        return .object(message)
    }
}

extension CallStatus {
    /// The message that shows what came of a call.
    fileprivate func shown(name: String, _ observation: String) -> JSON {
        [
            "role": "function", "name": .string(self == .unknownFunction ? SearchFunctions.unknown : name),
            "content": .string(observation),
        ]
    }
}

extension AnswerNode {
    fileprivate enum Extent {
        case alone, withChildren
    }

    /// A node in ToolBench's fields; `is_terminal` is false in all of its files.
    fileprivate func json(_ extent: Extent) -> JSON {
        var node: JSON.Object = [
            "is_terminal": false, "pruned": .bool(isPruned), "finished": .bool(isFinished), "depth": .count(depth),
            "node_type": .string(kind.type), "description": .string(kind.text), "Elo": 1000.0,
        ]
        if !kind.observation.isEmpty { node.set("observation", .string(kind.observation)) }
        if let status { node.set("observation_code", .count(status.rawValue)) }
        node.set("child_count", .count(children.count))
        node.set("expand_num", .count(expansion))
        if kind.type == AnswerNode.Kind.inputType { node.set("io_state", [:]) }
        switch extent {
        case .alone: break
        case .withChildren: node.set("children", .array(children.map { $0.json(.withChildren) }))
        }
        return .object(node)
    }

    fileprivate var arguments: String? {
        switch kind {
        case .root, .thought, .action: nil
        case .input(let arguments, _, _): arguments
        }
    }
}

extension AnswerNode.Kind {
    /// The root's, too.
    fileprivate static let inputType = "Action Input"

    fileprivate var type: String {
        switch self {
        case .root, .input: Self.inputType
        case .thought: "Thought"
        case .action: "Action"
        }
    }

    fileprivate var text: String {
        switch self {
        case .root: ""
        case .thought(let words): words
        case .action(let name): name
        case .input(let arguments, _, _): arguments
        }
    }
}

extension ModelMessage {
    /// The first messages of a conversation, and those that ask for something else, have these roles.
    fileprivate var json: JSON {
        switch self {
        case .system(let text): ["role": "system", "content": .string(text)]
        case .user(let text): ["role": "user", "content": .string(text)]
        case .assistant(let text, _): ["role": "assistant", "content": .string(text)]
        case .tool(_, let text): ["role": "function", "content": .string(text)]
        }
    }
}

extension ModelRequest.OfferedTool {
    fileprivate var json: JSON {
        ["name": .string(name), "description": .string(description), "parameters": parameters]
    }
}

extension JSON {
    fileprivate static func count(_ number: Int) -> JSON { .number(Number(number)) }
}
