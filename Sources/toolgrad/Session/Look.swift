import Canvas
import Synchronization

/// How the screen looks now; changed by whoever is asked to, read for every frame.
final class Look: Sendable {
    private struct Contents {
        var library: ThemeLibrary
        /// The theme that the reviewer chose.
        var chosen: String
        var shown: Theme
        var watch: ThemeWatch
    }

    private let folders: ThemeFolders
    private let signs: GlyphSet
    private let contents: Mutex<Contents>

    /// A theme by its name, and what is wrong with it.
    ///
    /// The glyphs are the signs that the terminal can draw; a theme exchanges only those with Unicode.
    static func begin(
        _ name: String, in folders: ThemeFolders, glyphs: GlyphSet
    ) -> (look: Look, problems: [ThemeProblem]) {
        let library = folders.library(labels: .names)
        let choice = library.choice(of: name)
        let contents = Contents(
            library: library, chosen: name, shown: choice.theme,
            watch: ThemeWatch(folders, named: name, choice: choice))
        return (Look(folders, glyphs, contents), choice.problems)
    }

    private init(_ folders: ThemeFolders, _ signs: GlyphSet, _ contents: Contents) {
        self.folders = folders
        self.signs = signs
        self.contents = Mutex(contents)
    }

    var theme: Theme { contents.withLock { $0.shown } }

    var glyphs: GlyphSet { signs == .ascii ? signs : signs.replacing(theme.glyphs) }

    var names: [String] { contents.withLock { $0.library.themes.map(\.name) } }

    var chosen: String { contents.withLock { $0.chosen } }

    /// Shows a theme for as long as nothing else is asked for.
    ///
    /// - Throws: ``ThemeProblem``.
    func preview(_ name: String) throws {
        try contents.withLock { contents in contents.shown = try contents.library.theme(named: name) }
    }

    /// Shows a theme from now on, and follows its file.
    ///
    /// - Throws: ``ThemeProblem``.
    func choose(_ name: String) throws {
        try contents.withLock { contents in
            contents.library = folders.library(labels: .names)
            let choice = contents.library.choice(of: name)
            if !choice.isAsAsked, let problem = choice.problems.first { throw problem }
            (contents.chosen, contents.shown) = (name, choice.theme)
            contents.watch = ThemeWatch(folders, named: name, choice: choice)
        }
    }

    /// Takes over what was saved in the theme's file since the last call; nil when nothing was.
    func reload() -> LiveTheme.Change? {
        contents.withLock { contents in
            guard let change = contents.watch.changed() else { return nil }
            contents.library = folders.library(labels: .names)
            if case .restyled(let theme, _) = change { contents.shown = theme }
            return change
        }
    }
}
