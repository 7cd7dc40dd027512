import Engine

/// How large a row may be in each direction that could hurt.
enum ImportLimits {
    /// Of one line, or of one workflow file.
    static let bytes = 64 << 20
    /// Of one conversation.
    static let messages = 1_000
    /// Of one sample.
    static let calls = 500
    /// Values in the arguments of all calls of one sample.
    static let argumentValues = 10_000
    /// Bytes of a query that argument values are looked up in.
    static let searchedQuery = 20_000
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
        } else if !calls.holdFewValues {
            self.init(
                "The arguments of its calls have more than \(ImportLimits.argumentValues) values.",
                advice: "Leave the row out, or pass large values by reference.")
        } else {
            return nil
        }
    }
}

extension [ToolCall] {
    fileprivate var holdFewValues: Bool {
        var left = ImportLimits.argumentValues
        for call in self { call.arguments.count(downFrom: &left) }
        return left >= 0
    }
}

extension JSON {
    /// Counts scalars and containers, and stops below zero.
    fileprivate func count(downFrom left: inout Int) {
        guard left >= 0 else { return }
        left -= 1
        switch self {
        case .null, .bool, .number, .string: return
        case .array(let values):
            for value in values where left >= 0 { value.count(downFrom: &left) }
        case .object(let object):
            for member in object.members where left >= 0 { member.value.count(downFrom: &left) }
        }
    }
}
