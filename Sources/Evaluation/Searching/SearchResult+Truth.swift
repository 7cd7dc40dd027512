import Engine

extension SearchResult {
    /// The calls that count as ground truth beside those of an answer-first sample: the successful ones of the steps.
    ///
    /// A step of ours is a call that worked, so a call that failed on the way to an answer is none.
    package var groundTruthCalls: [ToolCall] {
        steps.filter { $0.status == .worked }.map(\.call)
    }
}
