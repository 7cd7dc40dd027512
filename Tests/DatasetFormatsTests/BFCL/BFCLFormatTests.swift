import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Questions and answers for BFCL")
struct BFCLFormatTests {
    private let path = "BFCL_v4_Hotels_in_Rome.json"

    @Test func `asks the query of functions, and accepts the calls that need nothing but it`() throws {
        let sample = SampleBuilder(query: "How warm is Oslo?", response: "9.")
            .step("geocode", ["name": "Oslo"], gives: #"{"lat":59.9}"#).step("forecast", ["lat": 59.9], gives: "9")

        let (question, answer) = try entry(of: sample.sample)

        let identifier = try #require(question["id"]?.string)
        #expect(identifier.hasPrefix("multiple_1-") && identifier.hasSuffix("-1"))
        #expect(question["question"] == [[["role": "user", "content": "How warm is Oslo?"]]])
        #expect(
            question["function"]?[1] == [
                "name": "forecast", "description": "Does forecast.",
                "parameters": ["type": "dict", "properties": ["lat": ["type": "float"]], "required": []],
            ])
        #expect(question["toolgrad_names"] == nil)
        #expect(
            answer == [
                "id": .string(identifier),
                "ground_truth": [["geocode": ["name": ["Oslo"]]]],
            ])
    }

    @Test(arguments: [
        (1, 0, "simple_python"), (1, 3, "multiple"), (2, 0, "parallel"), (2, 3, "parallel_multiple"),
    ])
    func `names the category by calls and functions`(calls: Int, others: Int, category: String) throws {
        let builder = SampleBuilder(query: "Which?", response: "This.").sampled("one", "two")
        let sample = (1...calls).reduce(builder) {
            $0.step("find", ["n": .number(JSON.Number($1))], gives: "{}", chain: $1)
        }

        let (question, _) = try entry(of: sample.sample) { $0.candidates = others }

        #expect(question["id"]?.string?.hasPrefix(category + "_1-") == true)
    }

    @Test func `has no answer where nothing is to be called`() throws {
        let schema: JSON = ["type": "object", "properties": ["name": ["type": "string"]]]
        let sample = SampleBuilder(query: "How warm is Oslo?", response: "9.")
            .tool(Tool(name: "weather", description: "Says how warm it is.", inputSchema: schema))
            .step("weather", ["name": "Oslo"], gives: "9").sampled("red", "blue", "green").sample

        let export = try files(of: [sample]) { $0.irrelevance = .all }

        let questions = try lines(of: path, in: export)
        let answers = try lines(of: "possible_answer/" + path, in: export)
        try #require(questions.count == 2)
        #expect(questions[1]["id"]?.string?.hasPrefix("irrelevance_1-") == true)
        #expect(answers.map { $0["id"] } == [questions[0]["id"]])
    }

    @Test func `makes identifiers of names, and says what they stand for`() throws {
        let sample = SampleBuilder(query: "Which?", response: "This.")
            .step("get-weather", ["from": "a", "2nd": "b", "to-day": "c"], gives: "{}")
            .step("get_weather", ["to-day": 1, "to_day": 2], gives: "{}", chain: 2)

        let (question, answer) = try entry(of: sample.sample)

        let first = try #require(answer["ground_truth"]?[0]?.object?.members.first)
        let second = try #require(answer["ground_truth"]?[1]?.object?.members.first)
        #expect(first.key.hasPrefix("get_weather_") && second.key == "get_weather")
        #expect(first.value == ["from_": ["a"], "_2nd": ["b"], "to_day": ["c"]])
        let renamed = try #require(second.value.object?.keys.first)
        #expect(second.value.object?.keys == [renamed, "to_day"] && renamed.hasPrefix("to_day_"))
        #expect(
            question["toolgrad_names"] == [
                "functions": .object(.init([.init(key: first.key, value: "get-weather")])),
                "parameters": .object(
                    .init([
                        .init(key: first.key, value: ["from_": "from", "_2nd": "2nd", "to_day": "to-day"]),
                        .init(key: "get_weather", value: .object(.init([.init(key: renamed, value: "to-day")]))),
                    ])),
            ])
    }

    @Test(arguments: [
        (#"{"type":"object","properties":{"a":{"type":"number"}}}"#, #"{"a":1.0}"#, "dict", #"[{"a":[1.0]}]"#),
        (#"{"type":["null","integer"]}"#, "1e3", "integer", "[1000]"),
        (#"{"type":"number"}"#, "12345678901234567890", "float", "[12345678901234567890.0]"),
        (#"{"type":"array","items":{"type":"number"}}"#, "[2.5,1]", "array", "[[2.5,1.0]]"),
        (#"{"type":"array"}"#, #"["a","b"]"#, "array", #"[["a","b"]]"#),
        (#"{"type":"array"}"#, #"["a",1]"#, "any", #"[["a",1]]"#),
        (#"{"items":{"type":"object"}}"#, #"[{"k":"v"}]"#, "array", #"[[{"k":["v"]}]]"#),
        (#"{"type":"object"}"#, #"{"k":{"l":[1]}}"#, "any", #"[{"k":{"l":[1]}}]"#),
        (##"{"anyOf":[{"type":"null"},{"$ref":"#/$defs/day"}]}"##, #""2026-01-02""#, "string", #"["2026-01-02"]"#),
        (#"{"enum":["a",3]}"#, "3", "any", "[3]"), ("{}", "true", "any", "[true]"),
        (#"{"type":"string"}"#, "null", "string", "[null]"),
        (#"{"type":"string","default":"c"}"#, #""c""#, "string", #"["c",""]"#),
    ])
    func `says a value in the checker's types`(schema: String, value: String, type: String, accepted: String) throws {
        let tool = Tool(
            name: "find", description: "Finds.",
            inputSchema: [
                "type": "object", "properties": ["x": try JSON(parsing: schema)], "$defs": ["day": ["type": "string"]],
            ])
        let sample = SampleBuilder(query: "Which?", response: "This.").tool(tool)
            .step("find", ["x": try JSON(parsing: value)], gives: "{}")

        let (question, answer) = try entry(of: sample.sample)

        let parameter = question["function"]?[0]?["parameters"]?["properties"]?["x"]
        #expect(parameter?["type"]?.string == type)
        #expect(type != "array" || parameter?["items"]?["type"]?.string != nil)
        #expect(answer["ground_truth"]?[0]?["find"]?["x"]?.compactText == accepted)
    }

    @Test func `accepts the default of an argument that a call leaves out, or nothing`() throws {
        let tool = Tool(
            name: "find", description: "Finds.",
            inputSchema: [
                "type": "object", "required": ["x"],
                "properties": ["x": ["type": "string"], "unit": ["type": "string", "default": "c"], "y": [:]],
            ])
        let sample = SampleBuilder(query: "Which?", response: "This.").tool(tool).step("find", ["x": "a"], gives: "{}")

        let (_, answer) = try entry(of: sample.sample)

        #expect(answer["ground_truth"]?[0]?["find"] == ["x": ["a"], "unit": ["c", ""]])
    }

    @Test(arguments: [ExportFormatName.bfcl, .xlam])
    func `leaves out calls that the tool does not allow`(name: ExportFormatName) throws {
        let tool = Tool(
            name: "find", description: "Finds.",
            inputSchema: ["type": "object", "properties": ["x": ["type": "string"]], "required": ["x"]])
        let good = SampleBuilder(query: "Which?", response: "This.").step("look", ["x": "a"], gives: "{}").sample
        let stranger = SampleBuilder(query: "Why?", response: "So.", index: 2).tool(tool)
            .step("find", ["x": "a", "y": 1], gives: "{}").sample
        let lacking = SampleBuilder(query: "Why?", response: "So.", index: 3).tool(tool).step("find", [:], gives: "{}")
            .sample

        let export = try name.files(for: [good, stranger, lacking], options: ExportOptions(datasetName: "x", split: 1))

        let skipped = try lines(of: "manifest/skipped.jsonl", in: export).compactMap { $0["reason"]?.string }
        #expect(
            skipped == [
                "Step 1 gives y, which its tool does not declare; delete the argument, or use another format.",
                "Step 1 does not give x, which its tool requires; edit its arguments and run it again.",
            ])
    }

    @Test func `keeps a schema that describes itself finite`() throws {
        let members = (1...400).map { JSON.Object.Member(key: "m\($0)", value: ["$ref": "#/$defs/tree"]) }
        let tree: JSON = ["type": "object", "properties": .object(JSON.Object(members))]
        let sample = SampleBuilder(query: "Which?", response: "This.")
            .tool(
                Tool(
                    name: "grow", description: "Grows.",
                    inputSchema: [
                        "type": "object", "properties": ["root": ["$ref": "#/$defs/tree"], "self": ["$ref": "#"]],
                        "$defs": ["tree": tree],
                    ])
            ).step("grow", [:], gives: "{}")

        let (question, _) = try entry(of: sample.sample)

        let root = question["function"]?[0]?["parameters"]?["properties"]
        #expect(root?["self"] == ["type": "any"])
        #expect(root?["root"]?["type"] == "dict")
        #expect(root?["root"]?["properties"]?["m400"] == ["type": "any"])
    }

    private func entry(
        of sample: ReviewedSample, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> (question: JSON, answer: JSON) {
        let export = try files(of: [sample], change)
        return (
            try #require(try lines(of: path, in: export).first),
            try #require(try lines(of: "possible_answer/" + path, in: export).first)
        )
    }

    private func files(of samples: [ReviewedSample], _ change: (inout ExportOptions) -> Void) throws -> Export {
        var options = ExportOptions(datasetName: "Hotels, in Rome!", split: 1)
        change(&options)
        return try ExportFormatName.bfcl.files(for: samples, options: options)
    }

    private func lines(of path: String, in export: Export) throws -> [JSON] {
        let file = try #require(export.files.first { $0.path == path }, "The export has no file \(path).")
        return try file.bytes.split(separator: 0x0A).map { try JSON(parsing: Data($0)) }
    }
}
