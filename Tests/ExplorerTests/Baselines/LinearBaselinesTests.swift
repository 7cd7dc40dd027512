import Engine
import Evaluation
import Testing

@testable import Explorer

@Suite("Baselines line by line")
struct LinearBaselinesTests {
    @Test func `going there tells the list and the item under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g b")

        #expect(transcript.lines.contains("Screen Baselines."))
        #expect(transcript.lines.contains("Baseline dfs on demo tools: 6 items."))
        #expect(
            transcript.lines.contains(
                "Item 5, dfs, failed, 1 question, 0 steps: " + BaselineExample.query))
        #expect(transcript.lines.contains { $0.hasPrefix("Search: nodes 12, questions 14, tool calls 2") })
    }

    @Test func `moving tells the item, and the node, under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g b", "j")
        #expect(transcript.told == ["Item 2, dfs, gave up, 9 questions, 0 steps: " + BaselineExample.query])

        transcript.type("tab", "j")
        #expect(
            transcript.told == ["Node 1, thought, depth 1:", "First I need the place of Lisbon."])
    }

    @Test func `an empty line tells the whole tree, with depths`() {
        var transcript = LinearTranscript()
        transcript.type("g b", "tab", "")

        #expect(
            transcript.told.contains(
                #"Depth 5, node 5, input: {"lat":"north"}; ✗ bad input"#))
        #expect(transcript.told.contains { $0.hasPrefix("Depth 7, node 11, input:") && $0.hasSuffix("▸ terminal") })
    }

    @Test func `where there is none it says how one is made`() {
        let state = ExplorerState.example().pressing("g b").taking(.studyRead(.baselines([])))

        #expect(
            LinearReader().whereabouts(in: state).contains(
                "toolgrad baseline --model NAME --dataset trip-tools.toolgrad"))
    }

    @Test func `going there is answered once, when everything has arrived`() throws {
        var state = ExplorerState.example(size: LinearTranscript.size)

        let told = state.telling("g b")

        let only = try #require(told.first)
        #expect(told.count == 1 && only.first == "Screen Baselines.")
        #expect(only.contains("Baseline dfs on demo tools: 6 items."))
        #expect(only.contains { $0.hasPrefix("Search: nodes 12, questions 14") }, "The item has arrived too.")
        #expect(only.filter { $0.hasPrefix("Keys: ") }.count == 1)
    }

    @Test func `another baseline is answered once too, another item with its row`() {
        var state = ExplorerState.example(size: LinearTranscript.size)
        _ = state.telling("g b")

        let turned = state.telling("[")
        #expect(turned.count == 1 && turned[0].contains("Baseline react on demo tools: 1 item."))
        _ = state.telling("]")
        #expect(state.telling("j") == [["Item 2, dfs, gave up, 9 questions, 0 steps: " + BaselineExample.query]])
    }

    @Test func `an item far away is told as soon as its row is there, and nothing else again`() {
        let sample = BaselineExample.sample(900, tree: BaselineExample.tree, ending: .gaveUp, queries: 2)
        let many = { (request: StudyRequest) -> ExplorerEvent in
            switch request {
            case .indices(let study): .studyRead(.indices(study, Array(1...900)))
            case .baselineRows(let study, let indices):
                .studyRead(
                    .baselineRows(
                        study,
                        indices.map { $0 == 900 ? .item(ListedBaselineItem(sample)) : .unreadable(index: $0, "?") }))
            case .baseline(let study, _): .studyRead(.baseline(study, sample))
            case .baselines, .evaluations, .evaluationRows, .evaluation:
                .studyRead(StudyExample.answer(to: request))
            }
        }
        var state = ExplorerState.onBaselines(size: LinearTranscript.size)
        _ = state.telling("ctrl-t", with: many)

        #expect(
            state.telling("G", with: many)
                == [["Item 900, dfs, gave up, 2 questions, 0 steps: " + BaselineExample.query]])
    }

    @Test func `what cannot be read is told once, with how to ask again`() {
        var state = ExplorerState.example(size: LinearTranscript.size)

        let told = state.telling("g b") { .studyFailed($0, "The disk is gone.") }

        #expect(told.count == 1 && told[0].prefix(2) == ["The disk is gone.", "Screen Baselines."])
        #expect(told[0].contains("ctrl-t reads them again."))
    }

    @Test func `an empty dataset, and an empty baseline, are told once`() {
        var none = ExplorerState.example(size: LinearTranscript.size)
        let nothing = none.telling("g b") { _ in .studyRead(.baselines([])) }
        #expect(
            nothing.count == 1 && nothing[0].contains("toolgrad baseline --model NAME --dataset trip-tools.toolgrad"))

        var empty = ExplorerState.example(size: LinearTranscript.size)
        let told = empty.telling("g b") { request in
            if case .indices(let study) = request { return .studyRead(.indices(study, [])) }
            return .studyRead(StudyExample.answer(to: request))
        }
        #expect(told.count == 1 && told[0].prefix(2) == ["Screen Baselines.", "It has no item yet."])
    }
}
