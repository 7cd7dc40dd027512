import Engine

/// Why a sample lacks a row: one that was asked for beside its own, or one of its preferences.
package struct RowRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// What stands in the way.
    package enum Reason: Hashable, Sendable {
        /// Fewer than two tools are left that certainly cannot do the task.
        case tooFewOtherTools(Int)
        /// No required value that the query alone says, once, and that nothing else gives away.
        case noValueToLeaveOut
        /// The sentence would not stay a sentence without its value.
        case sentenceWouldBreak
        /// The query asks for something that can be found out without the value.
        case asksMore
        case tooLong(tokens: Int, limit: Int)
        /// A number that the readers of the format turn into another one.
        case changedNumber(String)
        /// A comparison with another sample makes no pair.
        case unpaired(PairObstacle)
    }

    package let kind: RowKind
    package let reason: Reason

    /// The kind as the account names it.
    package var kindName: String { kind.rawValue }

    /// For counting: the reason without its numbers.
    package var title: String {
        switch reason {
        case .tooFewOtherTools: "too few other tools"
        case .noValueToLeaveOut: "no value to leave out"
        case .sentenceWouldBreak: "the sentence would break"
        case .asksMore: "asks for more than one thing"
        case .tooLong: "too long"
        case .changedNumber: "with numbers that loaders change"
        case .unpaired(let obstacle): obstacle.title
        }
    }

    package var description: String {
        switch reason {
        case .tooFewOtherTools(let count):
            "Only \(count) tools are left that are of other families and unlike those in use; 2 are needed."
        case .noValueToLeaveOut:
            "No required value stands in the query once, and nowhere else."
        case .sentenceWouldBreak: "Without one of its values the query would be no good sentence."
        case .asksMore: "Without the value a part of the query could still be answered."
        case .changedNumber(let text): "The loader of this format changes its number \(text) in the last digits."
        case .unpaired(let obstacle): obstacle.sentence
        case .tooLong(let tokens, let limit): "The row has \(tokens) tokens, more than \(limit)."
        }
    }
}
