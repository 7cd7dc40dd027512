import Engine

extension StepDiff.ArgumentDiff {
    /// The values that differ, in the order of the new arguments, those that are gone first.
    ///
    /// The objects of an array are held beside those with the same id, where every one has an id of its own; whatever
    /// else is in an array, by its place.
    package static func all(from old: JSON, to new: JSON) -> [Self] {
        var found = Found()
        found.compare(old, at: .root, with: new, at: .root)
        return found.gone + found.other
    }

    private struct Found {
        var gone: [StepDiff.ArgumentDiff] = []
        var other: [StepDiff.ArgumentDiff] = []

        mutating func compare(_ old: JSON, at place: JSONPath, with new: JSON, at path: JSONPath) {
            switch (old, new) {
            case (.object(let before), .object(let after)) where !before.isEmpty && !after.isEmpty:
                for member in before.members where after[member.key] == nil {
                    remove(member.value, at: place.appending(key: member.key))
                }
                for member in after.members {
                    let here = path.appending(key: member.key)
                    match(before[member.key], at: place.appending(key: member.key), with: member.value, at: here)
                }
            case (.array(let before), .array(let after)) where !before.isEmpty && !after.isEmpty:
                compare(before, at: place, with: after, at: path)
            case (_, _):
                if old != new { replace(old, at: place, with: new, at: path) }
            }
        }

        private mutating func compare(_ old: [JSON], at place: JSONPath, with new: [JSON], at path: JSONPath) {
            let pairs = ElementPairs(old, new)
            for index in pairs.gone { remove(old[index], at: place.appending(index: index)) }
            for (index, value) in new.enumerated() {
                let earlier = pairs.counterparts[index]
                match(
                    earlier.map { old[$0] }, at: place.appending(index: earlier ?? index), with: value,
                    at: path.appending(index: index))
            }
        }

        private mutating func match(_ old: JSON?, at place: JSONPath, with new: JSON, at path: JSONPath) {
            guard let old else { return add(new, at: path) }
            compare(old, at: place, with: new, at: path)
        }

        /// A value that became one of another kind, which has other places in it.
        private mutating func replace(_ old: JSON, at place: JSONPath, with new: JSON, at path: JSONPath) {
            guard old.isLeaf, new.isLeaf else {
                remove(old, at: place)
                return add(new, at: path)
            }
            other.append(StepDiff.ArgumentDiff(path: path, oldPath: place, old: old, new: new))
        }

        private mutating func remove(_ old: JSON, at place: JSONPath) {
            gone += old.leaves.map { leaf in
                let place = place.joined(leaf.path)
                return StepDiff.ArgumentDiff(path: place, oldPath: place, old: leaf.value, new: nil)
            }
        }

        private mutating func add(_ new: JSON, at path: JSONPath) {
            other += new.leaves.map { leaf in
                let path = path.joined(leaf.path)
                return StepDiff.ArgumentDiff(path: path, oldPath: path, old: nil, new: leaf.value)
            }
        }
    }
}

/// Which elements of two arrays are held beside each other.
private struct ElementPairs {
    /// The place in the old array for a place in the new one.
    private(set) var counterparts: [Int: Int] = [:]
    /// The places in the old array that have none in the new one.
    private(set) var gone: [Int] = []

    init(_ old: [JSON], _ new: [JSON]) {
        guard let key = Self.idKey(of: old, new) else {
            for index in new.indices.prefix(old.count) { counterparts[index] = index }
            gone = Array(old.indices.dropFirst(new.count))
            return
        }
        let places = Dictionary(old.enumerated().map { ($0.element[key], $0.offset) }) { first, _ in first }
        for (index, value) in new.enumerated() { counterparts[index] = places[value[key]] }
        let kept = Set(counterparts.values)
        gone = old.indices.filter { !kept.contains($0) }
    }

    /// The first of the usual keys under which every element of both has a value of its own.
    private static func idKey(of old: [JSON], _ new: [JSON]) -> String? {
        ["id", "_id", "uuid", "key", "code", "name"].first { key in
            [old, new].allSatisfy { values in
                let ids = values.compactMap { $0.object == nil ? nil : $0[key] }.filter(\.isLeaf)
                return ids.count == values.count && Set(ids).count == values.count
            }
        }
    }
}

extension JSON {
    /// Whether there is no further place in it.
    fileprivate var isLeaf: Bool {
        switch self {
        case .null, .bool, .number, .string: true
        case .array(let values): values.isEmpty
        case .object(let object): object.isEmpty
        }
    }
}

extension JSONPath {
    /// The place that another path leads to from here.
    fileprivate func joined(_ path: JSONPath) -> JSONPath { JSONPath(components + path.components) }
}
