import Engine

/// An answer tree while it grows: its nodes in the order in which they were grown.
struct SearchTree {
    struct Node {
        var kind: AnswerNode.Kind
        /// Nil for the root.
        let parent: Int?
        let depth: Int
        /// The conversation that ends here; of what only one question saw there is nothing in it.
        var messages: [ModelMessage] = []
        /// The call, where one was really made.
        var call: SearchedCall?
        /// The call, where it may have changed something.
        var run: ToolCall?
        var isPruned = false
        var isTerminal = false
        var isFinished = false
        var expansion = 0
        var children: [Int] = []
    }

    private(set) var nodes: [Node]
    private var entered = 0

    /// The root's place.
    static let root = 0

    init(_ opening: [ModelMessage]) {
        nodes = [Node(kind: .root, parent: nil, depth: 0, messages: opening)]
    }

    subscript(place: Int) -> Node {
        get { nodes[place] }
        set { nodes[place] = newValue }
    }

    /// Adds a node below another, and gives its place.
    mutating func grow(_ kind: AnswerNode.Kind, under parent: Int) -> Int {
        nodes.append(Node(kind: kind, parent: parent, depth: nodes[parent].depth + 1))
        nodes[parent].children.append(nodes.count - 1)
        return nodes.count - 1
    }

    /// Notes that the search has come to a node.
    mutating func enter(_ place: Int) {
        nodes[place].expansion = entered
        entered += 1
    }

    /// Marks everything from an answer up to and with so many inputs before it; the root counts as an input.
    mutating func finish(_ answer: Int, withInputs count: Int) {
        var left = count
        for place in way(upFrom: answer) {
            nodes[place].isFinished = true
            if nodes[place].kind.isInput { left -= 1 }
            if left < 0 { return }
        }
    }

    /// The calls that were really made on the way to a node, in their order.
    func calls(to place: Int) -> [SearchedCall] {
        way(upFrom: place).reversed().compactMap { nodes[$0].call }
    }

    /// The calls on the way to a node that may have changed something: what another one there builds on.
    func history(to place: Int) -> [ToolCall] {
        way(upFrom: place).reversed().compactMap { nodes[$0].run }
    }

    /// What was tried from a node before, child by child.
    func tries(from place: Int) -> [EarlierTry] {
        nodes[place].children.compactMap { child in
            EarlierTry(downFirst: sequence(first: child) { nodes[$0].children.first }.lazy.map { nodes[$0].kind })
        }
    }

    /// The tree as a value, from a node down.
    func answerNode(_ place: Int = root) -> AnswerNode {
        let node = nodes[place]
        return AnswerNode(
            node.kind, depth: node.depth, number: place, expansion: node.expansion, isPruned: node.isPruned,
            isTerminal: node.isTerminal, isFinished: node.isFinished, children: node.children.map { answerNode($0) })
    }

    /// A node, its parent and so on up to the root.
    private func way(upFrom place: Int) -> UnfoldFirstSequence<Int> {
        sequence(first: place) { [nodes] in nodes[$0].parent }
    }
}

extension AnswerNode.Kind {
    /// What a call that ended here was shown as; empty for all but inputs.
    var observation: String {
        switch self {
        case .root, .thought, .action: ""
        case .input(_, let observation, _): observation
        }
    }

    fileprivate var isInput: Bool {
        switch self {
        case .root, .input: true
        case .thought, .action: false
        }
    }
}
