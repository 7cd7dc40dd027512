import ArgumentParser
import ChildProcesses
import Engine
import Foundation
import Glibc
import MCPTools

/// `benchmarks mock-tools`: the mock tools as an MCP server, in a process of its own.
struct MockToolServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mock-tools", abstract: "Serve the mock tools over stdin and stdout.",
        discussion: "When its standard input ends, it writes what it took into a file: CPU-seconds and mebibytes.")

    @Option(help: ArgumentHelp("Where it writes what it took.", valueName: "file"))
    var report: String

    func run() async throws {
        let server = ToolServer(try await ToolLibrary(MockTools.source), as: ServedIdentity(name: "mock", version: "1"))
        let (pieces, feed) = AsyncStream.makeStream(of: Data.self)
        FileHandle.standardInput.readabilityHandler = { handle in
            let piece = handle.availableData
            if piece.isEmpty { feed.finish() } else { feed.yield(piece) }
        }
        let (_, took) = try await Measurement.of {
            try await server.serve(pieces) { try FileHandle.standardOutput.write(contentsOf: $0) }
        }
        try "\(took.cpuSeconds) \(PeakMemory.mebibytes ?? 0)\n".write(toFile: report, atomically: true, encoding: .utf8)
    }
}

/// The mock tools behind a real MCP server.
struct MockToolProgram {
    let library: ToolLibrary
    private let server: MCPServer
    private let report: String

    /// Starts it; `report` is a path where there is nothing yet.
    init(report: String) async throws {
        self.report = report
        let command = ChildCommand(
            .at(path: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path),
            ["mock-tools", "--report", report], environment: ProcessInfo.processInfo.environment)
        server = MCPServer("mock", over: ProcessTransport(command))
        library = try await ToolLibrary(of: [NamedSource("mock", server)])
    }

    /// Ends it, and says what it took; nil where it did not say so.
    func end() async -> (cpuSeconds: Double, mebibytes: Double)? {
        await server.close()
        let text = (try? String(contentsOfFile: report, encoding: .utf8)) ?? ""
        try? FileManager.default.removeItem(atPath: report)
        let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
    }
}
