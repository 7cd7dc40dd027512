import ArgumentParser
import NcursesTerminal

/// `toolgrad` alone: the explorer on the last dataset, or a fresh demo.
struct OpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open", abstract: "Open the last dataset, or a fresh demo (the default).", shouldDisplay: false)

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        let surroundings = Surroundings.read()
        guard StandardStreams.canShowScreen else { return try await PrintedDemo().run() }
        guard let path = surroundings.lastDataset else {
            return try await DemoSession(surroundings: surroundings, screen: screen).run()
        }
        try await ReviewSession(path: path, isReadOnly: false, surroundings: surroundings, screen: screen).run()
    }
}

/// `toolgrad demo`: always a fresh demo dataset.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Watch a fresh demo dataset grow, offline.")

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        guard StandardStreams.canShowScreen else { return try await PrintedDemo().run() }
        try await DemoSession(surroundings: Surroundings.read(), screen: screen).run()
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

    @OptionGroup var screen: ScreenOptions

    func run() async throws {
        let surroundings = Surroundings.read()
        let path = try surroundings.existingDataset(dataset)
        guard StandardStreams.canShowScreen else {
            try Output.notes.write(
                "There is no terminal to show the explorer in. Use toolgrad show and toolgrad decide instead.\n")
            throw ExitCode.noTerminal
        }
        try await ReviewSession(path: path, isReadOnly: readOnly, surroundings: surroundings, screen: screen).run()
    }
}

/// How the explorer looks.
struct ScreenOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The theme: dark or light.", valueName: "name"))
    var theme = "dark"

    @Flag(help: "Draw with ASCII characters only.")
    var ascii = false

    mutating func validate() throws {
        guard ["dark", "light"].contains(theme) else {
            throw ValidationError("There is no theme \"\(theme)\". Use dark or light.")
        }
    }
}
