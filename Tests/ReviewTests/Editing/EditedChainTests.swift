import Engine
import Review
import TestSupport
import Testing

@Suite("Edited chains")
struct EditedChainTests {
    @Test(
        arguments: [
            ([], "c1: 1 2 4, c2: 3"),
            ([.deleteStep(2)], "c1: 1 4, c2: 3"),
            ([.deleteStep(3)], "c1: 1 2 4"),
            ([.moveStep(4, to: StepPlace(chain: 1, position: 0))], "c1: 4 1 2, c2: 3"),
            ([.moveStep(4, to: StepPlace(chain: 2, position: 1))], "c1: 1 2, c2: 3 4"),
            ([.moveStep(3, to: StepPlace(chain: 1, position: 3))], "c1: 1 2 4 3"),
            ([.splitChain(before: 2)], "c1: 1, c2: 3, c3: 2 4"),
            ([.splitChain(before: 4), .splitChain(before: 2)], "c1: 1, c2: 3, c3: 4, c4: 2"),
            ([.mergeChain(2, into: 1)], "c1: 1 2 3 4"),
            ([.mergeChain(1, into: 2)], "c2: 1 2 3 4"),
            ([.mergeChain(2, into: 1), .splitChain(before: 3)], "c1: 1 2, c3: 3 4"),
            ([.splitChain(before: 2), .mergeChain(3, into: 1)], "c1: 1 2 4, c2: 3"),
        ] as [([Edit], String)])
    func `keep the numbers of steps and chains`(edits: [Edit], picture: String) {
        let sample = tripBuilder.edited(edits).sample

        #expect(sample.picture == picture)
        #expect(sample.inapplicable == 0)
        #expect(sample.state.workflow == trip().workflow)
    }

    @Test func `run in the order that they have, the lowest number first where chains are free`() {
        let sample = trip(.moveStep(4, to: StepPlace(chain: 1, position: 0)))

        #expect(sample.workflow.steps.map(\.number) == [3, 4, 1, 2])
    }

    @Test func `a deleted step takes the source of those that used it with it`() {
        let sample = trip(.deleteStep(1))

        #expect(sample.missing(at: 2) == ["city_id"])
        #expect(sample.missing(at: 4) == ["place"])
        #expect(sample.findings().count { $0.check == "arg_not_inferable" } == 2)
        #expect(sample.findings().count { $0.check == "bad_dependency" } == 2)
    }

    @Test func `a step that goes before the one whose output it uses has that value from nowhere`() {
        let edit = Edit.moveStep(4, to: StepPlace(chain: 1, position: 0))

        #expect(edit.problem(in: trip()) == nil)
        #expect(trip(edit).missing(at: 4) == ["place"])
        #expect(trip(edit).missing(at: 2) == [])
    }

    @Test func `a step that is split off uses the output of another chain`() {
        let split = trip(.splitChain(before: 4))

        let merged = trip(.splitChain(before: 4), .mergeChain(3, into: 1))

        #expect(split.findings(of: [BadDependency()]).map(\.reason) == [.badDependency])
        #expect(merged.findings(of: [BadDependency()]).isEmpty)
    }

    @Test func `a sample has what its edited workflow has`() {
        let sample = trip(.deleteStep(2), .splitChain(before: 4))

        #expect(!sample.has(.step(2)))
        #expect(!sample.has(.argument(step: 2, path: .key("max_price"))))
        #expect(sample.has(.chain(3)))
        #expect(sample.has(.proposal(iteration: 2, Proposal.ID(1))))
        #expect(!sample.has(.proposal(iteration: 2, Proposal.ID(2))))
        #expect(sample.has(.iteration(2)))
    }

    @Test func `edits whose step or chain is gone are passed over and counted`() {
        let sample = trip(
            .deleteStep(2), .argument(step: 2, path: .root, [:]), .deleteStep(2), .query("new"),
            .mergeChain(9, into: 1), .moveStep(1, to: StepPlace(chain: 9, position: 0)))

        #expect(sample.picture == "c1: 1 4, c2: 3")
        #expect(sample.inapplicable == 4)
        #expect(sample.edits == [.deleteStep(2), .query("new")])
        #expect(sample.editedPaths == ["steps.2", "query"])
    }

    @Test func `undoing an edit takes back what was built on it`() {
        let split = tripBuilder.edited([.splitChain(before: 4), .moveStep(3, to: StepPlace(chain: 3, position: 0))])

        #expect(split.sample.picture == "c1: 1 2, c3: 3 4")
        #expect(split.reviewed(.undo(1)).sample.picture == "c1: 1 2 4, c2: 3")
        #expect(split.reviewed(.undo(1)).sample.inapplicable == 1)
        #expect(split.reviewed(.undo(1), .undo(3)).sample.picture == "c1: 1 2, c3: 3 4")
    }
}
