import Engine

/// Why a sample has no row of a kind that was asked for beside its own.
package struct RowRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stands in the way.
    package enum Reason: Hashable, Sendable {
        /// Fewer than two tools are left that certainly cannot do the task.
        case tooFewOtherTools(Int)
        /// No required value that the query alone says, once, and that nothing else gives away.
        case noValueToLeaveOut
        /// The sentence would not stay a sentence without its value.
        case sentenceWouldBreak
        case tooLong(tokens: Int, limit: Int)
    }

    let kind: ExportRow.Kind.Title
    package let reason: Reason

    /// The kind as the account names it.
    package var kindName: String { kind.rawValue }

    /// For counting: the reason without its numbers.
    package var title: String {
        switch reason {
        case .tooFewOtherTools: "too few other tools"
        case .noValueToLeaveOut: "no value to leave out"
        case .sentenceWouldBreak: "the sentence would break"
        case .tooLong: "too long"
        }
    }

    package var description: String {
        switch reason {
        case .tooFewOtherTools(let count):
            "Only \(count) tools are left that are of other families and unlike those in use; 2 are needed."
        case .noValueToLeaveOut:
            "No required value stands in the query once, and nowhere else."
        case .sentenceWouldBreak: "Without one of its values the query would be no good sentence."
        case .tooLong(let tokens, let limit): "The row has \(tokens) tokens, more than \(limit)."
        }
    }
}
