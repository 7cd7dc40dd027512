import Engine
import MCPTools
import Testing

@Suite("What a server said, for a log file")
struct LogTextTests {
    @Test func `each entry is a line, with its control characters and without its line breaks`() {
        var log = MCPServerLog()
        log.add(.said(level: "warning", text: "two\r\nlines \u{1B}[31m"))
        log.add(.badLine("DEBUG", reason: "is not JSON"))
        log.add(.refused(method: "roots/list"))
        log.add(.note("It has forgotten the session."))
        log.counts.badLines = 1

        #expect(
            log.text(errorLines: ["first\r", "", "last"]) == """
                warning: two\r\\nlines \u{1B}[31m
                no message, it is not JSON: DEBUG
                refused what it asked for: roots/list
                It has forgotten the session.
                counted 1: lines that are no message
                stderr: first\r
                stderr:\u{20}
                stderr: last

                """)
    }

    @Test func `nothing said is no text`() {
        #expect(MCPServerLog().text(errorLines: []) == "")
    }

    @Test func `says how many entries had to make room`() {
        var log = MCPServerLog()
        for number in 1...203 { log.add(.note("\(number)")) }

        #expect(log.text(errorLines: []).hasPrefix("3 older entries are dropped\n4\n5\n"))
    }

    @Test func `holds what all processes of a server said, after it was closed`() async throws {
        let server = MCPServer("faulty", over: Faulty.transport("asks"), limits: .eager)
        #expect(await server.echoes)
        _ = await server.call("die")
        #expect(await server.echoes)
        _ = await server.call("die")
        await server.close()

        let lines = await server.logText().split(separator: "\n")

        #expect(lines.count { $0 == "stderr: I can go on no longer." } == 2)
        #expect(lines.contains("warning: I was refused."))
        #expect(lines.contains("refused what it asked for: elicitation/create"))
        #expect(await server.errorLines.last == "I can go on no longer.")
    }

    @Test func `keeps the end of a flood, and no more than 64 KiB of it`() async throws {
        let server = MCPServer("faulty", over: Faulty.transport("floods-errors"), limits: .eager)
        #expect(await server.echoes)
        await server.close()

        let text = await server.logText()

        #expect(text.hasSuffix("stderr: the last noise\n"))
        #expect(text.utf8.count > 48 << 10)
        #expect(text.utf8.count < 72 << 10)
    }

    @Test func `secrets are taken out, also those that a cut has left a part of`() {
        let mask = SecretMask([HiddenText("sk-canary-0123456789")])
        var log = MCPServerLog()
        log.add(.said(level: "info", text: "key sk-canary-0123456789, again sk-canary-0123456789"))
        log.add(
            .said(
                level: "info",
                text: String(repeating: "x", count: 490) + "sk-canary-0123456789" + String(repeating: "y", count: 2_000)
            ))
        log.add(.badLine("starts with sk-cana", reason: "is not JSON"))

        let text = log.text(errorLines: ["ry-0123456789 is wrong", "it was sk-canary-0123456789"], hiding: mask)

        #expect(text.contains("info: key ***, again ***\n"))
        #expect(text.contains("xxx*** […]\n"))
        #expect(text.contains("starts with ***\n"))
        #expect(text.contains("stderr: *** is wrong\nstderr: it was ***\n"))
        #expect(!text.contains("cana"))
        #expect(!text.contains("6789"))
    }

    @Test func `a part of a long secret that repeats itself is taken out whole`() {
        let secret = String(repeating: "ab", count: 40_000) + "c"
        var log = MCPServerLog()
        log.add(.badLine("x" + secret.prefix(301), reason: "is not JSON"))

        let end = "\(secret.suffix(20_000)) is wrong"
        let text = log.text(errorLines: [end], hiding: SecretMask([HiddenText(secret)]))

        #expect(text.contains(": x***\n"))
        #expect(text.contains("stderr: *** is wrong\n"))
    }

    @Test func `a secret that comes in pieces is taken out`() async throws {
        let server = MCPServer("faulty", over: Faulty.transport("floods-errors"), limits: .eager)
        #expect(await server.echoes)
        await server.close()

        let text = await server.logText(hiding: SecretMask([HiddenText("the last noise")]))

        #expect(text.hasSuffix("stderr: ***\n"))
    }
}
