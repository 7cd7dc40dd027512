import Engine

/// A small set of tools that instructions are written for.
package struct APISet: Hashable, Sendable {
    /// From how many places its tools come.
    ///
    /// What ToolBench calls an API is a tool here, and what it calls a tool is an ``Engine/Tool/apiGroup``.
    package enum Scope: String, Hashable, Codable, Sendable, CaseIterable {
        /// One group.
        case single
        /// Two to five groups that have something in common.
        case multi
    }

    /// What the tools have in common, for people: `music`, or `trip: places, time, travel`.
    package let theme: String
    /// In the order of their names.
    package let tools: [Tool]

    package init(theme: String, tools: [Tool]) {
        self.theme = theme
        self.tools = tools.sorted { $0.name < $1.name }
    }
}

/// A library sorted so that sets can be drawn from it.
package struct APIShelf: Sendable {
    private struct Group: Sendable {
        let name: String
        let tools: [Tool]
    }

    private struct Collection: Sendable {
        let name: String
        let groups: [Group]
    }

    /// The most tools of a set from one group; ToolBench takes all of a tool's APIs, and few tools have more.
    private static let mostOfOneGroup = 12
    /// The most tools that each of several groups gives.
    private static let mostOfEach = 3

    private let scope: APISet.Scope
    private let groups: [Group]
    /// For each tool its group's place, so that a large group is drawn as often as its tools would be.
    private let places: [Int]
    /// Those of at least two groups.
    private let collections: [Collection]

    package init(of library: [Tool], scope: APISet.Scope) {
        self.scope = scope
        let groups = Self.groups(of: library)
        self.groups = groups
        places = groups.indices.flatMap { place in groups[place].tools.map { _ in place } }
        let named = Set(library.flatMap(\.apiCollections))
        let collections = named.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
            Collection(name: name, groups: Self.groups(of: library.filter { $0.isIn(collection: name) }))
        }
        let large = collections.filter { $0.groups.count >= 2 }
        let whole = Collection(name: "all", groups: groups)
        self.collections = large.isEmpty && groups.count >= 2 ? [whole] : large
    }

    /// The set with a number, 1 for the first; the same for the same seed.
    ///
    /// Where a library has one group only, several cannot be drawn from, and a set is of that group.
    package func set(_ number: Int, seed: UInt64) -> APISet {
        var random = SeededGenerator(for: .instructing, seed: seed, sample: number, iteration: 0)
        switch scope {
        case .multi:
            guard let collection = collections.randomElement(using: &random) else { return single(&random) }
            return multi(from: collection, &random)
        case .single: return single(&random)
        }
    }

    private func single(_ random: inout SeededGenerator) -> APISet {
        guard let place = places.randomElement(using: &random) else { return APISet(theme: "nothing", tools: []) }
        let group = groups[place]
        return APISet(
            theme: group.name, tools: Array(group.tools.shuffled(using: &random).prefix(Self.mostOfOneGroup)))
    }

    private func multi(from collection: Collection, _ random: inout SeededGenerator) -> APISet {
        let count = min(Int.random(in: 2...5, using: &random), collection.groups.count)
        let chosen = collection.groups.shuffled(using: &random).prefix(count)
        let tools = chosen.flatMap { group in
            group.tools.shuffled(using: &random).prefix(Int.random(in: 1...Self.mostOfEach, using: &random))
        }
        return APISet(theme: "\(collection.name): \(chosen.map(\.name).sorted().joined(separator: ", "))", tools: tools)
    }

    private static func groups(of tools: [Tool]) -> [Group] {
        Dictionary(grouping: tools, by: \.apiGroup).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .map { Group(name: $0.key, tools: $0.value.sorted { $0.name < $1.name }) }
    }
}

extension Tool {
    private static let joint = "_for_"

    private var isToolBenchName: Bool { name.text.contains(Self.joint) }

    /// What ToolBench calls the API's tool: what follows the last `_for_` of such a name, within its category; else the
    /// tool's family, which is a field of the demo tools and a server of MCP.
    package var apiGroup: String {
        guard let joint = name.text.ranges(of: Self.joint).last else { return family.isEmpty ? "other" : family }
        let group = name.text[joint.upperBound...].withoutHash
        return family.isEmpty ? String(group) : "\(family) / \(group)"
    }

    /// What groups are drawn together by: the category of a ToolBench name, else the occasions on which people ask.
    package var apiCollections: [String] { isToolBenchName ? [family] : wording.occasions }

    /// A tool without a collection suits every one.
    fileprivate func isIn(collection: String) -> Bool {
        apiCollections.isEmpty || apiCollections.contains(collection)
    }
}

extension Substring {
    /// Without the six digits of a hash by which names that would be alike are told apart.
    fileprivate var withoutHash: Substring {
        guard let mark = lastIndex(of: "_"), self[mark...].count == 7,
            self[mark...].dropFirst().allSatisfy({ $0.isHexDigit && !$0.isUppercase })
        else { return self }
        return self[..<mark]
    }
}
