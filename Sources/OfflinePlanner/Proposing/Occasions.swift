import Engine

/// The occasions that some tools have in common.
struct Occasions: Hashable, Sendable {
    /// Nil suits every occasion.
    private var common: Set<String>?

    init(of tools: [Tool]) {
        for occasions in tools.map(\.wording.occasions) where !occasions.isEmpty { narrow(to: Set(occasions)) }
    }

    init(of tools: [KnownTool]) {
        for occasions in tools.compactMap(\.occasions.common) { narrow(to: occasions) }
    }

    init(of steps: [Step], _ library: [ToolName: Tool]) {
        self.init(of: steps.compactMap { library[$0.call.tool] })
    }

    private mutating func narrow(to occasions: Set<String>) {
        common = common?.intersection(occasions) ?? occasions
    }

    var haveCommon: Bool { common?.isEmpty != true }

    /// Whether there is an occasion for both.
    func meet(_ other: Occasions) -> Bool {
        guard let common, let others = other.common else { return haveCommon && other.haveCommon }
        return !common.isDisjoint(with: others)
    }
}

extension Workflow {
    /// People ask about a second thing once the first is said; a third would make a list.
    var mayChangeTopic: Bool { chains.count == 1 && steps.count >= 3 }
}
