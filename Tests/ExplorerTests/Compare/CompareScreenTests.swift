import Canvas
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Compare")
struct CompareScreenTests {
    private static let goldens = GoldenFolder(beside: URL(filePath: #filePath).deletingLastPathComponent().path)

    private let original = ExampleSample.id()
    private let branch = CompareExamples.branchID

    @Test(arguments: GoldenScreen.comparing) func `it looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers { try Self.goldens.expect(layer, of: screen.frame, as: screen.file(layer)) }
    }

    // MARK: What is compared

    @Test func `a branch is compared with its parent`() {
        let state = ExplorerState.comparing()

        #expect(state.compare.first == CompareState.Place(sample: original))
        #expect(state.compare.second == CompareState.Place(sample: branch))
    }

    @Test func `another sample is compared with its iteration before`() {
        var state = ExplorerState.example()

        let effects = state.press("[ g c")

        #expect(effects.contains(.loadCompared(original, original)))
        #expect(state.compare.first == CompareState.Place(sample: original, iteration: 3))
        #expect(state.compare.second == CompareState.Place(sample: original, iteration: 4))
    }

    @Test func `the base of differences is what a sample is compared with`() {
        var state = ExplorerState.example()

        _ = state.press("[ [ [ m ] ] g c")

        #expect(state.compare.first == CompareState.Place(sample: original, iteration: 2))
        #expect(state.compare.second == CompareState.Place(sample: original, iteration: 4))
    }

    @Test func `two marked samples are compared with each other, in the order of the queue`() {
        var state = ExplorerState.example()

        for index in 1...2 {
            _ = state.press("space")
            state.load(ExampleSample.reviewed(index: index + 1))
        }
        let effects = state.press("g c")

        #expect(effects.contains(.loadCompared(original, ExampleSample.id(2))))
    }

    @Test func `an answer about other samples is not taken`() {
        var state = ExplorerState.example()
        _ = state.press("g c")

        _ = state.update(.compared(original, branch, CompareExamples.family))

        #expect(state.compare.comparison == nil)
    }

    // MARK: What is shown

    @Test func `tells steps, texts and findings that only one side has`() {
        let state = ExplorerState.comparing()
        let lines = lines(of: state)

        #expect(lines.contains { $0.hasPrefix("only A: step 4 hotel_search, chain 1") })
        #expect(lines.contains { $0.hasPrefix("only B: step 4 book_search, chain 3") })
        #expect(lines.filter { $0.hasPrefix("same: step") }.count == 3)
        #expect(
            lines.contains { $0.contains("[-which hotels suit me?-]") || $0.contains("{+when did Sanshiro appear?+}") })
        #expect(lines.contains { $0.hasPrefix("only A: step 4") && $0.contains("180") })
        #expect(lines.contains { $0.contains("s-00001.b1 branch at it 5, you: proposal 2") })
    }

    @Test func `tells changed arguments and outputs of a step`() throws {
        let path = JSONPath([.key("date")])
        let edited = CompareExamples.member(
            CompareExamples.original,
            deciding: .edit(.argument(step: 2, path: path, "2027-05-18")),
            .edit(
                .rerun(
                    step: 2, of: ["latitude": 35.68, "longitude": 139.69, "date": "2027-05-18"],
                    RecordedOutput(["sunset": "18:42"]), .demo)))
        let state = ExplorerState.comparing(ComparedSamples([edited, CompareExamples.book]))

        let lines = lines(of: state)

        #expect(
            lines.contains(
                "changed: step 2 sun_times, chain 1, date \"2027-05-18\" became \"2027-05-17\", another output"))
    }

    @Test func `counts words and how alike the texts are`() {
        let comparison = TextComparison(from: "Where is Oslo?", to: "Where is old Oslo?")

        #expect(comparison.counts == (added: 1, removed: 0, same: 3))
        #expect(comparison.similarity == 6.0 / 7.0)
        #expect(TextComparison(from: "a b", to: "a b").similarity == nil)
        #expect(TextComparison(from: nil, to: "a b").counts == (added: 2, removed: 0, same: 0))
    }

    @Test func `opens at the first difference, and stays where one went when the samples are read again`() {
        var state = ExplorerState.comparing(size: .small)
        let opened = state.compare
        let status = CompareScreen(state: state, pen: Pen(.utf8)).status

        _ = state.press("tab g c")
        _ = state.update(.compared(original, branch, CompareExamples.family))

        #expect(opened.hunk == 0)
        #expect(opened.pane == .chains)
        #expect(opened.scrolls[.chains] == 9)
        #expect(status.contains("1/3 differences"))
        #expect(state.compare.pane == .query)
    }

    // MARK: Keys

    @Test func `B moves through its iterations, and stays within them`() {
        var state = ExplorerState.comparing()

        _ = state.press("[ [ [ [ [ [")
        #expect(state.compare.second?.iteration == 1)
        #expect(state.notice?.text == "B is at its first iteration.")

        _ = state.press("] ] ] ]")
        #expect(state.compare.second?.iteration == nil)
    }

    @Test func `A is set to where B is, and the two change places`() {
        var state = ExplorerState.comparing()

        _ = state.press("~")
        #expect(state.compare.first?.sample == branch && state.compare.second?.sample == original)

        _ = state.press("[ m")
        #expect(state.compare.first == CompareState.Place(sample: original, iteration: 4))
    }

    @Test func `hunks go from the chains through the texts and around`() {
        var state = ExplorerState.comparing()

        let panes = (0..<5).map { _ -> CompareState.Pane in
            _ = state.press("}")
            return state.compare.pane
        }

        #expect(panes == [.query, .response, .chains, .query, .response])
        _ = state.press("{ {")
        #expect(state.compare.pane == .chains)
    }

    @Test(arguments: [("1", true), ("2", false)])
    func `a preference is a decision on the better sample`(key: String, firstIsBetter: Bool) {
        var state = ExplorerState.comparing()

        let effects = state.press(key)

        #expect(
            effects == [
                firstIsBetter
                    ? .decide(original, .prefer(over: branch)) : .decide(branch, .prefer(over: original))
            ])
    }

    @Test func `neither being better is stored as well, and what is on disk is told`() {
        var state = ExplorerState.comparing()

        let effects = state.press("0")
        let decision = Decision(
            sequence: 1, time: .at(12, 41), reviewer: "zh", sample: branch, action: .equal(to: original))
        let more = state.update(.decided([decision], rows: [.example(1)], undoDepth: 1, leftOut: 0))

        #expect(effects == [.decide(branch, .equal(to: original))])
        #expect(state.notice?.text.hasPrefix("Saved: ") == true)
        #expect(state.notice?.text.hasSuffix(" and s-00001 are equally good; u takes it back.") == true)
        #expect(more == [.loadCompared(original, branch)])
    }

    @Test func `the verdict of reviewers is shown`() {
        let better = CompareExamples.member(CompareExamples.book, deciding: .prefer(over: original))
        let state = ExplorerState.comparing(ComparedSamples([CompareExamples.original, better]))

        #expect(text(of: state).contains("B is better so far."))
        #expect(text(of: ExplorerState.comparing()).contains("A is better (1), B is better (2), equal (0)."))
    }

    @Test func `a notice cuts the verdict where it begins, with a sign`() {
        let better = CompareExamples.member(CompareExamples.book, deciding: .prefer(over: original))
        var state = ExplorerState.comparing(ComparedSamples([CompareExamples.original, better]))

        state.tell("Saved: s-00001 is better than the other one; u takes it back.")

        #expect(text(of: state).contains("B is better so far."))
        #expect(text(of: state).contains("…  Saved: s-00001"), "\(text(of: state))")
    }

    @Test func `states of one sample cannot be preferred to each other, which is said`() {
        var state = ExplorerState.example().comparing(ComparedSamples([CompareExamples.original]))

        let effects = state.press("1")

        #expect(effects.isEmpty)
        #expect(
            state.notice?.text
                == "Both sides are s-00001: only different samples can be preferred to each other.")
    }

    @Test func `nothing is decided where the dataset is open for reading only`() {
        var state = ExplorerState.comparing(isReadOnly: true)

        let effects = ["1", "2", "0", "a"].flatMap { state.press($0) }

        #expect(effects.isEmpty)
        #expect(state.notice?.text == "The dataset is open for reading only.")
    }

    @Test func `B is accepted as Review would`() {
        var state = ExplorerState.comparing()
        #expect(state.press("a") == [.decide(branch, .accept)])

        let accepted = CompareExamples.member(CompareExamples.book, deciding: .accept)
        var other = ExplorerState.comparing(ComparedSamples([CompareExamples.original, accepted]))
        #expect(other.press("a").isEmpty)
        #expect(other.notice?.text == "It is accepted already.")
    }

    @Test func `other branches of the family take the place of B`() {
        var state = ExplorerState.comparing()

        _ = state.press("n")
        #expect(state.compare.second?.sample.branch == [2])
        #expect(state.compare.comparison != nil)

        _ = state.press("n")
        #expect(state.compare.second?.sample.branch == [1])
    }

    @Test func `escape goes back to Review, enter to B on Review`() {
        var state = ExplorerState.comparing()
        _ = state.press("esc")
        #expect(state.screen == .review)

        _ = state.press("g c")
        _ = state.update(.compared(original, branch, CompareExamples.family))
        let effects = state.press("~ enter")
        #expect(state.screen == .review)
        #expect(effects.contains(.loadSample(original)))
    }

    @Test func `b goes to A on Review and opens the sheet that steers it`() {
        var state = ExplorerState.comparing()

        let effects = state.press("b")
        #expect(state.screen == .review)
        #expect(effects.contains(.loadSample(original)))
        #expect(state.overlay == nil)

        state.load(ExampleSample.reviewed())
        guard case .override(let sheet) = state.overlay else {
            Issue.record("The sheet is not open.")
            return
        }
        #expect(sheet.sample == original)
    }

    @Test func `b is about A, not about what is open on Review`() {
        let begun = ComparedSamples.Member(
            ExampleSample.reviewed(Array(ExampleSample.events.prefix(1))), name: "s-00001")
        var state = ExplorerState.comparing(ComparedSamples([begun, CompareExamples.book]))

        let refused = state.press("b")
        let told = state.notice?.text
        _ = state.press("~ b")

        #expect(refused.isEmpty)
        #expect(told == "s-00001 never began to grow: there is no iteration.")
        guard case .override(let sheet) = state.overlay else {
            Issue.record("The sheet is not open.")
            return
        }
        #expect(sheet.sample == branch)
    }

    @Test func `what grows meanwhile is read again`() {
        var state = ExplorerState.comparing()
        let event = { (sample: SampleID) in
            ExplorerEvent.recorded(
                RecordedEvent(sample: sample, number: 200, time: .at(12, 0), event: .finished(.nothingGrown)))
        }

        #expect(state.update(event(branch)).contains(.loadCompared(original, branch)))
        #expect(!state.update(event(ExampleSample.id(2))).contains(.loadCompared(original, branch)))
    }

    @Test(arguments: [Size(columns: 60, rows: 16), .small, .medium, .wide, Size(columns: 84, rows: 44)])
    func `every pane can be scrolled to its end and no further`(size: Size) {
        var state = ExplorerState.comparing(size: size)
        for pane in CompareState.Pane.allCases {
            #expect(state.compare.pane == pane)
            _ = state.press("G j j")
            let room = CompareScreen(state: state, pen: Pen(.utf8)).room(of: pane)
            #expect(state.compare.scrolls[pane] == max(0, room.rows - room.height))
            _ = state.press("tab")
        }
    }

    @Test func `can be read out, and what keys do there is told`() {
        var transcript = LinearTranscript()

        transcript.type("g c")
        #expect(transcript.told.first == "Screen Compare.")
        #expect(transcript.told.contains("A: s-00001 it 4 of 5, 3 steps."))
        #expect(transcript.told.contains("B: s-00001 it 5 of 5, 4 steps."))
        #expect(transcript.told.contains { $0.hasPrefix("only B: step 4 hotel_search, chain 1") })
        #expect(transcript.told.contains { $0.hasPrefix("Difference 1 of ") })

        transcript.type("}")
        #expect(transcript.told.first?.hasPrefix("Difference 2 of ") == true)
        transcript.type("1")
        #expect(
            transcript.told == ["Both sides are s-00001: only different samples can be preferred to each other."])
    }

    private func text(of state: ExplorerState) -> String {
        let frame = state.frame(in: state.size, glyphs: .utf8)
        return (0..<state.size.rows).map { frame.text(row: $0) }.joined(separator: "\n")
    }

    private func lines(of state: ExplorerState) -> [String] {
        CompareScreen(state: state, pen: Pen(.utf8)).lines
    }
}

extension ExplorerState {
    /// On Compare, with what was read.
    fileprivate func comparing(_ members: ComparedSamples) -> ExplorerState {
        var state = self
        _ = state.press("g c")
        _ = state.update(.compared(ExampleSample.id(), ExampleSample.id(), members))
        return state
    }
}
