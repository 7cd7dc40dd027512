import Engine
import Foundation
import LanguageModels
import Testing

@Suite("The answer in a reply")
struct ReplyAnswerTests {
    private func reply(
        _ message: String, _ rung: AnswerRung = .schema, finish: String = "stop"
    ) throws -> ReadReply {
        let body = #"{"choices":[{"message":\#(message),"finish_reason":"\#(finish)"}]}"#
        return try ChatReply.completion(Data(body.utf8), for: .cityForm, in: Dialect(rung: rung))
    }

    @Test(arguments: [
        #"{"content":"{\"city\":\"Paris\"}"}"#, #"{"content":"\n {\"city\":\"Paris\"} \n"}"#,
        #"{"content":"Sure:\n```json\n{\"city\":\"Paris\"}\n```\nIs {that} right?"}"#,
        #"{"content":"I say {\"city\":\"Paris\"} and no more."}"#,
        #"{"content":"<think>{\"city\":\"Rome\"}?</think>{\"city\":\"Paris\"}"}"#,
        #"{"content":"","reasoning_content":" {\"city\":\"Paris\"} "}"#,
        #"{"tool_calls":[{"id":"a","function":{"name":"city","arguments":"{\"city\":\"Paris\"}"}}]}"#,
        #"{"tool_calls":[{"id":"a","function":{"name":"city","arguments":{"city":"Paris"}}}]}"#,
    ])
    func `is found wherever the endpoint put it`(message: String) throws {
        for rung in AnswerRung.allCases {
            let reply = try reply(message, rung)
            #expect(reply.completion.answer == #"{"city":"Paris"}"#)
            #expect(reply.completion.calls == [])
            #expect(reply.completion.ending == .stopped)
            #expect(reply.form == .found)
        }
    }

    @Test(arguments: [
        #"{"content":"Paris."}"#, #"{"content":"\"Paris\""}"#, #"{"content":"{\"city\":"}"#, #"{"content":null}"#,
        #"{"content":"","reasoning":"Maybe {\"city\":\"Rome\"}, maybe not."}"#,
    ])
    func `is nil where there is none`(message: String) throws {
        let reply = try reply(message)

        #expect(reply.completion.answer == nil)
        #expect(reply.form == .missing(.answerForm))
    }

    @Test func `keeps its text, duplicate keys and all`() throws {
        let reply = try reply(#"{"content":"{\"city\": \"é\", \"city\":1.0}"}"#)

        #expect(reply.completion.answer == #"{"city": "é", "city":1.0}"#)
    }
}
