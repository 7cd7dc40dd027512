/// A theme file: its name, and what was found in it.
package struct ThemeFile: Hashable, Sendable {
    /// What reading the file gave.
    package enum Contents: Hashable, Sendable {
        case text(String)
        case unreadable(reason: String)
    }

    /// Who a theme comes from.
    package enum Origin: Hashable, Sendable {
        case builtIn
        case user
    }

    /// What people choose the theme by: the file's name without folders and ending.
    package let name: String
    /// What messages call the file.
    package let label: String
    /// What is in it.
    package let contents: Contents
    /// Who it comes from.
    package let origin: Origin

    /// A file of the user's; the label may be a path.
    package init(label: String, contents: Contents) {
        self.init(label: label, contents: contents, origin: .user)
    }

    private init(label: String, contents: Contents, origin: Origin) {
        let file = label.split(separator: "/").last.map(String.init) ?? label
        name = file.hasSuffix(".toml") ? String(file.dropLast(5)) : file
        self.label = label
        self.contents = contents
        self.origin = origin
    }

    /// The files that come with the program.
    package static let builtIn: [ThemeFile] = [
        embedded("dark", PackageResources.dark_toml), embedded("light", PackageResources.light_toml),
        embedded("classic", PackageResources.classic_toml),
        embedded("classic-light", PackageResources.classic_light_toml),
        embedded("high-contrast", PackageResources.high_contrast_toml),
        embedded("high-contrast-light", PackageResources.high_contrast_light_toml),
        embedded("terminal", PackageResources.terminal_toml), embedded("mono", PackageResources.mono_toml),
    ]

    private static func embedded(_ name: String, _ bytes: [UInt8]) -> ThemeFile {
        ThemeFile(label: name + ".toml", contents: .text(String(decoding: bytes, as: UTF8.self)), origin: .builtIn)
    }
}

extension ThemeFile {
    /// The file's text, to find places in.
    var source: ThemeSource {
        switch contents {
        case .text(let text): ThemeSource(text, file: label)
        case .unreadable: ThemeSource("", file: label)
        }
    }

    /// The file, read as TOML.
    func draft() throws(ThemeProblem) -> ThemeDraft {
        switch contents {
        case .text(let text): try ThemeDraft(toml: text, source: source)
        case .unreadable(let reason): throw .unreadable(source.at(line: 1, column: 1), reason: reason)
        }
    }
}
