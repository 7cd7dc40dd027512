import Engine

/// A search as ToolBench's answer files have it.
///
/// Source: OpenBMB/ToolBench, `DFS_tree_search.to_json` and `single_chain.to_json`.
package struct AnswerFile: Hashable, Sendable {
    /// One answer of the model on a way through the tree: a thought, a call, or both, in one message.
    struct Turn {
        /// Nil where the model said nothing beside a call.
        var thought: String?
        var call: (name: String, arguments: String, observation: String, status: CallStatus)?
        /// The message that only the question before it saw.
        let diversity: ModelMessage?
    }

    let result: SearchResult
    let query: String
    let offered: [ModelRequest.OfferedTool]
    let plan: SearchPlan

    /// Takes what a search for an answer to a query came to, with the tools that it offered.
    package init(_ result: SearchResult, to query: String, offering tools: [Tool], plan: SearchPlan) {
        self.result = result
        self.query = query
        self.plan = plan
        offered = SearchFunctions(tools).offered
    }

    /// What the files are called there: `82217_DFS_woFilter_w2.json`, `82217_CoT@1.json`.
    package func name(for number: Int) -> String {
        isChain ? "\(number)_CoT@1.json" : "\(number)_DFS_woFilter_w\(plan.width).json"
    }

    /// Whether it is a single chain, which has another form.
    var isChain: Bool { plan.width == 1 }
}

extension AnswerFile {
    /// The nodes from below the root to the answer; nil where there is none.
    var answerWay: [AnswerNode]? { ways { $0.isTerminal }.first }

    /// The way that a reader learns from: to the answer, else to the last give-up; nil where there is neither.
    ///
    /// ToolBench takes any of the give-ups.
    var taughtWay: [AnswerNode]? { answerWay ?? ways { $0.status == .gaveUp }.last }

    /// The only way of a chain.
    var chain: [AnswerNode] { Array(sequence(first: result.tree) { $0.children.first }.dropFirst()) }

    private func ways(to isWanted: (AnswerNode) -> Bool) -> [[AnswerNode]] {
        func ways(below node: AnswerNode) -> [[AnswerNode]] {
            node.children.flatMap { child in
                (isWanted(child) ? [[child]] : []) + ways(below: child).map { [child] + $0 }
            }
        }
        return ways(below: result.tree)
    }

    /// The answers of the model on a way.
    func turns(on way: [AnswerNode]) -> [Turn] {
        var turns: [Turn] = []
        var asking = result.tree
        var name = ""
        for (node, parent) in zip(way, [result.tree] + way) {
            switch node.kind {
            case .root: continue
            case .thought(let words):
                turns.append(Turn(thought: words, diversity: diversity(at: asking, before: node)))
                // A thought that was only passed shares its message with the call below it.
                if node.expansion > 0 { asking = node }
            case .action(let said):
                name = said
                if parent.number == asking.number {
                    turns.append(Turn(diversity: diversity(at: asking, before: node)))
                }
            case .input(let arguments, let observation, let status):
                turns[turns.count - 1].call = (name, arguments, observation, status)
                asking = node
            }
        }
        return turns
    }

    /// What was asked beside the conversation, as it can be told from the tree: from the children that were there.
    private func diversity(at asking: AnswerNode, before child: AnswerNode) -> ModelMessage? {
        let earlier = asking.children.prefix { $0.number != child.number }
        let tries = earlier.compactMap { earlier in
            EarlierTry(downFirst: sequence(first: earlier) { $0.children.first }.lazy.map(\.kind))
        }
        return SearchPrompt.embedded.diversity(from: tries, observation: asking.kind.observation)
    }
}

extension AnswerNode {
    /// How its call ended; nil where it is none.
    var status: CallStatus? {
        switch kind {
        case .root, .thought, .action: nil
        case .input(_, _, let status): status
        }
    }
}
