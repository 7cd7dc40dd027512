import Engine
import Evaluation

/// An answer tree as a list of its nodes, each before those below it.
struct AnswerOutline: Hashable, Sendable {
    /// A node, and where it stands.
    struct Node: Hashable, Sendable {
        let kind: AnswerNode.Kind
        let depth: Int
        /// In the order in which they were grown.
        let number: Int
        let isPruned: Bool
        let isTerminal: Bool
        let isFinished: Bool
        /// The place of the node above it; nil for the root.
        let parent: Int?
        /// How many nodes it has right below it.
        let children: Int
        /// The branches around it, from the outside: whether another one begins below.
        let guides: [Bool]
        /// Whether it begins the innermost of them.
        let beginsBranch: Bool
        /// The place of the first node after it and all below it.
        fileprivate(set) var end: Int
    }

    let nodes: [Node]
    let deepest: Int
    /// How many ways ended in an answer, or in giving up.
    let ends: Int

    /// Only where a node has several others below it does the tree branch; a lone one goes on beneath it.
    init(_ root: AnswerNode) {
        var nodes: [Node] = []
        var waiting = [Waiting(node: root, parent: nil, guides: [], beginsBranch: false)]
        while let next = waiting.popLast() {
            let place = nodes.count
            nodes.append(next.placed(at: place))
            let children = next.node.children
            for (index, child) in children.enumerated().reversed() {
                let guides = children.count > 1 ? next.guides + [index < children.count - 1] : next.guides
                waiting.append(
                    Waiting(node: child, parent: place, guides: guides, beginsBranch: children.count > 1))
            }
        }
        for place in nodes.indices.reversed() {
            if let parent = nodes[place].parent { nodes[parent].end = max(nodes[parent].end, nodes[place].end) }
        }
        self.nodes = nodes
        deepest = nodes.map(\.depth).max() ?? 0
        ends = nodes.count(where: \.isTerminal)
    }

    /// A node that has no place yet.
    private struct Waiting {
        let node: AnswerNode
        let parent: Int?
        let guides: [Bool]
        let beginsBranch: Bool

        /// Its end is known once those below it have places.
        func placed(at place: Int) -> Node {
            Node(
                kind: node.kind, depth: node.depth, number: node.number, isPruned: node.isPruned,
                isTerminal: node.isTerminal, isFinished: node.isFinished, parent: parent,
                children: node.children.count, guides: guides, beginsBranch: beginsBranch, end: place + 1)
        }
    }

    /// The places that are to be seen where some nodes hide what is below them.
    func visible(folding folded: Set<Int>) -> [Int] {
        var (places, place) = ([Int](), 0)
        while place < nodes.count {
            places.append(place)
            place = folded.contains(place) ? nodes[place].end : place + 1
        }
        return places
    }

    /// The places around a node, the innermost first.
    func ancestors(of place: Int) -> [Int] {
        guard let parent = nodes[place].parent else { return [] }
        return Array(sequence(first: parent) { nodes[$0].parent })
    }
}
