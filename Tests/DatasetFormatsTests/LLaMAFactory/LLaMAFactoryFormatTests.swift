import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Rows for LLaMA-Factory")
struct LLaMAFactoryFormatTests {
    @Test func `write a chain as one line`() throws {
        let lines = try ChatExamples.lines(of: [ExampleSamples.chain.sample], as: .llamafactory)

        #expect(
            lines == [
                #"{"conversations":[{"from":"human","value":"How warm will it be in Oslo?"},"#
                    + #"{"from":"function_call","value":"{\"name\":\"geocode\",\"arguments\":{\"name\":\"Oslo\"}}"},"#
                    + #"{"from":"observation","value":"{\"latitude\":59.91,\"longitude\":10.75}"},"#
                    + #"{"from":"function_call","value":"{\"name\":\"forecast\",\"arguments\":"#
                    + #"{\"latitude\":59.91,\"longitude\":10.75}}"},"#
                    + #"{"from":"observation","value":"{\"max\":9.5}"},"#
                    + #"{"from":"gpt","value":"9.5 °C at most."}],"system":"","#
                    + #""tools":"[{\"name\":\"geocode\",\"description\":\"Does geocode.\",\"parameters\":"#
                    + #"{\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"}}}},"#
                    + #"{\"name\":\"forecast\",\"description\":\"Does forecast.\",\"parameters\":"#
                    + #"{\"type\":\"object\",\"properties\":{\"latitude\":{\"type\":\"number\"},"#
                    + #"\"longitude\":{\"type\":\"number\"}}}}]"}"#
            ])
    }

    @Test func `have one observation for all calls of a turn`() throws {
        let turns = try turns(of: ChatExamples.row(of: ExampleSamples.parallel, as: .llamafactory))

        #expect(
            turns == [
                "human: Weather in Oslo and in Rome?",
                #"function_call: [{"name":"geocode","arguments":{"name":"Oslo"}},"#
                    + #"{"name":"geocode","arguments":{"name":"Rome"}}]"#,
                #"observation: {"place_id":"NO-4711"}"# + "\n</tool_response>\n<tool_response>\n"
                    + #"{"place_id":"IT-0815"}"#,
                #"function_call: [{"name":"weather","arguments":{"place_id":"IT-0815"}},"#
                    + #"{"name":"weather","arguments":{"place_id":"NO-4711"}}]"#,
                #"observation: {"max":24}"# + "\n</tool_response>\n<tool_response>\n" + #"{"max":4}"#,
                "gpt: Cold and warm.",
            ])
    }

    @Test func `rename tools in what is offered and in what is called`() throws {
        let row = try ChatExamples.row(of: ExampleSamples.oddNames, as: .llamafactory)

        let tools = try JSON(parsing: row["tools"]?.string ?? "").array ?? []
        let calls = try JSON(parsing: row["conversations"]?[1]?["value"]?.string ?? "").array ?? []
        #expect(tools.map { $0["name"] } == ["money_convert_d3ede62e", "money_convert_36242288"])
        #expect(calls.map { $0["name"] } == ["money_convert_d3ede62e", "money_convert_36242288"])
    }

    @Test func `take turns, and are even in number`() throws {
        for line in try ChatExamples.lines(of: ChatExamples.all, as: .llamafactory) {
            let speakers = try turns(of: JSON(parsing: line)).map { $0.prefix { $0 != ":" } }

            #expect(speakers.count.isMultiple(of: 2))
            for (place, speaker) in speakers.enumerated() {
                let expected = place.isMultiple(of: 2) ? ["human", "observation"] : ["gpt", "function_call"]
                #expect(expected.contains(String(speaker)))
            }
        }
    }

    @Test func `answer at once where no offered tool helps`() throws {
        let rows = try ChatExamples.rowsWithIrrelevance(as: .llamafactory)

        try #require(rows.count == 2)
        #expect(turns(of: rows[1]) == ["human: How warm will it be in Oslo?", "gpt: No tool here tells that."])
        #expect(rows.map { $0["system"] } == ["Be brief.", "Be brief."])
        #expect(
            rows[1]["tools"]
                == #"[{"name":"news","description":"News.","parameters":{"type":"object","properties":{}}}]"#)
    }

    @Test func `write schemas so that the default tool prompt can be made`() throws {
        let row = try ChatExamples.row(of: ChatExamples.schemas, as: .llamafactory)

        let tools = try JSON(parsing: row["tools"]?.string ?? "").array ?? []
        try #require(tools.count == 2)
        #expect(
            tools[0]["parameters"] == [
                "type": "object",
                "properties": [
                    "level": [
                        "type": "integer", "description": "How much. One of 1, 2, 3.", "allOf": [["enum": [1, 2, 3]]],
                    ],
                    "limit": [
                        "allOf": [["minLength": 1], ["enum": ["a", nil]]], "description": #"One of "a", null."#,
                    ],
                    "mode": ["type": "string", "description": "Mode.", "enum": ["a", "b"]],
                    "any": [:], "never": ["not": [:]],
                    "list": ["type": "array"],
                    "rooms": ["type": "array", "items": ["type": "object", "properties": ["n": ["enum": [1]]]]],
                ],
                "required": ["level"],
            ])
        #expect(tools[1]["parameters"] == ["type": "object", "properties": [:]])
    }

    @Test(
        arguments: [
            (["items": [["type": "string"], true]], ["prefixItems": [["type": "string"], true]]),
            (
                ["items": [[:]], "additionalItems": ["type": "null"]],
                ["items": ["type": "null"], "prefixItems": [[:]]]
            ),
            (["items": [], "additionalItems": false], ["items": false, "prefixItems": []]),
            (["items": false], ["items": false]), (["items": ["enum": [1]]], ["items": ["enum": [1]]]),
        ] as [(JSON, JSON)])
    func `write lists of items, as older drafts have them, in the new way`(old: JSON, new: JSON) throws {
        let tool = Tool(name: "pair", description: "Pairs.", inputSchema: ["properties": ["p": old]])
        let sample = SampleBuilder(query: "Pair it.", response: "Done.").tool(tool).step("pair", [:], gives: "{}")

        let row = try ChatExamples.row(of: sample, as: .llamafactory)

        #expect(try JSON(parsing: row["tools"]?.string ?? "")[0]?["parameters"] == ["properties": ["p": new]])
    }

    @Test func `have no tag in the JSON of calls, which still says the same`() throws {
        let row = try ChatExamples.row(of: ChatExamples.tags, as: .llamafactory)

        let call = try #require(row["conversations"]?[1]?["value"]?.string)
        #expect(!call.contains("<think>") && !call.contains("<|") && !call.contains("</tool_call>"))
        #expect(call.contains("<b>x</b>") && call.contains("1<2"))
        #expect(
            try JSON(parsing: call)["arguments"]?["text"]
                == "</tool_call><tool_call>{}</tool_call> <think>no</think> <b>x</b> <|im_end|> 1<2")
    }

    @Test func `have no tag in the JSON of parallel calls either`() throws {
        let sample = SampleBuilder(query: "Post both.", response: "Done.").step("post", ["text": "<think>"], gives: "1")
            .step("post", ["text": "</think>"], gives: "2", chain: 2)

        let call = try ChatExamples.row(of: sample, as: .llamafactory)["conversations"]?[1]?["value"]?.string ?? ""

        #expect(!call.contains("<"))
        #expect(try JSON(parsing: call).array?.map { $0["arguments"]?["text"] } == ["<think>", "</think>"])
    }

    @Test func `come with the names of the datasets`() throws {
        let samples = [ExampleSamples.chain, ExampleSamples.parallel].map(\.sample)

        let info = try info(samples) {
            $0.datasetName = "my tools, v1.2"
            $0.split = 0.5
        }

        #expect(
            info == """
                {
                  "my_tools__v1_2": {
                    "file_name": "train.jsonl",
                    "formatting": "sharegpt",
                    "columns": {
                      "messages": "conversations",
                      "system": "system",
                      "tools": "tools"
                    }
                  },
                  "my_tools__v1_2_test": {
                    "file_name": "test.jsonl",
                    "formatting": "sharegpt",
                    "columns": {
                      "messages": "conversations",
                      "system": "system",
                      "tools": "tools"
                    }
                  }
                }

                """)
    }

    @Test(arguments: [
        ("東京", "dataset"), ("", "dataset"), ("2026", "dataset_2026"), ("a-B_c", "a-B_c"), ("é1", "dataset__1"),
    ])
    func `have a name that can be given on a command line`(name: String, key: String) throws {
        let info = try JSON(parsing: info([ExampleSamples.chain.sample]) { $0.datasetName = name })

        #expect(info.object?.keys == [key])
    }

    @Test func `name no file that is not there`() throws {
        let info = try JSON(parsing: info([ExampleSamples.chain.sample]) { $0.split = 0.5 })

        #expect(info.object?.members.map { $0.value["file_name"] } == ["train.jsonl"])
    }

    private func info(_ samples: [ReviewedSample], _ change: (inout ExportOptions) -> Void) throws -> String {
        let files = try ChatExamples.export(samples, as: .llamafactory, change).files
        let file = try #require(files.first { $0.path == "dataset_info.json" })
        return String(decoding: file.bytes, as: UTF8.self)
    }

    private func turns(of row: JSON) -> [String] {
        (row["conversations"]?.array ?? []).map { "\($0["from"]?.string ?? "?"): \($0["value"]?.string ?? "?")" }
    }
}
