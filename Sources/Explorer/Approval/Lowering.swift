import Engine

/// A tool that is said to do less than somebody else says it does.
struct Lowering: Hashable {
    /// Who says more.
    enum Ground: Hashable, CaseIterable {
        /// The source itself: its word counts where it is the stricter one.
        case source
        /// Whoever approved the tool before.
        case approved
        /// Its name.
        case look
    }

    let ground: Ground
    /// What it is said to do by them.
    let effects: Tool.Effects

    /// All that speaks against what a tool is said to do, the weightiest first.
    static func all(of item: ApprovalItem, said: Tool.Effects) -> [Lowering] {
        let hint = item.tool.hint ?? .read
        let claims: [(Ground, Tool.Effects)] = [
            (.source, hint), (.approved, item.current ?? .read),
            // The source's own word is part of how a tool looks.
            (.look, item.suggested > hint ? item.suggested : .read),
        ]
        return claims.compactMap { ground, effects in effects > said ? Lowering(ground: ground, effects: effects) : nil
        }
    }

    /// What it means, for whoever looks at the tool.
    var sentence: String {
        switch ground {
        case .source: "the server says \(effects.rawValue), and that counts"
        case .approved: "milder than it was approved: as \(effects.rawValue)"
        case .look: "milder than it looks: like \(effects.rawValue)"
        }
    }
}

extension ApprovalState {
    /// What speaks against what a tool is classified as; nothing where it is not, or off.
    func lowerings(of item: ApprovalItem) -> [Lowering] {
        guard item.isThere, let said = classifications[item.tool.name]?.effects else { return [] }
        return Lowering.all(of: item, said: said)
    }

    /// The tools that are classified as milder than somebody says, by who says so.
    func lowered(_ ground: Lowering.Ground) -> [(item: ApprovalItem, effects: Tool.Effects)] {
        items.flatMap { item in
            lowerings(of: item).filter { $0.ground == ground }.map { (item, $0.effects) }
        }
    }
}
