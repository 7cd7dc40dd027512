import Engine
import Foundation

/// The servers of one configuration file, and what is wrong with the others.
package struct MCPConfiguration: Hashable, Sendable {
    /// Servers that can be used, in the order of the file.
    package let servers: [MCPServerConfiguration]
    /// Names of servers that the file turns off.
    package let disabled: [String]
    /// One for each server that cannot be used; the others can.
    package let problems: [MCPServerProblem]
}

/// Why one server of a configuration file cannot be used.
package struct MCPServerProblem: Hashable, Sendable, CustomStringConvertible {
    package let file: String
    package let server: String
    /// What is wrong and what to do, as whole sentences; without secret values.
    package let reason: String

    package var description: String { "\(file): the server \(server) cannot be used. \(reason)" }
}

/// Why a configuration file could not be used at all.
package enum MCPConfigurationError: Error, Hashable, Sendable {
    case unreadable(file: String, reason: String)
    case tooLarge(file: String, bytes: Int)
    case notJSON(file: String, reason: String)
    /// Neither `mcpServers` nor `servers` is there.
    case noServers(file: String, found: [String])
    case notAnObject(file: String, place: String, found: String)
    case duplicateKey(file: String, key: String)
}

extension MCPConfigurationError: CustomStringConvertible {
    /// What failed, on what, and what to do.
    package var description: String {
        switch self {
        case .unreadable(let file, let reason):
            "\(file) cannot be read: \(reason)"
        case .tooLarge(let file, let bytes):
            "\(file) has \(bytes) bytes; a configuration of MCP servers has at most \(MCPConfiguration.limit). "
                + "Name another file."
        case .notJSON(let file, let reason):
            "\(file) is not JSON. \(reason)"
        case .noServers(let file, let found):
            "\(file) names no MCP servers: it has neither \"mcpServers\" nor \"servers\""
                + (found.isEmpty ? "." : ", but \(found.prefix(5).map { "\"\($0)\"" }.joined(separator: ", ")).")
                + " Write {\"mcpServers\": {\"NAME\": {\"command\": …}}}."
        case .notAnObject(let file, let place, let found):
            "\(file): \(place) must be an object, and is of type \(found). Write {…}."
        case .duplicateKey(let file, let key):
            "\(file) has \"\(key)\" twice. Remove one."
        }
    }
}

/// What a configuration file refers to outside of itself.
package struct MCPSurroundings: Sendable {
    /// For `${NAME}` and the like.
    package let environment: [String: String]
    /// Reads a file of variables; throws when it cannot be read.
    package let read: @Sendable (String) throws -> Data

    package init(environment: [String: String], read: @escaping @Sendable (String) throws -> Data) {
        self.environment = environment
        self.read = read
    }

    var home: String? { environment["HOME"].flatMap { $0.isEmpty ? nil : $0 } }
}
