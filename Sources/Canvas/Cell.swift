/// One cell of a frame; only frames make cells, from text that was sanitised.
package struct Cell: Hashable, Sendable {
    /// A visible scalar with at most four zero-width marks; empty in the right half of a wide character.
    package var text: String
    /// The cells that the character takes: 1, 2, or 0 for the right half of a wide one.
    package var width: Int
    /// What it is drawn with.
    package var ink: Ink

    /// A cell with a space.
    static func blank(_ ink: Ink) -> Cell { Cell(text: " ", width: 1, ink: ink) }
    /// The right half of a wide character.
    static func rightHalf(_ ink: Ink) -> Cell { Cell(text: "", width: 0, ink: ink) }
}
