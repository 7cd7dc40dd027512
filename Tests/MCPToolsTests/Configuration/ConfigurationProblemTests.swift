import Foundation
import MCPTools
import Testing

@Suite("What is wrong with a configuration of MCP servers")
struct ConfigurationProblemTests {
    /// What is said of a server with these members.
    private func problem(_ members: String) throws -> String {
        try #require(try ConfigurationFile(server: members).problem)
    }

    @Test func `of one server leaves the others, and names file, server and what to do`() throws {
        let file = ConfigurationFile(
            #"{"mcpServers": {"old": {"type": "sse", "url": "https://a.example/sse"}, "good": {"command": "x"}}}"#)

        let read = try file.read()

        #expect(read.servers.map(\.name) == ["good"])
        #expect(
            read.problems.map(\.description) == [
                "/home/ann/project/.mcp.json: the server old cannot be used. Its type is sse, the older transport, which is "
                    + "not supported. Use the server's streamable HTTP address, and the type http."
            ])
    }

    @Test func `is a variable that is not set, by its name`() throws {
        for members in [
            #""command": "${UNSET}""#, #""command": "x", "args": ["--key", "${env:UNSET}"]"#,
            #""command": "x", "env": {"A": "${UNSET}"}"#, #""url": "https://a.example/${UNSET}""#,
            #""url": "https://a.example/", "headers": {"A": "${UNSET}"}"#, #""command": "x", "cwd": "${UNSET}""#,
            #""command": "x", "toolgrad": {"readable": ["${UNSET}/a"]}"#,
        ] {
            #expect(try problem(members).contains("the environment variable UNSET is not set. Set it"), "\(members)")
        }
    }

    @Test func `is no variable that has a default, or an empty value`() throws {
        let file = ConfigurationFile(
            server:
                ##""command": "x", "args": ["${UNSET:-a:-b}", "${UNSET:-}", "${EMPTY:-full}", "<${EMPTY}>", "${A", "$B", "#$"]"##
        )

        #expect(try file.local?.arguments == ["a:-b", "", "full", "<>", "${A", "$B", "#$"])
    }

    @Test func `is not looked for in what was filled in`() throws {
        var file = ConfigurationFile(server: #""command": "x", "args": ["${NESTED}"]"#)
        file.environment["NESTED"] = "${UNSET} ~"

        #expect(try file.local?.arguments == ["${UNSET} ~"])
    }

    @Test(arguments: ["command:pick", "config:a.b", "file", "1A", "", "env:", "A B"])
    func `is anything else between the signs`(name: String) throws {
        let text = try problem("\"command\": \"x\", \"args\": [\"${\(name)}\"]")

        #expect(
            text.hasPrefix(name == "file" ? "It uses ${file}, and the" : "It uses ${\(name)}, which is not known here.")
        )
    }

    @Test func `is a home folder that is not known`() throws {
        for sign in ["~", "~/a", "${userHome}"] {
            var file = ConfigurationFile(server: "\"command\": \"x\", \"args\": [\"\(sign)\"]")
            file.environment["HOME"] = nil

            #expect(try file.problem?.contains("HOME is not set") == true)
        }
    }

    @Test(arguments: [
        (#""command": 3"#, "Its \"command\" must be a string, and is of type integer."),
        (#""command": """#, "Its \"command\" is empty. Name the program."),
        (#""command": "x", "args": "y""#, "Its \"args\" must be an array of strings, and is of type string."),
        (#""command": "x", "args": ["y", 1]"#, "Its \"args\" must be an array of strings, and is another array."),
        (#""command": "x", "env": ["A"]"#, "Its \"env\" must be an object, and is another array."),
        (
            #""command": "x", "env": {"A": true}"#,
            "\"A\" in its \"env\" must be a string. Write it between quotation marks."
        ),
        (#""command": "x", "env": {"A": "1", "A": "2"}"#, "Its \"env\" has \"A\" twice. Remove one."),
        (#""command": "x", "command": "y""#, "It has \"command\" twice. Remove one."),
        (#""command": "x", "disabled": "yes""#, "Its \"disabled\" must be true or false, and is of type string."),
        (#""command": "x", "url": "https://a.example""#, "It has both a \"command\" and a \"url\""),
        (#""args": ["x"]"#, "It has neither a \"command\" nor a \"url\". Add one."),
        (#""type": "stdio", "url": "https://a.example""#, "Its type is stdio, and it has no \"command\". Add it."),
        (#""type": "http", "command": "x""#, "Its type is http, and it has no \"url\". Add it."),
        (#""type": "ws", "url": "ws://a.example""#, "Its type \"ws\" is not known. Write stdio or http."),
        (#""url": "a.example/mcp""#, "Its \"url\" is no address of the web. Write https://HOST/PATH."),
        (#""url": "file:///etc/passwd""#, "Its \"url\" is no address of the web. Write https://HOST/PATH."),
        (#""url": "https://a.example", "headers": {"A B": "c"}"#, "Its header \"A B\" cannot be sent as it is."),
        (#""url": "https://a.example", "headers": {"A": "c\r\nB: d"}"#, "Its header \"A\" cannot be sent as it is."),
        (#""command": "x\u0000y""#, "Its \"command\" has a NUL character in it"),
        (#""command": "x", "env": {"A=B": "c"}"#, "Its \"env\" has a name that no variable can have."),
        (#""command": "x", "envFile": "no.env""#, "Its envFile /home/ann/project/no.env cannot be read."),
    ])
    func `is a member that is not what it must be`(members: String, reason: String) throws {
        let said = try problem(members)

        #expect(said.hasPrefix(reason), "\(said)")
    }

    @Test(arguments: [
        (#""pol": 2"#, "\"pol\" in its \"toolgrad\" is not known. Did you mean \"pool\"?"),
        (#""sandBox": "auto""#, "\"sandBox\" in its \"toolgrad\" is not known. Did you mean \"sandbox\"?"),
        (#""callseconds": 3"#, "\"callseconds\" in its \"toolgrad\" is not known. Did you mean \"callSeconds\"?"),
        (#""colour": "red""#, "\"colour\" in its \"toolgrad\" is not known. Known are pool, isolate, "),
        (#""pool": 0"#, "Its \"pool\" must be a whole number from 1 to 64."),
        (#""pool": 2.5"#, "Its \"pool\" must be a whole number from 1 to 64."),
        (#""isolate": "all""#, "Its \"isolate\" is \"all\", which is not known. Write one of none, sample."),
        (#""reset": "r""#, "Its \"reset\" is of use only with \"isolate\": \"sample\"."),
        (#""sandbox": "on""#, "Its \"sandbox\" is \"on\", which is not known. Write one of auto, require, off."),
        (#""network": "yes""#, "Its \"network\" must be true or false, and is of type string."),
        (#""readable": "/a""#, "Its \"readable\" must be an array of strings, and is of type string."),
        (#""callSeconds": 301"#, "Its \"callSeconds\" must be a number above 0 and up to 300."),
        (#""callSeconds": 1e999"#, "Its \"callSeconds\" must be a number above 0 and up to 300."),
        (#""values": {"a": "b"}"#, "\"a\" in its \"values\" must be an array of examples."),
        (#""values": ["a"]"#, "Its \"values\" must be an object, and is another array."),
        (#""pool": 1, "pool": 2"#, "Its \"toolgrad\" has \"pool\" twice. Remove one."),
    ])
    func `is a mistake in our own words`(members: String, reason: String) throws {
        let said = try problem("\"command\": \"x\", \"toolgrad\": {\(members)}")

        #expect(said.hasPrefix(reason), "\(said)")
    }

    @Test func `is a sandbox for a server that runs elsewhere`() throws {
        #expect(
            try problem(#""url": "https://a.example", "toolgrad": {"sandbox": "require"}"#)
                == "\"sandbox\" in its \"toolgrad\" is for servers that are started here. Remove it.")
    }

    @Test func `is a server that is there twice, and the others can be used`() throws {
        let read = try ConfigurationFile(
            #"{"mcpServers": {"a": {"command": "x"}, "b": {"command": "y"}, "a": {"command": "z"}, "": {"command": "n"}, "c": 1}}"#
        ).read()

        #expect(read.servers.map(\.name) == ["b"])
        #expect(read.problems.map(\.server) == ["a", "", "c"])
    }

    @Test func `is a line of a file of variables, which is not shown`() throws {
        var file = ConfigurationFile(server: #""command": "x", "envFile": "~/.env""#)
        file.files["/home/ann/.env"] = "A=1\n\nsk-canary secret\n"

        #expect(
            try file.problem == "Line 3 of its envFile /home/ann/.env is no NAME=value. Mend or remove it.")
    }

    @Test func `never shows a secret`() throws {
        let members = [
            #""command": "x", "env": {"A": "${TOKEN}", "B": [1]}"#, #""url": "${TOKEN}""#,
            #""url": "https://a.example", "headers": {"A": "${TOKEN}\n"}"#,
            #""url": "https://a.example", "headers": {"A\n": "${TOKEN}"}"#,
        ]

        for members in members {
            #expect(try !problem(members).contains("canary"), "\(members)")
        }
    }
}

@Suite("A file that is no configuration of MCP servers")
struct NoConfigurationTests {
    private func error(_ text: String) -> String? {
        #expect(throws: MCPConfigurationError.self) { try ConfigurationFile(text).read() }?.description
    }

    private let path = "/home/ann/project/.mcp.json"

    @Test(arguments: [
        ("", "is not JSON. Line 1, column 1: expected a value, found the end of the text."),
        ("mcpServers:\n  a: b", "is not JSON. Line 1, column 1"),
        ("{\"mcpServers\": {\"a\": ", "is not JSON. Line 1, column 22"),
        ("\u{FEFF}{}", "is not JSON. Line 1, column 1: the text begins with a byte order mark; save it without."),
    ])
    func `says where it is not JSON`(text: String, message: String) {
        let said = error(text)

        #expect(said?.hasPrefix("\(path) \(message)") == true, "\(said ?? "")")
    }

    @Test func `says that comments are for VS Code`() {
        let said = error("{\n  // mine\n  \"mcpServers\": {}\n}")

        #expect(said?.hasPrefix("\(path) is not JSON. Line 2, column 3") == true, "\(said ?? "")")
        #expect(said?.hasSuffix("under \"servers\" alone, as VS Code does.") == true)
    }

    @Test func `is not made JSON by what looks like a comment`() {
        for text in [
            "{\"servers\": {} /* never ends", "{\"servers\": {}} / /", "{\"servers\": {,}}", "{\"servers\": \"//",
        ] {
            #expect(error(text)?.contains("is not JSON") == true, "\(text)")
        }
    }

    @Test func `says what it has instead of servers`() {
        #expect(
            error(#"{"mcpserver": {}, "tools": []}"#)
                == "\(path) names no MCP servers: it has neither \"mcpServers\" nor \"servers\", but \"mcpserver\", \"tools\". "
                + "Write {\"mcpServers\": {\"NAME\": {\"command\": …}}}.")
        #expect(error("{}")?.contains("nor \"servers\". Write") == true)
    }

    @Test func `says what must be an object`() {
        #expect(error("[]") == "\(path): the whole file must be an object, and is of type array. Write {…}.")
        #expect(
            error(#"{"mcpServers": ["a"]}"#)
                == "\(path): \"mcpServers\" must be an object, and is of type array. Write {…}.")
    }

    @Test func `says which list is there twice`() {
        #expect(
            error(#"{"mcpServers": {}, "mcpServers": {}}"#) == "\(path) has \"mcpServers\" twice. Remove one.")
    }

    @Test func `is too large, or too deep`() {
        let large = "{\"mcpServers\": {}}" + String(repeating: " ", count: 4 << 20)
        let deep = "{\"mcpServers\": " + String(repeating: "[", count: 100_000)

        #expect(error(large)?.contains("has 4194322 bytes; a configuration of MCP servers has at most 4194304") == true)
        #expect(error(deep)?.contains("nests deeper than 128 levels") == true)
    }
}
