import Engine

/// How large a row may be in each direction that could hurt.
package enum ImportLimits {
    /// Of one row, or of one workflow file.
    package static let bytes = 64 << 20
    /// Of one conversation.
    static let messages = 1_000
    /// Of one sample.
    static let calls = 200
    /// Values in the arguments of all calls of one sample.
    static let argumentValues = 5_000
    /// Bytes of those values and their keys.
    static let argumentBytes = 1 << 20
    /// Calls times values, up to which it is looked up where each value comes from.
    static let lookups = 100_000
    /// Bytes of a query that argument values are looked up in.
    static let searchedQuery = 20_000
    /// Characters of words that a note repeats.
    static let repeatedWords = 10_000
    /// Of one sample, as the method has it.
    static let chains = 10
}

extension ImportObjection {
    /// Nil where the calls can be held.
    init?(sizeOf calls: [ToolCall]) {
        if calls.count > ImportLimits.calls {
            self.init(
                "It has \(calls.count) calls; at most \(ImportLimits.calls) are read.",
                advice: "Split the conversation, or leave it out.")
        } else if calls.reduce(0, { $0 + $1.arguments.valueCount }) > ImportLimits.argumentValues {
            self.init(
                "The arguments of its calls have more than \(ImportLimits.argumentValues) values.",
                advice: "Leave it out, or pass large values by reference.")
        } else if calls.reduce(0, { $0 + $1.arguments.byteCount }) > ImportLimits.argumentBytes {
            self.init(
                "The arguments of its calls have more than \(ImportLimits.argumentBytes) bytes.",
                advice: "Leave it out, or pass large values by reference.")
        } else {
            return nil
        }
    }
}

extension JSON {
    /// Scalars and containers, this one too.
    var valueCount: Int {
        switch self {
        case .null, .bool, .number, .string: 1
        case .array(let values): values.reduce(1) { $0 + $1.valueCount }
        case .object(let object): object.members.reduce(1) { $0 + $1.value.valueCount }
        }
    }

    /// The bytes of scalars and keys.
    fileprivate var byteCount: Int {
        switch self {
        case .null, .bool: 4
        case .number(let number): number.text.utf8.count
        case .string(let text): text.utf8.count
        case .array(let values): values.reduce(0) { $0 + $1.byteCount }
        case .object(let object): object.members.reduce(0) { $0 + $1.key.utf8.count + $1.value.byteCount }
        }
    }
}
