import Engine
import Foundation
import MCPTools
import Testing

@Suite("Tools that are served")
struct ServedToolsTests {
    @Test func `the pages of a list hold every tool once`() async throws {
        let tools = (1...7).map { Tool(name: ToolName("t\($0)"), description: "", inputSchema: ["type": "object"]) }
        var talk = try await ServedTalk(shaking: "2025-11-25", tools, limits: ServedLimits(page: 3))

        var (names, pages): ([String], [Int]) = ([], [])
        var cursor: JSON? = .null
        while let place = cursor, pages.count < 9 {
            let result = try talk.ask("tools/list", place.isNull ? [:] : ["cursor": place])?["result"]
            let page = (result?["tools"]?.array ?? []).compactMap { $0["name"]?.string }
            names += page
            pages.append(page.count)
            cursor = result?["nextCursor"]
        }

        #expect(names == tools.map(\.name.text))
        #expect(pages == [3, 3, 1])
    }

    @Test(arguments: ["x", "1", "-3", "300", ""])
    func `a cursor that no page had is refused`(cursor: String) async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        #expect(try talk.ask("tools/list", ["cursor": .string(cursor)])?["error"]?["code"] == -32_602)
    }

    @Test func `a definition says what the revision can say`() async throws {
        func listed(in version: String) async throws -> [JSON] {
            var talk = try await ServedTalk(shaking: version)
            return try talk.ask("tools/list")?["result"]?["tools"]?.array ?? []
        }

        let (first, later, newest) = (
            try await listed(in: "2024-11-05"), try await listed(in: "2025-03-26"), try await listed(in: "2025-11-25")
        )

        #expect(first.map { $0["annotations"] } == [nil, nil])
        #expect(later.map { $0["annotations"]?["readOnlyHint"] } == [false, true])
        #expect(later.map { $0["outputSchema"] } == [nil, nil])
        #expect(newest.map { $0["annotations"]?["destructiveHint"] } == [true, nil])
        #expect(newest.map { $0["outputSchema"] } == [nil, Tool.look.outputSchema])
        #expect(newest.map { $0["inputSchema"] } == [Tool.erase.inputSchema, Tool.look.inputSchema])
    }

    @Test func `a claim of the source makes the hints stricter, never milder`() async throws {
        let tools = [
            Tool(name: "a", description: "", inputSchema: ["type": "object"], effects: .read, hint: .destructive),
            Tool(name: "b", description: "", inputSchema: ["type": "object"], effects: .write, hint: .read),
        ]
        var talk = try await ServedTalk(shaking: "2025-11-25", tools)

        let hints = try talk.ask("tools/list")?["result"]?["tools"]?.array?.map { $0["annotations"] }

        #expect(
            hints == [
                ["readOnlyHint": false, "destructiveHint": true], ["readOnlyHint": false, "destructiveHint": false],
            ])
    }

    @Test func `an output goes out as it is, and structured where a schema was listed`() async throws {
        let output = RecordedOutput("{ \"seen\" : \"a\\u00e9\" }\n")
        var old = try await ServedTalk(shaking: "2025-03-26")
        var new = try await ServedTalk(shaking: "2025-06-18")

        let plain = try old.call("look", ["at": "x"], ending: .returned(output))
        let structured = try new.call("look", ["at": "x"], ending: .returned(output))
        let free = try new.call("erase", [:], ending: .returned(output))

        for result in [plain, structured, free] {
            #expect(result?["content"] == [["type": "text", "text": "{ \"seen\" : \"a\\u00e9\" }\n"]])
            #expect(result?["isError"] == false)
        }
        #expect(plain?["structuredContent"] == nil)
        #expect(structured?["structuredContent"] == ["seen": "a\u{e9}"])
        #expect(free?["structuredContent"] == nil)
    }

    @Test func `bytes that are no text go out as base64`() async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        let result = try talk.call("erase", [:], ending: .returned(RecordedOutput(Data([0xFF, 0x01]))))

        #expect(result?["content"]?[0]?["resource"]?["blob"] == "/wE=")
    }

    @Test func `only the stateless era structures what is no object`() async throws {
        let list = Tool(
            name: "list", description: "", inputSchema: ["type": "object"], outputSchema: ["type": "array"])
        var talk = try await ServedTalk(shaking: "2025-11-25", [list])

        let listed = try talk.ask("tools/list")?["result"]?["tools"]?[0]
        let shaken = try talk.call("list", [:], ending: .returned(RecordedOutput("[1]")))
        let free = try talk.call("list", [:], ending: .returned(RecordedOutput("[1]")), meta: stateless)

        #expect(listed?["outputSchema"] == nil)
        #expect(shaken?["structuredContent"] == nil)
        #expect(free?["structuredContent"] == [1])
        #expect(free?["resultType"] == "complete")
    }

    @Test(
        arguments: [
            (.failed(RecordedOutput("no such")), "no such"), (.timedOut(after: .seconds(3)), "3.0 seconds"),
            (.unreachable(reason: "It is gone."), "It is gone."), (.denied(reason: "Not now."), "Not now."),
            (.refused(code: 7, reason: "Full."), "Full."),
            (.malformed(RecordedOutput("x"), reason: "No seen."), "No seen."),
        ] as [(ToolOutcome, String)])
    func `a call that gave nothing is an error with its reason`(outcome: ToolOutcome, mention: String) async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        let result = try talk.call("look", ["at": "x"], ending: outcome)

        #expect(result?["isError"] == true)
        #expect(result?["content"]?[0]?["text"]?.string?.contains(mention) == true)
        #expect(result?["structuredContent"] == nil)
    }

    @Test func `arguments that break the schema are told where the revision wants it`() async throws {
        var old = try await ServedTalk(shaking: "2025-06-18")
        var new = try await ServedTalk(shaking: "2025-11-25")
        let wrong: JSON = ["name": "look", "arguments": ["at": 7]]

        #expect(try old.ask("tools/call", wrong)?["error"]?["code"] == -32_602)
        let told = try new.ask("tools/call", wrong)?["result"]
        #expect(told?["isError"] == true)
        #expect(told?["content"]?[0]?["text"]?.string?.contains("at") == true)
        #expect(old.begun.isEmpty && new.begun.isEmpty)
    }

    @Test(
        arguments: [["name": "nobody"], [:], ["name": 7], ["name": "look", "arguments": []]] as [JSON])
    func `a call of nothing is a protocol error`(parameters: JSON) async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")

        #expect(try talk.ask("tools/call", parameters)?["error"]?["code"] == -32_602)
        #expect(talk.begun.isEmpty)
    }

    @Test func `calls are answered in the order in which they end`() async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")
        for id in ["a", "b"] as [JSON] { _ = try talk.ask("tools/call", ["name": "erase"], id: id) }

        let later = try talk.end(talk.begun[1].id, .returned(RecordedOutput("2")))
        let first = try talk.end(talk.begun[0].id, .returned(RecordedOutput("1")))

        #expect(later.map { $0["id"] } == ["b"])
        #expect(first.map { $0["id"] } == ["a"])
    }

    @Test func `a cancelled call is ended and never answered, and its id is free again`() async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25")
        _ = try talk.ask("tools/call", ["name": "erase"], id: 7)
        let call = talk.begun[0].id

        let answers = try talk.say(
            ["jsonrpc": "2.0", "method": "notifications/cancelled", "params": ["requestId": 7]])
        _ = try talk.ask("tools/call", ["name": "erase"], id: 7)

        #expect(answers.isEmpty)
        #expect(talk.cancelled == [call])
        #expect(try talk.end(call, .returned(RecordedOutput("late"))).isEmpty)
        #expect(talk.begun.count == 2)
        #expect(try talk.end(talk.begun[1].id, .returned(RecordedOutput("1"))).first?["id"] == 7)
    }

    @Test func `one id for two calls at a time, and too many calls, are refused`() async throws {
        var talk = try await ServedTalk(shaking: "2025-11-25", limits: ServedLimits(calls: 2))

        _ = try talk.ask("tools/call", ["name": "erase"], id: 1)
        #expect(try talk.ask("tools/call", ["name": "erase"], id: 1)?["error"]?["code"] == -32_600)
        _ = try talk.ask("tools/call", ["name": "erase"], id: 2)
        #expect(try talk.ask("tools/call", ["name": "erase"], id: 3)?["error"]?["code"] == -32_000)
        _ = try talk.end(talk.begun[0].id, .returned(RecordedOutput("1")))
        #expect(try talk.ask("tools/call", ["name": "erase"], id: 4) == nil, "It is begun, not answered.")
        #expect(talk.begun.count == 3)
    }
}
