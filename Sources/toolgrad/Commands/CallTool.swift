import ArgumentParser
import DisplaySafety
import Engine
import Foundation
import NcursesTerminal

/// `toolgrad tools call`.
struct CallTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call a tool and print its output, byte for byte.",
        discussion: """
            A call that fails prints its output too, says why on stderr, and exits with 1. A tool that may change \
            something asks first.
            """)

    @Argument(help: "The tool's name.")
    var name: String

    @Argument(help: "The arguments as a JSON object.")
    var arguments = "{}"

    @OptionGroup(title: "Tools") var tools: ToolOptions

    func run() async throws {
        let json: JSON
        do { json = try JSON(parsing: arguments) } catch {
            throw CommandFailure("The arguments are not JSON: \(error) Give one object, as in '{\"name\": \"Oslo\"}'.")
        }
        let seen = try await Surroundings.read().seen(tools, starting: .approved)
        try await seen.closing {
            let (source, tool) = try seen.tool(named: name)
            let library = try await ToolLibrary(of: [NamedSource(source.name, InspectedSource(source))])
            try await call(ToolCall(tool: tool.name, arguments: json), library)
        }
    }

    private func call(_ call: ToolCall, _ library: ToolLibrary) async throws {
        if let objection = library.objection(to: call) {
            throw CommandFailure(
                "The call was not made: \(SafeText(objection).plain) See toolgrad tools show \(SafeText(name).plain).")
        }
        let outcome = await library.run(call).outcome
        if let output = outcome.recorded {
            // A terminal obeys what it is sent; a file or a pipe gets every byte.
            let shown =
                StandardStreams.output.isTerminal
                ? Data(SafeText(String(decoding: output.bytes, as: UTF8.self)).plain.utf8) : output.bytes
            try Output.data.write(shown + Data("\n".utf8))
        }
        if let problem = outcome.problem {
            throw CommandFailure("The call ended as \(outcome.verdict): \(SafeText(problem).plain)")
        }
    }
}

/// All tools of a source for checking arguments; calls go through its policy.
private struct InspectedSource: ToolSource {
    private let source: SeenSource

    init(_ source: SeenSource) {
        self.source = source
    }

    func offer() -> ToolOffer { source.offer }

    func run(_ call: ToolCall, in context: CallContext) async -> ToolResult {
        await source.guarded.run(call, in: context)
    }
}

/// Asks on the terminal, line by line; without one nothing is allowed.
struct TerminalApprover: Approver {
    func answer(_ request: ApprovalRequest) async -> ApprovalAnswer {
        guard StandardStreams.canAsk else {
            return UnattendedApprover().answer(request)
        }
        let tool = "\(ToolText.name(request.source)): \(ToolText.name(request.tool.name.text))"
        let question = """
            \(tool) may \(request.tool.effects.verb).
            \(SafeText(request.call.arguments.prettyText).plain)
            Call it? [y/N] 
            """
        guard (try? Output.notes.write(question)) != nil, let line = readLine(),
            ["y", "yes"].contains(line.lowercased())
        else { return .denied(reason: "You did not allow it.") }
        return .allowed
    }
}
