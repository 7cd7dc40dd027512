import Engine
import Foundation
import Testing

@testable import toolgrad

/// Tools that users bring, through the built program: nothing runs that was not approved, and no process is left.
@Suite("Tools of MCP servers", .timeLimit(.minutes(2)))
struct RealToolsTests {
    private let program: Program
    private let configuration: String

    init() throws {
        program = try Program()
        configuration = program.file("mcp.json")
        try configure("well")
    }

    /// Every server notes its process beside the configuration.
    private func configure(_ mode: String, values: String = #"{"text": ["hello", "good morning"]}"#) throws {
        let script = program.file("server")
        try Data("#!/bin/sh\necho $$ >>'\(program.file("processes"))'\nexec '\(faulty)' \(mode)\n".utf8)
            .write(to: URL(fileURLWithPath: script))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
        try Data(
            #"{"mcpServers": {"faulty": {"command": "\#(script)", "toolgrad": {"values": \#(values)}}}}"#.utf8
        ).write(to: URL(fileURLWithPath: configuration))
    }

    private var faulty: String {
        URL(fileURLWithPath: Program.path).deletingLastPathComponent().appendingPathComponent("FaultyMCPServer").path
    }

    private var processes: [Int32] {
        let notes = (try? String(contentsOfFile: program.file("processes"), encoding: .utf8)) ?? ""
        return notes.split(separator: "\n").compactMap { Int32($0) }
    }

    private func approve(_ options: String...) async throws -> Program.Ending {
        try await program.run(["tools", "approve", "--mcp-config", configuration, "--yes"] + options)
    }

    private func generate(_ options: String...) async throws -> Program.Ending {
        try await program.run(
            ["generate", "--mcp-config", configuration, "--dataset", program.file("a.toolgrad"), "--json"] + options)
    }

    @Test func `are not even started before they are approved`() async throws {
        defer { program.clean() }

        let ending = try await generate("--count", "1")

        #expect(ending.status == 1)
        #expect(ending.errors.contains("The server faulty is not approved, so it was not started."))
        #expect(processes.isEmpty)
    }

    @Test func `are called by samples once they are approved, by one process for the whole run`() async throws {
        defer { program.clean() }
        let approval = try await approve("--read", "echo", "--write", "add-one")
        try FileManager.default.removeItem(atPath: program.file("processes"))

        let ending = try await generate("--count", "4", "--iterations", "3")

        #expect(approval.status == 0 && approval.errors.contains("approved 1 read, 1 write, 0 destructive"))
        #expect(ending.status == 0, "\(ending.errors)")
        let steps = try ending.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
            .flatMap { $0["chains"]?.array ?? [] }.flatMap { $0["steps"]?.array ?? [] }
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { $0["tool"] == "echo" && $0["origin"] == "live" })
        #expect(processes.count == 1)
        #expect(processes.allSatisfy { !isAlive($0) })
    }

    @Test func `that only write are never called unattended`() async throws {
        defer { program.clean() }
        _ = try await approve("--write", "add-one")

        let call = try await program.run("tools", "call", "add-one", "{}", "--mcp-config", configuration)

        #expect(call.status == 1)
        #expect(call.errors.contains("nobody is there to allow it"))
    }

    @Test func `are off once their definition has changed, and approving shows how`() async throws {
        defer { program.clean() }
        _ = try await approve("--read", "echo", "--read", "count")
        try change("echo", in: try #require(approvalFile))

        let ending = try await generate("--count", "1", "--iterations", "1")
        let approval = try await program.run("tools", "approve", "--mcp-config", configuration)

        #expect(ending.errors.contains("faulty: echo is left out"), "\(ending.errors)")
        #expect(approval.output.contains("changed"), "\(approval.output)")
    }

    @Test func `of another command under the same name are not allowed`() async throws {
        defer { program.clean() }
        _ = try await approve("--read", "*")
        let other = try String(contentsOfFile: configuration, encoding: .utf8)
            .replacingOccurrences(of: #""toolgrad""#, with: #""args": ["--other"], "toolgrad""#)
        try Data(other.utf8).write(to: URL(fileURLWithPath: configuration))
        try? FileManager.default.removeItem(atPath: program.file("processes"))

        let ending = try await generate("--count", "1")

        #expect(ending.status == 1)
        #expect(ending.errors.contains("is not approved"))
        #expect(processes.isEmpty)
    }

    @Test func `are gone within five seconds when the program is killed, whatever they ignore`() async throws {
        defer { program.clean() }
        try configure("never-exits", values: #"{"text": ["hello"], "milliseconds": [60000]}"#)
        _ = try await approve("--read", "slow", "--read", "echo")
        try FileManager.default.removeItem(atPath: program.file("processes"))
        let running = try program.start([
            "generate", "--mcp-config", configuration, "--dataset", program.file("a.toolgrad"), "--count", "50",
            "--call-seconds", "60",
        ])
        while processes.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        let server = try #require(processes.first)
        // The watchdog is told right after the start.
        try await Task.sleep(for: .milliseconds(500))

        running.kill()
        _ = await running.ending()
        let clock = ContinuousClock()
        let end = clock.now.advanced(by: .seconds(5))
        while isAlive(server), clock.now < end { try await Task.sleep(for: .milliseconds(50)) }

        #expect(!isAlive(server))
    }

    /// Makes the approved definition of a tool another one, its hash included, as if the server had changed it since.
    private func change(_ tool: ToolName, in file: String) throws {
        let approval = try ToolApproval(file: file, bytes: Data(contentsOf: URL(fileURLWithPath: file)))
        let changed = ToolApproval(
            source: approval.source, command: approval.command, identity: approval.identity,
            tools: approval.tools.map { approved in
                guard approved.definition.name == tool else { return approved }
                let old = Tool(
                    name: tool, description: "Says what it is told.", inputSchema: approved.definition.inputSchema,
                    effects: approved.effects)
                return ToolApproval.Approved(definition: old, effects: approved.effects)
            })
        _ = try ApprovalFolder(URL(fileURLWithPath: file).deletingLastPathComponent().path).write(changed)
    }

    private var approvalFile: String? {
        let folder = program.folder.appendingPathComponent("toolgrad/approvals").path
        return (try? FileManager.default.contentsOfDirectory(atPath: folder))?.first.map { folder + "/" + $0 }
    }

    private func isAlive(_ process: Int32) -> Bool {
        guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
        return status.split(separator: ")").last?.split(separator: " ").first != "Z"
    }
}
