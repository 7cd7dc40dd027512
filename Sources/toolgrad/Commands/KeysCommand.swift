import ArgumentParser
import Explorer

/// `toolgrad keys`: the keys in use.
struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the keys in use, those of the settings among them.",
        discussion: """
            The names in the second column are those of the [keys] table in config.toml, and of the palette: \
            next-sample = ["n", "ctrl-n"].
            """)

    @Option(help: ArgumentHelp("Print this keymap without the settings.", valueName: "name"))
    var keymap: Keymap.Base?

    @Flag(help: "Print a table for Markdown.")
    var markdown = false

    @Flag(help: "Print JSON.")
    var json = false

    mutating func validate() throws {
        if markdown && json { throw ValidationError("Choose one of --markdown and --json.") }
    }

    func run() async throws {
        let table = KeyTable(rows: try inUse.rows)
        try Output.data.line(json ? table.json.prettyText : markdown ? table.markdown : table.text)
    }

    private var inUse: Keymap {
        get throws {
            if let keymap { return Keymap(keymap) }
            return try Surroundings.read().settings().keymap
        }
    }
}

extension Keymap.Base: ExpressibleByArgument {}
