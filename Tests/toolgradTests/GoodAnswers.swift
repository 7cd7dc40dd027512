import Engine
import FaultServer

extension Behaviour {
    /// What a model that does its best says to a question of a stage.
    static func goodAnswer(to request: SeenRequest) -> Behaviour {
        let body = request.bodyText
        let answers: [(form: String, answer: JSON)] = [
            (
                "proposals",
                [
                    "reason": "A city comes first.",
                    "proposals": [
                        [
                            "instruction": "Look up Oslo.",
                            "calls": [["tool": "city_lookup", "arguments": ["name": "Oslo", "country": nil]]],
                        ]
                    ],
                ]
            ),
            ("selection", ["reason": "It is all there is.", "choice": "proposal 1", "place": "new chain"]),
            ("synthesis", ["query": "How many people live in Oslo?", "response": "Many people live in Oslo."]),
        ]
        let fitting = answers.first { body.contains(#""name":"\#($0.form)""#) }?.answer ?? ["answer": "yes"]
        let reply: JSON = [
            "id": "chatcmpl-1", "object": "chat.completion", "model": "gpt-canary",
            "choices": [
                [
                    "index": 0, "message": ["role": "assistant", "content": .string(fitting.compactText)],
                    "finish_reason": "stop",
                ]
            ],
            "usage": ["prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120],
        ]
        return .json(reply.compactText)
    }
}
