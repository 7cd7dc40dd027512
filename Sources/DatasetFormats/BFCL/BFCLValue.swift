import Engine

/// What an answer accepts for an argument of a kind; the checker takes what is of another kind for a variable.
struct BFCLValue {
    /// As the answer file has it: members of an object each stand in a list of their own.
    let accepted: JSON

    /// Nil where the value cannot be said as one of its schema; it can then only be compared as a whole.
    init?(_ value: JSON, as schema: FlatSchema) {
        guard !value.isNull else {
            accepted = value
            return
        }
        let accepted: JSON? =
            switch schema.kind {
            case .any: value
            case .string: value.string.map(JSON.string)
            case .boolean: value.bool.map(JSON.bool)
            case .integer: value.number?.asInteger.map(JSON.number)
            case .number: value.number.map { .number($0.asFloat) }
            case .object: value.acceptedMembers
            case .array: value.array.flatMap { Self.list($0, of: schema.items.kind) }.map(JSON.array)
            }
        guard let accepted else { return nil }
        self.accepted = accepted
    }

    /// Elements are compared by the type of the first one where they are not of the declared type.
    private static func list(_ elements: [JSON], of kind: FlatSchema.Kind) -> [JSON]? {
        switch kind {
        case .any: Set(elements.map(\.pythonType)).count <= 1 ? elements : nil
        case .string: elements.allSatisfy { $0.string != nil } ? elements : nil
        case .boolean: elements.allSatisfy { $0.bool != nil } ? elements : nil
        case .array: elements.allSatisfy { $0.array != nil } ? elements : nil
        case .integer: elements.allMapped { $0.number?.asInteger }?.map(JSON.number)
        case .number: elements.allMapped(\.number).map(floats)
        case .object: elements.allMapped(\.acceptedMembers)
        }
    }

    private static func floats(_ numbers: [JSON.Number]) -> [JSON] {
        let areFloats = numbers.first?.isPythonInteger == false
        return numbers.map { .number(areFloats ? $0.withPoint : $0.asFloat) }
    }
}

extension JSON {
    /// Each member's value in a list; nil where a member has members of its own, which the checker cannot compare.
    fileprivate var acceptedMembers: JSON? {
        guard let members = object?.members, members.allSatisfy(\.value.isFlat) else { return nil }
        return .object(Object(members.map { .init(key: $0.key, value: [$0.value]) }))
    }

    private var isFlat: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array(let items): items.allSatisfy { $0.array == nil && $0.object == nil }
        case .object: false
        }
    }

    fileprivate var pythonType: String {
        number.map { $0.isPythonInteger ? "int" : "float" } ?? typeName
    }
}

extension JSON.Number {
    /// Whether Python reads it as an `int`.
    fileprivate var isPythonInteger: Bool { !text.contains { ".eE".contains($0) } }

    fileprivate var asInteger: JSON.Number? { isPythonInteger ? self : int.map { JSON.Number($0) } }

    /// Python makes a float of an integer; one too large for that is written as the float that comes of it.
    fileprivate var asFloat: JSON.Number {
        let isExact = int.map { abs(Double($0)) <= 9_007_199_254_740_992 } ?? false
        return isExact ? self : withPoint
    }

    fileprivate var withPoint: JSON.Number {
        isPythonInteger ? JSON.Number(text: text + ".0") ?? self : self
    }
}

extension [JSON] {
    /// The elements made into something else; nil where one cannot be.
    fileprivate func allMapped<Value>(_ make: (JSON) -> Value?) -> [Value]? {
        let values = compactMap(make)
        return values.count == count ? values : nil
    }
}
