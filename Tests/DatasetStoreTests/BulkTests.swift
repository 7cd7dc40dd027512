import DatasetStore
import Engine
import Review
import TestSupport
import Testing

@Suite struct `Decisions made together` {
    @Test func `carry the number of the first, and are undone and redone as one`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let samples = try await dataset.store(count: 3)
        try await dataset.decide(samples[0], .flag)

        let bulk = try await dataset.decide(samples.map { ($0, .accept) }, by: "ada", at: .zero)
        let depth = try await dataset.undoDepth(by: "ada")
        let unit = try await dataset.lastUndoable(by: "ada")
        let undoing = try await dataset.decide(unit.takenBack, by: "ada", at: .zero)
        let undone = try await dataset.statusCounts()
        let redoable = try await dataset.lastRedoable(by: "ada")
        _ = try await dataset.decide(redoable.takenBack, by: "ada", at: .zero)

        #expect(bulk.map(\.sequence) == [2, 3, 4] && bulk.map(\.bulk) == [2, 2, 2])
        #expect(bulk.map(\.sample) == samples)
        #expect(depth == 2 && unit == bulk)
        #expect(undoing.map(\.bulk) == [5, 5, 5] && undone == [.pending: 3])
        #expect(redoable == undoing)
        #expect(try await dataset.statusCounts() == [.accepted: 3])
        #expect(try await dataset.undoDepth(by: "ada") == 2)
        #expect(try await dataset.decisions(after: 1, limit: 3) == bulk)
        #expect(try await dataset.decisions(of: samples[2]).map(\.bulk) == [2, 5, 8])
    }

    @Test func `that are only one or none are no bulk`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let samples = try await dataset.store(count: 1)

        let single = try await dataset.decide([(samples[0], .skip)], by: "ada", at: .zero)
        let none = try await dataset.decide([], by: "ada", at: .zero)

        #expect(single.map(\.bulk) == [nil] && none.isEmpty)
        #expect(try await dataset.undoDepth(by: "ada") == 1)
    }

    @Test func `are all made or none`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let samples = try await dataset.store(count: 2)
        let stranger = SampleID(run: samples[0].run, index: 9)

        await #expect(throws: DatasetError.unknownSample(stranger)) {
            try await dataset.decide((samples + [stranger]).map { ($0, .accept) }, by: "ada", at: .zero)
        }

        #expect(try await dataset.decisions(after: 0).isEmpty)
        #expect(try await dataset.statusCounts() == [.pending: 2])
    }

    @Test func `may change one sample several times`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let sample = try await dataset.store(count: 1)[0]

        _ = try await dataset.decide(
            [(sample, .edit(.query("Cold?"))), (sample, .flag), (sample, .accept)], by: "ada", at: .zero)
        let made = try await dataset.reviewedSample(sample).review
        _ = try await dataset.decide(try await dataset.lastUndoable(by: "ada").takenBack, by: "ada", at: .zero)

        #expect(made.status == .accepted && made.isFlagged && made.editedQuery == "Cold?")
        #expect(try await dataset.reviewedSample(sample).review == ReviewState())
    }

    @Test func `keep what is left of them when one was taken back alone`() async throws {
        let folder = try TemporaryFolder()
        let dataset = try folder.dataset()
        let samples = try await dataset.store(count: 3)
        let bulk = try await dataset.decide(samples.map { ($0, .accept) }, by: "ada", at: .zero)

        try await dataset.decide(samples[1], .undo(bulk[1].sequence))

        #expect(try await dataset.lastUndoable(by: "ada") == [bulk[0], bulk[2]])
        #expect(try await dataset.undoDepth(by: "ada") == 1)
    }

    @Test(arguments: 1...6)
    func `leave everything as it was after as many undoings, also across restarts`(seed: UInt64) async throws {
        let folder = try TemporaryFolder()
        var random = SeededGenerator(for: .sampling, seed: seed, sample: 1, iteration: 1)
        let samples = try await folder.dataset().store(count: 4)
        var histories: [String: History] = ["ada": History(), "bob": History()]

        for step in 1...30 {
            let dataset = try folder.dataset()
            // Each reviewer has samples of their own, so that the states to come back to are known.
            let reviewer = Bool.random(using: &random) ? "ada" : "bob"
            let own = reviewer == "ada" ? samples.prefix(2) : samples.suffix(2)
            let before = try await dataset.reviews(of: Array(own))
            #expect(try await dataset.undoDepth(by: reviewer) == histories[reviewer]?.past.count)
            switch Int.random(in: 0...3, using: &random) {
            case 0:
                let unit = try await dataset.lastUndoable(by: reviewer)
                #expect(unit.isEmpty == histories[reviewer]?.past.isEmpty)
                _ = try await dataset.decide(unit.takenBack, by: reviewer, at: .zero)
                histories[reviewer]?.undo(from: before)
            case 1:
                let unit = try await dataset.lastRedoable(by: reviewer)
                #expect(unit.isEmpty == histories[reviewer]?.future.isEmpty, "step \(step)")
                _ = try await dataset.decide(unit.takenBack, by: reviewer, at: .zero)
                histories[reviewer]?.redo(from: before)
            case _:
                let orders = own.filter { _ in Bool.random(using: &random) }.map {
                    ($0, Decision.Action.any(using: &random))
                }
                if orders.isEmpty { continue }
                _ = try await dataset.decide(orders, by: reviewer, at: .zero)
                histories[reviewer]?.decide(from: before)
            }
            let expected = histories[reviewer]?.expected
            if let expected { #expect(try await dataset.reviews(of: Array(own)) == expected) }
            try await dataset.expectLiveColumns(of: samples)
            try dataset.close()
        }

        let dataset = try folder.dataset()
        for reviewer in ["ada", "bob"] {
            while case let unit = try await dataset.lastUndoable(by: reviewer), !unit.isEmpty {
                _ = try await dataset.decide(unit.takenBack, by: reviewer, at: .zero)
            }
        }
        #expect(try await dataset.reviews(of: samples) == Array(repeating: ReviewState(), count: 4))
    }
}

/// What undo and redo must lead to, kept as an editor of texts would keep it.
private struct History {
    private(set) var past: [[ReviewState]] = []
    private(set) var future: [[ReviewState]] = []
    /// Nil after a new decision, whose effect is not the history's to know.
    private(set) var expected: [ReviewState]?

    mutating func decide(from state: [ReviewState]) {
        past.append(state)
        future = []
        expected = nil
    }

    mutating func undo(from state: [ReviewState]) {
        expected = past.last ?? state
        if past.popLast() != nil { future.append(state) }
    }

    mutating func redo(from state: [ReviewState]) {
        expected = future.last ?? state
        if future.popLast() != nil { past.append(state) }
    }
}

extension Decision.Action {
    fileprivate static func any(using random: inout SeededGenerator) -> Self {
        let actions: [Self] = [
            .accept, .skip, .flag, .unflag, .reject([AnchoredReason(.unsafe)], note: "x"), .returnToPending,
            .edit(.query("Is it cold?")), .edit(.deleteStep(1)), .comment(.whole, text: "hm"),
        ]
        return actions.randomElement(using: &random) ?? .accept
    }
}

extension Dataset {
    /// Stores finished samples of one run.
    fileprivate func store(count: Int) async throws -> [SampleID] {
        var samples: [SampleID] = []
        for index in 1...count { samples.append(try await store(.warmth(of: "Oslo", index: index))) }
        return samples
    }

    fileprivate func reviews(of samples: [SampleID]) async throws -> [ReviewState] {
        var reviews: [ReviewState] = []
        for sample in samples { reviews.append(try await reviewedSample(sample).review) }
        return reviews
    }

    /// The columns of lists say what a fold over the decisions says.
    fileprivate func expectLiveColumns(of samples: [SampleID]) async throws {
        for line in try await summaries(of: samples) {
            let sample = try await reviewedSample(line.id)
            #expect(line.status == sample.review.status && line.isFlagged == sample.review.isFlagged)
            #expect(
                line.isEdited == !sample.review.edits.isEmpty && line.isCommented == !sample.review.comments.isEmpty)
            #expect(line.queryHead == sample.query && line.reason == sample.review.reasons.first?.reason)
            #expect(line.steps == sample.workflow.steps.count && line.chains == sample.workflow.chains.count)
        }
    }
}
