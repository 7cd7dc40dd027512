import DatasetFormats
import Engine
import Foundation
import Review
import TestSupport
import Testing

@Suite("Preferred branches")
struct PreferredBranchTests {
    private static let query = "How warm is Oslo, and what is on?"

    private func sample(
        _ branch: [Int] = [], query: String = query, then tool: ToolName, index: Int = 1, _ actions: Decision.Action...
    ) -> ReviewedSample {
        let tools: [ToolName] = ["geocode", "forecast", "news"]
        var builder = SampleBuilder(query: query, response: "By \(tool).", index: index, branch: branch)
        for name in tools {
            builder = builder.tool(
                Tool(
                    name: name, description: "Does \(name).",
                    inputSchema: ["type": "object", "properties": ["name": [:]]]))
        }
        builder = builder.step("geocode", ["name": "Oslo"], gives: #"{"lat":59.9}"#)
            .step(tool, ["name": "59.9"], gives: "9")
        for action in actions { builder = builder.reviewed(action) }
        return builder.sample
    }

    private func export(
        _ samples: ReviewedSample..., as name: ExportFormatName = .dpo
    ) throws -> (rows: [JSON], skipped: String, notMade: JSON?) {
        let export = try name.files(for: samples, options: ExportOptions(datasetName: "Pairs", split: 1))
        func text(_ path: String) -> String {
            export.files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        }
        let rows = try text("data/train.jsonl").split(separator: "\n").map { try JSON(parsing: String($0)) }
        let manifest = try JSON(parsing: text(ExportManifest.path))
        return (rows, text("manifest/skipped.jsonl"), manifest["counts"]?["rowsNotMade"])
    }

    private func tool(_ messages: JSON?) -> String? {
        messages?[0]?["tool_calls"]?[0]?["function"]?["name"]?.string
    }

    @Test func `are pairs of what each says after what both share`() throws {
        let parent = sample(then: "forecast")
        let branch = sample([1], then: "news", .prefer(over: parent.id), .accept)

        let export = try export(branch, parent)

        let row = try #require(export.rows.first)
        #expect(export.rows.count == 1)
        #expect(row["source"] == "preferred_branch")
        #expect(row["prompt"]?.array?.compactMap { $0["role"]?.string } == ["user", "assistant", "tool"])
        #expect(row["prompt"]?[0]?["content"] == .string(Self.query))
        #expect(tool(row["chosen"]) == "news")
        #expect(tool(row["rejected"]) == "forecast")
        let offered = row["tools"]?.array?.compactMap { $0["function"]?["name"]?.string } ?? []
        #expect(Set(offered).isSuperset(of: ["geocode", "forecast", "news"]))
    }

    @Test func `label both continuations`() throws {
        let parent = sample(then: "forecast")
        let branch = sample([1], then: "news", .prefer(over: parent.id), .accept)

        let labels = try export(branch, parent, as: .kto).rows.filter { $0["source"] == "preferred_branch" }

        #expect(labels.map { $0["label"] } == [false])
        #expect(labels.map { tool($0["completion"]) } == ["forecast"])
    }

    @Test func `are none where the two ask different things, which is counted`() throws {
        let parent = sample(query: "What is on in Oslo?", then: "forecast")
        let other = sample([2], then: "forecast")
        let branch = sample([1], then: "news", .prefer(over: parent.id), .prefer(over: other.id), .accept)
        let alone = sample([1], then: "news", .prefer(over: parent.id), .accept)

        let both = try export(branch, parent, other)

        #expect(both.rows.count == 1)
        #expect(both.notMade == ["no preference row: preferred to a branch with another query": 1])
        let error = #expect(throws: ExportError.self) { try export(alone, parent) }
        #expect(error?.description.contains("preferred to a branch with another query") == true)
    }

    @Test(arguments: [
        ("equal", "found equal to another sample"), ("gone", "preferred to a sample that is not in the dataset"),
        ("stranger", "preferred to a sample that is no branch of the same one"),
        ("alike", "preferred to a branch that goes on in the same way"),
    ])
    func `are none otherwise either, and why is said`(kind: String, reason: String) throws {
        let parent = sample(then: "forecast")
        let stranger = sample(then: "forecast", index: 2)
        let twin = sample([3], then: "news")
        let action: Decision.Action =
            switch kind {
            case "equal": .equal(to: parent.id)
            case "gone": .prefer(over: sample([9], then: "news").id)
            case "stranger": .prefer(over: stranger.id)
            default: .prefer(over: twin.id)
            }
        let branch = sample([1], then: "news", action, .accept)

        let error = #expect(throws: ExportError.self) { try export(branch, parent, stranger, twin) }

        guard case .nothingToExport(_, let skipped)? = error else {
            Issue.record("Something was exported.")
            return
        }
        #expect(skipped.first { $0.sample == branch.id }?.description.contains(reason) == true)
    }

    @Test func `follow what was said of the two last, in whichever journal`() throws {
        let (first, second) = (sample(then: "forecast").id, sample([1], then: "news").id)
        let parent = sample(then: "forecast", .flag, .unflag, .prefer(over: second), .accept)
        let branch = sample([1], then: "news", .prefer(over: first), .accept)

        let rows = try export(branch, parent).rows

        #expect(rows.map { tool($0["chosen"]) } == ["forecast"])
    }
}
