import Engine

/// The occasions that some tools have in common.
struct Occasions: Hashable, Sendable {
    /// Nil suits every occasion.
    private var common: Set<String>?

    init(of tools: [Tool]) {
        for occasions in tools.map(\.wording.occasions) where !occasions.isEmpty {
            common = common?.intersection(occasions) ?? Set(occasions)
        }
    }

    init(of steps: [Step], _ library: [ToolName: Tool]) {
        self.init(of: steps.compactMap { library[$0.call.tool] })
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
