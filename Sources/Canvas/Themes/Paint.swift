/// A colour of a theme, for terminals of every tier.
struct Paint: Hashable, Sendable {
    /// The colour itself; nil is the terminal's own.
    var rgb: RGB?
    /// The palette's name for it; a theme that builds on this one may give that name to another colour.
    var entry: String?
    /// The one of 16 to 255 that the theme asks for.
    var index: Int?
    /// The named one, 0 to 15, that the theme asks for.
    var named: Int?

    static let standard = Paint()

    /// How a terminal of this tier is told the colour; bold stands for brightness where there are but eight.
    func look(on tier: ColorTier) -> (color: Color, attributes: Attributes) {
        guard tier > .mono else { return (.standard, []) }
        guard let rgb else { return named.map { Self.look(named: $0, on: tier) } ?? (.standard, []) }
        switch tier {
        case .mono: return (.standard, [])
        case .truecolor: return (.rgb(red: rgb.red, green: rgb.green, blue: rgb.blue), [])
        case .indexed256: return (.indexed(index ?? rgb.nearestIndex), [])
        case .ansi16, .ansi8: return Self.look(named: named ?? rgb.nearestNamed, on: tier)
        }
    }

    private static func look(named: Int, on tier: ColorTier) -> (color: Color, attributes: Attributes) {
        tier == .ansi8 && named > 7 ? (.ansi(named - 8), .bold) : (.ansi(named), [])
    }

    /// The sixteen named colours, in the order of their numbers.
    static let names = [
        "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
        "bright-black", "bright-red", "bright-green", "bright-yellow",
        "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
    ]

    /// A colour by its word in a theme file, without the palette; nil where the word is no colour.
    init?(word: String) {
        if word == "default" { return }
        if let named = Self.names.firstIndex(of: word) {
            self.named = named
        } else if let rgb = RGB(hex: word) {
            self.rgb = rgb
        } else if let index = Int(word), (16...255).contains(index) {
            self.index = index
            rgb = RGB(index: index)
        } else {
            return nil
        }
    }

    private init() {}

    /// Takes over what another word of the same palette entry says.
    mutating func add(_ other: Paint) {
        rgb = rgb ?? other.rgb
        index = index ?? other.index
        named = named ?? other.named
    }
}
