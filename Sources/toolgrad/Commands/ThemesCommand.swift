import ArgumentParser
import Canvas
import DisplaySafety
import Engine
import Foundation
import NcursesTerminal

/// `toolgrad themes`: how the explorer can look.
struct ThemesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "Look at the themes, and check one of your own.",
        discussion: """
            Your themes are TOML files in the folder toolgrad/themes of your settings ($XDG_CONFIG_HOME, or ~/.config). \
            One with the name of a theme that comes with the program takes its place.
            """,
        subcommands: [ListThemes.self, LintThemes.self, PreviewTheme.self], defaultSubcommand: ListThemes.self)
}

/// Where themes are looked for.
struct ThemeFolderOption: ParsableArguments {
    @Option(help: ArgumentHelp("A folder of themes, looked into first.", valueName: "folder"))
    var themeDir: String?

    var folders: ThemeFolders { ThemeFolders(option: themeDir, settings: Surroundings.read().settingsFolder) }
}

struct ListThemes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the themes.")

    @Flag(help: "Print one JSON array.")
    var json = false

    @OptionGroup var source: ThemeFolderOption

    func run() async throws {
        let library = source.folders.library(labels: .paths)
        let rows = library.themes.map { ThemeRow(file: $0, choice: library.choice(of: $0.name)) }
        if json { return try Output.data.line(JSON.array(rows.map(\.json)).compactText) }
        let width = rows.map { SafeText($0.file.name).width }.max() ?? 0
        for row in rows { try Output.data.line(row.line(nameWidth: width)) }
    }
}

/// A theme as it is listed.
private struct ThemeRow {
    let file: ThemeFile
    let choice: ThemeChoice

    func line(nameWidth: Int) -> String {
        let name = SafeText(file.name)
        let gap = String(repeating: " ", count: nameWidth - name.width + 2)
        return name.plain + gap + (choice.isAsAsked ? facts : problems.first ?? "")
    }

    var json: JSON {
        [
            "name": .string(file.name), "usable": .bool(choice.isAsAsked),
            "kind": choice.isAsAsked ? .string(choice.theme.kind.rawValue) : .null,
            "contrast": choice.isAsAsked ? .string(choice.theme.contrast.rawValue) : .null,
            "cvd": choice.isAsAsked ? .bool(choice.theme.suitsAllColorVisions) : .null,
            "file": file.origin == .builtIn ? .null : .string(file.label),
            "problems": .array(choice.problems.map { .string($0.description) }),
        ]
    }

    private var facts: String {
        let theme = choice.theme
        let vision = theme.suitsAllColorVisions ? "all colour visions" : "not all colour visions"
        let found = problems.isEmpty ? "" : ", \(problems.count) found by lint"
        return "\(theme.kind.rawValue), \(theme.contrast.rawValue), \(vision), \(place)\(found)"
    }

    private var place: String {
        switch file.origin {
        case .builtIn: "built in"
        case .user: SafeText(file.label).plain
        }
    }

    private var problems: [String] { choice.problems.map { SafeText($0.description).plain } }
}

struct LintThemes: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Check themes: their words, contrast, and who can tell their colours apart.",
        discussion: """
            Without files, checks every theme that can be chosen. Prints a line for each problem, as \
            FILE:LINE:COLUMN TEXT. Exits with 1 when there is an error, and with 0 when there are only warnings.
            """)

    @Argument(help: "Theme files.", completion: .file(extensions: ["toml"]))
    var files: [String] = []

    @OptionGroup var source: ThemeFolderOption

    func run() async throws {
        let problems = files.isEmpty ? problemsOfAll : files.flatMap(problems)
        for problem in problems { try Output.data.line(SafeText(problem.description).plain) }
        let errors = problems.filter { $0.severity == .error }.count
        try Output.notes.line("errors: \(errors), warnings: \(problems.count - errors)")
        if errors > 0 { throw ExitCode.failure }
    }

    private var problemsOfAll: [ThemeProblem] {
        let library = source.folders.library(labels: .paths)
        return library.themes.flatMap { library.choice(of: $0.name).problems }
    }

    /// A file may build on the others that are named with it.
    private func problems(of path: String) -> [ThemeProblem] {
        let named = ([path] + files.filter { $0 != path }).map { ThemeFile(path: $0, labels: .paths) }
        let library = ThemeLibrary(named + source.folders.themeFiles(labels: .paths))
        return library.choice(of: named[0].name).problems
    }
}

struct PreviewTheme: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Print every role of a theme, with its contrast.",
        discussion: """
            Each line has a role, a sample on the base and in the selected row, and the contrast of both; one that is \
            too low is marked with an exclamation mark. Plain text without a terminal or with NO_COLOR.
            """)

    @Argument(help: "The theme's name.")
    var name: String

    @Option(help: "The colours to draw with; without it, those of the terminal.")
    var tier: ColorTier?

    @Option(help: "Show it as readers see it who see fewer colours.")
    var simulate: Simulation?

    @OptionGroup var source: ThemeFolderOption

    func run() async throws {
        let surroundings = Surroundings.read()
        let page = ThemePage(try theme(), tier: tier ?? offered(surroundings), seenWith: simulate)
        let isPlain = !StandardStreams.output.isTerminal || surroundings.wantsNoColor || surroundings.term == "dumb"
        try Output.data.line(isPlain ? page.plain : page.painted)
    }

    private func theme() throws -> Theme {
        do { return try source.folders.library(labels: .paths).theme(named: name) } catch {
            throw CommandFailure("\(SafeText(error.description).plain). See toolgrad themes list.")
        }
    }

    private func offered(_ surroundings: Surroundings) -> ColorTier {
        StandardStreams.output.isTerminal ? TerminalFacts(term: surroundings.term).tier : .truecolor
    }
}

extension ColorTier: ExpressibleByArgument {
    /// A tier by its name.
    public init?(argument: String) {
        self.init(name: argument)
    }

    /// The names, the most colours first.
    public static var allValueStrings: [String] { allCases.reversed().map(\.name) }
}

extension Simulation: ExpressibleByArgument {}
