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

    /// This value with another one at a place; nil when the path leads nowhere.
    ///
    /// An object takes a member that it lacks at its end, an array only an element that it has.
    package func replacing(_ path: JSONPath, with value: JSON) -> JSON? {
        replacing(path.components[...], with: value)
    }

    private func replacing(_ path: ArraySlice<JSONPath.Component>, with value: JSON) -> JSON? {
        switch (path.first, self) {
        case (nil, _): return value
        case (.key(let key)?, .object(var object)):
            let isLast = path.count == 1
            guard let new = isLast ? value : object[key]?.replacing(path.dropFirst(), with: value) else { return nil }
            object.set(key, new)
            return .object(object)
        case (.index(let index)?, .array(var values)):
            guard let new = self[index]?.replacing(path.dropFirst(), with: value) else { return nil }
            values[index] = new
            return .array(values)
        case (_, _): return nil
        }
    }

    /// Every scalar and every empty array or object with its place, in the order of the text.
    package var leaves: [(path: JSONPath, value: JSON)] { leaves(atMost: .max) }

    /// The first so many leaves.
    func leaves(atMost limit: Int) -> [(path: JSONPath, value: JSON)] {
        var leaves: [(path: JSONPath, value: JSON)] = []
        collectLeaves(at: .root, into: &leaves, limit)
        return leaves
    }

    private func collectLeaves(at path: JSONPath, into leaves: inout [(path: JSONPath, value: JSON)], _ limit: Int) {
        guard leaves.count < limit else { return }
        switch self {
        case .array(let values) where !values.isEmpty:
            for (index, value) in values.enumerated() where leaves.count < limit {
                value.collectLeaves(at: path.appending(index: index), into: &leaves, limit)
            }
        case .object(let object) where !object.isEmpty:
            for member in object.members where leaves.count < limit {
                member.value.collectLeaves(at: path.appending(key: member.key), into: &leaves, limit)
            }
        case .null, .bool, .number, .string, .array, .object:
            leaves.append((path, self))
        }
    }
}
