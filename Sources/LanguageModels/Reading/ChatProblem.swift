import Engine

/// Why a reply holds no completion.
package enum ChatProblem: Error, Hashable, Sendable {
    /// It is none: broken JSON, no choices, a stream that ends early.
    case malformed(String)
    /// It is HTML; with what it says.
    case page(EndpointError)
    /// It is an error where an answer should be: with status 200, or in the middle of a stream.
    case failed(EndpointError)
}
