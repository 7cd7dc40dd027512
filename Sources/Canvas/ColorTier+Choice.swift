extension ColorTier {
    /// The name that options and settings call the tier by: `truecolor`, `256`, `16`, `8` or `mono`.
    package var name: String {
        switch self {
        case .mono: "mono"
        case .ansi8: "8"
        case .ansi16: "16"
        case .indexed256: "256"
        case .truecolor: "truecolor"
        }
    }

    /// A tier by its name; nil where no tier is called so.
    package init?(name: String) {
        guard let tier = ColorTier.allCases.first(where: { $0.name == name }) else { return nil }
        self = tier
    }

    /// The tier to draw with, by the first that says something: the option, the settings, `NO_COLOR`, `TERM`, and what
    /// the terminal's description offers.
    ///
    /// `COLORTERM` has no say: a description without the means for direct colours has at most 256.
    ///
    /// - Parameters:
    ///   - option: What `--color` asks for.
    ///   - settings: What the user's settings ask for.
    ///   - noColor: The value of `NO_COLOR`; an empty one says nothing.
    ///   - term: The value of `TERM`; `dumb` has no colours.
    ///   - offered: What the terminal's description offers.
    /// - Returns: The tier; one that was asked for may be more than the terminal can show.
    package static func chosen(
        option: ColorTier? = nil, settings: ColorTier? = nil, noColor: String?, term: String?, offered: ColorTier
    ) -> ColorTier {
        if let wish = option ?? settings { return wish }
        if noColor?.isEmpty == false || term == "dumb" { return .mono }
        return offered
    }
}
