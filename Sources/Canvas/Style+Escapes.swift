extension Style {
    /// The escape sequence after which a terminal draws so (SGR, ECMA-48).
    package var escape: String {
        let codes =
            ["0"] + attributes.codes + foreground.codes(named: 30, bright: 90, extended: 38)
            + background.codes(named: 40, bright: 100, extended: 48)
        return "\u{1B}[\(codes.joined(separator: ";"))m"
    }

    /// The escape sequence after which a terminal draws as it does by itself.
    package static let plainEscape = "\u{1B}[0m"
}

extension Attributes {
    fileprivate var codes: [String] {
        let known: [(Attributes, String)] = [
            (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"), (.strike, "9"),
        ]
        return known.filter { contains($0.0) }.map(\.1)
    }
}

extension Color {
    fileprivate func codes(named: Int, bright: Int, extended: Int) -> [String] {
        switch self {
        case .standard: []
        case .ansi(let number): ["\(number < 8 ? named + number : bright + number - 8)"]
        case .indexed(let index): ["\(extended);5;\(index)"]
        case .rgb(let red, let green, let blue): ["\(extended);2;\(red);\(green);\(blue)"]
        }
    }
}
