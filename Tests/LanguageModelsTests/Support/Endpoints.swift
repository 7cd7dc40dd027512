import Engine
import Foundation
import HTTPTransport
import LanguageModels

let host = "models.example:443"
let origin = Origin(scheme: .https, host: "models.example", port: 443)

/// What the clock says in every test: 2026-01-01 00:00:00 UTC.
let newYear = Date(timeIntervalSince1970: 1_767_225_600)

extension ModelEndpoint {
    static let example = ModelEndpoint(
        name: "example", base: BaseURL(origin: origin, prefix: "/v1"), key: Secret("sk-canary-0123456789"))

    static func example(_ change: (inout ModelEndpoint) -> Void) -> ModelEndpoint {
        var endpoint = example
        change(&endpoint)
        return endpoint
    }
}

extension ChatCompletions {
    static func example(
        _ endpoint: ModelEndpoint = .example, _ sender: some HTTPSender, _ time: FakeTime = FakeTime()
    ) -> ChatCompletions {
        ChatCompletions(endpoint, sender: sender, time: time.keeper, now: { newYear }, random: SameNumber.greatest)
    }
}

extension ModelRequest {
    static let question = ModelRequest(
        model: "small", messages: [.system("Be brief."), .user("What is the capital of France?")], maxTokens: 64)

    static func question(_ change: (inout ModelRequest) -> Void) -> ModelRequest {
        var request = question
        change(&request)
        return request
    }

    /// Asks for `{"city": "..."}`.
    static let cityForm = question {
        $0.answer = AnswerForm(
            name: "city",
            schema: [
                "type": "object", "properties": ["city": ["type": "string"]], "required": ["city"],
                "additionalProperties": false,
            ])
    }

    static let withTools = question {
        $0.tools = [
            OfferedTool(
                name: "city_lookup", description: "Finds a city.",
                parameters: ["type": "object", "properties": ["name": ["type": "string"]], "required": ["name"]])
        ]
        $0.toolChoice = .auto
    }
}
