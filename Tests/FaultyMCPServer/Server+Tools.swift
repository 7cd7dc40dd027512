import Foundation

extension Server {
    private static var object: [String: Any] { ["type": "object", "properties": [:] as [String: Any]] }

    private static func tool(_ name: String, _ schema: [String: Any] = object) -> [String: Any] {
        ["name": name, "description": "Does \(name).", "inputSchema": schema]
    }

    private static var usual: [[String: Any]] { described + plain }

    private static let plainNames = [
        "slow", "fail", "refuse", "big", "huge", "huge-result", "die", "broken", "two-blocks", "no-content",
        "ask-input", "progress", "add-one", "count", "reset", "process",
    ]

    private static var plain: [[String: Any]] { plainNames.map { tool($0) } }

    private static var described: [[String: Any]] {
        [
            [
                "name": "echo", "title": "Echo", "description": "Returns its text.",
                "inputSchema": [
                    "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
                    "properties": ["text": ["type": "string"]], "required": ["text"],
                ] as [String: Any],
                "annotations": ["readOnlyHint": true],
            ],
            [
                "name": "add", "description": "Adds two integers.",
                "inputSchema": [
                    "type": "object",
                    "properties": ["a": ["type": "integer"], "b": ["type": "integer"]], "required": ["a", "b"],
                ] as [String: Any],
                "outputSchema": ["type": "object", "properties": ["sum": ["type": "integer"]], "required": ["sum"]],
            ],
        ]
    }

    /// Answers `tools/list`.
    func list(_ id: Any, _ request: Request) {
        lists += 1
        let cursor = request.params["cursor"] as? String
        switch mode {
        case .badSchema:
            answer(
                id,
                [
                    "tools": Self.usual + [
                        Self.tool("schema-is-text").merging(["inputSchema": "object"]) { $1 },
                        Self.tool("schema-is-broken", ["type": "object", "properties": ["a": ["type": "whatever"]]]),
                        Self.tool("schema-is-array", ["type": "array"]),
                        Self.tool("bad name"), Self.tool("echo"), ["description": "I have no name."],
                    ]
                ])
        case .pagesForEver: answer(id, ["tools": [Self.tool("tool-\(lists)")], "nextCursor": "page-\(lists)"])
        case .repeatsPage: answer(id, ["tools": cursor == nil ? Self.usual : [], "nextCursor": "again"])
        case .manyTools: answer(id, ["tools": (1...600).map { Self.tool("tool-\($0)") }])
        case .noList: answer(id, ["things": []])
        case .changedList where lists == 1:
            answer(id, ["tools": Self.usual])
            send(["jsonrpc": "2.0", "method": "notifications/tools/list_changed"])
        case .changedList: answer(id, ["tools": Self.usual + [Self.tool("new")]])
        case .deaf:
            answer(id, ["tools": Self.usual])
            while true { sleep(1) }
        default: answer(id, ["tools": Self.usual])
        }
    }

    /// Answers `tools/call`.
    func call(_ id: Any, _ request: Request) {
        let arguments = request.params["arguments"] as? [String: Any] ?? [:]
        if mode == .asks { ask() }
        if mode == .stateless {
            let meta = request.params["_meta"] as? [String: Any]
            guard meta?["io.modelcontextprotocol/protocolVersion"] as? String == "2026-07-28" else {
                return fail(id, -32_602, "There is no version in _meta")
            }
        }
        switch request.params["name"] as? String ?? "" {
        case "echo": answer(id, text(arguments["text"] as? String ?? ""))
        case "add":
            let sum = (arguments["a"] as? Int ?? 0) + (arguments["b"] as? Int ?? 0)
            answer(id, text("\(sum)").merging(["structuredContent": ["sum": sum]]) { $1 })
        case "fail": answer(id, text("The disk is full.").merging(["isError": true]) { $1 })
        case "refuse": fail(id, -32_602, "Unknown tool")
        case "two-blocks": answer(id, ["content": [["type": "text", "text": "a"], ["type": "text", "text": "b"]]])
        case "no-content": answer(id, [:])
        case "ask-input": answer(id, ["resultType": "input_required", "inputRequests": [:] as [String: Any]])
        case "big": answer(id, text(String(repeating: "x", count: 300_000)))
        case "huge": answer(id, text(String(repeating: "x", count: 12 << 20)))
        case "huge-result": hugeResult(id)
        case "broken": write("{\"jsonrpc\":\"2.0\",\"id\":\(id),\"result\":{\"content\":[\n")
        case "slow": slow(id, arguments["milliseconds"] as? Int ?? 60_000)
        case "progress": progress(id)
        case "die":
            FaultyMCPServer.say("I can go on no longer.")
            exit(9)
        case "add-one":
            counter += 1
            answer(id, text("\(counter)"))
        case "count": answer(id, text("\(counter)"))
        case "reset":
            counter = 0
            answer(id, text("forgotten"))
        case "process": answer(id, text("\(getpid())"))
        default: fail(id, -32_602, "Unknown tool")
        }
    }

    private func text(_ text: String) -> [String: Any] { ["content": [["type": "text", "text": text]]] }

    /// The id comes last, as some servers write it.
    private func hugeResult(_ id: Any) {
        let text = String(repeating: "y", count: 12 << 20)
        write(
            "{\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"\(text)\"}]},\"jsonrpc\":\"2.0\",\"id\":\(id)}\n")
    }

    private func slow(_ id: Any, _ milliseconds: Int) {
        let later = Later(server: self, id: id)
        DispatchQueue.global().async {
            usleep(UInt32(milliseconds) * 1_000)
            later.server.answer(later.id, later.server.text("done"))
        }
    }

    private func progress(_ id: Any) {
        let later = Later(server: self, id: id)
        DispatchQueue.global().async {
            for step in 1...1_000 {
                usleep(20_000)
                let params: [String: Any] = ["progressToken": later.id, "progress": step]
                later.server.send(["jsonrpc": "2.0", "method": "notifications/progress", "params": params])
            }
        }
    }

    /// Asks the client for all that clients may offer.
    private func ask() {
        for (number, method) in ["sampling/createMessage", "elicitation/create", "roots/list", "ping"].enumerated() {
            send(["jsonrpc": "2.0", "id": "ask-\(number)", "method": method, "params": [:] as [String: Any]])
            FaultyMCPServer.say(readLine() ?? "")
        }
        send([
            "jsonrpc": "2.0", "method": "notifications/message",
            "params": ["level": "warning", "data": "I was refused."],
        ])
    }
}

/// Carries a request to the thread that answers it.
private struct Later: @unchecked Sendable {
    let server: Server
    let id: Any
}
