/// What a row teaches, by the word that the account and the manifest have for it.
package enum RowKind: String, Hashable, Sendable, CaseIterable {
    /// A sample as it is.
    case calls
    /// No tool that is offered can do the task.
    case irrelevance
    /// The query lacks a value that a call needs.
    case missingParameter = "missing-parameter"
    /// A better and a worse way to go on, or one of them.
    case preference
}
