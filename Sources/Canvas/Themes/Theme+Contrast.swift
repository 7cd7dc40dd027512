extension Theme {
    /// The contrast of a cell's character with its ground, 1 to 21; nil where the terminal's own colours decide.
    package func contrast(of ink: Ink, on tier: ColorTier) -> Double? {
        let style = style(for: ink, tier: tier)
        if style.isUnseen(on: tier) { return 1 }
        guard let text = style.foreground.fixed, let ground = style.background.fixed else { return nil }
        return text.contrast(with: ground)
    }

    /// The least contrast that a role needs in this theme.
    package func neededContrast(of role: Role) -> Double {
        Role.lines.contains(role) ? Contrast.line : contrast.text
    }
}

extension Style {
    /// Whether the character has the named colour of its ground; where there are eight, bold makes it a bright one.
    fileprivate func isUnseen(on tier: ColorTier) -> Bool {
        guard case .ansi = foreground, foreground == background else { return false }
        return tier != .ansi8 || !attributes.contains(.bold)
    }
}

extension Color {
    /// The colour by its parts, where those are the same on every terminal.
    package var fixed: RGB? {
        switch self {
        case .rgb(let red, let green, let blue): RGB(red: red, green: green, blue: blue)
        case .indexed(let index): RGB(index: index)
        case .ansi, .standard: nil
        }
    }
}
