import Engine

/// A call of the truth beside the call of the prediction that stands for it, or one that has no partner.
package struct AlignedCall: Hashable, Sendable {
    /// Nil for a call that the truth does not have.
    package let expected: ToolCall?
    /// Nil for a call that the prediction does not have.
    package let found: Prediction.Call?
    /// 1 for the first call of the truth; nil where ``expected`` is.
    package let expectedNumber: Int?
    /// 1 for the first call of the prediction; nil where ``found`` is.
    package let foundNumber: Int?
    /// Whether both ask for the same, in canonical JSON.
    package let isSame: Bool
}

extension EvaluatedItem {
    /// The calls of truth and prediction as they are scored against each other: those of the truth in their order,
    /// then those of the prediction that it does not have.
    package var alignedCalls: [AlignedCall] {
        let calls = (prediction?.calls ?? []).enumerated().map { ReadCall($1, number: $0 + 1) }
        let alignment = CallAlignment(truth.calls, calls)
        let partners = Dictionary(alignment.pairs.map { ($0.place, $0) }) { first, _ in first }
        return truth.calls.enumerated().map { AlignedCall($1, at: $0, partners[$0]) }
            + alignment.extra.map(AlignedCall.init)
    }
}

extension AlignedCall {
    fileprivate init(_ call: ToolCall, at place: Int, _ pair: CallAlignment.Pair?) {
        self.init(
            expected: call, found: pair?.predicted.call, expectedNumber: place + 1,
            foundNumber: pair?.predicted.number, isSame: pair?.isSame == true)
    }

    fileprivate init(_ extra: ReadCall) {
        self.init(
            expected: nil, found: extra.call, expectedNumber: nil, foundNumber: extra.number, isSame: false)
    }
}
