import Engine
import FaultServer

extension Program {
    /// The words for a baseline of five samples by the rules.
    func baseline(_ more: String...) -> [String] {
        ["baseline", "--model", "rules", "--count", "5", "--seed", "2", "--dataset", file("b.toolgrad")] + more
    }

    /// Starts a baseline of four samples, one after the other, by a model of a server.
    func startBaseline(asking server: FaultServer, _ more: String...) throws -> Running {
        try start(
            [
                "baseline", "--model", "good", "--base-url", server.baseURL, "--count", "4", "--concurrency", "1",
                "--json", "--dataset", file("b.toolgrad"),
            ] + more)
    }
}

extension Behaviour {
    /// What a model says that writes instructions about whatever it is offered, calls one function and finishes.
    static func searchAnswer(to request: SeenRequest) -> Behaviour {
        let body = request.bodyText
        if body.contains(#""name":"instructions""#) { return .message(["content": .string(instructions(for: body))]) }
        if body.contains(#""name":"solved""#) {
            return .message(["content": #"{"reason":"It may be.","verdict":"unsure"}"#])
        }
        if body.contains(#""name":"solvable""#) {
            return .message(["content": #"{"reason":"No tool does it.","verdict":"unsolvable"}"#])
        }
        guard body.contains(#""role":"tool""#) else { return call("nothing_of_that_name", "{}") }
        return call("Finish", #"{"return_type":"give_answer","final_answer":"That is all."}"#)
    }

    /// An answer that no question to a judge can use.
    static var nothingOfUse: Behaviour { .message(["content": "{}"]) }

    private static func instructions(for body: String) -> String {
        let tools = (try? JSON(parsing: body)).flatMap { enumeration(in: $0) }?.first?.string ?? ""
        let queries = (1...10).map { number -> JSON in
            ["query": .string("What is number \(number)?"), "tools": [.string(tools)]]
        }
        return (["queries": .array(queries)] as JSON).compactText
    }

    /// The names that the form of the answer offers.
    private static func enumeration(in request: JSON) -> [JSON]? {
        let schema = request["response_format"]?["json_schema"]?["schema"]
        let item = schema?["properties"]?["queries"]?["items"]?["properties"]?["tools"]?["items"]
        return item?["enum"]?.array
    }

    private static func call(_ name: String, _ arguments: String) -> Behaviour {
        let function: JSON = ["name": .string(name), "arguments": .string(arguments)]
        return .message([
            "content": .null, "tool_calls": [["id": "c1", "type": "function", "function": function]],
        ])
    }

    private static func message(_ members: JSON.Object) -> Behaviour {
        var message = members
        message.set("role", "assistant")
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "good",
            "choices": [["index": 0, "message": .object(message), "finish_reason": "stop"]],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }
}
