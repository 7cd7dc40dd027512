import ArgumentParser
import DemoTools
import Engine
import Foundation
import MCPTools
import NcursesTerminal

/// `toolgrad tools serve`.
struct ServeTools: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the demo tools as an MCP server over stdin and stdout.",
        discussion: """
            Speaks the protocol with a handshake (2024-11-05 to 2025-11-25) and without (2026-07-28). For a client's \
            configuration: {"mcpServers": {"toolgrad": {"command": "toolgrad", "args": ["tools", "serve"]}}}
            """)

    func run() async throws {
        if StandardStreams.input.isTerminal {
            try Output.notes.line("An MCP client speaks to this over stdin, a message a line; ctrl-d ends it.")
        }
        let library = try await ToolLibrary(of: [NamedSource("demo", DemoTools())])
        let server = ToolServer(library, as: ServedIdentity(name: "toolgrad", version: programVersion))
        try await server.serve(FileHandle.standardInput.pieces) { try Output.data.write($0) }
    }
}

extension FileHandle {
    /// What arrives, piece by piece; nothing is read before it is asked for.
    fileprivate var pieces: AsyncStream<Data> {
        let descriptor = fileDescriptor
        return AsyncStream {
            await withCheckedContinuation { taken in
                // Reading blocks, so it does not happen on a thread that tasks share.
                DispatchQueue.global().async { taken.resume(returning: Self.piece(of: descriptor)) }
            }
        }
    }

    private static func piece(of descriptor: Int32) -> Data? {
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            return count > 0 ? Data(buffer[..<count]) : nil
        }
    }
}
