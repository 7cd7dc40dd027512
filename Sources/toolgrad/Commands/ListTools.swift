import ArgumentParser
import DisplaySafety
import Engine
import Foundation
import NcursesTerminal

/// `toolgrad tools list`.
struct ListTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the tools.",
        discussion: """
            Servers that are not approved yet are started to be listed; in a terminal you are asked first. Tools that \
            cannot be used are named with the reason on stderr. Exits with 1 when a source cannot be reached.
            """)

    @OptionGroup(title: "Tools") var tools: ToolOptions

    @Flag(help: "Print one line of JSON for each tool, with its schemas.")
    var json = false

    func run() async throws {
        let seen = try await Surroundings.read().seen(tools, starting: .asking)
        try await seen.closing { try print(seen) }
        if !seen.problems.isEmpty { throw ExitCode.failure }
    }

    private func print(_ seen: SeenTools) throws {
        if json {
            for source in seen.sources {
                for tool in source.shownTools {
                    let line = tool.json(from: source).compactText
                    try Output.data.line(StandardStreams.output.isTerminal ? SafeText(line).plain : line)
                }
            }
        } else {
            try table(seen)
        }
        try seen.tellProblems()
    }

    private func table(_ seen: SeenTools) throws {
        let rows = seen.sources.flatMap { source in source.shownTools.map { (source, $0) } }
        let names = rows.map { ToolText.name($0.1.name.text) }
        let width = names.map(\.count).max() ?? 0
        for ((source, tool), name) in zip(rows, names) {
            let about =
                source.review == nil ? tool.family : "\(ToolText.name(source.name)), \(source.standing(of: tool.name))"
            let summary = ToolText.line(tool.description.opening)
            try Output.data.line(
                "\(name.padding(toLength: width, withPad: " ", startingAt: 0))  \(ToolText.line(about)): \(summary)")
        }
    }
}

/// `toolgrad tools show`.
struct ShowTool: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a tool's schemas.")

    @Argument(help: "The tool's name.")
    var name: String

    @OptionGroup(title: "Tools") var tools: ToolOptions

    func run() async throws {
        let seen = try await Surroundings.read().seen(tools, starting: .asking)
        try await seen.closing {
            let (source, tool) = try seen.tool(named: name)
            try Output.data.line(
                [tool.name.text, tool.effects.rawValue, tool.family, source.standing(of: tool.name)]
                    .map(ToolText.name).joined(separator: "   "))
            try Output.data.line(SafeText(tool.description).plain)
            try Output.data.line("\nArguments\n" + SafeText(tool.inputSchema.prettyText).plain)
            if let output = tool.outputSchema {
                try Output.data.line("\nOutput\n" + SafeText(output.prettyText).plain)
            }
        }
    }
}

extension SeenSource {
    /// Its tools with the effects that a user gave them, where one did.
    var shownTools: [Tool] {
        guard let review else { return offer.tools }
        return review.listed.map { $0.tool.classified(as: $0.current ?? $0.suggestion.effects) }
    }
}

extension Tool {
    /// Everything a model or a policy sees of it.
    fileprivate func json(from source: SeenSource) -> JSON {
        [
            "name": .string(name.text), "source": .string(source.name), "family": .string(family),
            "effects": .string(effects.rawValue), "standing": .string(source.standing(of: name)),
            "description": .string(description), "inputSchema": inputSchema, "outputSchema": outputSchema ?? .null,
            "hash": .string(contentHash.hex),
        ]
    }
}

extension String {
    /// The text before the first line break, and no more of it than a line of a list can show.
    fileprivate var opening: String {
        let line = split(whereSeparator: \.isNewline).first ?? ""
        return line.count > 160 ? line.prefix(159) + "…" : String(line)
    }
}
