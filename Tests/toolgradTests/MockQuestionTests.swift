import Engine
import Foundation
import Testing

@testable import benchmarks

@Suite("The mock of a model over HTTP")
struct MockQuestionTests {
    private static let tool = #"{"type": "function", "function": {"name": "find", "parameters": {"type": "object"}}}"#

    private func answer(to body: String) throws -> MockAnswer {
        MockAnswer(to: try MockQuestion(body: Data(body.utf8)), choosing: .first)
    }

    @Test func `calls a tool where it may, and speaks once it has the result`() throws {
        let asked = #"{"role": "user", "content": "Carry it out."}"#
        let result = #"{"role": "tool", "tool_call_id": "call_mock", "content": "{}"}"#

        let first = try answer(to: #"{"messages": [\#(asked)], "tools": [\#(Self.tool)]}"#)
        let second = try answer(to: #"{"messages": [\#(asked), \#(result)], "tools": [\#(Self.tool)]}"#)
        let forbidden = try answer(
            to: #"{"messages": [\#(asked)], "tools": [\#(Self.tool)], "tool_choice": "none"}"#)

        #expect(first.call?.name == "find")
        #expect(first.ending == .calls)
        #expect(second.call == nil)
        #expect(!second.text.isEmpty)
        #expect(forbidden.call == nil)
    }

    @Test func `answers in the form that is asked for`() throws {
        let schema = #"{"type": "object", "properties": {"n": {"enum": [7]}}, "required": ["n"]}"#
        let format = #"{"type": "json_schema", "json_schema": {"name": "f", "schema": \#(schema)}}"#

        let answer = try answer(to: #"{"messages": [],"response_format":\#(format),"max_tokens":100}"#)

        #expect(try JSON(parsing: Data(answer.text.utf8))["n"] == 7)
    }

    @Test func `refuses what it cannot read`() {
        #expect(throws: (any Error).self) { try answer(to: "{") }
        #expect(throws: MockQuestion.Unreadable.self) { try answer(to: #"{"response_format":{}}"#) }
    }
}
