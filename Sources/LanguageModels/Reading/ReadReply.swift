import Engine

/// A completion, and whether it has the form that was asked for.
package struct ReadReply: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        case notAsked, found, missing
    }

    package let completion: Completion
    package let form: Form
}
