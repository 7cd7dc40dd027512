import Engine
import Foundation
import LanguageModels
import Testing

@Suite("A whole reply")
struct ChatReplyTests {
    @Test func `is read with its usage, its model and its bytes`() throws {
        let body = #"""
            {"id":"x","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{"role":"assistant",
            "content":"Paris."},"finish_reason":"stop","logprobs":null}],"usage":{"prompt_tokens":20,
            "completion_tokens":8,"total_tokens":28,"prompt_tokens_details":{"cached_tokens":16},
            "completion_tokens_details":{"reasoning_tokens":5}},"made_up":1}
            """#

        let reply = try ChatReply.completion(Data(body.utf8), for: .question, in: Dialect())

        #expect(
            reply.completion
                == Completion(
                    text: "Paris.", usage: TokenUsage(prompt: 20, completion: 8, cached: 16, reasoning: 5),
                    model: "m-1", body: RecordedOutput(body)))
        #expect(reply.form == .notAsked)
    }

    @Test(arguments: ["null", #""""#, "[]"])
    func `may have no content`(content: String) throws {
        #expect(try readReply(message: #"{"role":"assistant","content":\#(content)}"#).text == "")
    }

    @Test func `may lack content altogether`() throws {
        #expect(try readReply(message: #"{"role":"assistant"}"#).ending == .stopped)
    }

    @Test func `may have content in parts`() throws {
        let completion = try readReply(
            message: #"""
                {"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm. "}]},{"type":"text","text":"Par"},
                {"type":"text","text":"is."},"!"]}
                """#)

        #expect(completion.text == "Paris.!")
        #expect(completion.reasoning == "Hm. ")
    }

    @Test(arguments: [
        #"{"content":"Paris.","reasoning_content":"France."}"#, #"{"content":"Paris.","reasoning":"France."}"#,
        #"{"content":"Paris.","reasoning":"France.","reasoning_content":"France."}"#,
        #"{"content":"<think>France.</think>\n\nParis."}"#, #"{"content":"\n<thought>France.</thought>Paris."}"#,
        #"{"content":"France.\n</think>\nParis."}"#,
    ])
    func `has reasoning in any of its spellings`(message: String) throws {
        let completion = try readReply(message: message)

        #expect(completion.text == "Paris.")
        #expect(completion.reasoning == "France.")
    }

    @Test func `is all reasoning when the thought never ends`() throws {
        let completion = try readReply(message: #"{"content":"<think>France. The capital"}"#, finish: #""length""#)

        #expect(completion.text == "")
        #expect(completion.reasoning == "France. The capital")
        #expect(completion.ending == .length)
    }

    @Test func `may speak of tags without thinking`() throws {
        let text = "The tag <think> opens and </think> closes."

        #expect(try readReply(message: #"{"content":"\#(text)"}"#).text == text)
    }

    @Test(arguments: [
        (#""stop""#, Completion.Ending.stopped), (#""length""#, .length), (#""content_filter""#, .filtered),
        (#""tool_calls""#, .stopped), (#""eos""#, .stopped), (#""MAX_TOKENS""#, .length), (#""SAFETY""#, .filtered),
        ("null", .stopped), (#""""#, .stopped),
    ])
    func `ends for one of the reasons`(finish: String, ending: Completion.Ending) throws {
        #expect(try readReply(message: #"{"content":"Paris."}"#, finish: finish).ending == ending)
    }

    @Test func `can be a refusal`() throws {
        #expect(try readReply(message: #"{"content":null,"refusal":"I will not."}"#).ending == .refused("I will not."))
        #expect(try readReply(message: #"{"content":"Yes.","refusal":null}"#).ending == .stopped)
        #expect(
            try readReply(message: #"{"content":[{"type":"refusal","refusal":"No."}]}"#).ending == .refused("No."))
    }

    @Test func `may have keys twice, and the first counts`() throws {
        #expect(try readReply(message: #"{"content":"one","content":"two"}"#).text == "one")
    }
}

@Suite("A reply that is none")
struct NoReplyTests {
    @Test func `may be empty`() {
        #expect(replyProblem("")?.reason == "it is empty.")
    }

    @Test(arguments: ["{", #"{"choices":[{"mess"#, "nonsense", "[1,]", "data: {}\n\n"])
    func `may be broken JSON`(body: String) {
        #expect(replyProblem(body)?.reason?.hasPrefix("it is not JSON.") == true)
    }

    @Test func `may be a web page`() {
        guard case .page(let page) = replyProblem("<!doctype html><html><TITLE>Sign in</TITLE>") else {
            Issue.record("It is a page.")
            return
        }
        #expect(page.message == "a web page: Sign in")
    }

    @Test func `may be bytes that are no text`() {
        let body = Data(#"{"choices":[{"message":{"content":""#.utf8) + [0xFF, 0xFE] + Data(#""}}]}"#.utf8)

        #expect(
            replyProblem(body)?.reason
                == "it is not JSON. Line 1, column 36: these bytes are not UTF-8; save the text as UTF-8.")
    }

    @Test func `may have half a surrogate pair`() {
        let body = #"{"choices":[{"message":{"content":"\ud83d"},"finish_reason":"stop"}]}"#

        #expect(replyProblem(body)?.reason?.contains("half a surrogate pair") == true)
    }

    @Test(arguments: ["{}", #"{"choices":[]}"#, #"{"choices":null}"#, #"{"object":"list","data":[]}"#, "[]", "42"])
    func `may have no choices`(body: String) {
        #expect(replyProblem(body)?.reason == "it has no choices.")
    }

    @Test(arguments: [#"{"choices":[{}]}"#, #"{"choices":[{"message":null}]}"#, #"{"choices":[{"message":"hi"}]}"#])
    func `may have no message`(body: String) {
        #expect(replyProblem(body)?.reason == "its choice has no message.")
    }

    @Test func `may have ended for an unknown reason`() {
        let body = #"{"choices":[{"message":{"content":"Par"},"finish_reason":"abort"}]}"#

        #expect(replyProblem(body)?.reason?.contains("abort") == true)
    }

    @Test(arguments: [
        #"{"error":{"message":"Overloaded","code":529}}"#, #"[{"error":{"message":"Overloaded","code":529}}]"#,
        #"{"choices":[{"error":{"message":"Overloaded","code":529},"finish_reason":"error","message":{"content":""}}]}"#,
    ])
    func `may be an error with status 200`(body: String) {
        guard case .failed(let error) = replyProblem(body) else {
            Issue.record("It is an error.")
            return
        }
        #expect(error.message == "Overloaded")
        #expect(error.status == 529)
    }

    @Test func `is not one because its error is null`() {
        #expect(replyProblem(#"{"error":null,"choices":[{"message":{"content":"a"},"finish_reason":"stop"}]}"#) == nil)
    }
}
