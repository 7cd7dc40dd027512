import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Hostile baselines")
struct HostileBaselineTests {
    private func state(_ text: String, size: Size) -> ExplorerState {
        let tree = AnswerNode(
            .root, depth: 0, number: 0,
            children: [
                AnswerNode(.thought(text), depth: 1, number: 1),
                AnswerNode(
                    .action(text), depth: 1, number: 2,
                    children: [
                        AnswerNode(
                            .input(arguments: text, observation: text, status: .errorInMessage), depth: 2, number: 3,
                            isTerminal: true)
                    ]),
            ])
        let sample = BaselineExample.sample(1, query: text, tree: tree, ending: .failed(text), queries: 3, steps: 1)
        let study = ListedStudy(
            id: StudyExample.first, name: text, facts: [text], began: .at(12, 0), items: 2)
        var state = ExplorerState.example(size: size)
        state.answer(state.press("g b")) { request in
            switch request {
            case .baselines: .baselines([study])
            case .indices(let id): .indices(id, [1, 2])
            case .baselineRows(let id, _):
                .baselineRows(id, [.item(ListedBaselineItem(sample)), .unreadable(index: 2, text)])
            case .baseline(let id, _): .baseline(id, sample)
            case .evaluations, .evaluationRows, .evaluation: StudyExample.answer(to: request)
            }
        }
        return state
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `nothing of them reaches a terminal raw`(size: Size) {
        for script in ["", "tab", "tab j", "tab j j", "tab j j j", "tab j j j v"] {
            expectHarmless(state(StudyExample.evil, size: size).pressing(script))
        }
    }

    @Test(arguments: [Size.wide, .small])
    func `an item that cannot be read, and a reason for it, are as harmless`(size: Size) {
        let damaged = state(StudyExample.evil, size: size).pressing("j")
        expectHarmless(damaged)
        #expect(picture(of: damaged).contains("‹U+001B›"))

        var failed = ExplorerState.example(size: size)
        _ = failed.press("g b")
        _ = failed.update(.studyFailed(.baselines, StudyExample.evil))
        expectHarmless(failed)
    }

    @Test func `nothing of them is told raw`() {
        var state = ExplorerState.example(size: LinearTranscript.size)
        let hostile = self.state(StudyExample.evil, size: .wide)
        let told = LinearReader().whereabouts(in: hostile) + LinearReader().whereabouts(in: hostile.pressing("tab"))

        let scalars = told.joined().unicodeScalars
        #expect(!told.isEmpty && scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B && $0.value != 0x202E })
        _ = state.press("g b")
        let failed = state.update(.studyFailed(.baselines, StudyExample.evil))
        #expect(failed.isEmpty)
        let words = LinearReader().whereabouts(in: state).joined().unicodeScalars
        #expect(words.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B && $0.value != 0x202E })
    }

    @Test func `a text of a megabyte is shown in part, and read in full`() {
        let long = String(repeating: "x", count: 1 << 20)
        let state = state(long, size: .wide)

        let started = ContinuousClock.now
        let frame = state.pressing("tab j j j").frame(in: .wide, glyphs: .utf8)
        let taken = ContinuousClock.now - started

        expectWhole(frame, .wide)
        #expect(taken < .seconds(2), "Previews are cut.")
        guard case .inspector(let inspector)? = state.pressing("tab j j j v").overlay else {
            Issue.record("Nothing was opened.")
            return
        }
        #expect(inspector.artefact.bytes.count == 1 << 20)
    }

    @Test func `ASCII is all that is drawn where the terminal has nothing else`() {
        let frame = state(StudyExample.evil, size: .wide).pressing("tab j").frame(in: .wide, glyphs: .ascii)

        #expect(frame.cells.map(\.text).filter { !$0.utf8.allSatisfy { $0 < 0x80 } } == [])
    }
}
