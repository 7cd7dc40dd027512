/// Where one argument value of a call comes from: a fact that is computed, never claimed by a model.
package struct ArgumentTrace: Hashable, Codable, Sendable {
    /// The place of the value in the arguments.
    package let path: JSONPath
    /// A scalar, or an empty array or object.
    package let value: JSON
    package let source: ArgumentSource

    package init(path: JSONPath, value: JSON, source: ArgumentSource) {
        self.path = path
        self.value = value
        self.source = source
    }
}

/// The sources of an argument value.
package enum ArgumentSource: Hashable, Codable, Sendable {
    /// The query says it: the half-open range of characters, counted from 0.
    case query(from: Int, to: Int)
    /// An earlier step's output has it.
    case output(step: Int, path: JSONPath)
    /// It is the schema's default.
    case schemaDefault
    /// The tool's documentation offers it: an enum value or an example.
    case documentation
    /// There is no query yet that could say it.
    case open
    /// It cannot be traced: a value that no text would spell out, such as `true` or an empty list.
    case unknown
    /// It comes from nowhere: nobody could infer it.
    case none

    /// The earlier step whose output has the value; nil for every other source.
    package var step: Int? {
        switch self {
        case .output(let step, _): step
        case .query, .schemaDefault, .documentation, .open, .unknown, .none: nil
        }
    }

    /// One word for machines.
    package var title: String {
        switch self {
        case .query: "query"
        case .output: "output"
        case .schemaDefault: "default"
        case .documentation: "documentation"
        case .open: "open"
        case .unknown: "unknown"
        case .none: "none"
        }
    }
}
