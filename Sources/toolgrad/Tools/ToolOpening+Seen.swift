import DemoTools
import Engine
import MCPTools

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
        if !mayStart { problems += try unknown.map(unapproved) }
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
                identity: configuration.identity, marks: configuration.marks, against: approval), offer: offer,
            guarded: guarded(server, configuration, by: approval))
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
