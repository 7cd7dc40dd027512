import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Exports, read back and written again")
struct RoundTripTests {
    private let samples = [
        ExampleSamples.chain, ExampleSamples.parallel, ExampleSamples.unicode, ExampleSamples.oddNames,
    ].map(\.sample)

    @Test(arguments: [(ExportFormatName.trl, "data/train.jsonl", ImportFormat.trl), (.openai, "train.jsonl", .openai)])
    func `have the same rows`(name: ExportFormatName, path: String, format: ImportFormat) throws {
        let first = try export(samples, as: name)

        let second = try export(try readBack(try first.bytes(of: path), of: first, as: format), as: name)

        #expect(try second.bytes(of: path) == first.bytes(of: path))
        #expect(ImportFormat(detecting: try first.bytes(of: path)) == format)
    }

    @Test func `have the same turns where a value was worked out and no output shows it`() throws {
        let taxed = SampleBuilder(query: "How much is it with tax?", response: "1190.")
            .step("price", [:], gives: #"{"net":1000}"#).step("pay", ["gross": 1190], gives: "{}").sample
        let first = try export([taxed], as: .trl)

        let again = try readBack(try first.bytes(of: "data/train.jsonl"), of: first, as: .trl)

        #expect(try export(again, as: .trl).bytes(of: "data/train.jsonl") == first.bytes(of: "data/train.jsonl"))
    }

    @Test func `of workflow files have the same chains, calls and outputs, and the same names`() throws {
        let first = try export(samples, as: .toolgrad).files.filter { !$0.path.contains("/") }

        for file in first {
            let sample = try #require(ImportReader(.toolgrad, file: file.path).read(file.bytes).samples.first)
            let second = try export([reviewed(sample, index: 1)], as: .toolgrad)

            #expect(sample.seed == 7)
            let written = try #require(second.files.first { !$0.path.contains("/") })
            #expect(file.path.hasPrefix(written.path.dropLast(5)))
            for key in ["query", "response"] { #expect(try json(written)[key] == json(file)[key]) }
            let chains = try [written, file].map { try json($0)["api_use_chains"].map(calls) }
            #expect(chains[0] == chains[1])
        }
        #expect(first.count == 4)
    }

    @Test(arguments: [ExportFormatName.trl, .openai])
    func `find what was found before, also in a step that uses two outputs`(name: ExportFormatName) throws {
        let zone = Tool(
            name: "zone_convert", description: "Converts a time.",
            inputSchema: ["type": "object", "properties": ["zone": ["type": "string"], "id": ["type": "string"]]],
            wording: Wording(sayings: ["zone": ["America/Los_Angeles": "Los Angeles"]]))
        let sample = SampleBuilder(
            query: "What time is it in Los Angeles when the train to Oslo leaves?", response: "7."
        )
        .tool(zone).step("station", ["city": "Oslo"], gives: #"{"station":"NO-4711"}"#)
        .step("train", ["to": "Oslo"], gives: #"{"train":"T-815"}"#)
        .step("zone_convert", ["zone": "America/Los_Angeles", "id": "T-815"], gives: "7")
        .step("seat", ["station": "NO-4711", "train": "T-815"], gives: "free").sample
        let path = name == .trl ? "data/train.jsonl" : "train.jsonl"
        let bytes = try export([sample], as: name).bytes(of: path)
        let format = try #require(ImportFormat(rawValue: name.rawValue))

        let read = try #require(ImportReader(format, file: path, tools: [zone]).read(bytes).samples.first)
        let blind = try #require(ImportReader(format, file: path).read(bytes).samples.first)

        #expect(reviewed(read, index: 1).findings(from: .warning) == sample.findings(from: .warning))
        #expect(reviewed(blind, index: 1).findings(from: .warning).map(\.reason) == [.argumentNotInferable])
        #expect(try export([reviewed(read, index: 1)], as: name).bytes(of: path) == bytes)
    }

    private func json(_ file: ExportedFile) throws -> JSON { try JSON(parsing: file.bytes) }

    /// Tools, inputs and observations; ids number calls over all chains, which the format does not tell.
    private func calls(_ chains: JSON) -> [[JSON]] {
        (chains.object?.members ?? []).map { chain in
            [.string(chain.key)]
                + (chain.value["intermediate_steps"]?.array ?? []).map { pair in
                    [pair[0]?["tool"] ?? nil, pair[0]?["tool_input"] ?? nil, pair[1] ?? nil]
                }
        }
    }

    private func export(_ samples: [ReviewedSample], as name: ExportFormatName) throws -> Export {
        try name.files(for: samples, options: ExportOptions(datasetName: "Rows", split: 1))
    }

    private func readBack(_ bytes: Data, of export: Export, as format: ImportFormat) throws -> [ReviewedSample] {
        let manifest = try JSON(parsing: try #require(export.files.last).bytes)
        let reader = ImportReader(format, file: "rows.jsonl", names: ImportReader.names(ofManifest: manifest))
        let reading = reader.read(bytes)
        try #require(reading.problems.isEmpty)
        return reading.samples.enumerated().map { reviewed($1, index: $0 + 1) }
    }

    private func reviewed(_ sample: ImportedSample, index: Int) -> ReviewedSample {
        let run = RunID(plan: sample.plan, library: sample.content.tools, planner: ImportedSample.planner)
        let id = SampleID(run: run, index: index)
        let events = sample.events(at: Timestamp(microseconds: 0), as: id).map(\.event)
        return ReviewedSample(
            id: id, seed: sample.seed ?? 0, state: RunState(events), review: ReviewState([Decision]()),
            library: sample.content.tools)
    }
}

extension Export {
    fileprivate func bytes(of path: String) throws -> Data {
        try #require(files.first { $0.path == path }, "The export has no file \(path).").bytes
    }
}
