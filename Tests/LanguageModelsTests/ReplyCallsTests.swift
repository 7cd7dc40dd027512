import Engine
import Foundation
import LanguageModels
import Testing

@Suite("The calls in a reply")
struct ReplyCallsTests {
    @Test func `are read as they were written, whatever the reason to stop`() throws {
        let message = #"""
            {"content":"Let me see.","tool_calls":[{"id":"a","type":"function","function":{"name":"city_lookup",
            "arguments":"{ \"name\": \"Paris\" }"}}]}
            """#

        for finish in [#""stop""#, #""tool_calls""#] {
            let completion = try readReply(message: message, finish: finish)
            #expect(completion.ending == .calls)
            #expect(completion.text == "Let me see.")
            #expect(
                completion.calls == [
                    RequestedCall(id: "a", name: "city_lookup", arguments: #"{ "name": "Paris" }"#)
                ])
        }
    }

    @Test(arguments: [
        (#""""#, "{}"), (#"" \n ""#, "{}"), ("null", "{}"), ("{}", "{}"), (#"{"name":"Oslo"}"#, #"{"name":"Oslo"}"#),
        (#""{broken""#, "{broken"), ("[1]", "[1]"),
    ])
    func `have arguments as JSON text`(arguments: String, text: String) throws {
        let completion = try readReply(
            message: #"{"tool_calls":[{"id":"a","function":{"name":"f","arguments":\#(arguments)}}]}"#)

        #expect(completion.calls.map(\.arguments) == [text])
    }

    @Test func `may lack arguments`() throws {
        #expect(
            try readReply(message: #"{"tool_calls":[{"id":"a","function":{"name":"f"}}]}"#).calls[0].arguments == "{}")
    }

    @Test func `have ids of their own in the conversation`() throws {
        let request = ModelRequest.question {
            $0.messages.append(.assistant("", calls: [RequestedCall(id: "call_0", name: "f", arguments: "{}")]))
        }
        let call = { (id: String) in #"{"id":\#(id),"function":{"name":"f"}}"# }
        let ids = [#""call_0""#, "null", #""""#, #""x""#, #""x""#, "7"].map(call).joined(separator: ",")

        let completions = try (0..<2).map { _ in try readReply(message: #"{"tool_calls":[\#(ids)]}"#, request) }

        #expect(
            completions[0].calls.map(\.id) == ["call00002", "call00003", "call00004", "x", "call00006", "call00007"])
        #expect(completions[0] == completions[1])
    }

    @Test func `never get the id of an earlier call`() throws {
        let request = ModelRequest.question {
            $0.messages.append(.assistant("", calls: [RequestedCall(id: "call00002", name: "f", arguments: "{}")]))
        }

        #expect(
            try readReply(message: #"{"tool_calls":[{"function":{"name":"f"}}]}"#, request).calls[0].id == "call00003")
    }

    @Test func `keep what is not ours`() throws {
        let completion = try readReply(
            message: #"""
                {"tool_calls":[{"id":"a","index":0,"type":"function","function":{"name":"f","arguments":"{}"},
                "extra_content":{"google":{"thought_signature":"AbC="}},"nothing":null}]}
                """#)

        #expect(completion.calls[0].extra == ["extra_content": ["google": ["thought_signature": "AbC="]]])
    }

    @Test func `may come in the old field`() throws {
        let completion = try readReply(
            message: #"{"content":null,"function_call":{"name":"f","arguments":"{}"}}"#, finish: #""function_call""#)

        #expect(completion.calls == [RequestedCall(id: "call00001", name: "f", arguments: "{}")])
    }

    @Test func `count as cut off with the answer`() throws {
        let message = #"{"tool_calls":[{"id":"a","function":{"name":"f","arguments":"{\"na"}}]}"#

        #expect(try readReply(message: message, finish: #""length""#).ending == .length)
    }

    @Test(arguments: [(128, true), (129, false)])
    func `are 128 at most`(count: Int, isRead: Bool) {
        let calls = (0..<count).map { #"{"id":"\#($0)","function":{"name":"f"}}"# }.joined(separator: ",")
        let body = #"{"choices":[{"message":{"tool_calls":[\#(calls)]},"finish_reason":"tool_calls"}]}"#

        #expect((replyProblem(body) == nil) == isRead)
    }
}

@Suite("Calls as JSON, read back")
struct RestoredCallsTests {
    private func completion(_ content: String, _ request: ModelRequest = .withTools) throws -> Completion {
        try readReply(
            message: #"{"content":\#(JSON.string(content).compactText)}"#, request, in: Dialect(calling: .json))
    }

    @Test func `are calls like any other`() throws {
        let completion = try completion(#"{"call":{"name":"city_lookup","arguments":{"name":"Paris"}},"answer":null}"#)

        #expect(
            completion.calls == [
                RequestedCall(id: "call00001", name: "city_lookup", arguments: #"{"name":"Paris"}"#)
            ])
        #expect(completion.ending == .calls)
        #expect(completion.text == "")
        #expect(completion.answer == nil)
    }

    @Test(arguments: [#"{"call":null,"answer":"It is Paris."}"#, #"{"answer":"It is Paris."}"#, "It is Paris."])
    func `may be none`(content: String) throws {
        let completion = try completion(content)

        #expect(completion.calls == [])
        #expect(completion.ending == .stopped)
        #expect(completion.text == "It is Paris.")
    }

    @Test func `may stand beside an answer in a form`() throws {
        var request = ModelRequest.withTools
        request.answer = ModelRequest.cityForm.answer

        #expect(try completion(#"{"call":null,"answer":{"city":"Paris"}}"#, request).answer == #"{"city":"Paris"}"#)
    }

    @Test func `stay cut off when they are`() throws {
        let completion = try readReply(
            message: #"{"content":"{\"call\":{\"name\":\"ci"}"#, finish: #""length""#, .withTools,
            in: Dialect(calling: .json))

        #expect(completion.ending == .length)
        #expect(completion.calls == [])
    }
}
