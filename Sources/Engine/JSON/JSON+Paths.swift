extension JSON {
    /// The value at a place; nil when the path leads nowhere.
    ///
    /// Among duplicate keys the first counts.
    package func value(at path: JSONPath) -> JSON? {
        path.components.reduce(Optional(self)) { value, component in
            switch component {
            case .key(let key): value?[key]
            case .index(let index): value?[index]
            }
        }
    }

    /// Every scalar and every empty array or object with its place, in the order of the text.
    package var leaves: [(path: JSONPath, value: JSON)] {
        var leaves: [(path: JSONPath, value: JSON)] = []
        collectLeaves(at: .root, into: &leaves)
        return leaves
    }

    private func collectLeaves(at path: JSONPath, into leaves: inout [(path: JSONPath, value: JSON)]) {
        switch self {
        case .array(let values) where !values.isEmpty:
            for (index, value) in values.enumerated() {
                value.collectLeaves(at: path.appending(index: index), into: &leaves)
            }
        case .object(let object) where !object.isEmpty:
            for member in object.members {
                member.value.collectLeaves(at: path.appending(key: member.key), into: &leaves)
            }
        case .null, .bool, .number, .string, .array, .object:
            leaves.append((path, self))
        }
    }
}
