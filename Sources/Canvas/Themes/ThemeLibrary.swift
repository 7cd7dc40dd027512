/// The themes that can be chosen: the user's files and those that come with the program.
///
/// Of two files with one name the first is the theme, so that the user's wins. A user's theme may build on the one that
/// it takes the name of; what comes with the program builds on nothing of the user's.
package struct ThemeLibrary: Hashable, Sendable {
    /// The most themes that a theme may build on, one above the other.
    package static let depth = 5
    /// The themes that come with the program, alone.
    package static let builtIn = ThemeLibrary()

    private let files: [ThemeFile]

    /// The themes of these files, the first of a name before others, and those that come with the program.
    package init(_ files: [ThemeFile] = []) {
        self.files = files + ThemeFile.builtIn
    }

    /// The file of each theme: those that come with the program, in their order, then the user's own by name.
    package var themes: [ThemeFile] {
        let standard = ThemeFile.builtIn.map(\.name)
        let own = Set(files.map(\.name)).subtracting(standard).sorted()
        return (standard + own).compactMap { name in files.first { $0.name == name } }
    }

    /// The theme with a name, on top of all that it builds on.
    ///
    /// - Throws: The first ``ThemeProblem`` that makes it unusable, which may be in a theme that it builds on.
    package func theme(named name: String) throws(ThemeProblem) -> Theme {
        try theme(at: try index(of: name))
    }

    /// A theme to draw with, whatever is wrong, and all that is wrong or odd about the one that was asked for.
    ///
    /// In place of a theme that cannot be used stands the nearest one that it builds on, or `dark`.
    package func choice(of name: String) -> ThemeChoice {
        do {
            let index = try index(of: name)
            let theme = try theme(at: index)
            let lint = ThemeLint(theme: theme, source: files[index].source)
            return ThemeChoice(theme: theme, isAsAsked: true, problems: lint.problems)
        } catch {
            return ThemeChoice(theme: standIn(for: name), isAsAsked: false, problems: [error])
        }
    }

    private func index(of name: String) throws(ThemeProblem) -> Int {
        if let index = files.firstIndex(where: { $0.name == name }) { return index }
        throw .unknownTheme(name: name, nearest: NearestName.of(name, in: files.map(\.name)))
    }

    private func theme(at index: Int) throws(ThemeProblem) -> Theme {
        let lineage = lineage(of: index)
        if let problem = lineage.problem { throw problem }
        var theme: Theme?
        for index in lineage.indices.reversed() {
            theme = try files[index].draft().theme(on: theme, named: files[index].name)
        }
        return theme ?? .bare
    }

    private func standIn(for name: String) -> Theme {
        let parents = files.firstIndex { $0.name == name }.map { lineage(of: $0).indices.dropFirst() } ?? []
        let dark = files.lastIndex { $0.name == "dark" }
        return (parents + [dark].compactMap(\.self)).lazy.compactMap { try? theme(at: $0) }.first ?? .bare
    }
}

extension ThemeLibrary {
    /// Where a theme and those that it builds on are, the nearest first; as far as they could be found.
    private func lineage(of index: Int) -> (indices: [Int], problem: ThemeProblem?) {
        var indices = [index]
        do throws(ThemeProblem) {
            while let parent = try files[indices[indices.count - 1]].draft().parent() {
                let next = try self.index(of: parent, for: indices[indices.count - 1])
                if indices.contains(next) { throw circle(indices + [next]) }
                indices.append(next)
                if indices.count > Self.depth + 1 { throw .tooDeep(place(in: index), limit: Self.depth) }
            }
            return (indices, nil)
        } catch {
            return (indices, error)
        }
    }

    private func index(of parent: ThemeDraft.Parent, for index: Int) throws(ThemeProblem) -> Int {
        let isBuiltIn = files[index].origin == .builtIn
        let found = files.indices.first { candidate in
            files[candidate].name == parent.name && (!isBuiltIn || files[candidate].origin == .builtIn)
                && (files[index].name != parent.name || candidate > index)
        }
        if let found { return found }
        if files[index].name == parent.name { return index }
        throw .unknownParent(
            parent.place, name: parent.name, nearest: NearestName.of(parent.name, in: files.map(\.name)))
    }

    private func circle(_ indices: [Int]) -> ThemeProblem {
        .circle(place(in: indices[0]), names: indices.map { files[$0].name })
    }

    private func place(in index: Int) -> ThemeProblem.Place {
        files[index].source.place(of: nil, key: "inherits")
    }
}

/// A theme that was chosen, or what stands in for it.
package struct ThemeChoice: Hashable, Sendable {
    /// The theme to draw with.
    package let theme: Theme
    /// Whether it is the theme that was asked for.
    package let isAsAsked: Bool
    /// What is wrong or odd about the theme that was asked for.
    package let problems: [ThemeProblem]
}
