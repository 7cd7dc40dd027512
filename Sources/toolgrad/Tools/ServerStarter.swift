import ChildProcesses
import Engine
import Foundation
import HTTPTransport
import MCPTools

/// Makes sources of configured MCP servers, and ends them all.
///
/// One watchdog sees to it that none outlives the program; one HTTP client serves all that are reached by address.
actor ServerStarter {
    private let options: ToolOptions
    private let surroundings: Surroundings
    private let watchdog = Watchdog()
    private let probe: SandboxProbe
    private let logs: ServerLogs
    private var sender: AsyncHTTPSender?
    private var servers: [(configuration: MCPServerConfiguration, server: MCPServer)] = []
    /// What the user should know, each as a whole sentence.
    private(set) var notices: [String] = []

    init(_ options: ToolOptions, _ surroundings: Surroundings) {
        self.options = options
        self.surroundings = surroundings
        probe = SandboxProbe(environment: surroundings.models.ofServerLists)
        logs = ServerLogs(folder: surroundings.dataFolder + "/servers")
    }

    /// A source for a server; nothing is started before its tools are asked for.
    ///
    /// - Throws: ``SandboxError``, ``BaseURLError``, or ``HTTPConfigurationError``.
    func server(_ configuration: MCPServerConfiguration) async throws -> MCPServer {
        var limits = MCPLimits()
        // A server of isolated instances measures its calls itself; for the others the policy does, and comes first.
        let slack: Duration = configuration.options.isolation == .sample ? .zero : .seconds(1)
        limits.call = options.deadline(for: configuration) + slack
        let server = MCPServer(
            configuration.name, over: try await transport(configuration, limits), sharing: configuration.sharing,
            limits: limits)
        servers.append((configuration, server))
        return server
    }

    /// What does not work, each as a whole sentence.
    var problems: [String] {
        get async { [await watchdog.problem].compactMap(\.self) }
    }

    /// The client for everything that is reached by address.
    func http() throws -> AsyncHTTPSender {
        if let sender { return sender }
        let network = try HTTPConfiguration(environment: surroundings.models.ofTransport)
        let made = try AsyncHTTPSender(network)
        sender = made
        return made
    }

    /// Ends every server and the watchdog; nothing is left when it returns.
    func close() async {
        await withTaskGroup(of: Void.self) { group in
            for (configuration, server) in servers {
                group.addTask { [logs] in
                    await server.close()
                    logs.keep(await server.logText(hiding: configuration.secrets), of: configuration.name)
                }
            }
        }
        await watchdog.end()
        await sender?.shutdown()
    }

    private func transport(
        _ configuration: MCPServerConfiguration, _ limits: MCPLimits
    ) async throws -> any MCPTransport {
        switch configuration.transport {
        case .stdio(let local):
            let command = local.command(inheriting: surroundings.models.ofServerLists)
            return ProcessTransport(
                try await confined(command, by: configuration.options), watchdog: watchdog, lineLimit: limits.line)
        case .http(let remote):
            let parts = remote.url.split(separator: "?", maxSplits: 1).map(String.init)
            return StreamableHTTP(
                try BaseURL(parts[0]), query: parts.count > 1 ? parts[1] : "",
                headers: remote.headers.sorted { $0.key < $1.key }.map { (name: $0.key, value: $0.value.value) },
                sender: try http(), messageLimit: limits.line)
        }
    }

    private func confined(_ command: ChildCommand, by own: MCPServerOptions) async throws -> ChildCommand {
        let mode = [own.sandbox, options.sandbox].compactMap(\.self).reduce(.off, SandboxMode.stricter)
        let availability = mode == .off ? .missing : await probe.availability()
        let sandbox = own.sandbox(
            home: surroundings.home, currentFolder: FileManager.default.currentDirectoryPath)
        let confined = try mode.apply(sandbox, to: command, on: availability)
        notices += confined.notices
        return confined.command
    }
}

extension ToolOptions {
    /// The longest that a call of a server may take.
    func deadline(for configuration: MCPServerConfiguration) -> Duration {
        configuration.options.callDeadline ?? callSeconds.map { .seconds($0) } ?? CallLimits().deadline
    }

    /// What one call, and one sample, may use.
    func limits(deadline: Duration) -> CallLimits {
        CallLimits(deadline: deadline, callsPerSample: callsPerSample ?? CallLimits().callsPerSample)
    }
}

extension MCPServerConfiguration {
    fileprivate var sharing: MCPServer.Sharing {
        switch options.isolation {
        case .none: .shared
        case .sample: .isolated(pool: options.pool, reset: options.reset.map { ToolName($0) })
        }
    }
}
