import Engine
import Foundation
import MCPTools

/// A session with a few tools, talked to in JSON.
struct ServedTalk {
    private var session: ServedSession
    private(set) var begun: [(call: ToolCall, id: ServedSession.CallID)] = []
    private(set) var cancelled: [ServedSession.CallID] = []

    init(_ tools: [Tool] = [.look, .erase], limits: ServedLimits = ServedLimits()) async throws {
        let source = InlineToolSource(tools) { _ in .unreachable(reason: "The session runs nothing itself.") }
        session = ServedSession(
            try await ToolLibrary(source), as: ServedIdentity(name: "bench", version: "1.2"), limits: limits)
    }

    /// With the handshake done.
    init(shaking version: String, _ tools: [Tool] = [.look, .erase], limits: ServedLimits = ServedLimits()) async throws
    {
        try await self.init(tools, limits: limits)
        _ = try say([
            "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": ["protocolVersion": .string(version)],
        ])
    }

    /// What is sent back at once.
    mutating func say(_ message: JSON) throws -> [JSON] { try say(Data(message.compactText.utf8)) }

    mutating func say(_ line: Data) throws -> [JSON] { try take(session.receive(line)) }

    /// The one answer to a request.
    mutating func ask(_ method: String, _ parameters: JSON = [:], id: JSON = 1) throws -> JSON? {
        let answers = try say(["jsonrpc": "2.0", "id": id, "method": .string(method), "params": parameters])
        return answers.count == 1 ? answers.first : Optional.none
    }

    /// Ends a call that was begun.
    mutating func end(_ call: ServedSession.CallID, _ outcome: ToolOutcome) throws -> [JSON] {
        try take(session.finished(call, with: ToolResult(outcome, origin: .demo)))
    }

    /// Makes a call and ends it; what is told of it.
    mutating func call(_ name: String, _ arguments: JSON, ending outcome: ToolOutcome, meta: JSON? = nil) throws
        -> JSON?
    {
        var parameters: JSON.Object = ["name": .string(name), "arguments": arguments]
        if let meta { parameters.set("_meta", meta) }
        let count = begun.count
        _ = try ask("tools/call", .object(parameters))
        guard begun.count == count + 1 else { return nil }
        return try end(begun[count].id, outcome).first?["result"]
    }

    private mutating func take(_ actions: [ServedSession.Action]) throws -> [JSON] {
        var sent: [JSON] = []
        for action in actions {
            switch action {
            case .send(let line):
                guard line.last == 0x0A, line.dropLast().firstIndex(of: 0x0A) == nil else { throw NotOneLine() }
                sent.append(try JSON(parsing: line))
            case .run(let call, let id): begun.append((call, id))
            case .cancel(let id): cancelled.append(id)
            }
        }
        return sent
    }

    private struct NotOneLine: Error {}
}

extension Tool {
    /// Reads; has an output schema.
    static let look = Tool(
        name: "look", description: "Looks.",
        inputSchema: ["type": "object", "properties": ["at": ["type": "string"]], "required": ["at"]],
        outputSchema: ["type": "object", "properties": ["seen": ["type": "string"]]])
    /// Destroys; has none.
    static let erase = Tool(
        name: "erase", description: "Erases.", inputSchema: ["type": "object"], effects: .destructive)
}

/// What every request of the stateless era says.
let stateless: JSON = [
    "io.modelcontextprotocol/protocolVersion": "2026-07-28", "io.modelcontextprotocol/clientCapabilities": [:],
]
