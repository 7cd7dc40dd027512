import ArgumentParser

/// `toolgrad tools`: the tool library.
struct ToolsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tools", abstract: "Look at the tools, approve them, call one, or serve them.",
        discussion: """
            Without options these are the demo tools. --mcp-config and --toolbench name others; naming a file of MCP \
            servers here starts those servers.
            """,
        subcommands: [ListTools.self, ShowTool.self, CallTool.self, ApproveTools.self, ServeTools.self],
        defaultSubcommand: ListTools.self)
}
