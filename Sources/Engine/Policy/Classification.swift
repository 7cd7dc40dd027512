/// What the user says by patterns about the effects of a source's tools; of the rules that match, the last one counts.
package struct Classification: Hashable, Codable, Sendable {
    package struct Rule: Hashable, Codable, Sendable {
        package let pattern: ToolPattern
        package let effects: Tool.Effects

        package init(_ pattern: ToolPattern, _ effects: Tool.Effects) {
            self.pattern = pattern
            self.effects = effects
        }
    }

    /// In the order in which they were given.
    package var rules: [Rule]

    package init(_ rules: [Rule] = []) {
        self.rules = rules
    }

    /// The rule that counts for a tool; nil where none matches.
    package func rule(for name: ToolName) -> Rule? {
        rules.last { $0.pattern.matches(name) }
    }

    /// Patterns that match none of these tools, which is often a slip of the pen.
    package func idlePatterns(among tools: [Tool]) -> [ToolPattern] {
        rules.map(\.pattern).filter { pattern in !tools.contains { pattern.matches($0.name) } }
    }

    /// What a tool would be classified as: by a rule, else by ``EffectsSuggestion/init(for:)``.
    package func suggestion(for tool: Tool) -> EffectsSuggestion {
        guard let rule = rule(for: tool.name) else { return EffectsSuggestion(for: tool) }
        return EffectsSuggestion(effects: rule.effects, ground: .rule(rule.pattern))
    }

    /// The suggestions for a whole listing, in its order.
    package func suggestions(for tools: [Tool]) -> [EffectsSuggestion] {
        tools.map(suggestion(for:))
    }
}
