import Engine
import Foundation
import MCPTools

/// A configuration file in a made-up home folder.
struct ConfigurationFile {
    var text: String
    var path = "/home/ann/project/.mcp.json"
    var environment = ["HOME": "/home/ann", "TOKEN": "sk-canary", "EMPTY": "", "PATH": "/usr/bin"]
    /// What other files say, by path.
    var files: [String: String] = [:]

    init(_ text: String) {
        self.text = text
    }

    /// One server, `s`, with these members.
    init(server members: String) {
        self.init("{\"mcpServers\": {\"s\": {\(members)}}}")
    }

    struct NoSuchFile: Error {}

    func read() throws(MCPConfigurationError) -> MCPConfiguration {
        try MCPConfiguration.reading(
            Data(text.utf8), of: path,
            in: MCPSurroundings(environment: environment) { [files] path in
                guard let text = files[path] else { throw NoSuchFile() }
                return Data(text.utf8)
            })
    }

    /// The only server of the file; nil when there is a problem.
    var server: MCPServerConfiguration? {
        get throws {
            let read = try read()
            return read.problems.isEmpty && read.servers.count == 1 ? read.servers.first : nil
        }
    }

    var local: MCPServerConfiguration.LocalServer? {
        get throws {
            guard case .stdio(let server) = try server?.transport else { return nil }
            return server
        }
    }

    var remote: MCPServerConfiguration.RemoteServer? {
        get throws {
            guard case .http(let server) = try server?.transport else { return nil }
            return server
        }
    }

    /// Why the only server cannot be used; nil when it can.
    var problem: String? {
        get throws {
            let read = try read()
            return read.servers.isEmpty && read.problems.count == 1 ? read.problems.first?.reason : nil
        }
    }
}
