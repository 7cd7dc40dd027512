import Engine
import Foundation
import MCPTools
import Synchronization
import Testing

@Suite("Serving tools over a stream of bytes")
struct ToolServerTests {
    /// What is written, as it is written.
    private final class Sheet: Sendable {
        private let bytes = Mutex(Data())

        func write(_ piece: Data) { bytes.withLock { $0.append(piece) } }

        var lines: [JSON?] {
            bytes.withLock { $0.split(separator: 0x0A).map { try? JSON(parsing: $0) } }
        }
    }

    /// What came about, in order.
    private final class Notes<Note: Sendable>: Sendable {
        private let notes = Mutex<[Note]>([])

        func add(_ note: Note) { notes.withLock { $0.append(note) } }

        var all: [Note] { notes.withLock { $0 } }
    }

    private struct BrokenPipe: Error {}

    /// `wait` ends when it is cancelled, `quick` at once.
    private func server(
        _ limits: ServedLimits = ServedLimits(), began: @escaping @Sendable () -> Void = {},
        ended: @escaping @Sendable () -> Void = {},
        sleep: @escaping @Sendable (Duration) async throws -> Void = { _ in try await Task.sleep(for: .seconds(600)) }
    ) async throws -> ToolServer {
        let tools = ["wait", "quick"].map {
            Tool(name: ToolName($0), description: "", inputSchema: ["type": "object"])
        }
        let source = InlineToolSource(tools) { call in
            guard call.tool == "wait" else { return .returned(RecordedOutput(call.arguments)) }
            began()
            try? await Task.sleep(for: .seconds(600))
            ended()
            return .unreachable(reason: "It was cancelled.")
        }
        return ToolServer(
            try await ToolLibrary(source), as: ServedIdentity(name: "bench", version: "1"), limits: limits,
            sleep: sleep)
    }

    private func stream(_ pieces: [Data]) -> AsyncStream<Data> {
        AsyncStream { input in
            for piece in pieces { input.yield(piece) }
            input.finish()
        }
    }

    private func line(_ id: Int, _ tool: String, _ arguments: JSON = [:]) -> Data {
        let call: JSON = ["name": .string(tool), "arguments": arguments, "_meta": stateless]
        let message: JSON = [
            "jsonrpc": "2.0", "id": .number(JSON.Number(id)), "method": "tools/call", "params": call,
        ]
        return Data((message.compactText + "\n").utf8)
    }

    private let shaking = Data(
        #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#.utf8)

    @Test(arguments: [1, 7, 10_000])
    func `lines may come in any pieces, and the last without its end`(size: Int) async throws {
        let whole = shaking + Data("\r\n\n{}\n".utf8) + line(1, "quick") + Data(line(2, "quick").dropLast())
        let pieces = stride(from: 0, to: whole.count, by: size).map { whole[$0..<min($0 + size, whole.count)] }
        let sheet = Sheet()

        try await server().serve(stream(pieces), write: sheet.write)

        #expect(sheet.lines.count == 4)
        #expect(Set(sheet.lines.map { $0?["id"]?.int }) == [0, nil, 1, 2])
    }

    @Test func `a line that is too long costs an error and nothing more`() async throws {
        let sheet = Sheet()
        let long = Data(repeating: 0x20, count: 5_000)
        let pieces = [long, long, Data("\n".utf8), line(1, "quick")]

        try await server(ServedLimits(line: 4_000)).serve(stream(pieces), write: sheet.write)

        #expect(sheet.lines.map { $0?["error"]?["code"]?.int } == [-32_700, nil])
        #expect(sheet.lines.last??["id"] == 1)
    }

    @Test func `many calls at once are each answered, in whole lines`() async throws {
        let sheet = Sheet()
        let text = JSON.string(String(repeating: "long ", count: 2_000))
        let calls = (1...200).map { line($0, "quick", ["text": text]) }

        try await server().serve(stream(calls)) { piece in
            for half in [piece.prefix(piece.count / 2), piece.suffix(piece.count - piece.count / 2)] {
                sheet.write(half)
                await Task.yield()
            }
        }

        #expect(Set(sheet.lines.compactMap { $0?["id"]?.int }) == Set(1...200))
        #expect(sheet.lines.count == 200)
    }

    @Test func `a cancelled call really ends, and others go on`() async throws {
        let sheet = Sheet()
        let (input, feed) = AsyncStream<Data>.makeStream()
        let (endings, ended) = AsyncStream<Void>.makeStream()
        let server = try await server(
            began: {
                let cancel: JSON = [
                    "jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": 1],
                ]
                feed.yield(Data((cancel.compactText + "\n").utf8))
            }, ended: { ended.yield() })
        feed.yield(line(1, "wait"))

        async let serving: Void = server.serve(input, write: sheet.write)
        for await _ in endings { break }
        feed.yield(line(2, "quick"))
        feed.finish()
        try await serving

        #expect(sheet.lines.map { $0?["id"]?.int } == [2])
    }

    @Test func `calls that still run when the input ends are ended after a moment`() async throws {
        let sheet = Sheet()
        let asked = Notes<Duration>()
        let server = try await server(ServedLimits(farewell: .seconds(5)), sleep: { asked.add($0) })

        try await server.serve(stream([line(1, "wait")]), write: sheet.write)

        #expect(asked.all == [.seconds(5)])
        #expect(sheet.lines.map { $0?["result"]?["isError"] } == [true])
    }

    @Test func `a client that no longer reads ends the serving`() async throws {
        let server = try await server()
        let (input, feed) = AsyncStream<Data>.makeStream()
        feed.yield(line(1, "quick"))

        await #expect(throws: BrokenPipe.self) {
            try await server.serve(input) { _ in throw BrokenPipe() }
        }
    }

    @Test func `cancelling ends the calls and returns`() async throws {
        let sheet = Sheet()
        let (input, feed) = AsyncStream<Data>.makeStream()
        let (beginnings, began) = AsyncStream<Void>.makeStream()
        let endings = Notes<String>()
        let server = try await server(
            began: { began.yield() }, ended: { endings.add("wait") },
            sleep: { try await Task.sleep(for: $0) })
        feed.yield(line(1, "wait"))

        let serving = Task { try await server.serve(input, write: sheet.write) }
        for await _ in beginnings { break }
        serving.cancel()
        _ = await serving.result

        #expect(endings.all == ["wait"])
    }
}
