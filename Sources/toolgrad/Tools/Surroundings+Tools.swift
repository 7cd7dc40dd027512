import DemoTools
import DisplaySafety
import Engine
import Foundation
import HTTPTransport
import MCPTools
import ToolBenchTools

extension Surroundings {
    /// The tools for a run: what options name, as far as it is approved.
    ///
    /// A server of which nothing is approved is not even started.
    ///
    /// - Throws: ``CommandFailure``, ``ToolSourceError``, ``ToolBenchLibraryError`` or an error of the configuration.
    func tools(
        _ options: ToolOptions, memory: any ResultMemory, approver: any Approver
    ) async throws -> LiveTools {
        if options.usesDemoTools, options.mcpConfig.isEmpty, options.toolbench == nil { return try await .demo() }
        let starter = ServerStarter(options, self)
        do {
            return try await ToolOpening(options, self, starter, approver).tools(remembering: memory)
        } catch {
            await starter.close()
            throw error
        }
    }

    /// Everything that options name as it is now; servers are started for it as far as there is consent.
    func seen(_ options: ToolOptions, starting consent: StartConsent) async throws -> SeenTools {
        let starter = ServerStarter(options, self)
        do {
            return try await ToolOpening(options, self, starter, TerminalApprover()).seen(starting: consent)
        } catch {
            await starter.close()
            throw error
        }
    }
}

/// Opens what options name, source by source.
private struct ToolOpening {
    let options: ToolOptions
    let surroundings: Surroundings
    let starter: ServerStarter
    let approver: any Approver
    let approvals: ApprovalFolder

    init(_ options: ToolOptions, _ surroundings: Surroundings, _ starter: ServerStarter, _ approver: any Approver) {
        self.options = options
        self.surroundings = surroundings
        self.starter = starter
        self.approver = approver
        approvals = ApprovalFolder(surroundings.approvalFolder)
    }
}

/// Where tools came from, as a dataset keeps it.
private struct SourceRecord {
    let name: String
    let identity: ContentHash
    let command: String

    var json: JSON {
        ["name": .string(name), "identity": .string(identity.hex), "command": .string(command)]
    }
}

extension ToolOpening {
    func tools(remembering memory: any ResultMemory) async throws -> LiveTools {
        var (sources, origins, notices): ([NamedSource], [SourceRecord], [String]) = ([], [], [])
        if options.usesDemoTools { sources.append(NamedSource("demo", DemoTools())) }
        let list = try ServerList(options, surroundings)
        notices += list.problems.map(\.description)
        for configuration in list.servers {
            guard let approval = try approval(of: configuration), approval.identity == configuration.identity else {
                notices.append(unapproved(configuration))
                continue
            }
            let source = guarded(try await starter.server(configuration), configuration, by: approval)
            sources.append(NamedSource(configuration.name, ValuedSource(source, configuration.options.values)))
            origins.append(SourceRecord(configuration))
        }
        if let path = options.toolbench {
            let (source, origin) = try await toolBench(at: path, remembering: memory)
            sources.append(source)
            origins.append(origin)
        }
        let library = try await library(of: sources, notices)
        notices += await starter.notices + starter.problems + library.leftOutLines
        return LiveTools(
            library: library, setup: .array(origins.map(\.json)), notices: notices, closing: starter.close)
    }

    private func library(of sources: [NamedSource], _ notices: [String]) async throws -> ToolLibrary {
        guard !sources.isEmpty else { throw CommandFailure(notices.map(ToolText.line).joined(separator: "\n")) }
        do { return try await ToolLibrary(of: sources) } catch let error as ToolSourceError {
            throw CommandFailure((notices + ["\(error)"]).map(ToolText.line).joined(separator: "\n"))
        }
    }

    private func approval(of configuration: MCPServerConfiguration) throws -> ToolApproval? {
        try approvals.approval(of: configuration.name, identity: configuration.identity)
    }

    private func unapproved(_ configuration: MCPServerConfiguration) -> String {
        "The server \(configuration.name) is not approved, so it was not started. Look at its tools with: toolgrad tools "
            + "approve \(options.mcpConfig.map { "--mcp-config \($0)" }.joined(separator: " ")) --server "
            + configuration.name
    }

    private func guarded(
        _ server: MCPServer, _ configuration: MCPServerConfiguration, by approval: ToolApproval?
    ) -> GuardedSource {
        // An isolated server has instances to make ready before a call, and keeps to the call's deadline itself.
        let isIsolated = configuration.options.isolation == .sample
        let patience: @Sendable (CallContext) -> Duration = { server.patience(for: $0) + Duration.seconds(5) }
        return GuardedSource(
            NamedSource(configuration.name, server), identity: configuration.identity, approval: approval,
            approver: approver, limits: options.limits(deadline: options.deadline(for: configuration)),
            replay: isIsolated ? .history : .nothing, isOld: { await server.isListOld },
            patience: isIsolated ? patience : nil)
    }
}

extension ToolOpening {
    func seen(starting consent: StartConsent) async throws -> SeenTools {
        var (sources, problems): ([SeenSource], [String]) = ([], [])
        if options.usesDemoTools {
            let demo = DemoTools()
            sources.append(
                SeenSource(
                    name: "demo", command: "", identity: ContentHash(of: "demo"), environment: [], review: nil,
                    offer: demo.offer(), guarded: demo))
        }
        let list = try ServerList(options, surroundings)
        problems += list.problems.map(\.description)
        let unknown = try list.servers.filter { try approval(of: $0)?.identity != $0.identity }
        let mayStart = try consent.allows(unknown.map { "\($0.name): \($0.commandLine)" })
        if !mayStart { problems += unknown.map(unapproved) }
        let wanted = mayStart ? list.servers : list.servers.filter { !unknown.contains($0) }
        for result in await seen(wanted, of: list) {
            switch result {
            case .success(let source): sources.append(source)
            case .failure(let error): problems.append("\(error)")
            }
        }
        if let path = options.toolbench {
            let (source, origin) = try await toolBench(at: path, remembering: nil)
            sources.append(
                SeenSource(
                    name: source.name, command: origin.command, identity: origin.identity, environment: [], review: nil,
                    offer: try await source.source.offer(), guarded: source.source))
        }
        problems += await starter.problems
        return SeenTools(sources, problems: problems, notices: await starter.notices, close: starter.close)
    }

    /// Servers of a list, started side by side, in their order.
    private func seen(
        _ servers: [MCPServerConfiguration], of list: ServerList
    ) async -> [Result<SeenSource, any Error>] {
        await withTaskGroup(of: (Int, Result<SeenSource, any Error>).self) { group in
            for (index, configuration) in servers.enumerated() {
                group.addTask {
                    do {
                        return (index, .success(try await seen(configuration, in: list.files[configuration.name])))
                    } catch { return (index, .failure(error)) }
                }
            }
            var results: [Int: Result<SeenSource, any Error>] = [:]
            for await (index, result) in group { results[index] = result }
            return servers.indices.compactMap { results[$0] }
        }
    }

    private func seen(
        _ configuration: MCPServerConfiguration, in file: String?
    ) async throws -> SeenSource {
        let approval = try approval(of: configuration)
        let server = try await starter.server(configuration)
        let offer = try await server.offer()
        return SeenSource(
            name: configuration.name, command: configuration.commandLine, identity: configuration.identity,
            environment: configuration.environmentNames, configFile: file,
            review: ApprovalReview(
                of: offer, from: configuration.name, command: configuration.commandLine,
                identity: configuration.identity, against: approval), offer: offer,
            guarded: guarded(server, configuration, by: approval))
    }
}

extension ToolOpening {
    /// The library's tools; without an address they can be looked at, and no call is answered.
    ///
    /// Naming library and server is the user's word that they may be asked: a simulating server changes nothing, and of
    /// the real services only what reads is called without a question.
    private func toolBench(
        at path: String, remembering memory: (any ResultMemory)?
    ) async throws -> (NamedSource, SourceRecord) {
        let library = try ToolBenchLibrary(at: URL(fileURLWithPath: (path as NSString).expandingTildeInPath))
        guard let text = options.toolbenchURL else {
            guard memory == nil else {
                throw CommandFailure(
                    "--toolbench names the tools of \(path), but nobody answers their calls. Give --toolbench-url too.")
            }
            let tools = ToolOffer(library.simulated, leftOut: library.leftOut)
            return (
                NamedSource("toolbench", UnansweredSource(listed: tools)),
                SourceRecord(name: "toolbench", identity: ContentHash(of: path), command: path)
            )
        }
        let address = try BaseURL(text)
        let isReal = address.prefix.split(separator: "/").last == "rapidapi"
        let key = surroundings.models.text(ofKey: "TOOLBENCH_KEY").map { ToolBenchKey($0) }
        let deadline = options.callSeconds.map { Duration.seconds($0) } ?? .seconds(60)
        let server = ToolBenchServer(address, key: key, origin: isReal ? .live : .simulated, deadline: deadline)
        // Another server, or another library, may answer the same call otherwise.
        let definitions = (library.live + library.simulated).map(\.definitionHash.hex)
        let identity = ContentHash(of: (["toolbench", server.address] + definitions).joined(separator: "\n"))
        let asked = ToolBenchSource(library, through: server, over: try await starter.http())
        let tools = isReal ? library.live : library.simulated
        let allowed = ToolApproval(
            source: "toolbench", command: server.address, identity: identity,
            tools: tools.map { ToolApproval.Approved(definition: $0, effects: $0.effects) })
        let remembering: any ToolSource =
            memory.map { RememberingSource(asked, identity: identity, memory: $0) } ?? asked
        let guarded = GuardedSource(
            NamedSource("toolbench", remembering), identity: identity, approval: allowed, approver: approver,
            limits: options.limits(deadline: deadline))
        return (
            NamedSource("toolbench", guarded),
            SourceRecord(name: "toolbench", identity: identity, command: server.address)
        )
    }
}

extension SourceRecord {
    init(_ configuration: MCPServerConfiguration) {
        self.init(
            name: configuration.name, identity: configuration.identity, command: configuration.commandLine)
    }
}

extension MCPServerConfiguration {
    /// The names of the variables that the server gets to see.
    fileprivate var environmentNames: [String] {
        switch transport {
        case .stdio(let local): Set(LocalServer.inherited + local.environment.keys).sorted()
        case .http: []
        }
    }
}

extension ToolLibrary {
    /// One line for each tool that is left out, the rest counted where they are many.
    fileprivate var leftOutLines: [String] {
        let lines = leftOut.map { "\($0.source): \($0.tool.name) is left out: \($0.tool.reason)" }
        guard lines.count > 20 else { return lines }
        return lines.prefix(10) + ["… and \(lines.count - 10) more; toolgrad tools list names them all."]
    }
}
