import Engine
import Foundation
import LanguageModels
import Testing

private func chunk(_ delta: String, finish: String = "null", rest: String = "") -> String {
    #"{"model":"m-1","choices":[{"index":0,"delta":\#(delta),"finish_reason":\#(finish)}]\#(rest)}"#
}

private let body = Data("as it came".utf8)

private func completion(
    _ events: [String], _ request: ModelRequest = .withTools, in dialect: Dialect = Dialect()
) throws -> Completion {
    var stream = ChatStream()
    for event in events { _ = try stream.take(event) }
    return try stream.completion(for: request, in: dialect, body: body).completion
}

@Suite("A reply in events")
struct ChatStreamTests {
    @Test func `is put together from its pieces`() throws {
        let events = [
            chunk(#"{"role":"assistant","content":""}"#), chunk(#"{"reasoning_content":"Fra"}"#),
            chunk(#"{"reasoning":"nce."}"#), chunk(#"{"content":"Par"}"#), chunk(#"{"content":"is."}"#),
            chunk("{}", finish: #""stop""#),
            #"{"model":"m-1","choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13}}"#,
            "[DONE]",
        ]

        #expect(
            try completion(events)
                == Completion(
                    text: "Paris.", reasoning: "France.", usage: TokenUsage(prompt: 9, completion: 4), model: "m-1",
                    body: RecordedOutput(body)))
    }

    @Test func `needs no last word`() throws {
        #expect(try completion([chunk(#"{"content":"Paris."}"#), chunk("{}", finish: #""stop""#)]).text == "Paris.")
    }

    @Test func `says nothing after the last word`() throws {
        let events = [chunk(#"{"content":"Paris."}"#, finish: #""stop""#), "[DONE]", chunk(#"{"content":" No!"}"#)]

        #expect(try completion(events).text == "Paris.")
    }

    @Test(arguments: [[], ["[DONE]"], [chunk(#"{"content":"Paris."}"#)], [chunk(#"{"content":"Paris."}"#), "[DONE]"]])
    func `is incomplete without a reason to stop`(events: [String]) {
        #expect(throws: ChatProblem.malformed("its stream ends before the model has finished.")) {
            try completion(events)
        }
    }

    @Test(arguments: [
        #"{"error":{"message":"Overloaded","code":503}}"#, #"[{"error":{"message":"Overloaded","code":503}}]"#,
        #"{"choices":[{"index":0,"delta":{},"error":{"message":"Overloaded","code":503}}]}"#,
    ])
    func `may turn into an error`(event: String) {
        let problem = #expect(throws: ChatProblem.self) { try completion([chunk(#"{"content":"Par"}"#), event]) }

        guard case .failed(let error) = problem else {
            Issue.record("It is an error.")
            return
        }
        #expect(error.message == "Overloaded")
        #expect(error.status == 503)
    }

    @Test func `has nothing but JSON in its events`() {
        #expect(throws: ChatProblem.self) { try completion(["oops"]) }
    }

    @Test func `puts calls together by their index`() throws {
        let events = [
            chunk(#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":""}}]}"#),
            chunk(#"{"tool_calls":[{"index":1,"id":"b","function":{"name":"g","arguments":"{\"x\""}}]}"#),
            chunk(
                #"{"tool_calls":[{"index":0,"function":{"arguments":"{\"y\":"}},{"index":1,"function":{"arguments":":1}"}}]}"#
            ),
            chunk(#"{"tool_calls":[{"index":0,"function":{"arguments":"2}"},"extra_content":{"s":"t"}}]}"#),
            chunk("{}", finish: #""tool_calls""#),
        ]

        #expect(
            try completion(events).calls == [
                RequestedCall(id: "a", name: "f", arguments: #"{"y":2}"#, extra: ["extra_content": ["s": "t"]]),
                RequestedCall(id: "b", name: "g", arguments: #"{"x":1}"#),
            ])
    }

    @Test func `tells calls apart that share an index`() throws {
        let events = [
            chunk(#"{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":1}"}}]}"#),
            chunk(#"{"tool_calls":[{"index":0,"id":"b","function":{"name":"f","arguments":{"x":2}}}]}"#),
            chunk(#"{"tool_calls":[{"id":"c","function":{"name":"f"}}]}"#, finish: #""stop""#),
        ]

        let completion = try completion(events)

        #expect(completion.calls.map(\.id) == ["a", "b", "c"])
        #expect(completion.calls.map(\.arguments) == [#"{"x":1}"#, #"{"x":2}"#, "{}"])
        #expect(completion.ending == .calls)
    }

    @Test func `adds to the last call where no index is given`() throws {
        let events = [
            chunk(#"{"tool_calls":[{"function":{"name":"f","arguments":"{\"x\""}}]}"#),
            chunk(#"{"tool_calls":[{"function":{"arguments":":1}"}}]}"#, finish: #""stop""#),
        ]

        #expect(try completion(events).calls == [RequestedCall(id: "call00001", name: "f", arguments: #"{"x":1}"#)])
    }

    @Test func `asks for 128 calls at most`() {
        let events = (0..<129).map {
            chunk(#"{"tool_calls":[{"index":\#($0),"id":"\#($0)","function":{"name":"f"}}]}"#)
        }

        #expect(throws: ChatProblem.self) { try completion(events) }
    }

    @Test func `can be a refusal, a filtered answer, or one that was cut off`() throws {
        let refusal = [chunk(#"{"refusal":"I will "}"#), chunk(#"{"refusal":"not."}"#, finish: #""stop""#)]

        #expect(try completion(refusal).ending == .refused("I will not."))
        #expect(try completion([chunk("{}", finish: #""content_filter""#)]).ending == .filtered)
        #expect(try completion([chunk(#"{"content":"Par"}"#, finish: #""length""#)]).ending == .length)
    }

    @Test func `ignores other choices and events without data`() throws {
        let events = [
            #"{"choices":[{"index":1,"delta":{"content":"Rome."}}]}"#, "", "  ",
            chunk(#"{"content":"Paris."}"#, finish: #""stop""#),
        ]

        #expect(try completion(events).text == "Paris.")
    }

    @Test func `takes the last usage that it is told`() throws {
        let events = [
            chunk(#"{"content":"a"}"#, rest: #","usage":{"prompt_tokens":5,"completion_tokens":1}"#),
            chunk(
                #"{"content":"b"}"#, finish: #""stop""#, rest: #","usage":{"prompt_tokens":5,"completion_tokens":2}"#),
            #"{"choices":[],"usage":null}"#,
        ]

        #expect(try completion(events).usage == TokenUsage(prompt: 5, completion: 2))
    }

    @Test func `holds an answer in a form like a whole reply`() throws {
        let events = [chunk(#"{"content":"{\"city\":"}"#), chunk(#"{"content":"\"Paris\"}"}"#, finish: #""stop""#)]

        #expect(try completion(events, .cityForm).answer == #"{"city":"Paris"}"#)
    }
}

@Suite("Text shown as it arrives")
struct StreamedTextTests {
    private func streamed(_ pieces: [String]) throws -> [StreamedText] {
        var stream = ChatStream()
        return try pieces.flatMap { try stream.take(chunk(#"{"content":\#(JSON.string($0).compactText)}"#)) }
    }

    private func joined(_ pieces: [StreamedText]) -> (answer: String, reasoning: String) {
        pieces.reduce(into: ("", "")) { all, piece in
            switch piece {
            case .answer(let text): all.0 += text
            case .reasoning(let text): all.1 += text
            case .startedOver: break
            }
        }
    }

    @Test func `is told piece by piece`() throws {
        #expect(try streamed(["Par", "is", "."]) == [.answer("Par"), .answer("is"), .answer(".")])
    }

    @Test func `is told as reasoning where the endpoint says so`() throws {
        var stream = ChatStream()

        #expect(try stream.take(chunk(#"{"reasoning":"Hm","content":"A"}"#)) == [.reasoning("Hm"), .answer("A")])
    }

    @Test(arguments: 1...9)
    func `tells inline thoughts from words, wherever they are cut`(size: Int) throws {
        let text = Array("\n<think>France < Spain </ no.</think>Paris </think> stays.")
        let pieces = stride(from: 0, to: text.count, by: size).map { String(text[$0..<min($0 + size, text.count)]) }

        let told = joined(try streamed(pieces))

        #expect(told.reasoning == "France < Spain </ no.")
        #expect(told.answer == "Paris </think> stays.")
    }

    @Test func `is held back only as long as it may be a tag`() throws {
        #expect(try streamed(["<", "b>bold"]) == [.answer("<b>bold")])
    }

    @Test func `keeps letters whole that are made of several`() throws {
        #expect(
            try joined(streamed(["e", "\u{301}", "\u{1F468}", "\u{200D}\u{1F469}"])).answer
                == "e\u{301}\u{1F468}\u{200D}\u{1F469}")
    }
}
