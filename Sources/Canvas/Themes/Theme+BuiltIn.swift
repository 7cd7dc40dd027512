extension Theme {
    /// The default theme: blue and orange on a dark ground.
    package static let dark = ThemeLibrary.builtIn.choice(of: "dark").theme
    /// Blue and orange on a light ground.
    package static let light = ThemeLibrary.builtIn.choice(of: "light").theme
    /// The themes that come with the program.
    package static let builtIn: [Theme] = ThemeFile.builtIn.map { ThemeLibrary.builtIn.choice(of: $0.name).theme }
}
