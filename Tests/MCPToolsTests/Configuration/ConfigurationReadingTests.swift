import ChildProcesses
import Engine
import Foundation
import MCPTools
import Testing

@Suite("A configuration of MCP servers")
struct ConfigurationReadingTests {
    @Test func `is read as Claude Desktop has it`() throws {
        let file = ConfigurationFile(
            """
            {
              "globalShortcut": "Ctrl+Space",
              "mcpServers": {
                "filesystem": {
                  "command": "npx",
                  "args": ["-y", "@modelcontextprotocol/server-filesystem", "/Users/ann/Desktop"]
                },
                "time": {"command": "uvx", "args": ["mcp-server-time"], "env": {"TZ": "Europe/Bern", "LEVEL": 3}}
              }
            }
            """)

        let read = try file.read()

        #expect(read.problems == [] && read.disabled == [])
        #expect(read.servers.map(\.name) == ["filesystem", "time"])
        #expect(
            read.servers.first?.transport
                == .stdio(
                    .init(
                        command: "npx",
                        arguments: ["-y", "@modelcontextprotocol/server-filesystem", "/Users/ann/Desktop"],
                        folder: "/home/ann/project")))
        #expect(
            read.servers.last?.transport
                == .stdio(
                    .init(
                        command: "uvx", arguments: ["mcp-server-time"],
                        environment: ["TZ": HiddenText("Europe/Bern"), "LEVEL": HiddenText("3")],
                        folder: "/home/ann/project")))
        #expect(read.servers.allSatisfy { $0.options == MCPServerOptions() })
    }

    @Test func `is read as Claude Code has it`() throws {
        let file = ConfigurationFile(
            """
            {"mcpServers": {
              "api": {
                "type": "http", "url": "${API_BASE:-https://api.example.com}/mcp",
                "headers": {"Authorization": "Bearer ${TOKEN}"}
              }
            }}
            """)

        #expect(
            try file.remote
                == .init(
                    url: "https://api.example.com/mcp", shown: "${API_BASE:-https://api.example.com}/mcp",
                    headers: ["Authorization": HiddenText("Bearer sk-canary")],
                    filled: ["TOKEN": HiddenText("sk-canary")]))
    }

    @Test func `is read as Cursor has it`() throws {
        var file = ConfigurationFile(
            """
            {"mcpServers": {
              "remote": {"url": "http://localhost:3000/mcp", "headers": {"X-Key": "${env:TOKEN}"}},
              "local": {"command": "python", "args": ["${workspaceFolder}/server.py"], "env": {"K": "${env:TOKEN}"}}
            }}
            """)
        file.path = "/home/ann/project/.cursor/mcp.json"

        let read = try file.read()

        #expect(
            read.servers.map(\.transport) == [
                .http(
                    .init(
                        url: "http://localhost:3000/mcp", headers: ["X-Key": HiddenText("sk-canary")],
                        filled: ["TOKEN": HiddenText("sk-canary")])),
                .stdio(
                    .init(
                        command: "python", arguments: ["/home/ann/project/server.py"],
                        environment: ["K": HiddenText("sk-canary")], filled: ["TOKEN": HiddenText("sk-canary")],
                        folder: "/home/ann/project")),
            ])
    }

    @Test func `is read as VS Code has it, with comments, trailing commas and inputs`() throws {
        var file = ConfigurationFile(
            #"""
            {
              // Asked for once.
              "inputs": [{"type": "promptString", "id": "key", "password": true},],
              "servers": {
                "memory": { /* a
                   long one */ "type": "stdio", "command": "node", "args": ["${workspaceFolder}/m.js", "// no comment, ]",],
                  "envFile": "${workspaceFolder}/.env", "env": {"B": "own"},
                },
                "asks": {"type": "stdio", "command": "x", "env": {"K": "${input:key}"}},
                "far": {"type": "http", "url": "https://example.com/mcp"},
              },
            }
            """#)
        file.path = "/home/ann/project/.vscode/mcp.json"
        file.files["/home/ann/project/.env"] = """
            # Variables
            A=one two # and no more
            export B='not this'
            C="a\\nb"
            """

        let read = try file.read()

        #expect(read.servers.map(\.name) == ["memory", "far"])
        #expect(
            read.servers.first?.transport
                == .stdio(
                    .init(
                        command: "node", arguments: ["/home/ann/project/m.js", "// no comment, ]"],
                        environment: [
                            "A": HiddenText("one two"), "B": HiddenText("own"), "C": HiddenText("a\nb"),
                        ], folder: "/home/ann/project")))
        #expect(read.problems.map(\.server) == ["asks"])
        #expect(read.problems.first?.reason.contains("${input:key}") == true)
    }

    @Test(arguments: ["streamable-http", "streamableHttp", "http"])
    func `knows the names of streamable HTTP`(type: String) throws {
        let file = ConfigurationFile(server: "\"type\": \"\(type)\", \"url\": \"https://a.example/mcp\"")

        #expect(try file.remote == .init(url: "https://a.example/mcp"))
    }

    @Test func `leaves out what is turned off, whatever else is wrong with it`() throws {
        let file = ConfigurationFile(
            #"{"mcpServers": {"off": {"disabled": true, "type": "sse"}, "on": {"disabled": false, "command": "x"}}}"#)

        let read = try file.read()

        #expect(read.disabled == ["off"])
        #expect(read.servers.map(\.name) == ["on"])
        #expect(read.problems == [])
    }

    @Test func `may have both lists, and none in them`() throws {
        let both = try ConfigurationFile(
            #"{"mcpServers": {"a": {"command": "x"}}, "servers": {"b": {"command": "y"}}}"#
        )
        .read()
        let none = try ConfigurationFile(#"{"mcpServers": {}}"#).read()

        #expect(both.servers.map(\.name) == ["a", "b"])
        #expect(none.servers == [] && none.problems == [])
    }

    @Test func `finds programs and folders wherever toolgrad is started`() throws {
        let relative = ConfigurationFile(server: #""command": "./run.sh", "cwd": "tools""#)
        let home = ConfigurationFile(server: #""command": "~/bin/run", "args": ["~/data", "~", "a~b"], "cwd": "~/w""#)
        let plain = ConfigurationFile(server: #""command": "run""#)

        #expect(
            try relative.local == .init(command: "/home/ann/project/tools/./run.sh", folder: "/home/ann/project/tools"))
        #expect(
            try home.local
                == .init(
                    command: "/home/ann/bin/run", arguments: ["/home/ann/data", "/home/ann", "a~b"],
                    folder: "/home/ann/w"))
        #expect(try plain.local == .init(command: "run", folder: "/home/ann/project"))
    }

    @Test func `has our own words for state, sandbox, time and values`() throws {
        let file = ConfigurationFile(
            server: """
                "command": "git-server", "toolgrad": {
                  "pool": 4, "isolate": "sample", "reset": "reset_all", "sandbox": "require", "network": true,
                  "readable": ["~/books", "data"], "writable": ["${workspaceFolder}/out"], "callSeconds": 1.5,
                  "values": {"repo_path": ["~/a", 2, {"b": true}]}
                }
                """)

        let options = try file.server?.options

        var expected = MCPServerOptions()
        expected.pool = 4
        expected.isolation = .sample
        expected.reset = "reset_all"
        expected.sandbox = .require
        expected.network = .shared
        expected.readable = ["/home/ann/books", "/home/ann/project/data"]
        expected.writable = ["/home/ann/project/out"]
        expected.callDeadline = .milliseconds(1500)
        expected.values = ["repo_path": ["/home/ann/a", 2, ["b": true]]]
        #expect(options == expected)
        #expect(
            options?.sandbox(home: "/home/ann", currentFolder: "/w")
                == Sandbox(
                    network: .shared, readable: expected.readable, writable: expected.writable, home: "/home/ann",
                    currentFolder: "/w"))
    }
}
