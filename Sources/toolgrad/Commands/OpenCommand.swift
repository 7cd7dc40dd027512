import ArgumentParser
import Canvas
import NcursesTerminal

/// `toolgrad` alone: the explorer on the last dataset, or a fresh demo.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the last dataset, or a fresh demo (the default).", shouldDisplay: false)

    @OptionGroup var screen: ScreenOptions

    @OptionGroup(title: "Tools") var tools: ToolOptions

    func run() async throws {
        let surroundings = Surroundings.read()
        guard try screen.canBeUsed(in: surroundings) else { return try await PrintedDemo(planner: .offline).run() }
        guard let path = surroundings.lastDataset else {
            return try await DemoSession(
                planner: .offline, toolOptions: tools, surroundings: surroundings, screen: screen
            ).run()
        }
        try await ReviewSession(
            path: path, isReadOnly: false, toolOptions: tools, surroundings: surroundings, screen: screen
        ).run()
    }
}

/// `toolgrad demo`: always a fresh demo dataset.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Watch a fresh demo dataset grow: offline, or by a model that --model names.")

    @OptionGroup var screen: ScreenOptions

    @OptionGroup(title: "Models") var models: ModelOptions

    @OptionGroup(title: "Tools") var tools: ToolOptions

    func run() async throws {
        let surroundings = Surroundings.read()
        // A demo costs nothing unless it is asked to: the settings' models do not count here.
        let planner = models.endpoint.model == nil ? .offline : try await surroundings.planner(models)
        guard try screen.canBeUsed(in: surroundings) else { return try await PrintedDemo(planner: planner).run() }
        try await DemoSession(
            planner: planner, toolOptions: tools, surroundings: surroundings, screen: screen,
            baseURL: models.endpoint.baseURL
        ).run()
    }
}

/// `toolgrad review`: the explorer on a dataset that may be growing in another process.
struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Review a dataset, also while another process grows it.")

    @Argument(help: "The dataset; without it, the one that was open last.")
    var dataset: String?

    @Flag(help: "Look only; nothing can be decided.")
    var readOnly = false

    @OptionGroup(title: "A further pass") var pass: PassOptions

    @OptionGroup var screen: ScreenOptions

    @OptionGroup(title: "Tools, to run steps again") var tools: ToolOptions

    func validate() throws {
        guard readOnly, pass.plan != nil else { return }
        throw ValidationError("A further pass is written to the dataset; leave out --read-only.")
    }

    func run() async throws {
        var surroundings = Surroundings.read()
        if let reviewer = pass.reviewer { surroundings.reviewer = reviewer }
        let path = try surroundings.existingDataset(dataset)
        guard try screen.canBeUsed(in: surroundings) else {
            try Output.notes.write(
                "There is no terminal to show the explorer in. Use --linear, toolgrad show or toolgrad decide instead.\n"
            )
            throw ExitCode.noTerminal
        }
        try await ReviewSession(
            path: path, isReadOnly: readOnly, toolOptions: tools, surroundings: surroundings, screen: screen,
            pass: pass.plan
        ).run()
    }
}

/// How the explorer looks.
struct ScreenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The theme; toolgrad themes lists them.", valueName: "name"))
    var theme: String?

    @OptionGroup var folders: ThemeFolderOption

    @Option(help: ArgumentHelp("The most colours: truecolor, 256, 16, 8 or mono.", valueName: "tier"))
    var color: ColorTier?

    @Option(help: ArgumentHelp("The signs: utf8 or ascii.", valueName: "set"))
    var glyphs: Glyphs?

    @Flag(help: "Draw with ASCII characters only: --glyphs ascii.")
    var ascii = false

    @Flag(help: "A plain dialogue, line after line, instead of a screen.")
    var linear = false

    enum Glyphs: String, ExpressibleByArgument, CaseIterable {
        case utf8, ascii
    }

    /// The signs that were asked for; nil where the terminal decides.
    var signs: GlyphSet? {
        if ascii { return .ascii }
        return glyphs.map { $0 == .ascii ? .ascii : .utf8 }
    }
}
