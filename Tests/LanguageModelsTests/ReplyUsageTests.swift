import Engine
import Foundation
import LanguageModels
import Testing

@Suite("The usage in a reply")
struct ReplyUsageTests {
    private func usage(_ usage: String, _ text: String = "Paris.") throws -> TokenUsage {
        try readReply(message: #"{"content":"\#(text)"}"#, usage: usage, .question).usage
    }

    @Test(arguments: [
        "null", "{}", #""many""#, #"{"prompt_tokens":null,"completion_tokens":null}"#,
        #"{"prompt_tokens":-5,"completion_tokens":-1}"#, #"{"prompt_tokens":1e18,"completion_tokens":1e18}"#,
        #"{"prompt_tokens":1e400,"completion_tokens":1.5}"#, #"{"prompt_tokens":0,"completion_tokens":0}"#,
        #"{"prompt_tokens":"12","completion_tokens":"3"}"#,
    ])
    func `is estimated and flagged where it cannot be believed`(text: String) throws {
        #expect(
            try usage(text)
                == TokenUsage(prompt: ModelRequest.question.estimatedTokens, completion: 2, isEstimated: true))
    }

    @Test func `is estimated as far as it cannot be believed`() throws {
        #expect(
            try usage(#"{"prompt_tokens":50,"completion_tokens":-1}"#)
                == TokenUsage(prompt: 50, completion: 2, isEstimated: true))
    }

    @Test func `is estimated where there is none`() throws {
        let body = ##"{"choices":[{"message":{"content":"Paris."},"finish_reason":"stop"}]}"##

        let completion = try ChatReply.completion(Data(body.utf8), for: .question, in: Dialect()).completion

        #expect(completion.usage.isEstimated)
        #expect(completion.model == "small")
    }

    @Test func `counts reasoning that an endpoint leaves out of the answer`() throws {
        #expect(
            try usage(#"{"prompt_tokens":10,"completion_tokens":3,"total_tokens":113}"#)
                == TokenUsage(prompt: 10, completion: 103))
    }

    @Test func `has no more details than there are tokens`() throws {
        let text = #"""
            {"prompt_tokens":10,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":99},
            "completion_tokens_details":{"reasoning_tokens":-7}}
            """#

        #expect(try usage(text) == TokenUsage(prompt: 10, completion: 3, cached: 10, reasoning: 0))
    }
}
