import Engine
import Evaluation
import Testing

@Suite("A file of predictions")
struct PredictionsFileTests {
    private func file(_ lines: String...) -> PredictionsFile { PredictionsFile(lines.joined(separator: "\n").utf8) }

    private func only(_ line: String) throws -> Prediction { try #require(file(line).rows.first).prediction }

    @Test func `a call's arguments are an object or text, and its error says how it ended`() throws {
        let prediction = try only(
            #"""
            {"id": "a", "response": "Done.", "calls": [
            {"name": "f", "arguments": {"x": 1.0, "x ": [ ]}},
            {"name": "g", "arguments": "{\"x\": ", "error": ""},
            {"name": "h", "arguments": 7, "error": null},
            {"name": "i", "arguments": {}, "error": "no luck"},
            {"name": "j", "arguments": {}, "error": {"code": 5}}]}
            """#.replacing("\n", with: " "))

        #expect(prediction.id == "a")
        #expect(prediction.response == "Done.")
        #expect(prediction.problem == nil)
        #expect(
            prediction.calls == [
                .init(name: "f", arguments: #"{"x":1.0,"x ":[]}"#),
                .init(name: "g", arguments: #"{"x": "#, outcome: .worked),
                .init(name: "h", arguments: "7", outcome: .worked),
                .init(name: "i", arguments: "{}", outcome: .failed("no luck")),
                .init(name: "j", arguments: "{}", outcome: .failed(#"{"code":5}"#)),
            ])
    }

    @Test func `a call says where nothing was offered under its name`() throws {
        let prediction = try only(
            #"""
            {"id": "a", "calls": [
            {"name": "f", "arguments": {}, "offered": false},
            {"name": "f", "arguments": {}, "offered": false, "error": "no such tool"},
            {"name": "f", "arguments": {}, "offered": true, "error": ""},
            {"name": "f", "arguments": {}, "offered": null}]}
            """#.replacing("\n", with: " "))

        #expect(prediction.calls.map(\.outcome) == [.notOffered(""), .notOffered("no such tool"), .worked, nil])
    }

    @Test func `OpenAI's tool_calls are calls that nobody made`() throws {
        let prediction = try only(
            #"{"id": "a", "tool_calls": [{"id": "c1", "type": "function", "function": {"name": "f", "arguments": "{}"}}]}"#
        )

        #expect(prediction.calls == [.init(name: "f", arguments: "{}")])
        #expect(prediction.response.isEmpty)
    }

    @Test func `a conversation has its calls, how they ended, and the last words`() throws {
        let prediction = try only(
            #"""
            {"id": "a", "messages": [{"role": "system", "content": "s"}, {"role": "user", "content": "u"},
            {"role": "assistant", "content": "Let me see.", "tool_calls": [
            {"id": "1", "function": {"name": "f", "arguments": "{\"x\":1}"}},
            {"id": "2", "function": {"name": "g", "arguments": "{}"}}]},
            {"role": "tool", "tool_call_id": "2", "content": "5 errors were mended"},
            {"role": "tool", "tool_call_id": "1", "content": "{\"error\": \"no x\", \"response\": \"\"}"},
            {"role": "assistant", "content": null, "tool_calls": [
            {"id": "1", "function": {"name": "f", "arguments": "{\"x\":2}"}}]},
            {"role": "tool", "tool_call_id": "1", "content": "{\"error\": \"\", \"response\": 2}"},
            {"role": "assistant", "content": [{"type": "text", "text": "It is "}, {"type": "text", "text": "2."}]}]}
            """#.replacing("\n", with: " "))

        #expect(prediction.response == "It is 2.")
        #expect(
            prediction.calls == [
                .init(name: "f", arguments: #"{"x":1}"#, outcome: .failed("no x")),
                .init(name: "g", arguments: "{}", outcome: .worked),
                .init(name: "f", arguments: #"{"x":2}"#, outcome: .worked),
            ])
    }

    @Test func `a conversation that ends in a call has no answer`() throws {
        let prediction = try only(
            #"{"id": "a", "messages": [{"role": "assistant", "content": "I look.", "tool_calls": [{"function": {"name": "f", "arguments": "{}"}}]}]}"#
        )

        #expect(prediction.response.isEmpty)
        #expect(prediction.calls == [.init(name: "f", arguments: "{}")])
    }

    @Test(
        "a line that is no prediction says what is wrong with it, and what to do",
        arguments: [
            (#"{"id": "a""#, "Line 2: It is no JSON: column 11: expected"),
            (#"["a"]"#, "Line 2: It is of type array. Write one JSON object a line."),
            (#"{"calls": []}"#, #"Line 2: It has no text "id". Write the id of the item that it is for."#),
            (#"{"id": 7, "calls": []}"#, #"Line 2: It has no text "id"."#),
            (#"{"id": "a"}"#, "Line 2: It has no calls, no messages and no response."),
            (#"{"id": "a", "calls": [], "tool_calls": []}"#, "Line 2: It has calls and tool_calls. Keep one of them."),
            (#"{"id": "a", "calls": {}}"#, "Line 2: Its calls are of type object. Write a list."),
            (#"{"id": "a", "calls": [{}]}"#, #"Line 2: Call 1 has no text "name"."#),
            (
                #"{"id": "a", "calls": [{"name": "f"}]}"#,
                #"Line 2: Call 1 has no "arguments". Write {} where it has none."#
            ),
            (
                #"{"id": "a", "calls": [{"name": "f", "arguments": {}, "offered": "no"}]}"#,
                #"Line 2: The "offered" of call 1 is of type string. Write false where nothing was offered under its name"#
            ),
            (#"{"id": "a", "response": 7}"#, "Line 2: Its response is of type integer. Write a text."),
            (#"{"id": "a", "id": "b", "calls": []}"#, #"Line 2: The key "id" stands twice in one object."#),
            (#"{"id": "a", "messages": [{"role": "robot"}]}"#, #"Line 2: Message 1 has the role "robot"."#),
            (
                #"{"id": "a", "messages": [{"role": "tool", "tool_call_id": "9", "content": ""}]}"#,
                "Line 2: Message 1 is the result of a call that nobody asked for."
            ),
            (
                #"{"id": "a", "messages": [{"role": "assistant", "tool_calls": 5}]}"#,
                "Line 2: The tool_calls of message 1 are of type integer. Write a list."
            ),
        ])
    func aLineThatIsNoPrediction(line: String, problem: String) throws {
        let file = file(#"{"id": "first", "calls": []}"#, line, #"{"id": "last", "calls": []}"#)

        #expect(file.rows.map(\.prediction.id) == ["first", "last"])
        #expect(file.problems.map(\.line) == [2])
        let found = try #require(file.problems.first).description
        #expect(found.hasPrefix(problem), "\(found)")
    }

    @Test func `of several lines with one id the first counts, and the others are named`() throws {
        let file = file(#"{"id": "a", "response": "1"}"#, #"{"id": "a", "response": "2"}"#)

        #expect(file.rows.map(\.prediction.response) == ["1"])
        #expect(
            file.problems.map(\.description) == [
                #"Line 2: The id "a" stands in line 1 already; that one counts. Keep one of them."#
            ])
    }

    @Test func `empty lines and carriage returns are no predictions and no problems`() {
        let file = PredictionsFile("{\"id\": \"a\", \"calls\": []}\r\n\r\n  \n{\"id\": \"b\", \"calls\": null}\n".utf8)

        #expect(file.rows.map(\.line) == [1, 4])
        #expect(file.emptyLines == 2)
        #expect(file.problems.isEmpty)
        #expect(PredictionsFile("".utf8).rows.isEmpty)
        #expect(PredictionsFile("".utf8).emptyLines == 0)
    }

    @Test func `a mark that says that the file is UTF-8 is skipped, and only before everything else`() {
        let line = #"{"id": "a", "calls": []}"#

        let marked = PredictionsFile("\u{FEFF}\(line)\n".utf8)
        let late = PredictionsFile("\(line)\n\u{FEFF}\(line)\n".utf8)
        let alone = PredictionsFile("\u{FEFF}".utf8)

        #expect(marked.rows.map(\.prediction.id) == ["a"] && marked.problems.isEmpty)
        #expect(late.problems.map(\.line) == [2])
        #expect(alone.rows.isEmpty && alone.problems.isEmpty && alone.emptyLines == 0)
    }

    @Test func `unknown ids and items without a prediction are named`() {
        let file = file(#"{"id": "b", "calls": []}"#, #"{"id": "x", "calls": []}"#)
        let truths = ["a", "b", "c"].map {
            Truth(id: $0, query: "?", offered: [], calls: [], response: "", category: .irrelevance)
        }

        let matched = file.matched(to: truths)

        #expect(Array(matched.predictions.keys) == ["b"])
        #expect(matched.unknown.map(\.line) == [2])
        #expect(matched.missing == ["a", "c"])
    }

    @Test func `an item that was given and cannot be read is not one for which nothing was given`() {
        let file = file(
            #"{"id": "a", "calls": 7}"#, #"{ "id" : "b", "calls": [{"na"#, #"{"calls": [], "id": "c"#,
            #"{"id": "d", "calls": [}"#, #"{"id": "d", "calls": []}"#, #"{"id": "e\u0041", "calls": ["#)
        let truths = ["a", "b", "c", "d", "e"].map {
            Truth(id: $0, query: "?", offered: [], calls: [], response: "", category: .irrelevance)
        }

        let matched = file.matched(to: truths)

        // The third does not begin with its id, the last one has it in another spelling; d comes whole later.
        #expect(matched.unreadable.mapValues(\.line) == ["a": 1, "b": 2])
        #expect(matched.missing == ["c", "e"])
        #expect(file.problems.map(\.id) == ["a", "b", nil, "d", nil])
    }

    @Test func `what is written is read again, byte for byte`() throws {
        let calls: [Prediction.Call] = [
            .init(name: "f", arguments: #"{"x": 1.50}"#),
            .init(name: "g\n", arguments: "{\"x\": \u{2028}", outcome: .worked),
            .init(name: "", arguments: "", outcome: .failed("no luck")),
            .init(name: "h.i", arguments: "{}", outcome: .notOffered("There is no tool \"h.i\".")),
            .init(name: "h.i", arguments: "{}", outcome: .notOffered("")),
        ]
        let predictions = [
            Prediction(id: "a", calls: calls, response: "Line 1\nLine 2"),
            Prediction(id: "b", calls: [], response: "", problem: "The endpoint gave up."),
        ]

        let file = PredictionsFile(predictions.map(\.line).joined(separator: "\n").utf8)

        #expect(file.problems.isEmpty)
        #expect(file.rows.map(\.prediction) == predictions)
    }

    @Test func `a call that failed without a reason does not become one that worked`() throws {
        let call = Prediction.Call(name: "f", arguments: "{}", outcome: .failed(""))

        let read = try only(Prediction(id: "a", calls: [call], response: "").line)

        #expect(read.calls.map(\.outcome) == [.failed("failed")])
    }
}
