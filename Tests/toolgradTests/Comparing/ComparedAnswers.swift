import Engine
import FaultServer

extension Behaviour {
    /// What a model that does its best says to the engine and to the query-first baseline alike.
    static func goodAnswerToAll(_ request: SeenRequest) -> Behaviour {
        let asked = (try? JSON(parsing: request.bodyText)) ?? .null
        let tools = (asked["tools"]?.array ?? []).compactMap { $0["function"] }
        guard tools.isEmpty else { return turn(of: tools, in: asked) }
        let form = asked["response_format"]?["json_schema"]?["schema"]?["properties"]
        if let queries = form?["queries"] { return instructions(about: queries) }
        guard form?["proposals"] != nil, form?["proposals"]?["items"]?["properties"]?["tools"] != nil else {
            return goodAnswer(to: request)
        }
        return saying(
            [
                "reason": "A city comes first.",
                "proposals": [["instruction": "Look up Oslo.", "tools": ["city_lookup"]]],
            ])
    }

    /// A turn of a search, which ends with `Finish`, or of a paper's trial, which ends in words.
    private static func turn(of tools: [JSON], in asked: JSON) -> Behaviour {
        let hasResult = asked["messages"]?.array?.contains { $0["role"] == "tool" } == true
        let names = tools.compactMap { $0["name"]?.string }
        guard names.contains("Finish") else {
            return hasResult ? reply(["role": "assistant", "content": "Oslo was found."]) : lookup
        }
        guard hasResult else {
            let first = names.first { $0 != "Finish" } ?? "Finish"
            return calling(names.contains("city_lookup") ? "city_lookup" : first, ["name": "Oslo"])
        }
        return calling("Finish", ["return_type": "give_answer", "final_answer": "Oslo is a city."])
    }

    private static var lookup: Behaviour { calling("city_lookup", ["name": "Oslo"]) }

    private static func instructions(about queries: JSON) -> Behaviour {
        let names = queries["items"]?["properties"]?["tools"]?["items"]?["enum"]?.array ?? []
        let tool = names.first ?? .null
        return saying([
            "queries": .array((1...10).map { ["query": .string("Question \($0) about Oslo?"), "tools": [tool]] })
        ])
    }

    private static func calling(_ name: String, _ arguments: JSON) -> Behaviour {
        let function: JSON = ["name": .string(name), "arguments": .string(arguments.compactText)]
        let call: JSON = ["id": "call_1", "type": "function", "function": function]
        return reply(["role": "assistant", "content": nil, "tool_calls": [call]], finish: "tool_calls")
    }

    private static func saying(_ answer: JSON) -> Behaviour {
        reply(["role": "assistant", "content": .string(answer.compactText)])
    }

    private static func reply(_ message: JSON, finish: String = "stop") -> Behaviour {
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "good",
            "choices": [["index": 0, "message": message, "finish_reason": .string(finish)]],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }
}
