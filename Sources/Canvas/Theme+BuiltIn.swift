extension Theme {
    /// The default theme: blue and orange on a dark ground.
    package static let dark = builtIn(PackageResources.dark_toml, file: "dark.toml")
    /// Blue and orange on a light ground.
    package static let light = builtIn(PackageResources.light_toml, file: "light.toml")
    /// The themes that come with the program.
    package static let builtIn: [Theme] = [dark, light]

    /// The terminal's own colours and no attributes: what is left when not even an embedded theme can be read.
    private static let bare = Theme(
        name: "bare", kind: .any, rules: RoleRules([:]), mono: [:], glyphs: [:], warnings: [])

    private static func builtIn(_ bytes: [UInt8], file: String) -> Theme {
        (try? Theme(toml: String(decoding: bytes, as: UTF8.self), file: file)) ?? bare
    }
}
