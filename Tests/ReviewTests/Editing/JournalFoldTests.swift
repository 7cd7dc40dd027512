import Engine
import Review
import TestSupport
import Testing

/// Random journals: whatever stands in them, in whatever order, folds to a sample that holds together.
@Suite("The fold of any journal")
struct JournalFoldTests {
    private let original = trip()

    @Test(arguments: 1...20)
    func `leaves a sample that holds together, at every step of the way`(seed: Int) {
        var journal = RandomJournal(seed: seed)
        let actions = (1...60).map { journal.action($0) }

        for length in 0...actions.count { expectHoldsTogether(fold(actions.prefix(length))) }
    }

    @Test(arguments: 1...20)
    func `is the original once everything is undone, newest first`(seed: Int) {
        var journal = RandomJournal(seed: seed)
        let actions = (1...40).map { _ in journal.decision() }

        #expect(fold(actions) != original)
        #expect(fold(actions + (1...40).reversed().map { .undo($0) }) == original)
    }

    @Test(arguments: 1...20)
    func `is what it was before a decision and its undoing, and after it once that is undone`(seed: Int) {
        var journal = RandomJournal(seed: seed)
        let actions = (1...30).map { _ in journal.decision() }

        for length in actions.indices {
            let before = actions.prefix(length) + []
            let after = actions.prefix(length + 1) + []

            #expect(fold(after + [.undo(length + 1)]) == fold(before))
            #expect(fold(after + [.undo(length + 1), .undo(length + 2)]) == fold(after))
        }
    }

    @Test(arguments: 1...20)
    func `makes every edit that nothing speaks against`(seed: Int) {
        var journal = RandomJournal(seed: seed)
        let edits = (1...40).map { _ in journal.edit() }

        for length in edits.indices {
            let before = fold(edits.prefix(length).map { .edit($0) })
            let after = fold(edits.prefix(length + 1).map { .edit($0) })

            guard edits[length].problem(in: before) == nil else { continue }
            #expect(after.inapplicable == before.inapplicable, "\(edits[length])")
        }
    }

    private func fold(_ actions: some Collection<Decision.Action>) -> ReviewedSample {
        let decisions = actions.enumerated().map { index, action in
            Decision(
                sequence: index + 1, time: Timestamp(microseconds: Int64(index)), reviewer: "ada",
                sample: original.id, action: action)
        }
        return ReviewedSample(
            id: original.id, seed: original.seed, state: original.state, review: ReviewState(decisions),
            library: original.library)
    }

    private func expectHoldsTogether(_ sample: ReviewedSample) {
        let numbers = sample.workflow.chains.flatMap(\.steps).map(\.number)
        let chains = sample.workflow.chains.map(\.id)
        #expect(sample.state == original.state)
        #expect(!numbers.isEmpty && Set(numbers).isSubset(of: [1, 2, 3, 4]))
        #expect(Set(numbers).count == numbers.count)
        #expect(Set(chains).count == chains.count)
        #expect(sample.workflow.chains.allSatisfy { !$0.steps.isEmpty })
        #expect(sample.workflow.steps.map(\.number).sorted() == numbers.sorted())
        #expect(sample.staleSteps.isSubset(of: numbers))
        #expect(sample.edits.count + sample.inapplicable == sample.review.edits.count)
    }
}

/// Draws decisions, sensible and senseless ones.
private struct RandomJournal {
    private var random: SeededGenerator

    init(seed: Int) {
        random = SeededGenerator(for: .sampling, seed: UInt64(seed), sample: 1, iteration: 1)
    }

    /// A decision, or the undoing of any number up to some that are not there yet.
    mutating func action(_ number: Int) -> Decision.Action {
        draw(4) == 0 ? .undo(draw(number + 2)) : decision()
    }

    mutating func decision() -> Decision.Action {
        switch draw(12) {
        case 0: .accept
        case 1: .reject([AnchoredReason(.unsafe, at: .step(draw(6)))], note: "note \(draw(9))")
        case 2: .skip
        case 3: draw(2) == 0 ? .flag : .unflag
        case 4: .comment(.step(draw(5)), text: draw(3) == 0 ? "" : "word \(draw(9))")
        case 5: .returnToPending
        case _: .edit(edit())
        }
    }

    mutating func edit() -> Edit {
        switch draw(9) {
        case 0: .query("query \(draw(9))")
        case 1: .response("response \(draw(9))")
        case 2: .argument(step: draw(6), path: .key("max_price"), .number(JSON.Number(draw(3))))
        case 3: .argument(step: draw(6), path: draw(2) == 0 ? .root : .key("a").appending(index: 0), [:])
        case 4: .deleteStep(draw(6))
        case 5: .moveStep(draw(6), to: StepPlace(chain: Chain.ID(draw(5)), position: draw(4) - 1))
        case 6: .splitChain(before: draw(6))
        case 7: .mergeChain(Chain.ID(draw(5)), into: Chain.ID(draw(5)))
        case _:
            .rerun(
                step: draw(6), of: ["city_id": "PT-LIS-1", "max_price": .number(JSON.Number(draw(3)))],
                RecordedOutput("\(draw(9))"), .live)
        }
    }

    private mutating func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}
