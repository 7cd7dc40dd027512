import MCPTools
import Testing

@Suite("Secrets in what is kept of a server's words")
struct SecretMaskTests {
    private func masked(_ text: String, _ secrets: String...) -> String {
        SecretMask(secrets.map(HiddenText.init)).masked(text)
    }

    @Test func `are starred wherever they stand`() {
        #expect(masked("a sk-canary,sk-canary b", "sk-canary") == "a ***,*** b")
        #expect(masked("sk-canary\u{301}", "sk-canary") == "***\u{301}")
        #expect(masked("?key=a%2Fb%3Dcanary", "a/b=canary") == "?key=***")
    }

    @Test func `are left where they are short, since they would be found in any word`() {
        #expect(masked("a table", "table") == "a table")
        #expect(masked("a tablet", "tablet") == "a ***")
    }

    @Test func `leave nothing of a longer one that has a shorter one in it`() {
        #expect(masked("canary-canary", "canary", "canary-canary") == "***")
    }

    @Test func `of several lines are starred line by line`() {
        #expect(masked("x MIIBcanary\ny canaryEND", "MIIBcanary\ncanaryEND") == "x ***\ny ***")
    }

    @Test func `behind the name of a scheme are starred without it`() {
        #expect(masked("401 for sk-canary", "Bearer sk-canary") == "401 for ***")
    }

    @Test func `of a server are what its entry gives it, and what fills its entry`() throws {
        var file = ConfigurationFile(
            server: #"""
                "command": "npx", "args": ["--key=${TOKEN}", "${HOME}/x"],
                "env": {"DB": "postgres://u:${PASS}@h/d", "PATH": "/opt/tools", "PIP_INDEX_URL": "https://u:pw@i.example/"}
                """#)
        file.environment["PASS"] = "pass-canary"

        let secrets = try #require(try file.server).secrets

        #expect(secrets.masked("sk-canary pass-canary") == "*** ***")
        #expect(secrets.masked("postgres://u:pass-canary@h/d") == "***")
        #expect(secrets.masked("https://u:pw@i.example/") == "***")
        #expect(secrets.masked("/home/ann/x /opt/tools") == "/home/ann/x /opt/tools")
    }

    @Test func `of a server that is reached are its headers and what fills its address`() throws {
        let file = ConfigurationFile(
            server: #""url": "https://a.example/${TOKEN}", "headers": {"X-Key": "header-canary"}"#)

        let secrets = try #require(try file.server).secrets

        #expect(secrets.masked("sk-canary header-canary") == "*** ***")
    }

    @Test(arguments: ["key-canary", "ann:pass%2Fcanary", "pass%2Fcanary", "pass/canary"])
    func `of an address are the password and the values in it, each of its own`(part: String) throws {
        let file = ConfigurationFile(
            server: #""url": "https://ann:pass%2Fcanary@a.example/mcp?v=1&key=key-canary#top""#)

        let secrets = try #require(try file.server).secrets

        #expect(secrets.masked("401 for \(part), a.example/mcp") == "401 for ***, a.example/mcp")
    }

    @Test func `of variables that decide are the passwords and values in their addresses, each of its own`() throws {
        let file = ConfigurationFile(
            server: #"""
                "command": "npx", "env": {
                    "UV_EXTRA_INDEX_URL": "https://a.example/?key=key-canary https://ann:pass-canary@b.example/x",
                    "HTTPS_PROXY": "ann:proxy-canary@p.example:8080"
                }
                """#)

        let secrets = try #require(try file.server).secrets

        #expect(secrets.masked("key-canary pass-canary proxy-canary") == "*** *** ***")
        #expect(secrets.masked("b.example p.example:8080") == "b.example p.example:8080")
    }
}
