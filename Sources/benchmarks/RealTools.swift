import ChildProcesses
import DemoTools
import Engine
import Foundation
import MCPTools

/// Calls over a real MCP server, `toolgrad tools serve` in a process of its own, and the way without one.
struct RealTools {
    /// The program beside this one.
    let program: String
    let calls: Int

    private static let call = ToolCall(tool: "unit_convert", arguments: ["value": 12.5, "conversion": "km to mi"])

    func table() async throws -> FigureTable {
        let command = ChildCommand(
            .at(path: program), ["tools", "serve"], environment: ProcessInfo.processInfo.environment)
        let server = MCPServer("demo", over: ProcessTransport(command))
        let started = await elapsed { _ = try? await server.offer() }
        let library = try await ToolLibrary(of: [NamedSource("demo", server)])
        let served = try await latencies(of: library)
        let direct = try await latencies(of: try await ToolLibrary(DemoTools()))
        let together = try await rate(of: library, atOnce: 16)
        await server.close()
        return FigureTable(
            title: "Calls of one MCP server over stdio",
            method:
                "\(calls.grouped) calls of \(Self.call.tool), served by toolgrad tools serve; the same tools called "
                + "directly are what latency is added to.",
            figures: [
                Figure(name: "start, handshake and list of 77 tools", value: started * 1000, unit: "ms"),
                Figure(name: "calls a second, one after the other", value: served.median.map { 1000 / $0 }, unit: "/s"),
                Figure(name: "calls a second, 16 at once", value: together, unit: "/s"),
                Figure(
                    name: "added latency of a call, median",
                    value: served.median.flatMap { served in direct.median.map { served - $0 } }, unit: "ms"),
                Figure(
                    name: "added latency of a call, p99",
                    value: served.percentile(0.99).flatMap { served in direct.median.map { served - $0 } },
                    unit: "ms"),
            ])
    }

    /// One after the other, in milliseconds.
    private func latencies(of library: ToolLibrary) async throws -> [Double] {
        var latencies: [Double] = []
        for _ in 1...calls {
            var result: ToolResult?
            let time = await elapsed { result = await library.run(Self.call) }
            guard result?.outcome.succeeded == true else { throw Failure(problem: result?.outcome.problem) }
            latencies.append(time * 1000)
        }
        return latencies
    }

    /// Calls a second.
    private func rate(of library: ToolLibrary, atOnce width: Int) async throws -> Double {
        let time = await elapsed {
            await withTaskGroup(of: Void.self) { group in
                for _ in 1...width {
                    group.addTask { for _ in 1...calls / width { _ = await library.run(Self.call) } }
                }
            }
        }
        return Double(calls / width * width) / time
    }

    private struct Failure: Error, CustomStringConvertible {
        let problem: String?
        var description: String {
            "A call of the server failed: \(problem ?? "nothing is known"). Run it by hand to see."
        }
    }
}

/// Loading a large library and drawing from it.
struct LargeLibrary {
    let tools: Int
    let batches: Int

    func table() async throws -> FigureTable {
        let source = InlineToolSource((0..<tools).map(tool)) { _ in .timedOut(after: .zero) }
        var library: ToolLibrary?
        let loading = try await elapsed { library = try await ToolLibrary(source) }
        guard let library else { return FigureTable(title: "", method: "", figures: []) }
        var figures = [Figure(name: "schemas read, \(tools.grouped) tools", value: loading, unit: "s")]
        for sampling in Plan.Sampling.allCases {
            let time = await elapsed {
                for number in 0..<batches {
                    _ = library.batch(of: 50, sampled: sampling, at: Self.place(number))
                }
            }
            figures.append(
                Figure(
                    name: "a batch of 50, \(sampling.rawValue)", value: time / Double(batches) * 1_000_000, unit: "µs"))
        }
        return FigureTable(
            title: "A library of \(tools.grouped) tools",
            method: "Made-up tools with three arguments each in 500 families; \(batches.grouped) batches each way.",
            figures: figures)
    }

    private static func place(_ number: Int) -> BatchPlace {
        BatchPlace(
            seed: 1, number: number,
            random: SeededGenerator(for: .sampling, seed: 1, sample: number + 1, iteration: 1))
    }

    private func tool(_ number: Int) -> Tool {
        Tool(
            name: ToolName("tool_\(number)"), description: "Gives what is known of number \(number).",
            inputSchema: [
                "type": "object",
                "properties": [
                    "name": ["type": "string", "minLength": 1], "year": ["type": "integer", "minimum": 1900],
                    "unit": ["enum": ["metric", "imperial"]],
                ], "required": ["name"],
            ], family: "family \(number % 500)")
    }
}

/// How long something takes, in seconds.
private func elapsed(_ work: () async throws -> Void) async rethrows -> Double {
    let clock = ContinuousClock()
    let start = clock.now
    try await work()
    return start.duration(to: clock.now) / .seconds(1)
}
