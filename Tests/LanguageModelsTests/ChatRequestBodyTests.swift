import Engine
import LanguageModels
import Testing

@Suite("The body of a request")
struct ChatRequestBodyTests {
    @Test func `has model, messages and the limit of tokens`() {
        let body = ChatRequestBody(.question, in: Dialect())

        #expect(
            body.json.compactText == """
                {"model":"small","messages":[{"role":"system","content":"Be brief."},{"role":"user",\
                "content":"What is the capital of France?"}],"max_tokens":64}
                """)
    }

    @Test func `has temperature and seed where they are set`() {
        let request = ModelRequest.question {
            $0.temperature = 0.5
            $0.seed = 7
        }

        let body = ChatRequestBody(request, in: Dialect()).json

        #expect(body["temperature"] == 0.5)
        #expect(body["seed"] == 7)
    }

    @Test func `asks for a stream with its usage`() {
        let body = ChatRequestBody(.question, in: Dialect(), .streamed).json

        #expect(body["stream"] == true)
        #expect(body["stream_options"] == ["include_usage": true])
    }

    @Test func `leaves out what the endpoint does not take`() {
        let request = ModelRequest.question {
            $0.temperature = 0.5
            $0.seed = 7
            $0.tools = ModelRequest.withTools.tools
            $0.toolChoice = .required
            $0.answer = ModelRequest.cityForm.answer
        }
        let dialect = Dialect(tokenLimit: .maxCompletionTokens, avoiding: Set(Dialect.Field.allCases))

        let body = ChatRequestBody(request, in: dialect, .streamed).json

        #expect(
            body.object?.keys == [
                "model", "messages", "tools", "tool_choice", "response_format", "max_completion_tokens", "stream",
            ])
        #expect(body["tool_choice"] == "auto")
        #expect(body["response_format"]?["json_schema"]?["strict"] == nil)
    }

    @Test func `says in one message what a person says in a row, since some templates insist on taking turns`() {
        let call = RequestedCall(id: "call00001", name: "find", arguments: "{}")
        let request = ModelRequest.question {
            $0.messages = [
                .system("Be brief."), .user("Where is Oslo?"), .user("Think again."), .assistant("", calls: [call]),
                .tool(callID: "call00001", content: "[]"), .user("Do something else."),
            ]
        }

        let messages = ChatRequestBody(request, in: Dialect()).json["messages"]?.array ?? []

        #expect(messages.map { $0["role"] } == ["system", "user", "assistant", "tool", "user"])
        #expect(messages[1]["content"] == "Where is Oslo?\n\nThink again.")
        #expect(messages[4]["content"] == "Do something else.")
    }

    @Test func `asks to go on after words of the model, which some servers would take for the answer's beginning`() {
        let request = ModelRequest.question { $0.messages.append(.assistant("Let me think.")) }

        let messages = ChatRequestBody(request, in: Dialect()).json["messages"]?.array ?? []

        #expect(messages.map { $0["role"] } == ["system", "user", "assistant", "user"])
        #expect(messages[2]["content"] == "Let me think.")
        #expect(messages[3]["content"] == "Go on.")
        #expect(request.messages.count == 3, "What is kept of the question has no such word.")
    }

    @Test func `offers tools, one call at a time`() {
        let body = ChatRequestBody(.withTools, in: Dialect()).json

        #expect(
            body["tools"]?.compactText == """
                [{"type":"function","function":{"name":"city_lookup","description":"Finds a city.","parameters":\
                {"type":"object","properties":{"name":{"type":"string"}},"required":["name"]}}}]
                """)
        #expect(body["tool_choice"] == "auto")
        #expect(body["parallel_tool_calls"] == false)
    }

    @Test(arguments: [ModelRequest.ToolChoice.none, .auto, .required])
    func `says whether a tool must be called`(choice: ModelRequest.ToolChoice) {
        var request = ModelRequest.withTools
        request.toolChoice = choice

        #expect(ChatRequestBody(request, in: Dialect()).json["tool_choice"] == .string(choice.rawValue))
    }

    @Test func `sends calls back with all that the endpoint had attached`() {
        let call = RequestedCall(
            id: "c1", name: "city_lookup", arguments: #"{"name":"Paris"}"#,
            extra: ["extra_content": ["google": ["thought_signature": "AbC="]], "id": "forged"])
        let request = ModelRequest.question {
            $0.messages += [.assistant("", calls: [call]), .tool(callID: "c1", content: "Paris, France")]
        }

        let messages = ChatRequestBody(request, in: Dialect()).json["messages"]

        #expect(
            messages?[2]?.compactText == """
                {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":\
                {"name":"city_lookup","arguments":"{\\"name\\":\\"Paris\\"}"},"extra_content":{"google":\
                {"thought_signature":"AbC="}}}]}
                """)
        #expect(
            messages?[3]?.compactText == #"{"role":"tool","tool_call_id":"c1","content":"Paris, France"}"#)
    }

    @Test func `asks for the same in the same bytes`() {
        let bodies = (0..<3).map { _ in ChatRequestBody(.cityForm, in: Dialect(), .streamed).bytes }

        #expect(Set(bodies).count == 1)
    }
}

@Suite("An answer in a form")
struct AnswerFormTests {
    private func body(_ rung: AnswerRung, _ request: ModelRequest = .cityForm) -> JSON {
        ChatRequestBody(request, in: Dialect(rung: rung)).json
    }

    @Test func `is asked for by its schema`() {
        #expect(
            body(.schema)["response_format"]?.compactText == """
                {"type":"json_schema","json_schema":{"name":"city","strict":true,"schema":{"type":"object",\
                "properties":{"city":{"type":"string"}},"required":["city"],"additionalProperties":false}}}
                """)
        #expect(body(.schema)["messages"]?[0]?["content"] == "Be brief.")
    }

    @Test func `is not strict where its schema is not`() {
        var request = ModelRequest.cityForm
        request.answer = ModelRequest.AnswerForm(name: "any", schema: ["type": "object"])

        #expect(body(.schema, request)["response_format"]?["json_schema"]?.object?.keys == ["name", "schema"])
        #expect(body(.tool, request)["tools"]?[0]?["function"]?["strict"] == nil)
    }

    @Test func `is asked for by a call that must be made`() {
        let body = body(.tool)

        #expect(body["tool_choice"] == ["type": "function", "function": ["name": "city"]])
        #expect(body["tools"]?[0]?["function"]?["name"] == "city")
        #expect(body["tools"]?[0]?["function"]?["strict"] == true)
        #expect(body["tools"]?[0]?["function"]?["parameters"] == ModelRequest.cityForm.answer?.schema)
        #expect(body["response_format"] == nil)
    }

    @Test func `is asked for as JSON, with the schema in the first message`() {
        let body = body(.object)

        #expect(body["response_format"] == ["type": "json_object"])
        #expect(body["messages"]?[0]?["role"] == "system")
        #expect(body["messages"]?[0]?["content"]?.string?.contains(#""required":["city"]"#) == true)
        #expect(body["messages"]?.array?.count == 2)
    }

    @Test func `is asked for in words`() {
        let body = body(.prompt)

        #expect(body["response_format"] == nil)
        #expect(body["tools"] == nil)
        #expect(
            body["messages"]?[0]?["content"]?.string == """
                Be brief.

                Your whole reply must be one JSON value that fits the schema below, and nothing else: no introduction, \
                no code fence, no remark after it. Write every property that the schema requires, with real content \
                in it; do not repeat the schema itself.

                Schema of "city":
                {"type":"object","properties":{"city":{"type":"string"}},"required":["city"],\
                "additionalProperties":false}
                """)
    }

    @Test func `is asked for in a system message of its own where there is none`() {
        var request = ModelRequest.cityForm
        request.messages.removeFirst()

        #expect(body(.prompt, request)["messages"]?.array?.map { $0["role"]?.string } == ["system", "user"])
    }

    @Test func `is never a forced call where other calls are on offer`() {
        var request = ModelRequest.withTools
        request.answer = ModelRequest.cityForm.answer

        #expect(body(.tool, request)["tools"]?.array?.count == 1)
        #expect(body(.tool, request)["tool_choice"] == "auto")
        #expect(body(.tool, request)["response_format"] == ["type": "json_object"])
    }
}

@Suite("Calls as JSON")
struct EmulatedCallsTests {
    private let dialect = Dialect(calling: .json)

    @Test func `are asked for by a form that names the tools`() {
        let body = ChatRequestBody(.withTools, in: dialect).json
        let schema = body["response_format"]?["json_schema"]?["schema"]

        #expect(body["tools"] == nil)
        #expect(body["tool_choice"] == nil)
        #expect(schema?["required"] == ["call", "answer"])
        #expect(schema?["properties"]?["call"]?["anyOf"]?[0]?["properties"]?["name"]?["enum"] == ["city_lookup"])
        #expect(schema?["properties"]?["call"]?["anyOf"]?[1] == ["type": "null"])
        #expect(schema?["properties"]?["answer"] == ["type": ["string", "null"]])
    }

    @Test func `can be the only way to answer`() {
        var request = ModelRequest.withTools
        request.toolChoice = .required

        let schema = ChatRequestBody(request, in: dialect).json["response_format"]?["json_schema"]?["schema"]

        #expect(schema?["required"] == ["call"])
        #expect(schema?["properties"]?["call"]?["anyOf"]?.array?.count == 1)
    }

    @Test func `are told in words, and so are their results`() {
        let request = ModelRequest.question {
            $0.tools = ModelRequest.withTools.tools
            $0.toolChoice = .auto
            $0.messages += [
                .assistant("", calls: [RequestedCall(id: "c1", name: "city_lookup", arguments: #"{"name":"Paris"}"#)]),
                .tool(callID: "c1", content: "found"), .user("And now?"),
            ]
        }

        let messages = ChatRequestBody(request, in: dialect).json["messages"]?.array ?? []

        #expect(messages.map { $0["role"]?.string } == ["system", "user", "assistant", "user"])
        #expect(
            messages[0]["content"]?.string?.contains(#"{"name":"city_lookup","description":"Finds a city.""#) == true)
        #expect(
            messages[2]["content"] == #"{"call":{"name":"city_lookup","arguments":{"name":"Paris"}},"answer":null}"#)
        #expect(messages[3]["content"] == "Result of city_lookup:\nfound\n\nAnd now?")
    }

    @Test func `are not asked for where none is allowed`() {
        var request = ModelRequest.withTools
        request.toolChoice = .none

        let body = ChatRequestBody(request, in: dialect).json

        #expect(body["response_format"] == nil)
        #expect(body["messages"]?[0]?["content"]?.string?.contains("Do not call them now.") == true)
    }
}
