import Engine

/// A completion, and whether it does what was asked for.
package struct ReadReply: Hashable, Sendable {
    /// Whether an answer has its form, or a call that must be made is there.
    package enum Form: Hashable, Sendable {
        case notAsked, found
        /// It may be weakness, or the endpoint pays no heed to what it was told; that is an objection without words.
        case missing(Objection)
    }

    package let completion: Completion
    package let form: Form
}
