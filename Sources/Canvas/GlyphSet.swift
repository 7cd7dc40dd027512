package import DisplaySafety

/// How every glyph looks on the terminal at hand.
///
/// Glyphs may be wider than a cell in ASCII: lay out by the width of what the set gives.
package struct GlyphSet: Hashable, Sendable {
    private var signs: [Glyph: SafeText]

    /// The signs for a terminal with Unicode.
    package static let utf8 = GlyphSet(\.utf8)
    /// The signs for a terminal that draws ASCII alone.
    package static let ascii = GlyphSet(\.ascii)

    private init(_ look: (Glyph) -> String) {
        signs = Dictionary(uniqueKeysWithValues: Glyph.allCases.map { ($0, SafeText(look($0))) })
    }

    /// How a glyph looks.
    package subscript(glyph: Glyph) -> SafeText {
        signs[glyph] ?? .empty
    }

    /// The set with some signs exchanged, as by a theme.
    package func replacing(_ replacements: [Glyph: SafeText]) -> GlyphSet {
        var set = self
        set.signs.merge(replacements) { $1 }
        return set
    }

    /// Whether a terminal of this kind, the value of `TERM`, can draw every sign of the set.
    ///
    /// The consoles of Linux and of the old terminals have no glyphs beyond ASCII, whatever the locale says.
    package func suits(term: String?) -> Bool {
        let isOld = term == "linux" || term?.hasPrefix("vt") == true
        return !isOld || signs.values.allSatisfy { $0.plain.utf8.allSatisfy { $0 < 0x80 } }
    }

    /// The cells that the widest of some glyphs takes: the width of a column for them.
    package func width(of glyphs: [Glyph]) -> Int {
        glyphs.map { self[$0].width }.max() ?? 0
    }

    /// A glyph, as often as it fits into so many cells.
    package func line(of glyph: Glyph, columns: Int) -> SafeText {
        let sign = self[glyph]
        guard sign.width > 0, columns > 0 else { return .empty }
        return SafeText(String(repeating: sign.plain, count: columns / sign.width))
    }
}
