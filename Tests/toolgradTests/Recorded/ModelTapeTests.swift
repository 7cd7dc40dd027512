import Foundation
import Testing

@Suite("A tape of a model")
struct ModelTapeTests {
    private static let source = ModelTape.Source(
        model: "gemma", file: "a5fd", server: "llama.cpp", recorded: "2026-11-23")

    private func tape(_ exchanges: (asked: String, answer: String)...) -> ModelTape {
        var tape = ModelTape(of: Self.source)
        for (asked, answer) in exchanges { tape.keep(Data(answer.utf8), to: Data(asked.utf8)) }
        return tape
    }

    @Test func `is read as it was written, whatever the order in which it was recorded`() throws {
        let one = tape(("Where is Oslo?", #"{"text":"In \"Norway\".\n"}"#), ("And Rome?", "Ítalía"))
        let other = tape(("And Rome?", "Ítalía"), ("Where is Oslo?", #"{"text":"In \"Norway\".\n"}"#))

        #expect(try ModelTape(parsing: one.text) == one)
        #expect(one.text == other.text)
        #expect(one.text.split(separator: "\n").count == 3)
        #expect(one.answer(to: Data("And Rome?".utf8)) == Data("Ítalía".utf8))
        #expect(one.answer(to: Data("And Lima?".utf8)) == nil)
    }

    @Test func `keeps the first answer to a question`() {
        let tape = tape(("Where is Oslo?", "In Norway."), ("Where is Oslo?", "No idea."))

        #expect(tape.count == 1)
        #expect(tape.answer(to: Data("Where is Oslo?".utf8)) == Data("In Norway.".utf8))
    }

    @Test(arguments: [
        ("", 1), (#"{"model":"gemma"}"#, 1),
        (#"{"model":"m","file":"f","server":"s","recorded":"r"}"# + "\nno JSON", 2),
        (#"{"model":"m","file":"f","server":"s","recorded":"r"}"# + "\n" + #"{"asked":"1"}"#, 2),
        (
            #"{"model":"m","file":"f","server":"s","recorded":"r"}"# + "\n"
                + #"{"asked":"1","reply":"a"}"# + "\n" + #"{"asked":"1","reply":"b"}"#, 3
        ),
    ])
    func `names the line that cannot be read`(text: String, line: Int) {
        let error = #expect(throws: ModelTape.Unreadable.self) { try ModelTape(parsing: text) }

        #expect(error?.line == line)
        #expect("\(ModelTape.Unreadable(line: line))" == "Line \(line) of the tape cannot be read; record it again.")
    }

    @Test func `a server plays it, and fails whoever asks for something else`() async throws {
        let server = try await TapeServer.start(tape(("Where is Oslo?", "In Norway.")))
        let client = try TapeClient(at: server.baseURL)

        #expect(try await client.asking("Where is Oslo?") == "In Norway.")
        await #expect(throws: TapeServer.Lack.self) {
            try await server.answering {
                _ = try? await client.asking("And Rome?"); try await Task.sleep(for: .seconds(60))
            }
        }

        #expect(server.asked == ["Where is Oslo?", "And Rome?"])
        #expect(server.lacks.map(\.request) == ["And Rome?"])
        #expect(
            server.lacks.map(\.description) == [
                "The tape has no answer to this request; record it again if the request is right. "
                    + "The request was: And Rome?"
            ])
        await server.stop()
    }

    @Test func `who asks for a stream gets the same answer in pieces`() async throws {
        let completion =
            #"{"choices":[{"index":0,"message":{"content":"In the far north, \"by the fjord\"."},"#
            + #""finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":9}}"#
        let server = try await TapeServer.start(tape((#"{"seed":1}"#, completion)))
        let client = try TapeClient(at: server.baseURL)

        let streamed = try await client.asking(#"{"seed":1,"stream":true,"stream_options":{"include_usage":true}}"#)

        #expect(try await client.asking(#"{"seed":1}"#) == completion)
        #expect(
            streamed == """
                data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"In the far north, \\"by th"},"finish_reason":null}]}

                data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"content":"e fjord\\"."},"finish_reason":null}]}

                data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}

                data: {"choices":[],"usage":{"prompt_tokens":3,"completion_tokens":9}}

                data: [DONE]


                """)
        await server.stop()
    }

    @Test func `an answer that is no completion cannot be streamed`() async throws {
        let server = try await TapeServer.start(tape((#"{"seed":1}"#, "no JSON")))
        let client = try TapeClient(at: server.baseURL)

        let refusal = await #expect(throws: TapeClient.Refusal.self) {
            try await client.asking(#"{"seed":1,"stream":true,"stream_options":{"include_usage":true}}"#)
        }

        #expect(refusal?.status == 500)
        #expect(server.lacks.count == 1)
        await server.stop()
    }
}

extension TapeClient {
    fileprivate func asking(_ question: String) async throws -> String {
        String(decoding: try await asked(Data(question.utf8)), as: UTF8.self)
    }
}
