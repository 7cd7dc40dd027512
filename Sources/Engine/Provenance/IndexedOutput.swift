/// An earlier output with its leaves ready to be looked up by value.
struct IndexedOutput: Sendable {
    let step: Int
    private let paths: [String: [JSONPath]]
    private let meanings: [String: String]

    init(_ source: Provenance.Output) {
        step = source.step
        meanings = source.tool?.wording.outputMeanings ?? [:]
        var paths: [String: [JSONPath]] = [:]
        let asked = Set(source.arguments.leaves.compactMap(\.value.lookupKey))
        for leaf in source.output.json?.leaves(atMost: Provenance.leavesPerOutput) ?? [] {
            guard let key = leaf.value.lookupKey, !asked.contains(key) else { continue }
            paths[key, default: []].append(leaf.path)
        }
        self.paths = paths
    }

    /// How an equal value counts as the same value.
    enum Match {
        /// Its meaning or its name agrees with the argument's, and it stands alone.
        case agreeing
        /// The same, for an item of a list.
        case agreeingItem
        /// It is unlikely to be equal by chance.
        case distinctive
    }

    /// Where the output has the argument's value.
    func path(of argument: Argument, _ match: Match) -> JSONPath? {
        guard let key = argument.value.lookupKey, let candidates = paths[key] else { return nil }
        return switch match {
        case .agreeing: candidates.first { !$0.isInList && agrees($0, with: argument) }
        case .agreeingItem: candidates.first { agrees($0, with: argument) }
        case .distinctive: argument.value.isDistinctive ? candidates.first : nil
        }
    }

    private func agrees(_ path: JSONPath, with argument: Argument) -> Bool {
        if let meaning = argument.meaning, meanings[path.pattern] == meaning { return true }
        guard let name = argument.name, case .key(let last)? = path.components.last else { return false }
        return name == last || name.hasSuffix("_" + last)
    }
}

extension JSON {
    /// Values that are equal have the same key; nil for what is no scalar.
    fileprivate var lookupKey: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : "s" + text
        case .number: "n" + canonicalText
        case .null, .bool, .array, .object: nil
        }
    }

    /// Whether two equal values are unlikely to be equal by chance.
    fileprivate var isDistinctive: Bool {
        switch self {
        case .string(let text): text.utf8.count > 2
        case .number(let number): number.int.map { $0.magnitude >= 1000 } ?? true
        case .null, .bool, .array, .object: false
        }
    }
}

extension JSONPath {
    fileprivate var isInList: Bool {
        components.contains { component in
            guard case .index = component else { return false }
            return true
        }
    }

    /// The path with every index left open: `days[0].max` is `days[].max`.
    package var pattern: String {
        var text = ""
        for component in components {
            switch component {
            case .key(let key): text += text.isEmpty ? key : "." + key
            case .index: text += "[]"
            }
        }
        return text
    }
}
