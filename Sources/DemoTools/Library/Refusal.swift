import Engine

/// Why a tool gives no answer.
enum Refusal: Error, Hashable {
    /// The argument breaks the input schema.
    case badArgument(name: String, expected: String)
    /// The data hold nothing under this name or id.
    case unknown(kind: String, value: String, next: String)
    /// The arguments are well formed, but there is no answer for them.
    case impossible(String, next: String)
}

extension Refusal: CustomStringConvertible {
    var description: String {
        switch self {
        case .badArgument(let name, let expected): "The argument \(name) must be \(expected)."
        case .unknown(let kind, let value, _): "There is no \(kind) called \"\(value)\" in the data."
        case .impossible(let reason, _): reason
        }
    }

    /// What the caller can do next.
    var hint: String {
        switch self {
        case .badArgument: "Give the argument as its schema says."
        case .unknown(_, _, let next), .impossible(_, let next): next
        }
    }

    var json: JSON { ["error": .string(description), "hint": .string(hint)] }
}
