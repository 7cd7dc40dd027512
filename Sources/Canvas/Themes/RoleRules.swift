/// What a theme says about roles, found by the longest dotted prefix.
struct RoleRules: Hashable, Sendable {
    /// The rules as they were written.
    let written: [Role: RoleRule]
    /// What they come to for every role that the screen has.
    private let known: [Role: RoleRule]

    init(_ written: [Role: RoleRule]) {
        self.written = written
        known = Dictionary(uniqueKeysWithValues: Role.all.map { ($0, Self.rule(for: $0, in: written)) })
    }

    /// The rule of the longest dotted prefix; a foreground it leaves open is that of the more general roles.
    subscript(role: Role) -> RoleRule {
        known[role] ?? Self.rule(for: role, in: written)
    }

    private static func rule(for role: Role, in written: [Role: RoleRule]) -> RoleRule {
        let found = role.lineage.compactMap { written[$0] }
        var rule = found.first ?? RoleRule()
        rule.foreground = found.lazy.compactMap(\.foreground).first
        return rule
    }
}
