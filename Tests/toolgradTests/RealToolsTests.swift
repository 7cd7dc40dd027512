import DatasetStore
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
        let left = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
        #expect(!left.contains { $0.hasPrefix("a.toolgrad") || $0 == "toolgrad" }, "No dataset is left behind: \(left)")
    }

    @Test func `that are refused leave a dataset that was there before as it is`() async throws {
        defer { program.clean() }
        let dataset = program.file("a.toolgrad")
        let first = try await program.run("generate", "--count", "1", "--dataset", dataset)

        let refused = try await generate("--count", "1")

        #expect(first.status == 0 && refused.status == 1)
        #expect(try await program.counts(in: "a.toolgrad").events > 0)
    }

    @Test func `are called by samples once they are approved, by one process for the whole run`() async throws {
        defer { program.clean() }
        let approval = try await approve("--read", "echo", "--write", "add-one")
        try FileManager.default.removeItem(atPath: program.file("processes"))

        let ending = try await generate("--count", "4", "--iterations", "3")

        #expect(approval.status == 0 && approval.errors.contains("approved 1 read, 1 write, 0 destructive"))
        #expect(!approval.output.contains("To approve it"))
        #expect(
            ending.errors.contains(
                "Left out: 1 tool that writes or destroys (add-one), since nobody is there to allow the calls."))
        let offered = try await Dataset.open(at: program.file("a.toolgrad"), mode: .readOnly).offeredTools
        #expect(offered == ["echo"])
        #expect(ending.status == 0, "\(ending.errors)")
        let steps = try ending.output.split(separator: "\n").map { try JSON(parsing: String($0)) }
            .flatMap { $0["chains"]?.array ?? [] }.flatMap { $0["steps"]?.array ?? [] }
        #expect(!steps.isEmpty)
        #expect(steps.allSatisfy { $0["tool"] == "echo" && $0["origin"] == "live" })
        #expect(processes.count == 1)
        #expect(processes.allSatisfy { !isAlive($0) })
    }

    @Test func `that all write are told, and no run begins without anybody to ask`() async throws {
        defer { program.clean() }
        _ = try await approve("--write", "add-one", "--write", "count", "--write", "slow", "--destructive", "echo")

        let ending = try await generate("--count", "1")

        #expect(ending.status == 1)
        #expect(ending.errors.contains("Left out: 4 tools that write or destroy ("), "\(ending.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.file("a.toolgrad")))
    }

    @Test func `are approved again when a variable in the command holds another value, and it is named`() async throws {
        defer { program.clean() }
        var program = program
        let filled = try String(contentsOfFile: configuration, encoding: .utf8)
            .replacingOccurrences(of: #""toolgrad""#, with: #""args": ["${FOLDER_OF_TEST}"], "toolgrad""#)
        try Data(filled.utf8).write(to: URL(fileURLWithPath: configuration))
        program.variables["FOLDER_OF_TEST"] = "first-canary"
        let approval = try await program.run(
            "tools", "approve", "--mcp-config", configuration, "--read", "echo", "--yes")
        program.variables["FOLDER_OF_TEST"] = "second-canary"

        let call = try await program.run("tools", "call", "echo", "{\"text\": \"a\"}", "--mcp-config", configuration)
        let shown = try await program.run("tools", "approve", "--mcp-config", configuration)

        #expect(approval.status == 0)
        #expect(call.status == 1)
        #expect(call.errors.contains("is not approved with what FOLDER_OF_TEST holds now"), "\(call.errors)")
        #expect(shown.output.contains("In it the value of FOLDER_OF_TEST is not the one that was approved"))
        #expect(!(call.errors + shown.output + shown.errors).contains("canary"))
    }

    @Test func `leave a log that only the user can read, without the secrets that they were given`() async throws {
        defer { program.clean() }
        let secret = try String(contentsOfFile: configuration, encoding: .utf8)
            .replacingOccurrences(of: #""toolgrad""#, with: #""env": {"WORD": "the last noise"}, "toolgrad""#)
            .replacingOccurrences(of: "/server\"", with: "/noisy\"")
        try Data(secret.utf8).write(to: URL(fileURLWithPath: configuration))
        try Data("#!/bin/sh\nexec '\(faulty)' floods-errors\n".utf8)
            .write(to: URL(fileURLWithPath: program.file("noisy")))
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.file("noisy"))

        let listing = try await program.run("tools", "list", "--mcp-config", configuration)

        let folder = program.folder.appendingPathComponent("toolgrad/servers").path
        let log = try String(contentsOfFile: folder + "/faulty.log", encoding: .utf8)
        #expect(listing.status == 0, "\(listing.errors)")
        #expect(log.hasSuffix("stderr: ***\n"))
        #expect(!log.contains("the last noise"))
        #expect(try permissions(of: folder) == 0o700)
        #expect(try permissions(of: folder + "/faulty.log") == 0o600)
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

    private func permissions(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
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

extension Dataset {
    /// The tools of its newest run, by name.
    fileprivate var offeredTools: [ToolName] {
        get async throws {
            guard let run = try await runs().last else { return [] }
            return try await library(of: run.id).map(\.name)
        }
    }
}
