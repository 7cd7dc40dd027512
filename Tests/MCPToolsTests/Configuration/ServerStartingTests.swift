import ChildProcesses
import Engine
import MCPTools
import Testing

@Suite("A configured MCP server")
struct ServerStartingTests {
    private func server(
        _ arguments: [String] = ["-y", "pkg"], _ environment: [String: String] = ["KEY": "sk-canary"],
        folder: String? = nil, name: String = "s"
    ) -> MCPServerConfiguration {
        MCPServerConfiguration(
            name: name,
            transport: .stdio(
                .init(
                    command: "npx", arguments: arguments, environment: environment.mapValues(HiddenText.init),
                    folder: folder)))
    }

    private func remote(_ url: String, _ headers: [String: String] = [:]) -> MCPServerConfiguration {
        MCPServerConfiguration(
            name: "r", transport: .http(.init(url: url, headers: headers.mapValues(HiddenText.init))))
    }

    @Test func `gets of our environment what is listed, and what its file names`() {
        let ours = [
            "HOME": "/home/ann", "LOGNAME": "ann", "PATH": "/usr/bin", "SHELL": "/bin/sh", "TERM": "xterm",
            "USER": "() { :; }; echo", "OPENAI_API_KEY": "sk-canary", "LANG": "de_CH", "TZ": "UTC",
        ]
        let local = MCPServerConfiguration.LocalServer(
            command: "npx", arguments: ["a"], environment: ["KEY": HiddenText("k"), "PATH": HiddenText("/own")],
            folder: "/w")

        let command = local.command(inheriting: ours)

        #expect(
            command
                == ChildCommand(
                    .named("npx"), ["a"],
                    environment: [
                        "HOME": "/home/ann", "LOGNAME": "ann", "PATH": "/own", "SHELL": "/bin/sh", "TERM": "xterm",
                        "KEY": "k",
                    ], folder: "/w"))
        #expect(
            MCPServerConfiguration.LocalServer(command: "/opt/x").command(inheriting: [:]).program
                == .at(path: "/opt/x"))
    }

    @Test func `shows its command as a shell takes it, without the values of variables`() {
        #expect(server().commandLine == "KEY=<hidden> npx -y pkg")
        #expect(
            server(["a b", "it's", "", "$HOME", "--k=v"], [:], folder: "/my work").commandLine
                == #"cd '/my work' && npx 'a b' 'it'\''s' '' '$HOME' --k=v"#)
    }

    @Test func `shows its address, without what may be secret`() {
        #expect(remote("https://a.example/mcp").commandLine == "https://a.example/mcp")
        #expect(
            remote("https://ann:sk-canary@a.example:8/mcp?key=sk-canary", ["X-B": "sk-canary", "A": "sk-canary"])
                .commandLine == "https://a.example:8/mcp?<hidden> (with A, X-B)")
    }

    @Test func `cannot be printed with its secrets`() {
        var text = ""
        dump(server(), to: &text)
        dump(remote("https://a.example", ["A": "sk-canary"]), to: &text)
        text += "\(server()) \(remote("https://a.example", ["A": "sk-canary"])) \(String(reflecting: server()))"

        #expect(!text.contains("canary"))
        #expect(text.contains("KEY"))
    }

    @Test func `is the same for the same command, whatever its name and secrets are`() {
        let identity = server().identity

        #expect(server(["-y", "pkg"], ["KEY": "another"], name: "t").identity == identity)
        #expect(server(["-y pkg"]).identity != identity)
        #expect(server(["pkg", "-y"]).identity != identity)
        #expect(server(["-y", "pkg"], ["OTHER": "sk-canary"]).identity != identity)
        #expect(server(folder: "/w").identity != identity)
    }

    @Test func `is the same for the same address and names of headers`() {
        let identity = remote("https://a.example/mcp", ["Auth": "1"]).identity

        #expect(remote("https://a.example/mcp", ["auth": "2"]).identity == identity)
        #expect(remote("https://a.example/mcp").identity != identity)
        #expect(remote("https://b.example/mcp", ["Auth": "1"]).identity != identity)
    }

    @Test func `shows and keeps no variable that its arguments or its address are filled with`() throws {
        let local = ConfigurationFile(
            server: #""command": "npx", "args": ["--key=${TOKEN}", "${env:HOME}/x", "${workspaceFolder}", "~/y"]"#)
        let remote = ConfigurationFile(server: #""url": "https://a.example/${TOKEN}/mcp""#)
        let (started, reached) = (try #require(try local.server), try #require(try remote.server))

        #expect(
            started.commandLine
                == "cd /home/ann/project && npx '--key=${TOKEN}' '${env:HOME}/x' /home/ann/project /home/ann/y")
        #expect(try local.local?.arguments.first == "--key=sk-canary")
        #expect(reached.commandLine == "https://a.example (written https://a.example/${TOKEN}/mcp)")
        #expect(try remote.remote?.url == "https://a.example/sk-canary/mcp")
    }

    @Test func `is the same with another key in its arguments, and another one on another host`() throws {
        var file = ConfigurationFile(server: #""command": "npx", "args": ["--key=${TOKEN}"]"#)
        var address = ConfigurationFile(server: #""url": "https://${HOST}/${TOKEN}/mcp""#)
        address.environment["HOST"] = "a.example"
        let (started, reached) = (try file.server?.identity, try address.server?.identity)

        file.environment["TOKEN"] = "another"
        address.environment["TOKEN"] = "another"
        #expect(try file.server?.identity == started && started != nil)
        #expect(try address.server?.identity == reached && reached != nil)
        address.environment["HOST"] = "b.example"
        #expect(try address.server?.identity != reached)
    }

    @Test(arguments: ["PATH", "PYTHONPATH", "NODE_OPTIONS", "LD_PRELOAD"])
    func `is another one when a variable lets other code run, and shows it`(name: String) {
        let (one, other) = (server([], [name: "/a b"]), server([], [name: "/c"]))

        #expect(one.identity != other.identity)
        #expect(one.commandLine == "\(name)='/a b' npx")
    }

    @Test func `is another one when its sandbox is opened, and shows how`() throws {
        let file = ConfigurationFile(
            server:
                #""command": "/x", "cwd": "/w", "toolgrad": {"sandbox": "auto", "network": true, "writable": ["/d"]}"#)
        let plain = ConfigurationFile(server: #""command": "/x", "cwd": "/w", "toolgrad": {"callSeconds": 3}"#)

        #expect(try file.server?.commandLine == "cd /w && /x  # sandbox: auto, network, writes /d")
        #expect(try plain.server?.commandLine == "cd /w && /x")
        #expect(try file.server?.identity != plain.server?.identity)
    }

    @Test func `works in the folder of its file, wherever the program is started`() throws {
        var file = ConfigurationFile(server: #""command": "npx", "args": ["./a.js"]"#)
        let here = try file.server?.identity

        #expect(try file.local?.folder == "/home/ann/project")
        file.path = "/home/ann/other/.mcp.json"
        #expect(try file.server?.identity != here)
    }
}
