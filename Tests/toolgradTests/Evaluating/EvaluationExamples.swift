import ArgumentParser
import Engine
import Evaluation
import Foundation
import Review
import TestSupport

@testable import DatasetStore
@testable import toolgrad

/// A dataset of accepted samples for evaluations, and what is asked of it in the same process.
struct EvaluationExamples {
    let program: Program
    let samples: StoredSamples

    /// Three accepted samples: two of a chain, one of parallel calls; and a pending one.
    init(in program: Program) async throws {
        self.program = program
        samples = try StoredSamples(in: program)
        try await samples.store(
            SampleBuilder.warmth(of: "Oslo").inOneLibrary.sampled("song_text", "loan_rate"),
            SampleBuilder.warmth(of: "Rome", index: 2).inOneLibrary,
            SampleBuilder.two(of: "Bergen", "Narvik", index: 3).inOneLibrary,
            SampleBuilder.warmth(of: "Paris", index: 4).inOneLibrary)
        for index in 1...3 {
            try await samples.decide(try await samples.dataset.id(labelled: "\(index)"), .accept)
        }
    }

    var dataset: Dataset { samples.dataset }

    func items(_ options: String...) async throws -> EvaluationItems {
        try await EvaluationItems(try ItemOptions.parse(options), in: dataset)
    }

    /// What an evaluation with the rules, or with a file of predictions, comes to.
    func evaluated(
        _ answering: [String] = ["--model", "rules"], items: [String] = [], predictions: String? = nil,
        name: String? = nil, tools: CallAnswering? = nil
    ) async throws -> (result: EvaluationResult, ending: EvaluationEnding) {
        let wish = EvaluationWish(
            items: try ItemOptions.parse(items), answering: try AnsweringOptions.parse(answering),
            predictions: predictions, name: name, tools: tools, toolOptions: try ToolOptions.parse([]))
        return try await wish.open(in: dataset, Surroundings.read(["HOME": program.folder.path])) { evaluating in
            try await evaluating.run(seed: 1)
        }
    }

    /// Gives a sample another query, and accepts it with that.
    func edit(_ label: String, query: String) async throws {
        let sample = try await dataset.id(labelled: label)
        try await samples.decide(sample, .edit(.query(query)), at: 9)
        try await samples.decide(sample, .accept, at: 10)
    }

    /// Writes a file of predictions; gives its path.
    func file(_ lines: String..., named name: String = "answers.jsonl") throws -> String {
        let path = program.file(name)
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
        return path
    }
}

extension SampleBuilder {
    /// A finished sample of two calls that need nothing of one another.
    static func two(of first: String, _ second: String, index: Int) -> SampleBuilder {
        SampleBuilder(
            query: "Where are \(first) and \(second)?", response: "\(first) and \(second) are in the north.",
            index: index
        )
        .step("geocode", ["name": .string(first)], gives: #"{"latitude":60.39}"#)
        .step("geocode", ["name": .string(second)], gives: #"{"latitude":68.43}"#, chain: 2)
    }
}

extension Tool {
    /// A tool that has nothing to do with the weather.
    fileprivate static func unlike(_ name: ToolName, _ description: String, family: String) -> Tool {
        Tool(name: name, description: description, inputSchema: ["type": "object"], family: family)
    }
}

/// Predictions as lines of a file.
enum PredictionLines {
    static func right(_ city: String, id: String) -> String {
        """
        {"id":"\(id)","calls":[{"name":"geocode","arguments":{"name":"\(city)"},"error":""},\
        {"name":"forecast","arguments":{"latitude":59.91},"error":""}],"response":"9 degrees."}
        """
    }

    static let parallel = """
        {"id":"s-00003","calls":[{"name":"geocode","arguments":{"name":"Bergen"},"error":""},\
        {"name":"geocode","arguments":{"name":"Oslo"},"error":""}],"response":"In the north."}
        """
}

extension SampleBuilder {
    /// With the tools that all of them could have used: so they are of one run.
    fileprivate var inOneLibrary: SampleBuilder {
        SampleBuilder.warmth(of: "Oslo").sample.library.reduce(self) { $0.tool($1) }
            .tool(.unlike("song_text", "Prints songs.", family: "music"))
            .tool(.unlike("loan_rate", "Says what money costs.", family: "money"))
    }
}
