import ArgumentParser
import DemoTools
import DisplaySafety
import Engine
import Foundation

/// `toolgrad tools`: the tool library.
struct ToolsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", abstract: "Look at the tools, and call one.",
        subcommands: [ListTools.self, ShowTool.self, CallTool.self], defaultSubcommand: ListTools.self)
}

struct ListTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List the tools.")

    @Flag(help: "Print one line of JSON for each tool, with its schemas.")
    var json = false

    func run() async throws {
        let tools = try await ToolLibrary(DemoTools()).tools
        if json {
            for tool in tools { try Output.data.line(tool.json.compactText) }
            return
        }
        let width = tools.map { $0.name.text.count }.max() ?? 0
        for tool in tools {
            let name = tool.name.text.padding(toLength: width, withPad: " ", startingAt: 0)
            try Output.data.line("\(name)  \(SafeText(tool.family).plain): \(SafeText(tool.description).plain)")
        }
    }
}

extension Tool {
    /// Everything a model or a policy sees of it.
    fileprivate var json: JSON {
        [
            "name": .string(name.text), "family": .string(family), "effects": .string(effects.rawValue),
            "description": .string(description), "inputSchema": inputSchema, "outputSchema": outputSchema ?? .null,
            "hash": .string(contentHash.hex),
        ]
    }
}

struct ShowTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a tool's schemas.")

    @Argument(help: "The tool's name.")
    var name: String

    func run() async throws {
        let tool = try await ToolLibrary(DemoTools()).tool(named: name)
        try Output.data.line(
            [SafeText(tool.name.text).plain, tool.effects.rawValue, SafeText(tool.family).plain].joined(
                separator: "   "))
        try Output.data.line(SafeText(tool.description).plain)
        try Output.data.line("\nArguments\n" + SafeText(tool.inputSchema.prettyText).plain)
        if let output = tool.outputSchema { try Output.data.line("\nOutput\n" + SafeText(output.prettyText).plain) }
    }
}

struct CallTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call a tool and print its output, byte for byte.",
        discussion: "A call that fails prints its output too, says why on stderr, and exits with 1.")

    @Argument(help: "The tool's name.")
    var name: String

    @Argument(help: "The arguments as a JSON object.")
    var arguments = "{}"

    func run() async throws {
        let library = try await ToolLibrary(DemoTools())
        let tool = try await library.tool(named: name)
        let json: JSON
        do { json = try JSON(parsing: arguments) } catch {
            throw CommandFailure("The arguments are not JSON: \(error) Give one object, as in '{\"name\": \"Oslo\"}'.")
        }
        let call = ToolCall(tool: tool.name, arguments: json)
        if let objection = library.objection(to: call) {
            throw CommandFailure("The call was not made: \(objection) See toolgrad tools show \(name).")
        }
        let outcome = await library.run(call).outcome
        if let output = outcome.recorded {
            try Output.data.write(output.bytes + Data("\n".utf8))
        }
        if let problem = outcome.problem {
            throw CommandFailure("The call ended as \(outcome.verdict): \(SafeText(problem).plain)")
        }
    }
}

extension ToolLibrary {
    /// The tool with a name.
    ///
    /// - Throws: ``CommandFailure`` that offers the nearest names.
    fileprivate func tool(named name: String) async throws -> Tool {
        if let tool = self[ToolName(name)] { return tool }
        let parts = Set(name.lowercased().split(separator: "_"))
        let near = tools.map(\.name.text).filter { !parts.isDisjoint(with: $0.split(separator: "_")) }
        let hint = near.isEmpty ? "See toolgrad tools list." : "Do you mean \(near.joined(separator: " or "))?"
        throw CommandFailure("There is no tool called \(SafeText(name).plain). \(hint)")
    }
}
