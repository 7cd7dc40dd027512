import Engine
import Foundation
import HTTPTransport
import LanguageModels
import Testing

@Suite("Learning how to ask")
struct LearningTests {
    private let city = #"{"city":"Paris"}"#

    @Test func `goes down the ladder as far as it must, and remembers`() async throws {
        let sender = ScriptedSender(
            .error(400, "strict is not supported"), .error(400, "response_format is not supported"),
            .error(400, "tool_choice is not supported"), .error(422, "json_object is not supported"), .says(city),
            .says(city))
        let model = ChatCompletions.example(.example, sender)

        #expect(try await model.complete(.cityForm, through: ModelLine()).answer == city)
        #expect(try await model.complete(.cityForm, through: ModelLine()).answer == city)

        let formats = sender.bodies.map { $0["response_format"]?["type"]?.string ?? $0["tool_choice"]?.compactText }
        #expect(
            formats == [
                "json_schema", "json_schema", #"{"type":"function","function":{"name":"city"}}"#, "json_object", nil,
                nil,
            ])
        #expect(await model.dialect(for: "small").rung == .prompt)
    }

    @Test func `keeps what it learns apart by model`() async throws {
        let sender = ScriptedSender(.error(400, "no grammar"), .error(400, "no grammar"), .says(city), .says(city))
        let model = ChatCompletions.example(.example, sender)
        var other = ModelRequest.cityForm
        other.model = "large"

        _ = try await model.complete(.cityForm, through: ModelLine())
        _ = try await model.complete(other, through: ModelLine())

        #expect(await model.dialect(for: "small").rung == .object)
        #expect(await model.dialect(for: "large") == Dialect())
    }

    @Test func `ends with the endpoint's words when no way is left`() async {
        let model = ChatCompletions.example(
            .example { $0.structuredOutput = .only(.schema) },
            ScriptedSender(.error(400, "strict not supported"), .error(400, "no json_schema here")))

        await #expect(throws: ModelError.rejected(endpoint: host, status: 400, message: "no json_schema here.")) {
            try await model.complete(.cityForm, through: ModelLine())
        }
    }

    @Test func `steps down when the form is ignored twice in a row`() async throws {
        let sender = ScriptedSender(
            .says("Paris."), .says(city), .says("Paris."), .says("Paris."), .says(city))
        let model = ChatCompletions.example(.example, sender)

        for expected in [nil, city, nil, nil, city] {
            #expect(try await model.complete(.cityForm, through: ModelLine()).answer == expected)
        }

        #expect(sender.bodies.map { $0["response_format"] == nil } == [false, false, false, false, true])
        #expect(await model.dialect(for: "small").rung == .tool)
    }

    @Test func `does not take an answer that was cut off for one that ignores the form`() async throws {
        let cut = ScriptedSender.Line.says(#"{"city"#, finish: "length")
        let model = ChatCompletions.example(.example, ScriptedSender(cut, cut, cut))

        for _ in 0..<3 { _ = try await model.complete(.cityForm, through: ModelLine()) }

        #expect(await model.dialect(for: "small") == Dialect())
    }

    @Test func `stays on the rung that the user has set`() async throws {
        let model = ChatCompletions.example(
            .example { $0.structuredOutput = .only(.object) }, ScriptedSender(.says("a"), .says("b"), .says("c")))

        for _ in 0..<3 { _ = try await model.complete(.cityForm, through: ModelLine()) }

        #expect(await model.dialect(for: "small").rung == .object)
    }

    @Test func `makes calls of JSON where the server was started without them`() async throws {
        let sender = ScriptedSender(
            .error(400, #""auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set"#),
            .says(#"{"call":{"name":"city_lookup","arguments":{"name":"Paris"}},"answer":null}"#),
            .says(#"{"call":null,"answer":"Done."}"#))
        let model = ChatCompletions.example(.example, sender)

        let first = try await model.complete(.withTools, through: ModelLine())
        let second = try await model.complete(.withTools, through: ModelLine())

        #expect(first.calls.map(\.name) == ["city_lookup"])
        #expect(first.ending == .calls)
        #expect(second.text == "Done.")
        #expect(sender.bodies.map { $0["tools"] != nil } == [true, false, false])
        #expect(sender.bodies[1]["response_format"]?["type"] == "json_schema")
    }

    @Test func `combines both ladders`() async throws {
        let sender = ScriptedSender(
            .error(400, "this model does not support tools"), .error(400, "response_format: unknown"),
            .error(400, "tools: unknown"), .says(#"{"call":{"name":"city_lookup","arguments":{}}}"#))
        let model = ChatCompletions.example(.example, sender)

        let completion = try await model.complete(.withTools, through: ModelLine())

        #expect(completion.calls.map(\.name) == ["city_lookup"])
        #expect(await model.dialect(for: "small") == Dialect(rung: .object, calling: .json))
    }

    @Test func `asks for calls as JSON from the start where the user has set it`() async throws {
        let sender = ScriptedSender(.says(#"{"call":null,"answer":"Done."}"#))

        let model = ChatCompletions.example(.example { $0.toolCalling = .json }, sender)
        _ = try await model.complete(.withTools, through: ModelLine())

        #expect(sender.bodies[0]["tools"] == nil)
    }

    @Test func `makes calls of JSON where one that must be made is left out twice in a row`() async throws {
        var request = ModelRequest.withTools
        request.toolChoice = .required
        let sender = ScriptedSender(
            .says("Hm."), .says("Hm, hm", finish: "length"), .says(#"{"call":{"name":"city_lookup","arguments":{}}}"#))
        let model = ChatCompletions.example(.example, sender)

        for _ in 0..<2 { #expect(try await model.complete(request, through: ModelLine()).calls == []) }
        #expect(try await model.complete(request, through: ModelLine()).calls.map(\.name) == ["city_lookup"])

        #expect(sender.bodies.map { $0["tools"] == nil } == [false, false, true])
    }

    @Test func `does not take long thoughts for a call that is left out`() async throws {
        var request = ModelRequest.withTools
        request.toolChoice = .required
        let thoughts = ScriptedSender.Line.says("<think>Hm, hm", finish: "length")
        let model = ChatCompletions.example(.example, ScriptedSender(thoughts, thoughts))

        for _ in 0..<2 { _ = try await model.complete(request, through: ModelLine()) }

        #expect(await model.dialect(for: "small") == Dialect())
    }

    @Test func `is content with words where a call was wanted`() async throws {
        var request = ModelRequest.withTools
        request.toolChoice = .required
        let model = ChatCompletions.example(.example, ScriptedSender(.says("I would rather not.")))

        let completion = try await model.complete(request, through: ModelLine())

        #expect(completion.ending == .stopped)
        #expect(completion.calls == [])
    }

    @Test func `finds the name of the limit`() async throws {
        let sender = ScriptedSender(
            .error(400, "Use 'max_completion_tokens' instead."), .says("a"), .says("b"))
        let model = ChatCompletions.example(.example, sender)

        for _ in 0..<2 { _ = try await model.complete(.question, through: ModelLine()) }

        #expect(sender.bodies.map { $0["max_tokens"] == nil } == [false, true, true])
        #expect(sender.bodies.last?["max_completion_tokens"] == 64)
    }

    @Test func `does without what the endpoint does not take`() async throws {
        let sender = ScriptedSender(
            .error(400, "stream_options: unknown"), .error(400, "parallel_tool_calls: unknown"),
            .events(#"{"choices":[{"delta":{"content":"a"},"finish_reason":"stop"}]}"#))
        let model = ChatCompletions.example(.example, sender)

        _ = try await model.complete(.withTools, through: LineLog().watchedLine)

        #expect(await model.dialect(for: "small").avoided == [.streamOptions, .parallelToolCalls])
        #expect(sender.bodies.last?["stream_options"] == nil)
        #expect(sender.bodies.last?["parallel_tool_calls"] == nil)
    }

    @Test func `learns the same from the same replies`() async throws {
        let script: [ScriptedSender.Line] = [
            .error(400, "no tools: this model does not support tools"), .says("What?"), .says("What?"),
            .error(400, "seed: unknown"), .says(#"{"call":{"name":"f","arguments":{}}}"#),
        ]
        let request = ModelRequest.question {
            $0.tools = ModelRequest.withTools.tools
            $0.toolChoice = .auto
            $0.seed = 3
        }
        var sent: [[Data]] = []

        for _ in 0..<2 {
            let sender = ScriptedSender(script)
            let model = ChatCompletions.example(.example, sender)
            for _ in 0..<3 { _ = try await model.complete(request, through: ModelLine()) }
            sent.append(sender.requests.map(\.body))
        }

        #expect(sent[0].count == 5)
        #expect(sent[0] == sent[1])
    }
}

@Suite("Watching an answer arrive")
struct WatchingTests {
    private let pieces = [
        #"{"model":"m-1","choices":[{"index":0,"delta":{"content":"Pa"}}]}"#,
        #"{"choices":[{"index":0,"delta":{"content":"ris."},"finish_reason":"stop"}]}"#,
        #"{"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2}}"#,
    ]

    @Test func `tells the pieces and gives the whole`() async throws {
        let log = LineLog()
        let sender = ScriptedSender(.events(pieces[0], pieces[1], pieces[2]))

        let completion = try await ChatCompletions.example(.example, sender).complete(
            .question, through: log.watchedLine)

        #expect(log.all == [.asked, .streamed(.answer("Pa")), .streamed(.answer("ris."))])
        #expect(completion.text == "Paris.")
        #expect(completion.usage == TokenUsage(prompt: 9, completion: 2))
        #expect(completion.body.bytes == Data((pieces + ["[DONE]"]).map { "data: \($0)\n\n" }.joined().utf8))
        #expect(sender.bodies[0]["stream"] == true)
    }

    @Test func `says when what was told counts no more`() async throws {
        let log = LineLog()
        let sender = ScriptedSender(.events(pieces[0], done: false), .events(pieces[0], pieces[1]))

        _ = try await ChatCompletions.example(.example, sender).complete(.question, through: log.watchedLine)

        #expect(
            log.all == [
                .asked, .streamed(.answer("Pa")), .failed(mayHaveCost: true), .streamed(.startedOver), .asked,
                .streamed(.answer("Pa")), .streamed(.answer("ris.")),
            ])
    }

    @Test func `takes a whole reply from an endpoint that does not stream`() async throws {
        let log = LineLog()

        let completion = try await ChatCompletions.example(.example, ScriptedSender(.says("Paris.")))
            .complete(.question, through: log.watchedLine)

        #expect(completion.text == "Paris.")
        #expect(log.all == [.asked])
    }

    @Test func `does not ask for a stream when nobody watches`() async throws {
        let sender = ScriptedSender(.says("Paris."))

        _ = try await ChatCompletions.example(.example, sender).complete(.question, through: ModelLine())

        #expect(sender.bodies[0]["stream"] == nil)
    }

    @Test func `reads a last event that lacks its blank line`() async throws {
        let text = pieces.prefix(2).map { "data: \($0)" }.joined(separator: "\r\n\r\n")
        let line = ScriptedSender.Line.reply(
            status: 200, headers: [("content-type", "text/event-stream; charset=utf-8")], pieces: [Data(text.utf8)],
            then: nil)

        let completion = try await ChatCompletions.example(.example, ScriptedSender(line))
            .complete(.question, through: LineLog().watchedLine)

        #expect(completion.text == "Paris.")
    }
}
