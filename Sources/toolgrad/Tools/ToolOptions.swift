import ArgumentParser
import ChildProcesses
import HTTPTransport

/// Which tools are used: the demo tools, unless others are named.
struct ToolOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A file that lists MCP servers; may be given several times.",
            discussion: """
                As Claude, Cursor (mcpServers) and VS Code (servers) have it. Their tools are used once they are \
                approved: toolgrad tools approve --mcp-config FILE.
                """, valueName: "file"))
    var mcpConfig: [String] = []

    @Option(help: ArgumentHelp("Use only this server of the file; may be given several times.", valueName: "name"))
    var server: [String] = []

    @Option(
        help: ArgumentHelp(
            "A ToolBench library: its tools folder, or a file of JSON lines with a definition each.",
            valueName: "path"))
    var toolbench: String?

    @Option(
        name: .customLong("toolbench-url"),
        help: ArgumentHelp(
            "The server that answers the library's calls, as in http://127.0.0.1:8080/virtual.",
            discussion:
                "Results count as simulated; with a path that ends in /rapidapi, which asks real services, as live.",
            valueName: "url"))
    var toolbenchURL: String?

    @Flag(help: "Use the demo tools too.")
    var demoTools = false

    @Option(
        help: ArgumentHelp(
            "Run MCP servers in a sandbox (bubblewrap): auto where it can be used, require, or off.",
            discussion: """
                In it a server sees the files of the system and its own, read-only, and no network, unless its entry \
                says "toolgrad": {"network": true, "writable": ["..."]}. Of this and an entry's own "sandbox" the stricter one counts.
                """, valueName: "mode"))
    var sandbox: SandboxMode?

    @Option(help: "The longest a call may take, in seconds, at most 300.")
    var callSeconds: Int?

    @Option(help: "The most tool calls a sample may make of servers and libraries.")
    var callsPerSample: Int?

    mutating func validate() throws {
        if let callSeconds, !(1...300).contains(callSeconds) {
            throw ValidationError("--call-seconds is \(callSeconds). Give a number from 1 to 300.")
        }
        if let callsPerSample, callsPerSample < 1 {
            throw ValidationError("--calls-per-sample is \(callsPerSample). Give a number of at least 1.")
        }
        if !server.isEmpty, mcpConfig.isEmpty {
            throw ValidationError("--server names a server, but no file has any. Give --mcp-config too.")
        }
        if let toolbenchURL {
            guard toolbench != nil else {
                throw ValidationError("--toolbench-url answers calls, but of no library. Give --toolbench too.")
            }
            do { _ = try BaseURL(toolbenchURL) } catch {
                throw ValidationError("--toolbench-url cannot be used: \(error)")
            }
        }
    }

    /// Whether the demo tools are among those that are used.
    var usesDemoTools: Bool { demoTools || mcpConfig.isEmpty && toolbench == nil }
}

extension SandboxMode: ExpressibleByArgument {}
