import Engine
import Review

/// What is different between two samples, or between two states of one.
struct SampleDiff {
    let from: DiffSide
    let to: DiffSide
    let steps: [StepDiff]

    init(from: DiffSide, to: DiffSide) {
        self.from = from
        self.to = to
        steps = StepDiff.all(from: from, to: to)
    }

    /// For people; safe for a terminal.
    var text: String {
        (["\(from.name) -> \(to.name)", ""] + texts + [""] + chains).joined(separator: "\n")
    }

    private var texts: [String] {
        [
            "Query     " + TextDiff(from: from.query, to: to.query).text,
            "Response  " + TextDiff(from: from.response, to: to.response).text,
        ]
    }

    private var chains: [String] {
        guard !steps.isEmpty else { return ["There are no steps."] }
        return steps.flatMap(\.lines)
    }

    /// For machines.
    var json: JSON {
        [
            "from": .string(from.name), "to": .string(to.name),
            "query": TextDiff(from: from.query, to: to.query).json,
            "response": TextDiff(from: from.response, to: to.response).json,
            "steps": .array(steps.map(\.json)),
        ]
    }
}
