import DatasetStore
import Review

/// What somebody asks to be decided.
struct DecisionRequest: Hashable, Sendable {
    /// What is done to each of the samples.
    enum Act: Hashable, Sendable {
        case decide([Decision.Action])
        /// Says how each of the samples is beside another one.
        case compare(SampleLabel, ReviewState.Comparison.Outcome)
        case undo
        case redo
    }

    /// The samples that were named; a list may name more.
    let labels: [SampleLabel]
    let act: Act

    /// Why words make no request: everything that can be told at once, a sentence each.
    struct Problems: Error, Hashable, CustomStringConvertible {
        let texts: [String]

        var description: String { texts.joined(separator: "\n") }
    }

    /// - Throws: ``Problems``.
    init(_ words: DecisionWords) throws(Problems) {
        var reader = DecisionReader(words)
        guard let request = reader.request(), reader.problems.isEmpty else { throw Problems(texts: reader.problems) }
        self = request
    }

    init(labels: [SampleLabel], act: Act) {
        self.labels = labels
        self.act = act
    }
}
