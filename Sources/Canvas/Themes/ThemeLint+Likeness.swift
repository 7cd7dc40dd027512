extension ThemeLint {
    /// The least distance of two roles with the same attributes.
    private static let neededDistance = 20

    /// Pairs of roles that somebody cannot tell apart, each told once for colours and once without.
    var likeRoles: [ThemeProblem] {
        Role.toldApart.flatMap(\.pairs).map(ThemeProblem.Pair.init).flatMap { pair in
            [inColor(pair), withoutColor(pair)].compactMap(\.self)
        }
    }

    private func withoutColor(_ pair: ThemeProblem.Pair) -> ThemeProblem? {
        let isSame = [Role.base, .listSelected].contains { ground in
            theme.style(for: Ink(pair.first, on: ground), tier: .mono)
                == theme.style(for: Ink(pair.second, on: ground), tier: .mono)
        }
        return isSame ? .same(place(of: pair.second, in: ["mono", "roles"]), pair, tier: .mono) : nil
    }

    private func inColor(_ pair: ThemeProblem.Pair) -> ThemeProblem? {
        let place = place(of: pair.second)
        for tier in [ColorTier.truecolor, .indexed256, .ansi16, .ansi8] where look(of: pair, on: tier).isSame {
            return .same(place, pair, tier: tier)
        }
        guard theme.suitsAllColorVisions else { return nil }
        let looks = [ColorTier.truecolor, .indexed256].map { look(of: pair, on: $0) }
        let distances = looks.flatMap(distances)
        guard let least = distances.min(by: { $0.distance < $1.distance }) else {
            return looks[0].hasSameAttributes ? .unmeasured(place, pair) : nil
        }
        guard least.distance < Self.neededDistance else { return nil }
        return .near(
            place, pair, tier: least.tier, seen: least.seen, distance: least.distance, needed: Self.neededDistance)
    }

    private func look(of pair: ThemeProblem.Pair, on tier: ColorTier) -> PairLook {
        PairLook(
            tier: tier, first: theme.style(for: Ink(pair.first), tier: tier),
            second: theme.style(for: Ink(pair.second), tier: tier))
    }

    /// How far the colours are apart for each kind of reader; none where attributes tell the roles apart.
    private func distances(in look: PairLook) -> [(tier: ColorTier, seen: Simulation?, distance: Int)] {
        guard look.hasSameAttributes else { return [] }
        return ([nil] + Simulation.colorVisions).compactMap { seen in
            look.distance(seen: seen).map { (look.tier, seen, Int($0)) }
        }
    }
}

/// How two roles look side by side.
private struct PairLook {
    let tier: ColorTier
    let first: Style
    let second: Style

    var isSame: Bool { first == second }
    var hasSameAttributes: Bool { first.attributes == second.attributes }

    /// How far the text is apart, or the grounds where that is more; nil where the terminal's own colours decide.
    func distance(seen: Simulation?) -> Double? {
        guard let text = distance(first.foreground, second.foreground, seen: seen) else { return nil }
        return max(text, distance(first.background, second.background, seen: seen) ?? 0)
    }

    private func distance(_ left: Color, _ right: Color, seen: Simulation?) -> Double? {
        guard let left = left.fixed, let right = right.fixed else { return nil }
        return left.seen(with: seen).distance(to: right.seen(with: seen))
    }
}

extension RGB {
    fileprivate func seen(with simulation: Simulation?) -> RGB {
        simulation.map { seen(with: $0) } ?? self
    }
}
