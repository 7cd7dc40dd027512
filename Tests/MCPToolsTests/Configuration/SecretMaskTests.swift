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
}
