import ChildProcesses
import Engine
import Foundation
import MCPTools

/// The MCP servers that options name, read from their files; nothing is started.
struct ServerList {
    /// In the order of the files.
    private(set) var servers: [MCPServerConfiguration] = []
    /// Servers that cannot be used.
    private(set) var problems: [MCPServerProblem] = []
    /// For each server the file that it is in, as the user gave it.
    private(set) var files: [String: String] = [:]
    private var disabled: [String] = []

    /// Reads every file.
    ///
    /// - Throws: ``CommandFailure`` when a file cannot be used at all, two servers have one name, or a wanted server is in
    ///   none of them.
    init(_ options: ToolOptions, _ surroundings: Surroundings) throws {
        for path in options.mcpConfig { try add(path, surroundings) }
        let repeated = Dictionary(grouping: servers, by: \.name).filter { $0.value.count > 1 }.keys.sorted()
        guard repeated.isEmpty else {
            throw CommandFailure("Two files have a server called \(repeated[0]). Rename one.")
        }
        if let reserved = servers.first(where: { ["demo", "toolbench"].contains($0.name) }) {
            throw CommandFailure("A server is called \(reserved.name), as are tools of ours. Rename it in its file.")
        }
        guard options.mcpConfig.isEmpty || !servers.isEmpty || !problems.isEmpty else {
            let all =
                disabled.isEmpty
                ? "lists no server" : "turns all of its servers off (\(disabled.joined(separator: ", ")))"
            throw CommandFailure("\(options.mcpConfig.joined(separator: ", ")) \(all). Add one, or enable one.")
        }
        guard !options.server.isEmpty else { return }
        try choose(options.server)
    }

    private mutating func add(_ path: String, _ surroundings: Surroundings) throws {
        let file = URL(fileURLWithPath: (path as NSString).expandingTildeInPath).path
        let configuration: MCPConfiguration
        do {
            let bytes: Data
            do { bytes = try Data(contentsOf: URL(fileURLWithPath: file)) } catch {
                throw MCPConfigurationError.unreadable(file: file, reason: error.localizedDescription)
            }
            configuration = try MCPConfiguration.reading(
                bytes, of: file,
                in: MCPSurroundings(environment: surroundings.models.ofServerLists) {
                    try Data(contentsOf: URL(fileURLWithPath: $0))
                })
        } catch let error as MCPConfigurationError { throw CommandFailure("\(error)") }
        servers += configuration.servers
        for server in configuration.servers { files[server.name] = path }
        problems += configuration.problems
        disabled += configuration.disabled
    }

    private mutating func choose(_ names: [String]) throws {
        for name in names where !servers.contains(where: { $0.name == name }) {
            if let problem = problems.first(where: { $0.server == name }) { throw CommandFailure("\(problem)") }
            if disabled.contains(name) {
                throw CommandFailure("The server \(name) is disabled in its file. Enable it there, or leave it out.")
            }
            let known = servers.map(\.name).joined(separator: ", ")
            throw CommandFailure("No file has a server called \(name). They have: \(known.isEmpty ? "none" : known).")
        }
        servers = servers.filter { names.contains($0.name) }
        problems = []
    }
}

extension Surroundings {
    /// Where approvals are kept.
    var approvalFolder: String { settingsFolder + "/approvals" }
}
