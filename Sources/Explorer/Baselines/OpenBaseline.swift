import Engine
import Evaluation

/// An item of a baseline whose tree is on the screen.
struct OpenBaseline: Hashable, Sendable {
    let study: RunID
    private(set) var sample: BaselineSample
    let outline: AnswerOutline
    /// Nodes that hide what is below them.
    private(set) var folded: Set<Int> = []
    /// What is to be seen, from top to bottom; never empty.
    private(set) var visible: [Int]
    /// The place of the node under the cursor, among all.
    private(set) var cursor = 0

    init(_ sample: BaselineSample, of study: RunID) {
        self.study = study
        self.sample = sample
        outline = AnswerOutline(sample.result.tree)
        visible = Array(outline.nodes.indices)
    }

    /// Takes the item as it is stored by now; cursor and folds stay where the tree is the same.
    mutating func renew(_ sample: BaselineSample) {
        guard sample.result.tree == self.sample.result.tree else {
            self = OpenBaseline(sample, of: study)
            return
        }
        self.sample = sample
    }

    var node: AnswerOutline.Node { outline.nodes[cursor] }

    /// The row of the cursor among what is to be seen.
    var row: Int { visible.firstIndex(of: cursor) ?? 0 }

    mutating func go(toRow row: Int) {
        if visible.indices.contains(row) { cursor = visible[row] }
    }

    /// Goes to a node, and opens what hides it.
    mutating func go(to place: Int) {
        folded.subtract(outline.ancestors(of: place))
        cursor = place
        visible = outline.visible(folding: folded)
    }

    /// Hides what is below the node, or goes to the one above it.
    mutating func fold() {
        if node.children > 0, !folded.contains(cursor) {
            folded.insert(cursor)
            visible = outline.visible(folding: folded)
        } else if let parent = node.parent {
            cursor = parent
        }
    }

    /// Shows what is below the node, or goes to the first one there.
    mutating func unfold() {
        if folded.remove(cursor) != nil {
            visible = outline.visible(folding: folded)
        } else if node.children > 0 {
            cursor += 1
        }
    }

    /// The next end of a way beyond the cursor, or the one before; nil where there is none that way.
    func end(_ direction: Effect.Direction) -> Int? {
        let ends = outline.nodes.indices.filter { outline.nodes[$0].isTerminal }
        return switch direction {
        case .forward: ends.first { $0 > cursor }
        case .backward: ends.last { $0 < cursor }
        }
    }
}
