import ChildProcesses
import Engine
import Foundation
import Glibc
import HTTPTransport
import MCPTools
import Testing

/// The test server that misbehaves as it is told; it lies beside the test bundle.
enum Faulty {
    static var path: String {
        URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appendingPathComponent("FaultyMCPServer").path
    }

    static func transport(_ mode: String, _ extra: String..., lineLimit: Int = MCPLimits().line) -> ProcessTransport {
        signal(SIGPIPE, SIG_IGN)
        let command = ChildCommand(.at(path: path), [mode] + extra, environment: ["PATH": "/usr/bin:/bin"])
        return ProcessTransport(command, lineLimit: lineLimit)
    }

    /// Lends a server that is closed afterwards, whatever happens.
    static func with<Result: Sendable>(
        _ mode: String, sharing: MCPServer.Sharing = .shared, limits: MCPLimits = .eager,
        _ body: (MCPServer) async throws -> Result
    ) async throws -> Result {
        try await with(transport(mode), sharing: sharing, limits: limits, body)
    }

    /// Lends a server over a transport, and closes it afterwards.
    static func with<Result: Sendable>(
        _ transport: any MCPTransport, sharing: MCPServer.Sharing = .shared, limits: MCPLimits = .eager,
        _ body: (MCPServer) async throws -> Result
    ) async throws -> Result {
        let server = MCPServer("faulty", over: transport, sharing: sharing, limits: limits)
        do {
            let result = try await body(server)
            await server.close()
            return result
        } catch {
            await server.close()
            throw error
        }
    }

    /// Waits up to a second for a process that was killed to be gone; one that is dead and waits to be reaped is.
    static func isGone(_ number: Int32) async throws -> Bool {
        for _ in 1...100 {
            guard isAlive(number) else { return true }
            try await Task.sleep(for: .milliseconds(10))
        }
        return false
    }

    private static func isAlive(_ number: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else { return false }
        return status.split(separator: ")").last?.split(separator: " ").first != "Z"
    }
}

extension MCPLimits {
    /// The usual ones, but a server is started anew almost at once.
    static var eager: MCPLimits {
        var limits = MCPLimits()
        limits.restartDelay = .milliseconds(20)
        return limits
    }

    /// As ``eager``, and calls are given up after a second.
    static var short: MCPLimits {
        var limits = eager
        limits.call = .seconds(1)
        return limits
    }
}

extension MCPServer {
    /// Makes a call by hand.
    func call(_ tool: ToolName, _ arguments: JSON = [:]) async -> ToolOutcome {
        await run(ToolCall(tool: tool, arguments: arguments), in: .byHand).outcome
    }

    /// Whether a plain call works.
    var echoes: Bool {
        get async { await call("echo", ["text": "hello"]) == .returned(RecordedOutput("hello")) }
    }

    /// What the reason says why the source cannot be listed; nil when it can.
    var objection: String? {
        get async {
            do {
                _ = try await offer()
                return nil
            } catch ToolSourceError.unreachable(_, let reason) { return reason } catch { return "\(error)" }
        }
    }
}

/// Tells how long something took.
func elapsed(_ body: () async throws -> Void) async rethrows -> Duration {
    try await ContinuousClock().measure(body)
}
