import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows for TRL")
struct TRLFormatTests {
    @Test func `writes a chain as one line`() throws {
        let lines = try trlLines(of: [ExampleSamples.chain.sample])

        #expect(
            lines == [
                #"{"messages":[{"role":"user","content":"How warm will it be in Oslo?"},"#
                    + #"{"role":"assistant","content":"","tool_calls":[{"id":"call_00000001","type":"function","#
                    + #""function":{"name":"geocode","arguments":{"name":"Oslo"}}}]},"#
                    + #"{"role":"tool","tool_call_id":"call_00000001","name":"geocode","#
                    + #""content":"{\"latitude\":59.91,\"longitude\":10.75}"},"#
                    + #"{"role":"assistant","content":"","tool_calls":[{"id":"call_00000002","type":"function","#
                    + #""function":{"name":"forecast","arguments":{"latitude":59.91,"longitude":10.75}}}]},"#
                    + #"{"role":"tool","tool_call_id":"call_00000002","name":"forecast","content":"{\"max\":9.5}"},"#
                    + #"{"role":"assistant","content":"9.5 °C at most."}],"#
                    + #""tools":[{"type":"function","function":{"name":"geocode","description":"Does geocode.","#
                    + #""parameters":{"type":"object","properties":{"name":{"type":"string"}}}}},"#
                    + #"{"type":"function","function":{"name":"forecast","description":"Does forecast.","#
                    + #""parameters":{"type":"object","properties":{"latitude":{"type":"number"},"#
                    + #""longitude":{"type":"number"}}}}}]}"#
            ])
    }

    @Test func `calls in parallel what does not depend on each other`() throws {
        let line = try #require(try trlLines(of: [ExampleSamples.parallel.sample]).first)

        #expect(
            try conversation(line) == """
                user: Weather in Oslo and in Rome?
                assistant: 01 geocode{"name":"Oslo"} 02 geocode{"name":"Rome"}
                tool 01 geocode: {"place_id":"NO-4711"}
                tool 02 geocode: {"place_id":"IT-0815"}
                assistant: 03 weather{"place_id":"IT-0815"} 04 weather{"place_id":"NO-4711"}
                tool 03 weather: {"max":24}
                tool 04 weather: {"max":4}
                assistant: Cold and warm.
                """)
    }

    @Test func `keeps the text of numbers and the order of keys`() throws {
        let line = try #require(try trlLines(of: [ExampleSamples.nested.sample]).first)

        #expect(
            try conversation(line) == """
                user: Search for it, 1.0 to 2.50.
                assistant: 01 search{"filter":{"price":[1.0,2.50],"ids":[12345678901234567890]},"exact":true,\
                "after":null,"tags":[],"scale":1e3}
                tool 01 search: { "id": 9007199254740993, "score": 1.0 }
                assistant: Found.
                """)
    }

    @Test func `keeps every byte of a text, and a row on its line`() throws {
        let lines = try trlLines(of: [ExampleSamples.unicode.sample])

        #expect(lines.count == 1)
        #expect(Array(lines[0].utf8).contains(Array("« e\u{301}té » ?".utf8)))
        #expect(lines[0].contains(#"café \u2028« "#))
        #expect(lines[0].contains(#""content":"Straße\n\u2028\"東京\"\t\u0001""#))
        #expect(lines[0].contains(#""content":"Là-bas 👩🏽‍🔬\u2029.""#))
        #expect(!lines[0].unicodeScalars.contains("\u{2028}"))
    }

    @Test func `renames tools so that the names can be read back`() throws {
        let export = try trlExport(of: [ExampleSamples.oddNames.sample]) { $0.candidates = 3 }

        let row = try JSON(parsing: try export.lines(of: "data/train.jsonl")[0])
        let names = (row["tools"]?.array ?? []).compactMap { $0["function"]?["name"]?.string }
        let calls = (row["messages"]?[1]?["tool_calls"]?.array ?? []).compactMap { $0["function"]?["name"]?.string }
        #expect(names == ["money_convert_d3ede62e", "money_convert_36242288", "fx_rates"])
        #expect(calls == ["money_convert_d3ede62e", "money_convert_36242288"])
        #expect(names.map(export.plan.names.original(of:)) == ["money.convert", "money/convert", "fx rates"])
    }

    @Test func `writes the texts as they were edited`() throws {
        let export = try trlExport(of: [ExampleSamples.edited.sample])

        #expect(
            try conversation(try export.lines(of: "data/train.jsonl")[0]) == """
                user: Where is Oslo?
                assistant: 01 geocode{"name":"Oslo"}
                tool 01 geocode: {"latitude":59.91}
                assistant: At 59.91° north.
                """)
        #expect(try export.rows.map(\.edited) == [["query", "response"]])
    }

    @Test func `opens with the system prompt where there is one`() throws {
        let line = try trlLines(of: [ExampleSamples.edited.sample]) { $0.systemPrompt = "Be brief." }[0]

        #expect(try conversation(line).hasPrefix("system: Be brief.\nuser: Where is Oslo?"))
    }

    @Test func `writes an output that is no text as base64 and says so`() throws {
        let sample = SampleBuilder(query: "Draw it.", response: "Here.")
            .step("draw", [:], gives: RecordedOutput(.init([0xFF, 0xD8, 0x00])), chain: 1).sample

        let export = try trlExport(of: [sample])

        let line = try export.lines(of: "data/train.jsonl")[0]
        #expect(try conversation(line).contains(#"tool 01 draw: {"base64":"/9gA"}"#))
        #expect(try export.rows.map(\.encodedSteps) == [[1]])
    }

    @Test(arguments: [
        "18446744073709551616", "-9223372036854775809", "1e400", "12345678901234567890123.5",
    ])
    func `leaves out a number that would keep the loader from reading the file`(number: String) throws {
        let sample = SampleBuilder(query: "Find it.", response: "Found.", index: 2)
            .step("find", ["ids": [ExampleSamples.number(number)]], gives: "{}").sample

        let export = try trlExport(of: [ExampleSamples.chain.sample, sample])

        #expect(export.skipped.map(\.reason) == [.unloadableNumber(number)])
        #expect(try export.rows.map(\.sample) == [ExampleSamples.chain.id])
    }

    @Test func `leaves out a tool in use whose schema has such a number`() throws {
        let limit = ExampleSamples.number("1e999")
        let tool = Tool(name: "find", description: "Finds.", inputSchema: ["type": "object", "maxProperties": limit])
        let sample = SampleBuilder(query: "Find it.", response: "Found.", index: 2).tool(tool)
            .step("find", [:], gives: "{}").sample

        let export = try trlExport(of: [ExampleSamples.chain.sample, sample])

        #expect(export.skipped.map(\.reason) == [.unloadableNumber("1e999")])
    }

    @Test(arguments: ["18446744073709551615", "-9223372036854775808", "0.1000000000000000000001", "-0"])
    func `writes a number that the loader can read`(number: String) throws {
        let sample = SampleBuilder(query: "Find it.", response: "Found.")
            .step("find", ["id": ExampleSamples.number(number)], gives: "{}").sample

        #expect(try trlLines(of: [sample])[0].contains(#""arguments":{"id":\#(number)}"#))
    }

    @Test func `describes a tool without the schema's own address`() throws {
        let tool = Tool(
            name: "find", description: "Finds.",
            inputSchema: ["$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"])
        let sample = SampleBuilder(query: "Find it.", response: "Found.").tool(tool).step("find", [:], gives: "{}")
            .sample

        let row = try JSON(parsing: try trlLines(of: [sample])[0])

        #expect(row["tools"]?[0]?["function"]?["parameters"] == ["type": "object"])
    }
}

extension Array where Element: Equatable {
    fileprivate func contains(_ other: [Element]) -> Bool {
        indices.contains { self[$0...].starts(with: other) }
    }
}
