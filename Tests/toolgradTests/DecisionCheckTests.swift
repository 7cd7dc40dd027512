import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import DatasetStore
@testable import toolgrad

@Suite("The check of what is decided")
struct DecisionCheckTests {
    private let sample = SampleBuilder.warmth(of: "Oslo")

    private func obstacle(
        to actions: Decision.Action..., in builder: SampleBuilder, rules: DecidingRules = DecidingRules()
    ) -> DecisionObstacle? {
        let reading = SampleReading(sample: builder.sample, decisions: [], lastEvent: 1)
        return DecisionCheck(actions: actions, reviewer: "ada", rules: rules).obstacle(in: reading)
    }

    @Test func `leaves out a sample without the target`() {
        let path = JSONPath([.key("town")])
        let reasons = [AnchoredReason(.badValue, at: .argument(step: 1, path: path))]

        #expect(obstacle(to: .reject(reasons, note: ""), in: sample) == .missing(.argument(step: 1, path: path)))
        #expect(obstacle(to: .comment(.step(2), text: "hm"), in: sample) == nil)
        #expect(obstacle(to: .comment(.step(3), text: "hm"), in: sample) == .missing(.step(3)))
    }

    @Test func `leaves out what changes nothing`() {
        let commented = sample.reviewed(.comment(.query, text: "hm"))

        #expect(obstacle(to: .comment(.query, text: "hm"), in: commented) == .already("commented so"))
        #expect(obstacle(to: .comment(.query, text: ""), in: commented) == nil)
        #expect(obstacle(to: .comment(.query, text: " "), in: sample) == .already("without a comment of ada there"))
        #expect(obstacle(to: .edit(.query("How warm is it in Oslo?")), in: sample) == .already("so"))
        #expect(
            obstacle(to: .edit(.argument(step: 1, path: JSONPath([.key("name")]), "Oslo")), in: sample)
                == .already("so"))
    }

    @Test func `leaves out an edit that cannot be made, and says why`() {
        let missing = obstacle(to: .edit(.argument(step: 3, path: .root, [:])), in: sample)
        let wrong = obstacle(to: .edit(.argument(step: 1, path: JSONPath([.key("name")]), 7)), in: sample)

        #expect(missing == .edit("There is no step 3."))
        #expect(missing?.description == "cannot be edited so: There is no step 3")
        #expect(wrong?.description.hasPrefix("cannot be edited so: Step 1: ") == true)
        #expect(obstacle(to: .edit(.query(" ")), in: sample) != nil)
    }

    @Test func `judges an edit with those before it made`() {
        let whole = Edit.argument(step: 1, path: .root, ["name": ["city": "Rome"]])
        let part = Edit.argument(step: 1, path: JSONPath([.key("name"), .key("city")]), "Bonn")
        let free = SampleBuilder(query: "Where?", response: "There.")
            .tool(Tool(name: "geocode", description: "Finds.", inputSchema: ["type": "object"]))
            .step("geocode", ["name": "Oslo"], gives: "{}")

        #expect(obstacle(to: .edit(part), in: free) != nil)
        #expect(obstacle(to: .edit(whole), .edit(part), in: free) == nil)
    }

    @Test func `takes its rules from the settings`() throws {
        let settings = try Settings.read(
            text: "require_rerun_after_arg_edit = true\nconfirm_bulk_over = 3", file: "config.toml")

        #expect(DecidingRules(settings) == DecidingRules(requiresRerun: true, confirmsOver: 3))
        #expect(DecidingRules(Settings()) == DecidingRules())
    }

    @Test func `accepts a stale sample unless the rules want its step run again`() {
        let stale = sample.reviewed(.edit(.argument(step: 1, path: JSONPath([.key("name")]), "Rome")))

        #expect(obstacle(to: .accept, in: stale) == nil)
        #expect(obstacle(to: .accept, in: stale, rules: DecidingRules(requiresRerun: true)) == .stale(step: 1))
    }
}
