import Engine
import Foundation
import MCPTools
import Testing

@Suite("Talking to a client")
struct ServedSessionTests {
    @Test(
        arguments: [
            ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
            ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
        ])
    func `the handshake takes the client's version where it is known`(wanted: String, settled: String) async throws {
        var talk = try await ServedTalk()

        let answer = try talk.ask("initialize", ["protocolVersion": .string(wanted)], id: "a")

        #expect(answer?["id"] == "a")
        #expect(answer?["result"]?["protocolVersion"]?.string == settled)
        #expect(answer?["result"]?["serverInfo"] == ["name": "bench", "version": "1.2"])
        #expect(answer?["result"]?["capabilities"]?["tools"] != nil)
    }

    @Test func `before the handshake only a ping is answered`() async throws {
        var talk = try await ServedTalk()

        #expect(try talk.ask("ping")?["result"] == [:])
        #expect(try talk.ask("tools/list")?["error"]?["code"] == -32_600)
        #expect(try talk.say(["jsonrpc": "2.0", "method": "notifications/initialized"]).isEmpty)
    }

    @Test func `what a client may say after the handshake is taken, and nothing else`() async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        #expect(try talk.ask("logging/setLevel", ["level": "debug"])?["result"] == [:])
        #expect(try talk.ask("prompts/list")?["error"]?["code"] == -32_601)
        #expect(try talk.say(["jsonrpc": "2.0", "id": 5, "result": [:]]).isEmpty)
        #expect(try talk.say(["jsonrpc": "2.0", "method": "notifications/of_tomorrow"]).isEmpty)
    }

    @Test(
        arguments: [
            ("{", -32_700), ("nonsense", -32_700), ("[]", -32_600), ("7", -32_600), ("{}", -32_600),
            (#"{"jsonrpc":"1.0","id":1,"method":"ping"}"#, -32_600),
            (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32_600),
            (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32_600),
            (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32_600),
            (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}"#, -32_602),
        ])
    func `a bad line gets an error, and the next one its answer`(line: String, code: Int) async throws {
        var talk = try await ServedTalk()

        let answers = try talk.say(Data(line.utf8))

        #expect(answers.count == 1)
        #expect(answers.first?["error"]?["code"]?.int == code)
        #expect(try talk.ask("ping", id: "next")?["id"] == "next")
    }

    @Test func `bytes that are no text get an error, blank lines nothing`() async throws {
        var talk = try await ServedTalk()

        #expect(try talk.say(Data([0xFF, 0x00])).first?["error"]?["code"] == -32_700)
        #expect(try talk.say(Data(" \t\r".utf8)).isEmpty)
        #expect(try talk.say(Data()).isEmpty)
    }

    @Test func `a request of the stateless era needs no handshake and is told that it is complete`() async throws {
        var talk = try await ServedTalk()

        let found = try talk.ask("server/discover", ["_meta": stateless])?["result"]
        let list = try talk.ask("tools/list", ["_meta": stateless])?["result"]

        let versions = found?["supportedVersions"]?.array ?? []
        #expect(versions.first == "2026-07-28")
        #expect(versions.count == 5)
        for result in [found, list] {
            #expect(result?["resultType"] == "complete")
            #expect((result?["ttlMs"]?.int ?? -1) >= 0)
            #expect(result?["cacheScope"] == "private")
            #expect(result?["_meta"]?["io.modelcontextprotocol/serverInfo"]?["name"] == "bench")
        }
    }

    @Test(
        arguments: [
            ([:], -32_602), (["io.modelcontextprotocol/protocolVersion": "2026-07-28"], -32_602),
            (
                [
                    "io.modelcontextprotocol/protocolVersion": 7, "io.modelcontextprotocol/clientCapabilities": [:],
                ], -32_602
            ),
            (
                [
                    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
                    "io.modelcontextprotocol/clientCapabilities": [],
                ], -32_602
            ),
            (
                [
                    "io.modelcontextprotocol/protocolVersion": "2999-01-01",
                    "io.modelcontextprotocol/clientCapabilities": [:],
                ], -32_022
            ),
        ] as [(JSON, Int)])
    func `a stateless request that says too little is refused`(meta: JSON, code: Int) async throws {
        var talk = try await ServedTalk()

        let error = try talk.ask("server/discover", ["_meta": meta])?["error"]

        #expect(error?["code"]?.int == code)
        #expect((error?["data"]?["supported"]?.array?.contains("2026-07-28") ?? false) == (code == -32_022))
    }

    @Test(arguments: ["ping", "logging/setLevel", "resources/list"])
    func `what the stateless era has not is unknown there`(method: String) async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        #expect(try talk.ask(method, ["_meta": stateless])?["error"]?["code"] == -32_601)
    }
}
