import DatasetFormats
import Engine
import Foundation
import Testing

@Suite("Rows that are no samples")
struct HostileRowTests {
    @Test(
        "name their place, what is wrong and what to do",
        arguments: [
            (
                #"{"messages":"#,
                "It is no JSON: column 13: expected a value, found the end of the text. Mend it there, or leave it out."
            ),
            (
                #"{"messages":[],"x":NaN}"#,
                "Column 20 has NaN, which Python writes and JSON does not know. Write null, or leave the value out."
            ),
            (
                #"{"x":-Infinity}"#,
                "Column 7 has Infinity, which Python writes and JSON does not know. Write null, or leave the value out."
            ),
            (
                #"{'messages': []}"#,
                "It is written as Python writes a dictionary, not as JSON. Write it with json.dumps."
            ),
            (
                "\u{FEFF}{}",
                "It is no JSON: column 1: the text begins with a byte order mark; save it without. Mend it there, or leave it out."
            ),
            (
                #"{"a":"\ud800"}"#,
                "It is no JSON: column 7: half a surrogate pair stands alone; write both halves. Mend it there, or leave it out."
            ),
            (#"{"a":1,"b":{"c":1,"c":2}}"#, "The key “c” stands twice in one object. Keep one of them."),
            (
                "{}{}",
                "It is no JSON: column 3: expected the end of the text, found `{`. Mend it there, or leave it out."
            ),
            ("[]", "It is an array, not an object. Write one row per line, as an object."),
            (
                #"{"conversations":[]}"#,
                "It has no messages; its keys are “conversations”. Write the conversation as `messages`."
            ),
            (#"{"messages":{}}"#, "Its messages are an object, not a list. Write a list."),
            (#"{"messages":[]}"#, "It has no user's message. Begin with what the user asks."),
            (row("7"), "Message 1 is a number, not an object. Write role and content."),
            (row("{}"), "Message 1 has no role. Name one of system, user, assistant and tool as its `role`."),
            (row(#"{"role":"human"}"#), "Message 1 has the role “human”. Use system, user, assistant or tool."),
            (
                row(#"{"role":"user","content":" "}"#),
                "The user's message (message 1) is empty. Write what the user asks."
            ),
            (row(#"{"role":"user","content":4}"#), "Message 1 has a number for its content. Write it as a text."),
            (
                row(#"{"role":"user","content":[{"type":"image_url"}]}"#),
                "Message 1 has a part of type “image_url”. Only texts can be held; leave the row out."
            ),
            (
                row(answersCold),
                "An assistant's message (message 1) stands before any user's message. Begin with what the user asks."
            ),
            (
                row(result("4")),
                "A tool's message (message 1) stands before any user's message. Begin with what the user asks."
            ),
            (
                row(asksWeather + "," + answersCold + "," + asksWeather),
                "It has several user turns; message 3 is another one. A sample holds one question; split the conversation into rows of one."
            ),
            (
                row(asksWeather + "," + result("4")),
                "A tool's message (message 2) stands before any call. Put it after the call it answers."
            ),
        ] as [(String, String)])
    func nameWhatIsWrong(line: String, text: String) {
        #expect(problem(line) == "rows.jsonl, line 3: \(text)")
    }

    @Test(
        "name the call or the tool that is wrong",
        arguments: [
            (calling("3"), "Message 2, call 1: it is a number, not an object. Write id and function."),
            (calling("{}"), "Message 2, call 1: it names no tool. Name the tool as `name` of its `function`."),
            (
                calling(call("f", "[]")),
                "Message 2, call 1: its arguments are an array, not an object. Write an object."
            ),
            (
                calling(call("f", #""7""#)),
                "Message 2, call 1: its arguments are a number, not an object. Write an object, encoded once."
            ),
            (
                calling(call("f", #""\"{}\"""#)),
                "Message 2, call 1: its arguments are a text, not an object. Write an object, encoded once."
            ),
            (
                calling(call("f", #""{'a': 1}""#)),
                "Message 2, call 1: its arguments are a text that is no JSON: column 2: expected a key in double quotes, found `'`. Write them as JSON."
            ),
            (
                calling(call("f", #""{\"a\":1,\"a\":2}""#)),
                "Message 2, call 1: its arguments have the key “a” twice. Keep one of them."
            ),
            (
                calling(call("f", id: "a"), call("f", id: "a")),
                "Message 2 uses the call id “a” again. Give each call of a row an id of its own."
            ),
            (
                calling(call("f", id: "a")) + "," + result("1", id: "b"),
                "Message 3 answers the call id “b”, which no call before it has. Correct the id."
            ),
            (
                calling(call("f", id: "a")) + "," + result("1", id: "a") + "," + result("1", id: "a"),
                "Message 4 answers the call id “a” again. Keep one answer to each call."
            ),
            (
                calling(call("f")) + "," + result("1") + "," + result("2"),
                "Message 4 is a result, and there is no call left to answer. Remove it, or give calls and results ids."
            ),
            (
                calling(call("f")) + "," + result("1", name: "g"),
                "Message 3 is a result, and there is no call of “g” left to answer. Remove it, or give calls and results ids."
            ),
            (
                #"{"role":"assistant","tool_calls":{}}"#,
                "Message 2 has an object for its tool_calls. Write them as a list."
            ),
            (
                #"{"role":"assistant","tool_calls":[{"id":true,"function":{"name":"f"}}]}"#,
                "Message 2, call 1: its id is a boolean, not a text. Write it as a text."
            ),
        ] as [(String, String)])
    func nameTheCall(messages: String, text: String) {
        #expect(problem(row(asksWeather + "," + messages)) == "rows.jsonl, line 3: \(text)")
    }

    @Test(
        "name the tool definition that is wrong",
        arguments: [
            ("7", "The row's tools are a number, not a list. Write a list."),
            (
                #""[""#,
                "The row's tools are a text that is no JSON: column 2: expected a value, found the end of the text. Write them as JSON."
            ),
            ("[{}]", "Tool 1 has no name. Name it, or take it out."),
            (
                #"[{"name":"f"},{"name":"f","description":"x"}]"#,
                "Two tools are called “f”. Rename one of them and its calls."
            ),
            (#"[{"name":"f","description":[]}]"#, "Tool 1 has an array for its description. Write it as a text."),
            (
                #"[{"name":"f","parameters":[]}]"#,
                "Tool 1 has an array for its parameters. Write a JSON Schema, which is an object."
            ),
        ] as [(String, String)])
    func nameTheTool(tools: String, text: String) {
        #expect(problem(row(asksWeather, tools: tools)) == "rows.jsonl, line 3: \(text)")
    }

    @Test func `are told from others by bytes that are no UTF-8`() {
        let bytes = Array(#"{"messages":[{"role":"user","content":"caf"#.utf8) + [0xE9] + Array(#""}]}"#.utf8)

        #expect(
            problem(bytes)
                == "rows.jsonl, line 3: It is no JSON: column 43: these bytes are not UTF-8; save the text as UTF-8. Mend it there, or leave it out."
        )
    }

    @Test func `may be too deep`() throws {
        let deep = String(repeating: "[", count: 200_000) + String(repeating: "]", count: 200_000)

        let text = try #require(problem(row(asksWeather + "," + calling(call("f", #"{"a":\#(deep)}"#)))))

        #expect(text.contains("nests deeper than 128 levels"))
    }

    @Test func `may be too large in each direction`() throws {
        let long = [UInt8](repeating: 0x20, count: 64 << 20) + Array("{}".utf8)
        let answers = [String](repeating: answersCold, count: 100_000).joined(separator: ",")
        let calls = [String](repeating: call("f"), count: 201).joined(separator: ",")
        let text = String(repeating: "x", count: 1 << 20)
        let values = [String](repeating: "0", count: 5_000).joined(separator: ",")

        #expect(
            problem(long)
                == "rows.jsonl, line 3: It has 67108866 bytes; at most 67108864 are read. Split it, or leave it out.")
        #expect(
            problem(row(asksWeather + "," + answers))
                == "rows.jsonl, line 3: It has 100001 messages; at most 1000 are read. Split the conversation, or leave it out."
        )
        #expect(
            problem(row(asksWeather + "," + calling(calls)))
                == "rows.jsonl, line 3: It has 201 calls; at most 200 are read. Split the conversation, or leave it out."
        )
        #expect(
            problem(row(asksWeather + "," + calling(call("f", #"{"a":[\#(values)]}"#))))
                == "rows.jsonl, line 3: The arguments of its calls have more than 5000 values. Leave it out, or pass large values by reference."
        )
        #expect(
            problem(row(asksWeather + "," + calling(call("f", #"{"a":"\#(text)"}"#))))
                == "rows.jsonl, line 3: The arguments of its calls have more than 1048576 bytes. Leave it out, or pass large values by reference."
        )
    }

    @Test func `are named line by line, and the others are read`() {
        let good = row(asksWeather + "," + answersCold)
        let file = [good, "{", "", good, "7"].joined(separator: "\n")

        let reading = ImportReader(.trl, file: "rows.jsonl").read(Data(file.utf8))

        #expect(reading.samples.map(\.place.line) == [1, 4])
        #expect(reading.problems.map(\.line) == [2, 5])
        #expect(reading.emptyLines == 1)
    }

    @Test func `quote hostile names cut`() throws {
        let name = String(repeating: "x", count: 1_000_000)

        let text = try #require(problem(row(#"{"role":"\#(name)"}"#)))

        #expect(text.utf8.count < 300)
    }
}
