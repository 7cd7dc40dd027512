/// What a theme says about one role.
struct RoleRule: Hashable, Sendable {
    /// The colour of text; nil takes that of the more general role.
    var foreground: Paint?
    /// The colour behind; nil leaves that of the surface.
    var background: Paint?
    /// Attributes to set.
    var adding: Attributes = []
    /// Attributes to take away from those of the rule that this one builds on.
    var removing: Attributes = []

    /// This rule on top of another for the same or a more general role.
    func over(_ other: RoleRule) -> RoleRule {
        RoleRule(
            foreground: foreground ?? other.foreground, background: background ?? other.background,
            adding: other.adding.subtracting(removing).union(adding))
    }

    /// The rule with other paints.
    func repainted(_ change: (Paint) -> Paint) -> RoleRule {
        var rule = self
        rule.foreground = foreground.map(change)
        rule.background = background.map(change)
        return rule
    }
}
