import DatasetFormats
import Engine
import Review
import TestSupport
import Testing

@Suite("Offered tools")
struct ToolOfferTests {
    private let sample = SampleBuilder(query: "Where is Oslo?", response: "North.")
        .tool(Tool(name: "atlas", description: "Never sampled.", inputSchema: ["type": "object"]))
        .step("geocode", ["name": "Oslo"], gives: "{}")
        .sampled("news", "rates", "clock", "moon").sample

    @Test(arguments: [(0, 1), (1, 1), (3, 3), (9, 5)])
    func `are those in use, filled up from what was sampled`(candidates: Int, expected: Int) throws {
        let names = try offered(candidates, seed: 1)

        #expect(names.count == expected)
        #expect(names.contains("geocode"))
        #expect(!names.contains("atlas"))
        #expect(Set(names).count == names.count)
    }

    @Test func `are chosen by the seed`() throws {
        let offers = try (0..<20).map { try offered(2, seed: $0) }

        #expect(Set(offers).count == 4)
        #expect(try offered(2, seed: 3) == offered(2, seed: 3))
    }

    @Test func `stand in the order of the library, which tells nothing`() throws {
        #expect(try offered(9, seed: 1) == ["geocode", "news", "rates", "clock", "moon"])
    }

    @Test func `are never filled up with one that the loader cannot read`() throws {
        let huge: JSON = ["type": "object", "maxProperties": ExampleSamples.number("18446744073709551616")]
        let sample = SampleBuilder(query: "Where is Oslo?", response: "North.")
            .tool(Tool(name: "news", description: "", inputSchema: huge))
            .step("geocode", ["name": "Oslo"], gives: "{}").sampled("news").sample

        #expect(try offered(9, seed: 1, of: sample) == ["geocode"])
    }

    @Test(arguments: [ExportFormatName.trl, .dpo, .kto])
    func `are never filled up with one whose numbers the loader changes, but with another`(
        name: ExportFormatName
    ) throws {
        #expect(try offersOfStory(name) == [["geocode", "forecast", "moon"]])
    }

    @Test func `may have any numbers where no loader changes them`() throws {
        #expect(try offersOfStory(.openai) == [["geocode", "forecast", "rates"]])
    }

    /// What rows offer that use two tools of a library whose third one has a number that loaders change.
    private func offersOfStory(_ name: ExportFormatName) throws -> Set<[String]> {
        let rates: JSON = ["type": "object", "properties": ["share": ["type": "number", "maximum": 0.35]]]
        let story = GrowthStory(mended: [ToolCall(tool: "geocode", arguments: ["name": "Rome"])]).sample
        let library =
            story.library.filter { ["geocode", "forecast"].contains($0.name) }
            + [
                Tool(name: "rates", description: "", inputSchema: rates),
                Tool(name: "moon", description: "", inputSchema: ["type": "object"]),
            ]
        let sample = ReviewedSample(
            id: story.id, seed: story.seed, state: story.state, review: story.review, library: library)
        // With this seed the tool whose numbers change would be drawn first.
        let options = ExportOptions(
            datasetName: "Rows", candidates: 3, distractors: [.random], split: 1, seed: 1)
        let export = try name.files(for: [sample], options: options)
        let path = name == .openai ? "train.jsonl" : "data/train.jsonl"
        return Set(
            try export.lines(of: path).map { line in
                (try JSON(parsing: line)["tools"]?.array ?? []).compactMap { $0["function"]?["name"]?.string }
            })
    }

    private func offered(_ candidates: Int, seed: UInt64, of sample: ReviewedSample? = nil) throws -> [String] {
        let lines = try trlLines(of: [sample ?? self.sample]) {
            $0.candidates = candidates
            $0.seed = seed
        }
        return (try JSON(parsing: lines[0])["tools"]?.array ?? []).compactMap { $0["function"]?["name"]?.string }
    }
}
