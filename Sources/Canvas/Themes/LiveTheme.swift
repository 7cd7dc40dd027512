/// The theme on the screen while its file is being edited.
package struct LiveTheme: Sendable {
    /// What a changed file came to.
    package enum Change: Hashable, Sendable {
        /// The screen looks other than before; the problems are those that still let the theme be used.
        case restyled(Theme, problems: [ThemeProblem])
        /// The screen stays as it is: the theme cannot be used as it was saved, or is odd in what nobody sees.
        case kept(problems: [ThemeProblem])
    }

    /// The last that could be used.
    package private(set) var theme: Theme
    private let name: String
    private var problems: [ThemeProblem]

    /// Follows the theme with a name, from what was chosen by it.
    package init(named name: String, choice: ThemeChoice) {
        self.name = name
        theme = choice.theme
        problems = choice.problems
    }

    /// Takes over what the theme is in files that were read anew; nil when that is nothing new.
    package mutating func reload(from library: ThemeLibrary) -> Change? {
        let choice = library.choice(of: name)
        let isNew = choice.isAsAsked && choice.theme != theme
        guard isNew || choice.problems != problems else { return nil }
        problems = choice.problems
        guard isNew else { return .kept(problems: problems) }
        theme = choice.theme
        return .restyled(theme, problems: problems)
    }
}
