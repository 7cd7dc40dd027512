import DatasetFormats
import Engine
import Foundation
import Review
import Testing

@Suite("Preferences")
struct PreferenceTests {
    private let news = ToolCall(tool: "news", arguments: ["name": "Oslo"])
    private let rome = ToolCall(tool: "geocode", arguments: ["name": "Rome"])

    @Test func `prefer the chosen call to one that failed`() throws {
        let story = GrowthStory(others: [(rome, .failed(RecordedOutput("no")))])

        let row = try #require(try pairs(of: story).first)

        #expect(row.object?.keys == ["prompt", "chosen", "rejected", "tools", "source"])
        #expect(row["source"] == "failed_call")
        #expect(row["prompt"] == [["role": "user", "content": "How warm is Oslo?"]])
        #expect(
            row["chosen"] == [
                [
                    "role": "assistant", "content": "",
                    "tool_calls": [
                        [
                            "id": "call_00000001", "type": "function",
                            "function": ["name": "geocode", "arguments": ["name": "Oslo"]],
                        ]
                    ],
                ]
            ])
        #expect(picture(row["rejected"]) == #"geocode{"name":"Rome"}"#)
        #expect(row["tools"]?.array?.compactMap { $0["function"]?["name"]?.string } == ["geocode", "forecast"])
    }

    @Test func `have a call that failed at something else only where weak pairs are asked for`() throws {
        let story = GrowthStory(others: [(news, .failed(RecordedOutput("no")))])

        let weak = try pairs(of: story) { $0.weakPairs = .included }

        #expect(try pairs(of: story).isEmpty)
        #expect(weak.map { $0["source"] } == ["failed_proposal"])
        let tools = weak.first?["tools"]?.array?.compactMap { $0["function"]?["name"]?.string }
        #expect(tools == ["geocode", "forecast", "news"])
    }

    @Test func `have one that merely lost only where weak pairs are asked for`() throws {
        let story = GrowthStory(others: [(news, .returned(RecordedOutput("[]")))])

        let weak = try pairs(of: story) { $0.weakPairs = .included }

        #expect(try pairs(of: story).isEmpty)
        #expect(weak.map { $0["source"] } == ["lost_proposal"])
    }

    @Test func `believe a curator who chose between two that succeeded`() throws {
        let story = GrowthStory(
            others: [(news, .returned(RecordedOutput("[]")))],
            steering: Steering(choice: .proposal(Proposal.ID(1))))

        #expect(try pairs(of: story).map { $0["source"] } == ["curator_choice"])
    }

    @Test(arguments: [
        ToolOutcome.timedOut(after: .seconds(1)), .denied(reason: "no"), .unreachable(reason: "no"),
        .malformed(RecordedOutput("x"), reason: "no"), .refused(code: -32603, reason: "no"),
    ])
    func `do not blame a call for what its tool did`(outcome: ToolOutcome) throws {
        let story = GrowthStory(others: [(news, outcome)])

        #expect(try pairs(of: story) { $0.weakPairs = .included }.isEmpty)
    }

    @Test func `do not reject a call that the sample makes later`() throws {
        let later = ToolCall(tool: "forecast", arguments: ["lat": 59.9])
        let story = GrowthStory(others: [(later, .failed(RecordedOutput("no")))])

        #expect(try pairs(of: story).isEmpty)
    }

    @Test func `prefer a mended call to the one that failed`() throws {
        let rows = try pairs(of: GrowthStory(mended: [rome]))

        #expect(rows.map { $0["source"] } == ["mended_call"])
        #expect(picture(rows.first?["chosen"]) == #"geocode{"name":"Oslo"}"#)
        #expect(picture(rows.first?["rejected"]) == #"geocode{"name":"Rome"}"#)
    }

    @Test func `are written once, with the kind that says most`() throws {
        let story = GrowthStory(others: [(rome, .failed(RecordedOutput("no")))], mended: [rome])

        #expect(try pairs(of: story).map { $0["source"] } == ["mended_call"])
        #expect(
            try labels(of: story).map { $0["source"]?.string } == ["accepted", "accepted", "accepted", "mended_call"])
    }

    @Test(arguments: [ExportFormatName.dpo, .kto])
    func `are measured, and left out above the limit while others are written`(name: ExportFormatName) throws {
        let far = ToolCall(tool: "geocode", arguments: ["name": .string(String(repeating: "Oslo ", count: 500))])
        let story = GrowthStory(others: [(far, .failed(RecordedOutput("no")))], mended: [rome])

        let all = try export(name, of: story.sample)
        let some = try export(name, of: story.sample) { $0.maxTokens = 500 }

        #expect(try all.rows.count == some.rows.count + 1)
        let tokens = try some.lines(of: "manifest/rows.jsonl").map { try JSON(parsing: $0)["tokens"]?.int }
        #expect(!tokens.isEmpty && tokens.allSatisfy { ($0 ?? 0) > 0 && ($0 ?? 501) <= 500 })
        #expect(try some.manifest["counts"]?["rowsNotMade"] == ["no preference row: too long": 1])
    }

    @Test func `leave their sample out where all of them are too long`() throws {
        let small = GrowthStory(mended: [rome])

        let error = #expect(throws: ExportError.self) { try export(.dpo, of: small.sample) { $0.maxTokens = 20 } }

        #expect(error?.description.contains("tokens, more than 20") == true)
    }

    @Test func `prefer edited arguments, with what came before and its results in the prompt`() throws {
        let story = GrowthStory(actions: [
            .edit(.argument(step: 2, path: JSONPath([.key("lat")]), 60)),
            .edit(.rerun(step: 2, of: ["lat": 60], RecordedOutput("8"), .demo)), .accept,
        ])

        let row = try #require(try pairs(of: story).first)

        #expect(row["source"] == "edited_arguments")
        #expect(row["prompt"]?.array?.compactMap { $0["role"]?.string } == ["user", "assistant", "tool"])
        #expect(picture(row["chosen"]) == #"forecast{"lat":60}"#)
        #expect(picture(row["rejected"]) == #"forecast{"lat":59.9}"#)
        #expect(row["chosen"]?[0]?["tool_calls"]?[0]?["id"] == "call_00000002")
    }

    @Test func `prefer to answer where a reviewer deleted the last call`() throws {
        let row = try #require(try pairs(of: GrowthStory(actions: [.edit(.deleteStep(2)), .accept])).first)

        #expect(row["source"] == "deleted_step")
        #expect(row["chosen"] == [["role": "assistant", "content": "9 degrees."]])
        #expect(picture(row["rejected"]) == #"forecast{"lat":59.9}"#)
    }

    @Test func `prefer an edited response to the original`() throws {
        let row = try #require(try pairs(of: GrowthStory(actions: [.edit(.response("9 °C.")), .accept])).first)

        #expect(row["source"] == "edited_response")
        #expect(row["prompt"]?.array?.last?["role"] == "tool")
        #expect(row["chosen"]?[0]?["content"] == "9 °C.")
        #expect(row["rejected"]?[0]?["content"] == "9 degrees.")
    }

    @Test func `ask with the final query, and make no pair of the two queries`() throws {
        let edit = Decision.Action.edit(.query("Is Oslo warm?"))
        let story = GrowthStory(others: [(rome, .failed(RecordedOutput("no")))], actions: [edit, .accept])

        let rows = try pairs(of: story)

        #expect(rows.map { $0["prompt"]?[0]?["content"] } == ["Is Oslo warm?"])
    }

    @Test func `are declared in the card with the kinds of their columns`() throws {
        let story = GrowthStory(others: [(rome, .failed(RecordedOutput("no")))])

        let pairs = try text(of: "README.md", in: try export(.dpo, of: story.sample))
        let labels = try text(of: "README.md", in: try export(.kto, of: story.sample))

        #expect(pairs.contains("  - {name: rejected, list: json}\n  - {name: tools, list: json}\n"))
        #expect(pairs.contains("  - {name: source, dtype: string}\n---"))
        #expect(labels.contains("  - {name: label, dtype: bool}\n"))
        #expect(!labels.contains("data/test.jsonl"))
    }

    @Test func `label an accepted sample's turns good and what was rejected bad`() throws {
        let rows = try labels(of: GrowthStory(others: [(rome, .failed(RecordedOutput("no")))]))

        #expect(rows.map { $0["source"]?.string } == ["accepted", "accepted", "accepted", "failed_call"])
        #expect(rows.map { $0["label"]?.bool } == [true, true, true, false])
        #expect(rows.allSatisfy { $0["completion"]?.array?.contains { $0["role"] == "tool" } == false })
        #expect(picture(rows[1]["completion"]) == #"forecast{"lat":59.9}"#)
        #expect(rows[2]["completion"] == [["role": "assistant", "content": "9 degrees."]])
    }

    @Test func `label bad what a rejection blames, and nothing good of that sample`() throws {
        let reasons = [
            AnchoredReason(.badValue, at: .argument(step: 2, path: JSONPath([.key("lat")]))),
            AnchoredReason(.emptyOutput, at: .step(1)), AnchoredReason(.ungrounded, at: .response),
            AnchoredReason(.wrongTool),
        ]
        let story = GrowthStory(
            others: [(news, .failed(RecordedOutput("no")))], actions: [.reject(reasons, note: "Wrong.")])

        let rows = try labels(of: story)

        #expect(rows.map { $0["source"]?.string } == ["rejected_bad_value", "rejected_ungrounded"])
        #expect(rows.map { $0["label"]?.bool } == [false, false])
        #expect(try pairs(of: story).isEmpty)
    }

    private func pairs(
        of story: GrowthStory, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> [JSON] { try rows(.dpo, of: story, change) }

    private func labels(of story: GrowthStory) throws -> [JSON] { try rows(.kto, of: story) }

    /// None where there is nothing to write, which the error has to say then.
    private func rows(
        _ name: ExportFormatName, of story: GrowthStory, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> [JSON] {
        do { return try lines(of: try export(name, of: story.sample, change)) } catch let error as ExportError {
            #expect(error.description.contains("Nothing in it"))
            return []
        }
    }

    private func export(
        _ name: ExportFormatName, of sample: ReviewedSample, _ change: (inout ExportOptions) -> Void = { _ in }
    ) throws -> Export {
        var options = ExportOptions(datasetName: "Pairs", split: 1)
        change(&options)
        return try name.files(for: [sample], options: options)
    }

    /// None where nothing was written, which the account has to name then.
    private func lines(of export: Export) throws -> [JSON] {
        guard let file = export.files.first(where: { $0.path == "data/train.jsonl" }) else {
            let account = try text(of: "manifest/skipped.jsonl", in: export)
            #expect(account.contains("Nothing in it"))
            return []
        }
        return try file.bytes.split(separator: 0x0A).map { try JSON(parsing: Data($0)) }
    }

    private func text(of path: String, in export: Export) throws -> String {
        String(decoding: try #require(export.files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    private func picture(_ messages: JSON?) -> String? {
        let function = messages?[0]?["tool_calls"]?[0]?["function"]
        return function.map { ($0["name"]?.string ?? "?") + ($0["arguments"]?.compactText ?? "?") }
    }
}
