import ArgumentParser
import DisplaySafety
import Engine

/// `toolgrad prompts`: what models are asked, in words that can be replaced.
struct PromptsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prompts", abstract: "Look at the prompts for models, and replace them by your own.",
        discussion: """
            Export them into a folder, change what you like, remove what you do not change, and give the folder to \
            generate with --prompts. A sample's run is named by the prompts too, so changed ones begin another run.
            """,
        subcommands: [ListPrompts.self, ShowPrompt.self, ExportPrompts.self, CheckPrompts.self],
        defaultSubcommand: ListPrompts.self)
}

struct ListPrompts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the prompts with the placeholders that each must have.")

    func run() async throws {
        let width = PromptName.allCases.map(\.rawValue.count).max() ?? 0
        for name in PromptName.allCases {
            let gap = String(repeating: " ", count: width - name.rawValue.count + 2)
            try Output.data.line(name.rawValue + gap + name.inputs.map(\.placeholder).joined(separator: " "))
        }
    }
}

struct ShowPrompt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Print a prompt as its file has it.")

    @Argument(help: "The prompt's name.")
    var name: String

    func run() async throws {
        guard let text = PromptSet.embedded.text(of: name) else {
            throw CommandFailure("\(PromptProblem.unknownPrompt(SafeText(name).plain))")
        }
        try Output.data.write(text)
    }
}

struct ExportPrompts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Write all prompts into a folder, a file for each.")

    @Argument(help: "The folder; made where there is none. No file in it is overwritten.")
    var folder: String

    func run() async throws {
        try PromptFolder(path: folder).write(.embedded)
        try Output.notes.line("\(PromptSet.names.count) prompts are in \(SafeText(folder).plain).")
    }
}

struct CheckPrompts: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check a folder of your own prompts.",
        discussion: "Prints a line for each file. Exits with 1 when one of them cannot be used.")

    @Argument(help: "The folder.")
    var folder: String

    func run() async throws {
        let prompts = PromptFolder(path: folder)
        let texts = try prompts.texts()
        var problems = 0
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            let problem = Self.problem(of: name, text)
            problems += problem == nil ? 0 : 1
            try Output.data.line(SafeText(problem.map { "\(name).md: \($0)" } ?? Self.praise(name, text)).plain)
        }
        for other in try prompts.others() {
            try Output.data.line(SafeText("\(other): not read, since it is no .md").plain)
        }
        try Output.notes.line("files: \(texts.count), problems: \(problems)")
        if problems > 0 { throw ExitCode.failure }
    }

    private static func problem(of name: String, _ text: String) -> PromptProblem? {
        do throws(PromptProblem) {
            _ = try PromptSet(replacing: [name: text])
            return nil
        } catch {
            return error
        }
    }

    private static func praise(_ name: String, _ text: String) -> String {
        let isOurs = PromptSet.embedded.text(of: name) == text
        return "\(name).md: \(isOurs ? "the same as ours" : "replaces ours")"
    }
}
