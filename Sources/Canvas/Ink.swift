/// What a cell is drawn with: its meaning, never a colour.
package struct Ink: Hashable, Sendable {
    /// What the text means; gives the foreground.
    package var role: Role
    /// What the text stands on; gives the background.
    package var surface: Role
    /// Attributes on top of those of the theme.
    package var emphasis: Attributes

    /// Text of a meaning on a surface.
    package init(_ role: Role = .text, on surface: Role = .base, emphasis: Attributes = []) {
        self.role = role
        self.surface = surface
        self.emphasis = emphasis
    }

    /// The same text on another surface, as when its row is selected.
    package func on(_ surface: Role) -> Ink {
        Ink(role, on: surface, emphasis: emphasis)
    }
}
