import ChildProcesses
import Engine

/// How to reach one MCP server, with everything filled in.
package struct MCPServerConfiguration: Hashable, Sendable {
    package enum Transport: Hashable, Sendable {
        case stdio(LocalServer)
        case http(RemoteServer)
    }

    /// A server that we start as a child.
    package struct LocalServer: Hashable, Sendable {
        package let command: String
        package let arguments: [String]
        /// The arguments as people see them: `${NAME}` where a variable was filled in, which may be secret.
        package let shownArguments: [String]
        /// What the file gives it beside the base environment; the values may be secret.
        package let environment: [String: HiddenText]
        /// Variables of our own environment that anything of its entry was filled with.
        package let filled: [String: HiddenText]
        /// Where it works; nil for the folder that we work in.
        package let folder: String?

        package init(
            command: String, arguments: [String] = [], shown: [String]? = nil,
            environment: [String: HiddenText] = [:], filled: [String: HiddenText] = [:], folder: String? = nil
        ) {
            self.command = command
            self.arguments = arguments
            shownArguments = shown ?? arguments
            self.environment = environment
            self.filled = filled
            self.folder = folder
        }
    }

    /// A server that somebody else runs.
    package struct RemoteServer: Hashable, Sendable {
        /// The whole address; what stands after its `?` may be secret.
        package let url: String
        /// The address as people see it: `${NAME}` where a variable was filled in.
        package let shownURL: String
        /// Sent with every request; the values may be secret.
        package let headers: [String: HiddenText]
        /// Variables of our own environment that anything of its entry was filled with.
        package let filled: [String: HiddenText]

        package init(
            url: String, shown: String? = nil, headers: [String: HiddenText] = [:], filled: [String: HiddenText] = [:]
        ) {
            self.url = url
            shownURL = shown ?? url
            self.headers = headers
            self.filled = filled
        }
    }

    package let name: String
    package let transport: Transport
    package let options: MCPServerOptions

    package init(name: String, transport: Transport, options: MCPServerOptions = MCPServerOptions()) {
        self.name = name
        self.transport = transport
        self.options = options
    }
}

/// What is said of a server in our own words, under `"toolgrad"`.
package struct MCPServerOptions: Hashable, Sendable {
    package enum Isolation: String, Hashable, Sendable, CaseIterable {
        /// All samples talk to the same server.
        case none
        /// No sample sees what another has changed.
        case sample
    }

    /// How many processes or sessions of the server there may be at once.
    package var pool = 1
    package var isolation = Isolation.none
    /// The tool that brings the server back to its first state; nil when it has to be started again.
    package var reset: String?
    /// Nil where the file does not say.
    package var sandbox: SandboxMode?
    package var network = Sandbox.Network.none
    /// Paths that it may read in its sandbox.
    package var readable: [String] = []
    /// Paths that it may change in its sandbox.
    package var writable: [String] = []
    /// How long one call may take; nil for the usual limit.
    package var callDeadline: Duration?
    /// Values to plan with, by the name of the argument.
    package var values: [String: [JSON]] = [:]

    package init() {}
}
