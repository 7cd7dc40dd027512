import Engine
import Foundation
import Review
import Testing

@Suite("Edits")
struct EditTests {
    static let edits: [(Edit, [String])] = [
        (.query("q"), ["query"]), (.response("r"), ["response"]),
        (.argument(step: 3, path: .key("max_price"), 100), ["steps.3.arguments.max_price"]),
        (.argument(step: 3, path: .key("days").appending(index: 0), "é"), ["steps.3.arguments.days[0]"]),
        (.argument(step: 3, path: .key("odd key"), nil), [#"steps.3.arguments["odd key"]"#]),
        (.argument(step: 3, path: .root, ["a": 1.0, "a": 2]), ["steps.3.arguments"]),
        (.deleteStep(3), ["steps.3"]), (.moveStep(3, to: StepPlace(chain: 1, position: 0)), ["chains"]),
        (.splitChain(before: 2), ["chains"]), (.mergeChain(2, into: 1), ["chains"]),
        (.rerun(step: 3, of: ["a": 1], RecordedOutput(Data([0xFF, 0x00])), .live), ["steps.3.output"]),
        (.regenerated(query: "q", response: "r", by: "offline"), ["query", "response"]),
    ]

    @Test(arguments: edits)
    func `say what they change, as exports name it`(edit: Edit, paths: [String]) {
        #expect(edit.paths == paths)
        #expect(edit.path == paths.joined(separator: ", "))
    }

    @Test(arguments: edits)
    func `survive being stored, to the byte`(edit: Edit, paths: [String]) throws {
        let action = Decision.Action.edit(edit)

        let stored = try JSONEncoder().encode(action)

        #expect(try JSONDecoder().decode(Decision.Action.self, from: stored) == action)
    }
}

@Suite("Stored decisions")
struct DecisionCodingTests {
    private let sample = SampleID(run: RunID(ContentHash(of: "run")), index: 1)

    @Test func `keep the bulk that they belong to`() throws {
        let decision = Decision(
            sequence: 9, time: Timestamp(microseconds: 3), reviewer: "zh", sample: sample, action: .accept, bulk: 8)

        let stored = try JSONEncoder().encode(decision)

        #expect(try JSONDecoder().decode(Decision.self, from: stored).bulk == 8)
    }

    @Test func `from before there were bulks stand alone`() throws {
        let decision = Decision(
            sequence: 9, time: Timestamp(microseconds: 3), reviewer: "zh", sample: sample, action: .accept)

        var stored = try #require(try JSON(parsing: try JSONEncoder().encode(decision)).object)
        #expect(!stored.keys.contains("bulk"))
        stored.remove("bulk")
        let old = Data(JSON.object(stored).compactText.utf8)

        #expect(try JSONDecoder().decode(Decision.self, from: old) == decision)
    }

    @Test func `name the sample that a duplicate repeats; older ones name none`() throws {
        let reason = AnchoredReason(.duplicate, other: "s-00007")

        let stored = try JSONEncoder().encode([reason])
        let old = Data(#"[{"reason":"duplicate","target":{"whole":{}}}]"#.utf8)

        #expect(try JSONDecoder().decode([AnchoredReason].self, from: stored) == [reason])
        #expect(try JSONDecoder().decode([AnchoredReason].self, from: old) == [AnchoredReason(.duplicate)])
    }
}
