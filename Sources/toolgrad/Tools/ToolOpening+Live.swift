import DemoTools
import Engine
import MCPTools

extension ToolOpening {
    func tools(remembering memory: any ResultMemory) async throws -> LiveTools {
        var (sources, origins, notices): ([NamedSource], [SourceRecord], [String]) = ([], [], [])
        if options.usesDemoTools { sources.append(NamedSource("demo", DemoTools())) }
        let list = try ServerList(options, surroundings)
        notices += list.problems.map(\.description)
        for configuration in list.servers {
            guard let approval = try approval(of: configuration), approval.identity == configuration.identity else {
                notices.append(try unapproved(configuration))
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
        let (library, withheld) = try await library(of: sources, notices)
        notices += await starter.notices + starter.problems + library.leftOutLines
        notices += withheld.notice.map { [$0] } ?? []
        return LiveTools(
            library: library, setup: .array(origins.map(\.json)), notices: notices, closing: starter.close)
    }

    private func library(
        of sources: [NamedSource], _ notices: [String]
    ) async throws -> (ToolLibrary, WithheldTools) {
        guard !sources.isEmpty else { throw CommandFailure(notices.map(ToolText.line).joined(separator: "\n")) }
        let callable = sources.map { CallableSource($0, attendance) }
        do {
            let library = try await ToolLibrary(of: callable.map { NamedSource($0.name, $0) })
            return (library, await callable.withheld)
        } catch let error as ToolSourceError {
            let reason = await callable.withheld.notice ?? "\(error)"
            let lines = if case .noTools = error { notices + [reason] } else { notices + ["\(error)"] }
            throw CommandFailure(lines.map(ToolText.line).joined(separator: "\n"))
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
