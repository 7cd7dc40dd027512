/// One JSON value, kept as it was written: number text, member order and duplicate keys survive.
///
/// Two values are equal when their structure, the order of their members, their number texts and the UTF-8 bytes
/// of their strings agree. Compare ``canonicalText`` where order and number spelling should not count.
package enum JSON: Sendable {
    /// The literal `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number with the text it was written in.
    case number(JSON.Number)
    /// A string; its UTF-8 bytes count, not its canonical equivalence.
    case string(String)
    /// An ordered list of values.
    case array([JSON])
    /// An ordered list of named values.
    case object(JSON.Object)
}

extension JSON: Hashable {
    /// Compares structure, member order, number text and string bytes.
    package static func == (lhs: JSON, rhs: JSON) -> Bool {
        switch lhs {
        case .null: rhs.isNull
        case .bool(let value): rhs.bool == value
        case .number(let value): rhs.number == value
        case .string(let value): rhs.string.map(ExactText.init) == ExactText(value)
        case .array(let values): rhs.array == values
        case .object(let object): rhs.object == object
        }
    }

    /// Hashes what ``==(_:_:)`` compares.
    package func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): hasher.combine(ExactText(value))
        case .array(let values): hasher.combine(values)
        case .object(let object): hasher.combine(object)
        }
    }
}

extension JSON: CustomStringConvertible {
    /// The compact text.
    package var description: String { compactText }
}
