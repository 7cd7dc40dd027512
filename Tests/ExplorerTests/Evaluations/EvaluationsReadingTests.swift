import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("Reading the items of an evaluation")
struct EvaluationsReadingTests {
    private let large = EvaluationExample.large

    @Test func `reads the newest one: which items there are, their rows, and the first item that is wrong`() {
        var state = ExplorerState.example()
        _ = state.press("g e")

        let listing = state.update(.studyRead(.evaluations(EvaluationExample.studies)))
        #expect(listing == [.read(.indices(large))])
        let rows = state.update(.studyRead(.indices(large, Array(1...6))))
        #expect(rows == [.read(.evaluationRows(large, Array(1...6)))])
        #expect(picture(of: state).contains("reading 0 of 6"))
        state.answer(rows)
        #expect(state.evaluations.shown?.id == "s-00002" && state.evaluations.row == 0)
        #expect(!picture(of: state).contains("reading"))
    }

    @Test func `asks for one item at a time, and shows the one that is selected by then`() {
        var state = ExplorerState.onEvaluations()

        let first = state.press("j")
        #expect(first == [.read(.evaluation(large, index: 3))])
        #expect(state.press("j").isEmpty)
        let next = state.update(.studyRead(StudyExample.answer(to: .evaluation(large, index: 3))))
        #expect(next == [.read(.evaluation(large, index: 6))])
        #expect(picture(of: state).contains("The item is being read."))
    }

    @Test func `an item that cannot be read says so once`() {
        var state = ExplorerState.onEvaluations()
        _ = state.press("j")

        let effects = state.update(.studyFailed(.evaluation(large, index: 3), "The disk is gone."))

        #expect(effects.isEmpty && state.notice?.text == "The disk is gone.")
        state.answer(state.press("ctrl-t"))
        #expect(state.evaluations.shown?.id == "s-00003")
    }

    @Test func `ten thousand items are read in fifty pages, with how far it is, and drawn at once`() {
        let many = dataset(of: 10_000)
        var state = ExplorerState.example()
        var effects = state.press("g e")
        for request in [StudyRequest.evaluations, .indices(large), .evaluationRows(large, Array(1...200))] {
            #expect(effects.first == .read(request))
            effects = state.update(.studyRead(many(request)))
        }
        #expect(
            picture(of: state).contains("reading 200 of 10,000") && picture(of: state).contains("Items 200 of 10,000"))
        #expect(picture(of: state).contains("✗ wrong s-00003"), "What was read is there to be gone through.")

        let pages = state.answer(effects, with: many).filter { if case .evaluationRows = $0 { true } else { false } }

        #expect(pages.count == 49 && state.evaluations.right == Tally(6_667, of: 10_000))
        #expect(!picture(of: state).contains("reading"))
        let started = ContinuousClock.now
        #expect(picture(of: state.pressing("G")).contains("of 10,000"))
        #expect(ContinuousClock.now - started < .seconds(1))
    }

    @Test func `reading rests while another screen is shown, and begins again with what is known`() {
        let answer = dataset(of: 450)
        var state = ExplorerState.example()
        _ = state.press("g e")
        _ = state.update(.studyRead(answer(.evaluations)))
        let first = state.update(.studyRead(answer(.indices(large))))
        _ = state.press("esc")

        #expect(state.answer(first, with: answer).count == 1, "Nothing more is asked for.")
        let again = state.press("g e")
        #expect(picture(of: state).contains("Items 200 of 450"))
        state.answer(again, with: answer)
        #expect(state.evaluations.rows.readCount == 450)
    }

    @Test func `a marked evaluation that was not read to its end goes on when the screen is gone to again`() {
        var state = ExplorerState.onEvaluations(pressing: "shift-tab k")
        let listing = state.press("m")
        _ = state.press("esc")
        state.answer(listing)
        #expect(state.evaluations.base.readCount == 0)

        state = state.reading("g e")

        #expect(state.evaluations.base.readCount == 6 && state.evaluations.list.entries.count == 4)
    }

    /// What a dataset answers whose evaluations have so many items, every third of them wrong.
    private func dataset(of count: Int) -> (StudyRequest) -> StudyAnswer {
        func item(_ number: Int) -> EvaluatedItem {
            number.isMultiple(of: 3) ? EvaluationExample.missing(number) : EvaluationExample.right(number)
        }
        return { request in
            switch request {
            case .indices(let study): .indices(study, Array(1...count))
            case .evaluationRows(let study, let indices):
                .evaluationRows(study, indices.map { .item(EvaluationSummary(item($0), index: $0)) })
            case .evaluation(let study, let index): .evaluation(study, index: index, item(index))
            case .evaluations, .baselines, .baselineRows, .baseline: StudyExample.answer(to: request)
            }
        }
    }
}

@Suite("Evaluations that change while they are shown")
struct ChangingEvaluationsTests {
    private let large = EvaluationExample.large

    /// What a dataset answers whose evaluations have these items.
    private func dataset(
        _ indices: [Int], of studies: [ListedEvaluation] = EvaluationExample.studies
    ) -> (StudyRequest) -> StudyAnswer {
        { request in
            switch request {
            case .evaluations: .evaluations(studies)
            case .indices(let study): .indices(study, indices)
            case .evaluationRows, .evaluation, .baselines, .baselineRows, .baseline:
                StudyExample.answer(to: request)
            }
        }
    }

    @Test func `an evaluation without items says so, and its keys do nothing`() {
        var state = ExplorerState.example()
        state.answer(state.press("g e"), with: dataset([]))

        #expect(picture(of: state).contains("It has no item yet.") && picture(of: state).contains("Items 0"))
        #expect(state.press("j k G n p w w tab v").isEmpty)
    }

    @Test func `items that were answered meanwhile join the list, and the cursor stays on its item`() {
        var state = ExplorerState.example()
        state.answer(state.press("g e"), with: dataset([3, 6]))
        state = state.reading("j", with: dataset([3, 6]))
        #expect(state.evaluations.shown?.id == "s-00006" && state.evaluations.row == 1)

        state = state.reading("ctrl-t", with: dataset(Array(1...6)))

        #expect(state.evaluations.shown?.id == "s-00006" && state.evaluations.row == 2)
    }

    @Test func `an open item that was scored anew meanwhile is read again`() {
        let scored = { (request: StudyRequest) -> StudyAnswer in
            request == .evaluation(large, index: 2)
                ? .evaluation(large, index: 2, EvaluationExample.missing(2)) : StudyExample.answer(to: request)
        }

        let state = ExplorerState.onEvaluations().reading("ctrl-t", with: scored)

        #expect(picture(of: state).contains("MISSING") && !picture(of: state).contains("WRONG ARGUMENT"))
    }

    @Test func `an evaluation that is gone gives way to another, and the last one to nothing`() {
        let onDetail = ExplorerState.onEvaluations(pressing: "j tab")

        let other = onDetail.reading("ctrl-t", with: dataset(Array(1...6), of: [EvaluationExample.studies[0]]))
        #expect(other.evaluations.study?.study.name == "small" && other.evaluations.row == 0)
        let none = onDetail.reading("ctrl-t", with: dataset([], of: []))
        #expect(picture(of: none).contains("This dataset has no evaluation yet."))
        #expect(none.evaluations.shown == nil && none.evaluations.rows.study == nil)
    }

    @Test func `an item that is not what was stored comes first, says so, and opens no sample`() {
        let damaged = { (request: StudyRequest) -> StudyAnswer in
            guard case .evaluationRows(let study, let indices) = request else {
                return StudyExample.answer(to: request)
            }
            let rows = EvaluationExample.rows(of: study)
            return .evaluationRows(
                study, indices.map { $0 == 5 ? .unreadable(index: 5, "Item 5 is damaged.") : rows[$0 - 1] })
        }
        var state = ExplorerState.example()
        state.answer(state.press("g e"), with: damaged)

        #expect(state.evaluations.row == 0 && state.evaluations.shown == nil)
        #expect(picture(of: state).contains("!! 5 Item 5 is damaged."))
        #expect(state.press("enter").isEmpty && state.notice?.text == "There is no item to open.")
        #expect(state.reading("n", with: damaged).evaluations.shown?.id == "s-00002")
    }

    @Test func `a list that cannot be read is told, and said to be no empty one`() {
        var state = ExplorerState.example()
        _ = state.press("g e")

        _ = state.update(.studyFailed(.evaluations, "trip.toolgrad is locked."))

        #expect(picture(of: state).contains("The evaluations could not be read:"))
        #expect(!picture(of: state).contains("This dataset has no evaluation yet."))
        state.answer(state.press("ctrl-t"))
        #expect(state.evaluations.rows.readCount == 6)
    }

    @Test func `rows that cannot be read are told, and those that are there stay`() {
        var state = ExplorerState.onEvaluations()
        _ = state.press("ctrl-t")
        _ = state.update(.studyRead(.evaluations(EvaluationExample.studies)))
        _ = state.update(.studyRead(.indices(large, Array(1...6))))

        _ = state.update(.studyFailed(.evaluationRows(large, Array(1...6)), "The disk is gone."))

        #expect(state.notice?.text == "The disk is gone." && state.evaluations.list.entries.count == 6)
        #expect(!state.evaluations.rows.isReading)
    }
}
