import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Reading the items of a baseline")
struct BaselinesReadingTests {
    private let study = StudyExample.second

    @Test func `reads the newest baseline: which items there are, their rows, then the first item`() {
        var state = ExplorerState.example()
        _ = state.press("g b")

        let listing = state.update(.studyRead(.baselines(StudyExample.baselines)))
        #expect(listing == [.read(.indices(study))])
        #expect(picture(of: state).contains("The items are being read."))
        let rows = state.update(.studyRead(.indices(study, Array(1...6))))
        #expect(rows == [.read(.baselineRows(study, Array(1...6)))])
        #expect(picture(of: state).contains("6 items"), "They are counted before they are read.")
        let item = state.update(.studyRead(StudyExample.answer(to: .baselineRows(study, Array(1...6)))))
        #expect(item == [.read(.baseline(study, index: 1))])
        #expect(picture(of: state).contains("The tree is being read."))
        state.answer(item)
        #expect(state.baselines.rows.readCount == 6 && state.baselines.shown?.sample.index == 1)
    }

    @Test func `opens on the newest baseline that has items, and on an empty one where all are`() {
        let empty = ListedStudy(
            id: RunID(ContentHash(of: "refused")), name: "refused", facts: [], began: .at(13, 0), items: 0)
        var state = ExplorerState.example()
        _ = state.press("g b")

        let listing = state.update(.studyRead(.baselines(StudyExample.baselines + [empty])))
        #expect(listing == [.read(.indices(study))])
        var lone = ExplorerState.example()
        _ = lone.press("g b")
        #expect(lone.update(.studyRead(.baselines([empty]))) == [.read(.indices(empty.id))])
    }

    @Test func `asks for one item at a time, and shows the one that is selected by then`() throws {
        var state = ExplorerState.onBaselines()

        let first = state.press("j")
        let more = state.press("j j")
        #expect(first == [.read(.baseline(study, index: 2))] && more.isEmpty)
        let next = state.update(.studyRead(StudyExample.answer(to: .baseline(study, index: 2))))
        #expect(next == [.read(.baseline(study, index: 4))])
        #expect(state.baselines.shown == nil, "What is not selected any more is not shown.")
        state.answer(next)
        #expect(state.baselines.shown?.sample.index == 4)
    }

    @Test func `an item that cannot be read says so, and is asked for again only on request`() {
        var state = ExplorerState.onBaselines()
        _ = state.press("j")

        let effects = state.update(.studyFailed(.baseline(study, index: 2), "The disk is gone."))

        #expect(effects.isEmpty && state.notice?.text == "The disk is gone.")
        #expect(state.press("enter").isEmpty && state.baselines.pane == .items)
        state.answer(state.press("ctrl-t"))
        #expect(state.baselines.shown?.sample.index == 2)
    }

    @Test func `an item that is not what was stored keeps its place in the list`() {
        var state = ExplorerState.example()
        _ = state.press("g b")
        _ = state.update(.studyRead(.baselines(StudyExample.baselines)))
        _ = state.update(.studyRead(.indices(study, [1, 2])))
        let rows: [BaselineRow] = [
            .unreadable(index: 1, "Item 1 of a study is not what was stored."), .unreadable(index: 2, "?"),
        ]

        let effects = state.update(.studyRead(.baselineRows(study, rows)))

        #expect(effects.isEmpty)
        #expect(picture(of: state).contains("1 !! Item 1 of a study is not what was store…"))
        #expect(state.press("enter").isEmpty && state.baselines.pane == .items)
    }

    @Test func `a list that cannot be read is told, and said to be no empty one`() {
        var state = ExplorerState.example()
        _ = state.press("g b")

        _ = state.update(.studyFailed(.baselines, "trip.toolgrad is locked."))

        #expect(state.notice?.severity == .error)
        for part in ["The baselines could not be read:", "trip.toolgrad is locked.", "ctrl-t reads them again."] {
            #expect(picture(of: state).contains(part), "\(part)")
        }
        state.answer(state.press("ctrl-t"))
        #expect(state.baselines.shown?.sample.index == 1)
    }

    @Test func `items that cannot be listed are told, and no empty baseline either`() {
        var state = ExplorerState.example()
        _ = state.press("g b")
        _ = state.update(.studyRead(.baselines(StudyExample.baselines)))

        _ = state.update(.studyFailed(.indices(study), "The disk is gone."))

        #expect(picture(of: state).contains("The items could not be read: ctrl-t reads them"))
        #expect(state.press("n").isEmpty && state.notice?.text == "There is no item yet.")
        state.answer(state.press("ctrl-t"))
        #expect(state.baselines.shown?.sample.index == 1)
    }

    @Test func `reading again keeps the item under the cursor and its tree`() {
        let state = ExplorerState.onBaselines(pressing: "j tab j j ctrl-t")

        #expect(state.baselines.row == 1 && state.baselines.shown?.cursor == 2 && state.baselines.pane == .tree)
    }

    @Test func `of ten thousand items only those near the cursor are read`() {
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: many)
        #expect(state.baselines.rows.count == 10_000 && state.baselines.rows.readCount == 50)
        #expect(picture(of: state).contains("of 10,000"))

        let end = state.press("G")
        #expect(end == [.read(.baselineRows(study, Array(9_951...10_000)))])
        #expect(picture(of: state).contains("10000 …"), "What is on its way has a row.")
        #expect(state.answer(end, with: many).last == .baseline(study, index: 10_000))
        #expect(state.baselines.rows.readCount == 100 && state.baselines.shown?.sample.index == 10_000)
        #expect(!picture(of: state).contains("10000 …") && picture(of: state).contains("10000 "))
    }

    @Test func `scrolling reads a page when its end comes near`() {
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: many)
        var pages: [StudyRequest] = []

        for _ in 1...60 {
            pages += state.answer(state.press("j"), with: many).filter {
                if case .baselineRows = $0 { true } else { false }
            }
        }

        #expect(pages == [.baselineRows(study, Array(51...100))])
        #expect(state.baselines.shown?.sample.index == 61)
    }

    @Test func `while rows are on their way the cursor goes on, and they come where it is by then`() {
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: many)
        let late = state.press("G")

        #expect(state.press("g g").isEmpty)
        #expect(state.answer(late, with: many).count == 1, "The item is there, and nothing is missing around it.")
        #expect(state.baselines.shown?.sample.index == 1)
    }

    private func many(_ request: StudyRequest) -> StudyAnswer {
        func sample(_ index: Int) -> BaselineSample {
            BaselineExample.sample(index, tree: BaselineExample.tree, ending: .gaveUp, queries: 2)
        }
        return switch request {
        case .indices(let study): .indices(study, Array(1...10_000))
        case .baselineRows(let study, let indices):
            .baselineRows(study, indices.map { .item(ListedBaselineItem(sample($0))) })
        case .baseline(let study, let index): .baseline(study, sample(index))
        case .baselines, .evaluations, .evaluationRows, .evaluation: StudyExample.answer(to: request)
        }
    }
}

@Suite("Baselines that change while they are shown")
struct ChangingBaselinesTests {
    private let study = StudyExample.second

    /// What a dataset answers that has these studies, and these items of each.
    private func dataset(
        _ studies: [ListedStudy], _ indices: [Int]
    ) -> (StudyRequest) -> StudyAnswer {
        { request in
            switch request {
            case .baselines: .baselines(studies)
            case .indices(let study): .indices(study, indices)
            case .baselineRows, .baseline, .evaluations, .evaluationRows, .evaluation:
                StudyExample.answer(to: request)
            }
        }
    }

    @Test func `a baseline without items says so, and its keys do nothing`() {
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: dataset(StudyExample.baselines, []))

        #expect(picture(of: state).contains("It has no item yet.") && picture(of: state).contains("There is no item."))
        #expect(state.press("j k G n p enter v }").isEmpty && state.baselines.pane == .items)
    }

    @Test func `items that were made meanwhile are there when it is read again, and the cursor stays on its item`() {
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: dataset(StudyExample.baselines, [2, 4]))
        state = state.reading("j", with: dataset(StudyExample.baselines, [2, 4]))
        #expect(state.baselines.shown?.sample.index == 4)

        state = state.reading("ctrl-t", with: dataset(StudyExample.baselines, Array(1...6)))

        #expect(state.baselines.row == 3 && state.baselines.shown?.sample.index == 4)
        #expect(state.baselines.rows.readCount == 6)
    }

    @Test func `an open item that was judged meanwhile says so when it is read again, where one was in it`() {
        let judged = { (request: StudyRequest) -> StudyAnswer in
            guard case .baseline(let study, let index) = request else { return StudyExample.answer(to: request) }
            var sample = BaselineExample.samples(of: study)[index - 1]
            sample.keep(SolvedOpinion("strict", SolvedRuling(.unsolved, reason: "")))
            return .baseline(study, sample)
        }

        let state = ExplorerState.onBaselines(pressing: "tab j j j j h").reading("ctrl-t", with: judged)

        #expect(state.baselines.shown?.sample.verdict == .unsolved)
        #expect(state.baselines.shown?.cursor == 4 && state.baselines.shown?.folded == [4])
        #expect(picture(of: state).contains("judged unsolved"))
    }

    @Test func `where the item under the cursor is gone the cursor goes to the last one`() {
        let state = ExplorerState.onBaselines(pressing: "G")
            .reading("ctrl-t", with: dataset(StudyExample.baselines, [1, 2]))

        #expect(state.baselines.row == 1 && state.baselines.shown?.sample.index == 2)
    }

    @Test func `a baseline that is gone gives way to the newest, and the last one to nothing`() {
        let onTree = ExplorerState.onBaselines(pressing: "tab j j")

        let other = onTree.reading("ctrl-t", with: dataset([StudyExample.baselines[0]], [1]))
        #expect(other.baselines.study?.name == "react on demo tools" && other.baselines.pane == .items)
        #expect(other.baselines.shown?.sample.method == .react)
        let none = onTree.reading("ctrl-t", with: dataset([], []))
        #expect(picture(of: none).contains("This dataset has no query-first baseline yet."))
        #expect(none.baselines.pane == .items && none.baselines.rows.study == nil)
    }

    @Test func `rows that are not stored any more say so, and the others are there`() {
        let gone = { (request: StudyRequest) -> StudyAnswer in
            guard case .baselineRows(let study, let indices) = request else {
                return StudyExample.answer(to: request)
            }
            let rows = BaselineExample.rows(of: study)
            return .baselineRows(
                study, indices.map { $0 == 2 ? .unreadable(index: 2, "Item 2 is not stored any more.") : rows[$0 - 1] })
        }
        var state = ExplorerState.example()
        state.answer(state.press("g b"), with: gone)

        state = state.reading("n", with: gone)
        #expect(state.baselines.shown == nil)
        #expect(picture(of: state).components(separatedBy: "Item 2 is not stored any more.").count == 3)
        #expect(state.reading("n", with: gone).baselines.shown?.sample.index == 3)
    }

    @Test func `an item that says it is another one is not asked for again and again`() {
        var asked: [StudyRequest] = []
        var state = ExplorerState.onBaselines()

        asked = state.answer(state.press("j")) { request in
            request == .baseline(study, index: 2)
                ? .baseline(study, BaselineExample.samples(of: study)[4]) : StudyExample.answer(to: request)
        }

        #expect(asked == [.baseline(study, index: 2)] && state.baselines.shown == nil)
    }

    @Test func `what arrives after the screen was left asks for nothing more`() {
        var state = ExplorerState.example()
        _ = state.press("g b")
        _ = state.update(.studyRead(.baselines(StudyExample.baselines)))
        _ = state.press("esc")

        #expect(state.update(.studyRead(.indices(study, Array(1...6)))).isEmpty)
        #expect(state.screen == .review)
        state = state.reading("g b")
        #expect(state.baselines.shown?.sample.index == 1)
    }

    @Test func `what arrives of a baseline that is not shown any more changes nothing`() {
        var state = ExplorerState.onBaselines()
        let late = state.press("j")

        state = state.reading("[")
        _ = state.update(.studyRead(.indices(study, [1])))
        _ = state.update(.studyRead(.baselineRows(study, [.unreadable(index: 1, "late")])))
        state.answer(late)

        #expect(state.baselines.rows.study == StudyExample.first && state.baselines.rows.count == 1)
        #expect(state.baselines.shown?.sample.method == .react)
    }
}
