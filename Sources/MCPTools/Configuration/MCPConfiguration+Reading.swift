import Engine
import Foundation

extension MCPConfiguration {
    /// More than that is no configuration, in bytes.
    static let limit = 4 << 20

    /// Reads `mcpServers` (Claude Desktop, Claude Code, Cursor) or `servers` (VS Code), or both.
    ///
    /// The file is strict JSON; only where `servers` alone is used, as in VS Code, comments (`//` and `/* */`) and
    /// commas before a closing bracket are accepted. A server that cannot be used is a problem of its own.
    /// - Parameters:
    ///   - bytes: What is in the file.
    ///   - file: Where it is, as an absolute path.
    ///   - surroundings: What it may refer to.
    /// - Returns: The servers in the order of the file.
    /// - Throws: ``MCPConfigurationError`` when nothing of it can be used.
    package static func reading(
        _ bytes: Data, of file: String, in surroundings: MCPSurroundings
    ) throws(MCPConfigurationError) -> MCPConfiguration {
        guard bytes.count <= limit else { throw .tooLarge(file: file, bytes: bytes.count) }
        let members = try members(of: try root(of: bytes, file), file)
        let names = JSON.Object(members).duplicateKeys
        let expansion = Expansion(environment: surroundings.environment, folder: folder(of: file))
        var configuration = Collected()
        for name in names {
            configuration.refuse(name, "It is there twice. Rename one, or remove it.", in: file)
        }
        for member in members where !names.contains(member.key) {
            let reader = ServerReader(name: member.key, value: member.value, expansion, surroundings)
            do {
                switch try reader.read() {
                case .disabled: configuration.disabled.append(member.key)
                case .server(let server): configuration.servers.append(server)
                }
            } catch {
                configuration.refuse(member.key, error.reason, in: file)
            }
        }
        return configuration.result
    }

    private struct Collected {
        var servers: [MCPServerConfiguration] = []
        var disabled: [String] = []
        var problems: [MCPServerProblem] = []

        mutating func refuse(_ server: String, _ reason: String, in file: String) {
            problems.append(MCPServerProblem(file: file, server: server, reason: reason))
        }

        var result: MCPConfiguration {
            MCPConfiguration(servers: servers, disabled: disabled, problems: problems)
        }
    }

    private static func root(of bytes: Data, _ file: String) throws(MCPConfigurationError) -> JSON.Object {
        let value: JSON
        do {
            value = try JSON(parsing: bytes)
        } catch {
            guard let lenient = try? JSON(parsing: Comments.removed(from: bytes)) else {
                throw .notJSON(file: file, reason: error.description)
            }
            guard lenient["mcpServers"] == nil else {
                let hint =
                    " Comments and commas before a closing bracket are read under \"servers\" alone, as VS Code does."
                throw .notJSON(file: file, reason: error.description + hint)
            }
            value = lenient
        }
        guard let object = value.object else {
            throw .notAnObject(file: file, place: "the whole file", found: value.typeName)
        }
        return object
    }

    private static func members(
        of root: JSON.Object, _ file: String
    ) throws(MCPConfigurationError) -> [JSON.Object.Member] {
        let groups = root.members.filter { ["mcpServers", "servers"].contains($0.key) }
        guard !groups.isEmpty else { throw .noServers(file: file, found: root.keys) }
        if let key = JSON.Object(groups).duplicateKeys.first { throw .duplicateKey(file: file, key: key) }
        var members: [JSON.Object.Member] = []
        for group in groups {
            guard let servers = group.value.object else {
                throw .notAnObject(file: file, place: "\"\(group.key)\"", found: group.value.typeName)
            }
            members += servers.members
        }
        return members
    }

    /// What `${workspaceFolder}` stands for: VS Code and Cursor keep their files in a folder of the workspace.
    private static func folder(of file: String) -> String {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        let isInside = [".vscode", ".cursor"].contains(folder.lastPathComponent)
        return (isInside ? folder.deletingLastPathComponent() : folder).path
    }
}
