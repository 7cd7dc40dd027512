internal import DisplaySafety

/// A page that shows every role of a theme.
package struct ThemePage: Sendable {
    private let theme: Theme
    private let tier: ColorTier
    private let simulation: Simulation?

    /// The page of a theme on a terminal with so many colours, perhaps for readers who see fewer.
    package init(_ theme: Theme, tier: ColorTier, seenWith simulation: Simulation? = nil) {
        self.theme = simulation.map(theme.seen) ?? theme
        self.tier = tier
        self.simulation = simulation
    }

    /// Its lines: a title, and for every role its name, a sample on the base and in the selected row, and the contrast.
    package var lines: [Line] {
        let seen = simulation.map { ", as seen with \($0.rawValue)" } ?? ""
        let facts = "   \(theme.kind.rawValue) grounds, \(theme.contrast.rawValue), \(tier.name)\(seen)"
        let title = Line([Span(SafeText(theme.name), .titleFocus), Span(SafeText(facts))])
        return [title, decisions, Line()] + Role.all.map(line)
    }

    /// The lines as text for a terminal that draws colours.
    package var painted: String {
        lines.map { line in
            line.spans.map { theme.style(for: $0.ink, tier: tier).escape + $0.text.plain }.joined() + Style.plainEscape
        }.joined(separator: "\n")
    }

    /// The lines as text without colours.
    package var plain: String {
        lines.map { $0.text.plain.trimmingRight }.joined(separator: "\n")
    }

    private var decisions: Line {
        let signs = GlyphSet.utf8.replacing(theme.glyphs)
        let words = Glyph.decisions.map { glyph in
            let word = glyph.rawValue.split(separator: ".").last.map(String.init) ?? ""
            return Span(SafeText("\(signs[glyph].plain) \(word)"), Role(rawValue: glyph.rawValue))
        }
        return Line(Array(words.map { [$0] }.joined(separator: [Span("  ")])))
    }

    private func line(of role: Role) -> Line {
        let inks = [Ink(role), Ink(role, on: .listSelected)]
        return inks.reduce(into: Line(SafeText(role.rawValue.filled(to: Self.nameWidth)))) { line, ink in
            line.append(Self.sample, ink)
            line.append(SafeText(figure(of: ink)))
        }
    }

    private func figure(of ink: Ink) -> String {
        guard let contrast = theme.contrast(of: ink, on: tier) else { return "    - " }
        let isFaint = contrast < theme.neededContrast(of: ink.role)
        return "\((contrast * 10).rounded() / 10)".led(to: 5) + (isFaint ? "!" : " ")
    }

    private static let sample: SafeText = " Weather in 東京 12.5 "
    private static let nameWidth = (Role.all.map(\.rawValue.count).max() ?? 0) + 2
}

extension String {
    fileprivate var trimmingRight: Substring { self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)] }
    fileprivate func filled(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
    fileprivate func led(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
