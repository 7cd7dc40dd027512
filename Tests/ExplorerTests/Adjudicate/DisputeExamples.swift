import Canvas
import Engine
import Review

@testable import Explorer

/// Samples that are judged in two ways.
enum DisputeExamples {
    static let unnatural = Opinion.rejected(
        [AnchoredReason(.unnatural, at: .query), AnchoredReason(.leaksTools, at: .query)],
        note: "Nobody asks for 600 USD and the sunset in one breath.")

    static let notInferable = Opinion.rejected(
        [AnchoredReason(.argumentNotInferable, at: .argument(step: 3, path: JSONPath([.key("max_price")])))], note: "")

    /// Five of them; the third is settled.
    static let all = [
        reading(31, .accepted, unnatural), reading(90, notInferable, .accepted),
        reading(155, .accepted, .skipped, settled: .accepted), reading(231, unnatural, .skipped),
        reading(377, .accepted, notInferable),
    ].map { Dispute($0, of: ExampleSample.reviewed(index: $0.id.index)) }

    static func reading(_ index: Int, _ first: Opinion, _ second: Opinion, settled: Opinion? = nil) -> ReadTwice {
        func reading(_ opinion: Opinion, by reviewer: String, in pass: Int) -> ReadTwice.Reading {
            ReadTwice.Reading(reviewer: reviewer, pass: pass, opinion: opinion, time: .at(12, 0))
        }
        return ReadTwice(
            id: ExampleSample.id(index), label: "s-" + index.padded(to: 5),
            first: reading(first, by: "anneliese", in: 1), second: reading(second, by: "benedikt", in: 2),
            adjudication: settled.map { reading($0, by: "cydney", in: 1) })
    }
}

extension ExplorerState {
    /// An explorer on the screen Adjudicate.
    static func adjudicating(_ disputes: [Dispute] = DisputeExamples.all, size: Size = .wide) -> ExplorerState {
        var state = ExplorerState.example(size: size)
        _ = state.press("g a")
        _ = state.update(.disagreementsLoaded(disputes))
        return state
    }
}
