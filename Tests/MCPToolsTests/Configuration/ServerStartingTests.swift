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

    @Test func `is another one with other values in its arguments or its address, and tells which`() throws {
        var file = ConfigurationFile(server: #""command": "npx", "args": ["--key=${TOKEN}", "${env:ROOT:-/}", "-q"]"#)
        var address = ConfigurationFile(server: #""url": "https://${HOST}/${TOKEN}/mcp""#)
        file.environment["ROOT"] = "/srv"
        address.environment["HOST"] = "a.example"
        let (started, reached) = (try #require(try file.server), try #require(try address.server))

        file.environment["TOKEN"] = "another"
        address.environment["TOKEN"] = "another"
        let (restarted, reachedAgain) = (try #require(try file.server), try #require(try address.server))

        #expect(restarted.identity != started.identity)
        #expect(restarted.commandLine == started.commandLine)
        #expect(started.marks.keys.sorted() == ["ROOT", "TOKEN"])
        #expect(restarted.marks["ROOT"] == started.marks["ROOT"])
        #expect(restarted.marks["TOKEN"] != started.marks["TOKEN"])
        #expect(reachedAgain.identity != reached.identity)
        #expect(reachedAgain.marks["HOST"] == reached.marks["HOST"])
        #expect(reachedAgain.marks["TOKEN"] != reached.marks["TOKEN"])
        #expect(!"\(started.marks) \(reached.marks)".contains("canary"))
    }

    @Test func `is the same with another key in its variables or headers`() throws {
        var file = ConfigurationFile(server: #""command": "npx", "env": {"KEY": "${TOKEN}"}"#)
        var address = ConfigurationFile(server: #""url": "https://a.example", "headers": {"Auth": "Bearer ${TOKEN}"}"#)
        let (started, reached) = (try #require(try file.server), try #require(try address.server))

        file.environment["TOKEN"] = "another"
        address.environment["TOKEN"] = "another"

        #expect(try file.server?.identity == started.identity)
        #expect(try address.server?.identity == reached.identity)
        #expect(started.marks.isEmpty && reached.marks.isEmpty)
    }

    @Test(arguments: [
        "PATH", "HOME", "PYTHONPATH", "PYTHONUSERBASE", "PYTHONSTARTUP", "NODE_OPTIONS", "LD_PRELOAD",
        "LD_LIBRARY_PATH", "BASH_ENV", "ENV", "PERL5OPT", "RUBYOPT", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS",
        "npm_config_registry", "NPM_CONFIG_REGISTRY", "npm_config_script_shell", "UV_INDEX_URL", "UV_TOOL_DIR",
        "UV_KEYRING_PROVIDER", "PIP_INDEX_URL", "PIP_CONFIG_FILE", "GIT_SSH_COMMAND", "GIT_EXEC_PATH", "GIT_ASKPASS",
        "GIT_CONFIG_KEY_0", "DOCKER_HOST", "XDG_CONFIG_HOME", "BASH_FUNC_npx%%",
        "CARGO_REGISTRY_GLOBAL_CREDENTIAL_PROVIDERS", "POETRY_CREDENTIAL_HELPER", "HTTP_PROXY", "HTTPS_PROXY",
        "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy", "SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS",
        "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "CURL_HOME",
    ])
    func `is another one when a variable lets other code run, and shows it`(name: String) {
        let (one, other) = (server([], [name: "/a b"]), server([], [name: "/c"]))

        #expect(one.identity != other.identity)
        #expect(one.commandLine == "\(name)='/a b' npx")
    }

    @Test(arguments: ["npm_config__authToken", "UV_PUBLISH_TOKEN", "UV_INDEX_OWN_PASSWORD", "GITHUB_TOKEN", "API_KEY"])
    func `is the same with another key to where its code is, which is not shown`(name: String) {
        let (one, other) = (server([], [name: "sk-canary"]), server([], [name: "another"]))

        #expect(one.identity == other.identity)
        #expect(one.commandLine == "\(name)=<hidden> npx")
    }

    @Test(arguments: [
        ("PIP_INDEX_URL", "https://ann:sk-canary@i.example/simple", "PIP_INDEX_URL=https://i.example/simple npx"),
        (
            "UV_EXTRA_INDEX_URL", "https://a.example/?key=sk-canary https://b.example",
            "UV_EXTRA_INDEX_URL='https://a.example/?<hidden> https://b.example' npx"
        ),
        ("https_proxy", "ann:sk-canary@p.example:8080", "https_proxy=p.example:8080 npx"),
        ("GIT_CONFIG_VALUE_0", "Authorization: Basic sk-canary", "GIT_CONFIG_VALUE_0=<hidden> npx"),
    ])
    func `is another one when what is not shown of such a variable is, and tells which`(
        name: String, value: String, line: String
    ) {
        let (one, other) = (server([], [name: value]), server([], [name: value.replacing("sk-canary", with: "b")]))

        #expect(one.commandLine == line)
        #expect(other.commandLine == line)
        #expect(one.identity != other.identity)
        #expect(one.marks[name] != other.marks[name] && one.marks.count == 1)
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
