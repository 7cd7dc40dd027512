import Engine
import Evaluation
import Testing

@testable import Explorer

@Suite("An answer tree as a list")
struct AnswerOutlineTests {
    private let outline = AnswerOutline(BaselineExample.tree)

    @Test func `has every node before those below it, in the order of the tree`() {
        #expect(outline.nodes.map(\.number) == Array(0...11))
        #expect(outline.nodes.map(\.depth) == [0, 1, 2, 3, 4, 5, 6, 7, 4, 5, 6, 7])
        #expect(outline.nodes.map(\.parent) == [nil, 0, 1, 2, 3, 4, 5, 6, 3, 8, 9, 10])
    }

    @Test func `tells how deep it is and how many ways end`() {
        #expect(outline.nodes.count == BaselineExample.tree.size)
        #expect(outline.deepest == BaselineExample.tree.deepest)
        #expect(outline.ends == 2)
    }

    @Test func `branches only where a node has several below it`() {
        #expect(outline.nodes.map(\.guides.count) == [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1])
        #expect(outline.nodes.filter { $0.beginsBranch }.map(\.number) == [4, 8])
        #expect(outline.nodes[5].guides == [true], "Another branch begins below.")
        #expect(outline.nodes[9].guides == [false], "It is the last branch.")
    }

    @Test func `leaves out what is below folded nodes`() {
        #expect(outline.visible(folding: []) == Array(0...11))
        #expect(outline.visible(folding: [4]) == [0, 1, 2, 3, 4, 8, 9, 10, 11])
        #expect(outline.visible(folding: [3, 4]) == [0, 1, 2, 3])
        #expect(outline.visible(folding: [0, 8]) == [0])
    }

    @Test func `knows what is around a node`() {
        #expect(outline.ancestors(of: 9) == [8, 3, 2, 1, 0])
        #expect(outline.ancestors(of: 0).isEmpty)
    }

    @Test func `takes a very deep tree and a very broad one`() {
        let deep = AnswerOutline(BaselineExample.chain(of: 100))
        let leaves = (1...20_000).map { AnswerNode(.thought("\($0)"), depth: 1, number: $0) }
        let broad = AnswerOutline(AnswerNode(.root, depth: 0, number: 0, children: leaves))

        #expect(deep.nodes.count == 101 && deep.nodes[0].guides.isEmpty && deep.nodes[100].guides.isEmpty)
        #expect(broad.nodes.count == 20_001)
        #expect(broad.nodes[1].guides == [true] && broad.nodes[20_000].guides == [false])
        #expect(broad.visible(folding: [0]) == [0])
    }
}

@Suite("An open baseline item")
struct OpenBaselineTests {
    private func open(at place: Int = 0) -> OpenBaseline {
        var open = OpenBaseline(BaselineExample.samples(of: StudyExample.second)[0], of: StudyExample.second)
        open.go(to: place)
        return open
    }

    @Test func `folding hides what is below a node, then goes to the one above`() {
        var open = open(at: 4)

        open.fold()
        #expect(open.visible == [0, 1, 2, 3, 4, 8, 9, 10, 11] && open.cursor == 4)
        open.fold()
        #expect(open.cursor == 3)
    }

    @Test func `a node with nothing below it goes to the one above at once`() {
        var open = open(at: 7)

        open.fold()

        #expect(open.cursor == 6 && open.folded.isEmpty)
    }

    @Test func `unfolding shows what was hidden, then goes into it`() {
        var open = open(at: 4)
        open.fold()

        open.unfold()
        #expect(open.visible.count == 12 && open.cursor == 4)
        open.unfold()
        #expect(open.cursor == 5)
    }

    @Test func `the root stays where it is folded, and the last node where it is unfolded`() {
        var root = open()
        root.fold()
        root.fold()
        var last = open(at: 11)
        last.unfold()

        #expect(root.cursor == 0 && root.visible == [0])
        #expect(last.cursor == 11)
    }

    @Test func `rows are those that are to be seen`() {
        var open = open(at: 4)
        open.fold()

        open.go(toRow: 5)
        #expect(open.cursor == 8 && open.row == 5)
        open.go(toRow: 99)
        #expect(open.cursor == 8)
    }

    @Test func `goes from end to end, and opens what hides them`() {
        var open = open(at: 4)
        open.fold()

        #expect(open.end(.forward) == 7)
        open.go(to: 7)
        #expect(open.folded.isEmpty && open.visible.count == 12)
        #expect(open.end(.forward) == 11)
        open.go(to: 11)
        #expect(open.end(.forward) == nil && open.end(.backward) == 7)
    }
}
