import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Evaluations")
struct EvaluationsScreenTests {
    @Test func `asks for the evaluations when it is gone to, also by a command`() {
        var state = ExplorerState.example()
        #expect(state.press("g e") == [.read(.evaluations)])
        #expect(picture(of: state).contains("Reading the evaluations."))

        var other = ExplorerState.example()
        _ = other.press(":")
        _ = other.type("evaluations")
        #expect(other.press("enter") == [.read(.evaluations)])
    }

    @Test func `without an evaluation it says how one is made`() {
        var state = ExplorerState.example()
        _ = state.press("g e")

        #expect(state.update(.studyRead(.evaluations([]))).isEmpty)
        #expect(picture(of: state).contains("This dataset has no evaluation yet."))
        #expect(picture(of: state).contains("toolgrad evaluate --model NAME --dataset trip-tools.toolgrad"))
        #expect(!picture(of: state).contains("j/k item") && !picture(of: state).contains("Tab pane"))
        #expect(state.press("w n enter").isEmpty)
    }

    @Test func `lists models with their items, their share of right ones and their day`() {
        let shown = picture(of: .onEvaluations())

        for part in [
            "Evaluations 2", "small  model M-small        6 items  right 33.3% │", "right 50.0%", "Items 6",
            "right 3/6 50.0%",
        ] { #expect(shown.contains(part), "\(part)") }
        let small = picture(of: .onEvaluations(size: .small, pressing: "shift-tab"))
        #expect(small.contains("6 items  right 33.3%  2027-01-15 ┃"))
    }

    @Test func `where there is little room, what is wrong is told before the category`() {
        let (wide, small) = (picture(of: .onEvaluations()), picture(of: .onEvaluations(size: .small)))

        #expect(wide.contains("✗ wrong s-00002      wrong argument, extra call"))
        #expect(wide.contains("✓ right s-00005/irr… When"))
        #expect(small.contains("✗ wrong s-00002      chained      wrong argument, extra call"))
        #expect(small.contains("✓ right s-00005/irr… irrelevance  When"))
    }

    @Test func `lists wrong items first, with what is wrong`() {
        let shown = picture(of: .onEvaluations())
        let order = ["✗ wrong s-00002", "✗ wrong s-00003", "✗ wrong s-00006", "✓ right s-00001"].map { part in
            shown.firstRange(of: part)?.lowerBound
        }

        let found = order.compactMap(\.self)
        #expect(found.count == order.count && found == found.sorted())
        #expect(shown.contains("wrong argument, extra call"))
    }

    @Test func `shows the truth beside the prediction, and marks where they part`() {
        let shown = picture(of: .onEvaluations())

        for part in [
            "s-00002   chained   wrong", "Calls   truth 2, model 3", #"both  {"name":"Lisbon"}"#, "WRONG ARGUMENT",
            #"truth {"lat":38.7,"day":"2027-01-16"}"#, #"model {"lat":"north","day":"2027-01-16"}"#,
            #"lat expected 38.7, found "north""#, "failed lat is no number", "EXTRA", "Mistakes   3",
            "Call 3, to weather_daily, is not in the truth.", "Responses", "truth At 20:41.",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test(arguments: [
        ("j", "NOT OFFERED"), ("j", "INVALID"), ("j j", "IN VAIN"), ("j j j", "There is no prediction."),
        ("j j j", "MISSING"),
    ]) func `names what else can be wrong`(script: String, word: String) {
        // Of the smaller model 2, 4, 5 and 6 are wrong.
        #expect(picture(of: .onEvaluations(pressing: "[ \(script)")).contains(word))
    }

    @Test func `evaluations of one name are told apart by their studies`() {
        let twins = EvaluationExample.studies.map { listed in
            ListedEvaluation(
                ListedStudy(
                    id: listed.id, name: "rules", facts: listed.study.facts, began: listed.study.began, items: 6),
                right: listed.right)
        }
        var state = ExplorerState.example()
        state.answer(state.press("g e")) { request in
            request == .evaluations ? .evaluations(twins) : StudyExample.answer(to: request)
        }

        let shown = picture(of: state)

        #expect(
            shown.contains("rules \(EvaluationExample.small)") && shown.contains("rules \(EvaluationExample.large)"))
        #expect(!picture(of: .onEvaluations()).contains("\(EvaluationExample.large)"), "A name of its own says enough.")
    }

    @Test func `keys of Review do nothing to the sample behind it`() {
        var state = ExplorerState.onEvaluations()

        #expect(state.press("a r s f - x X u R A").isEmpty)
        #expect(state.overlay == nil && state.screen == .evaluations)
    }

    @Test func `is not shown in a blind pass`() {
        var state = ExplorerState.example()
        state.blindPass = 2

        #expect(state.press("g e").isEmpty && state.screen == .review)
    }
}
