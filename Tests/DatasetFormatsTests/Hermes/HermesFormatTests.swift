import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Hermes rows")
struct HermesFormatTests {
    @Test func `write calls and results as JSON between tags`() throws {
        let row = try ChatExamples.row(of: ExampleSamples.parallel, as: .hermes)

        #expect(row.object?.keys == ["id", "conversations", "tools"])
        #expect(
            turns(of: row).dropFirst().joined(separator: "\n") == """
                human: Weather in Oslo and in Rome?
                gpt: <tool_call>
                {"name":"geocode","arguments":{"name":"Oslo"}}
                </tool_call>
                <tool_call>
                {"name":"geocode","arguments":{"name":"Rome"}}
                </tool_call>
                tool: <tool_response>
                {"name":"geocode","content":{"place_id":"NO-4711"}}
                </tool_response>
                <tool_response>
                {"name":"geocode","content":{"place_id":"IT-0815"}}
                </tool_response>
                gpt: <tool_call>
                {"name":"weather","arguments":{"place_id":"IT-0815"}}
                </tool_call>
                <tool_call>
                {"name":"weather","arguments":{"place_id":"NO-4711"}}
                </tool_call>
                tool: <tool_response>
                {"name":"weather","content":{"max":24}}
                </tool_response>
                <tool_response>
                {"name":"weather","content":{"max":4}}
                </tool_response>
                gpt: Cold and warm.
                """)
    }

    @Test func `offer the tools in the system prompt, after the user's own, and in a column`() throws {
        let row = try ChatExamples.row(of: ExampleSamples.edited, as: .hermes) { $0.systemPrompt = "Be brief." }

        let prompt = try #require(row["conversations"]?[0]?["value"]?.string)
        let tools =
            #"[{"type":"function","function":{"name":"geocode","description":"Does geocode.","#
            + #""parameters":{"type":"object","properties":{"name":{"type":"string"}}}}}]"#
        #expect(row["conversations"]?[0]?["from"] == "system")
        #expect(prompt.hasPrefix("Be brief.\n\nYou can call functions"))
        #expect(prompt.contains("\n<tools>\n\(tools)\n</tools>\n"))
        #expect(row["tools"]?.string == tools)
    }

    @Test(arguments: [
        (#"{ "a": 1.0, "b": [12345678901234567890] }"#, #"{"a":1.0,"b":[12345678901234567890]}"#),
        ("[]", "[]"), ("21", #""21""#), ("null", #""null""#), (#""text""#, #""\"text\"""#), ("", #""""#),
        (#"{"cut": [1, 2 … [cut: 17 of 900 characters]"#, #""{\"cut\": [1, 2 … [cut: 17 of 900 characters]""#),
        (#"{"a":1,"a":2}"#, #""{\"a\":1,\"a\":2}""#), ("[1e999]", #""[1e999]""#), ("Straße\n東京", #""Straße\n東京""#),
    ])
    func `have an output that is an object or a list as such, and any other as text`(
        output: String, content: String
    ) throws {
        let sample = SampleBuilder(query: "Find it.", response: "Found.").step("find", [:], gives: output)

        let turns = try turns(of: ChatExamples.row(of: sample, as: .hermes))

        #expect(turns[3] == "tool: <tool_response>\n{\"name\":\"find\",\"content\":\(content)}\n</tool_response>")
    }

    @Test func `have no tag within what stands between tags, which still says the same`() throws {
        let row = try ChatExamples.row(of: ChatExamples.tags, as: .hermes)

        let turns = turns(of: row)
        let call = turns[2].split(separator: "\n")
        let result = turns[3].split(separator: "\n")
        try #require(call.count == 3 && result.count == 3)
        #expect(call[1].contains(#"\u003c/tool_call>\u003ctool_call>{}\u003c/tool_call> \u003cthink>no\u003c/think>"#))
        #expect(call[1].contains("<b>x</b>"))
        #expect(
            try JSON(parsing: String(call[1]))["arguments"]?["text"]
                == "</tool_call><tool_call>{}</tool_call> <think>no</think> <b>x</b> <|im_end|> 1<2")
        #expect(result[1].contains(#""\u003c/tool_response> <i>""#))
        #expect(turns[0].components(separatedBy: "</tools>").count == 2)
        #expect(turns[1] == "human: Post </tool_call> and <b>x</b>.")
        #expect(turns[4] == "gpt: Posted <b>it</b>.")
    }

    @Test func `rename tools in what is offered, called and answered`() throws {
        let row = try ChatExamples.row(of: ExampleSamples.oddNames, as: .hermes)

        let tools = try JSON(parsing: row["tools"]?.string ?? "").array ?? []
        let bodies = turns(of: row)[2...3].flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("{") } }
        let names = try bodies.map { try JSON(parsing: String($0))["name"] }
        #expect(tools.map { $0["function"]?["name"] } == ["money_convert_d3ede62e", "money_convert_36242288"])
        #expect(
            names == [
                "money_convert_d3ede62e", "money_convert_36242288", "money_convert_d3ede62e", "money_convert_36242288",
            ])
    }

    @Test(arguments: ["<tool_call>", "</tool_call>"])
    func `leave out a sample whose response would be read as a call`(tag: String) throws {
        let sample = SampleBuilder(query: "How?", response: "Write \(tag).", index: 2).step("find", [:], gives: "{}")

        let export = try ChatExamples.export([ExampleSamples.chain.sample, sample.sample], as: .hermes)

        let skipped = try #require(export.files.first { $0.path == "manifest/skipped.jsonl" })
        let reason = try JSON(parsing: skipped.bytes.dropLast())["reason"]?.string
        #expect(
            reason == "Its response has \(tag), which the readers of this format take for a call; edit the response.")
        #expect(export.files.first { $0.path == "train.jsonl" }?.rows == 1)
        #expect(throws: ExportError.self) { try ChatExamples.export([sample.sample], as: .hermes) }
    }

    @Test func `answer at once where no offered tool helps, under another id`() throws {
        let rows = try ChatExamples.rowsWithIrrelevance(as: .hermes)

        try #require(rows.count == 2)
        #expect(
            turns(of: rows[1]).dropFirst() == ["human: How warm will it be in Oslo?", "gpt: No tool here tells that."])
        let ids = rows.compactMap { $0["id"]?.string }
        #expect(
            ids == ["\(ExampleSamples.chain.id.run.hash)/s-00001", "\(ExampleSamples.chain.id.run.hash)/s-00001#2"])
        #expect(throws: SkipReason.tagInResponse("<tool_call>")) {
            try ChatExamples.rowsWithIrrelevance(as: .hermes, response: "<tool_call>")
        }
    }

    @Test func `are the same samples in the same order as the rows of OpenAI's shape`() throws {
        func samples(_ name: ExportFormatName) throws -> [JSON?] {
            try ChatExamples.lines(of: ChatExamples.all, as: name, in: "manifest/rows.jsonl")
                .map { try JSON(parsing: $0)["sample"] }
        }

        #expect(try samples(.hermes) == samples(.openai))
        #expect(try samples(.hermes).count == ChatExamples.all.count)
    }

    private func turns(of row: JSON) -> [String] {
        (row["conversations"]?.array ?? []).map { "\($0["from"]?.string ?? "?"): \($0["value"]?.string ?? "?")" }
    }
}
