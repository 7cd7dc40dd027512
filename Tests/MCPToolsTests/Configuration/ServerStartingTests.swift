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
}
