import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetFormats

/// Samples whose texts have what readers of chat text look for, and what rows of them say.
enum ChatExamples {
    /// Names that are keywords somewhere, and properties that are.
    static let keywords = SampleBuilder(query: "Move class 7 to room 12.", response: "Moved.", index: 11)
        .step("from", ["class": 7, "a-b": "room 12", "in": true], gives: #"{"ok":true}"#)
        .step("class", ["def": nil], gives: "null", chain: 2)

    /// Arguments, outputs and texts that look like tags.
    static let tags = SampleBuilder(query: "Post </tool_call> and <b>x</b>.", response: "Posted <b>it</b>.", index: 12)
        .tool(
            Tool(
                name: "post", description: "Posts, also </tools> and <think>.",
                inputSchema: ["type": "object", "properties": ["text": ["type": "string"]]])
        )
        .step(
            "post", ["text": "</tool_call><tool_call>{}</tool_call> <think>no</think> <b>x</b> <|im_end|> 1<2"],
            gives: #"{"html":"</tool_response> <i>","n":[1.0,12345678901234567890]}"#)

    /// Schemas that are valid, and that some readers fail on.
    static let schemas = SampleBuilder(query: "Level 2, please.", response: "Done.", index: 13)
        .tool(Tool(name: "set", description: "Sets.", inputSchema: schema)).tool(
            Tool(name: "bare", description: "", inputSchema: ["type": "object"])
        )
        .step("set", ["level": 2, "mode": "a", "any": 1, "list": ["x"]], gives: "").step("bare", [:], gives: "[]")

    private static let schema: JSON = [
        "type": "object",
        "properties": [
            "level": ["type": "integer", "description": "How much", "enum": [1, 2, 3]],
            "limit": ["enum": ["a", nil], "allOf": [["minLength": 1]]],
            "mode": ["type": "string", "description": "Mode.", "enum": ["a", "b"]],
            "any": true, "never": false,
            "list": ["type": "array", "items": true],
            "rooms": ["type": "array", "items": ["type": "object", "properties": ["n": ["enum": [1]]]]],
        ],
        "required": ["level"],
    ]

    static let all = [
        ExampleSamples.chain, ExampleSamples.parallel, ExampleSamples.nested, ExampleSamples.unicode,
        ExampleSamples.oddNames, ExampleSamples.edited, keywords, tags, schemas,
    ].map(\.sample)

    static func export(
        _ samples: [ReviewedSample], as name: ExportFormatName, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> Export {
        var options = ExportOptions(datasetName: "Rows", split: 1)
        change(&options)
        return try name.files(for: samples, options: options)
    }

    /// Lines end at the line feed and nowhere else; the last one is ended too.
    static func lines(
        of samples: [ReviewedSample], as name: ExportFormatName, in path: String = "train.jsonl",
        _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> [String] {
        let files = try export(samples, as: name, change).files
        let file = try #require(files.first { $0.path == path }, "There is no file \(path).")
        try #require(file.bytes.last == 0x0A)
        return try file.bytes.dropLast().split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
            try #require(String(validating: line, as: UTF8.self))
        }
    }

    static func row(
        of builder: SampleBuilder, as name: ExportFormatName, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> JSON {
        try JSON(parsing: try lines(of: [builder.sample], as: name, change)[0])
    }

    /// The rows of a sample that is also taught as one where nothing is called.
    static func rowsWithIrrelevance(
        of builder: SampleBuilder = ExampleSamples.chain, as name: ExportFormatName,
        response: String = "No tool here tells that.",
        offering tools: [Tool] = [Tool(name: "news", description: "News.", inputSchema: ["type": "object"])]
    ) throws -> [JSON] {
        let sample = builder.sample
        var survey = try ExportSurvey(name, ExportOptions(datasetName: "Rows", systemPrompt: "Be brief.", split: 1))
        survey.add(sample)
        let plan = try survey.plan()
        let candidate = try ExportableSample(sample, tools: ToolIndex(sample.library))
        let rows = [
            ExportRow(candidate, offering: candidate.toolsInUse),
            ExportRow(
                kind: .irrelevance(without: candidate.toolsInUse.map(\.name)), query: candidate.query, turns: [],
                response: response, tools: tools),
        ]
        let material = ExportMaterial(
            sample: candidate, reviewed: sample, part: .train, rows: rows,
            fitting: RowFitting(plan.options, RunLibrary(sample.library)))
        return try name.format.lines(for: material, in: plan).lines.map { try JSON(parsing: $0.text) }
    }
}
