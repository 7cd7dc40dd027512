import Canvas
import Engine
import Evaluation
import TestSupport
import Testing

@testable import Explorer

@Suite("The screen Evaluations")
struct EvaluationsScreenTests {
    private let small = EvaluationExample.small
    private let large = EvaluationExample.large

    private func text(_ state: ExplorerState) -> String { state.frame(in: state.size, glyphs: .utf8).text() }

    private func titles(_ state: ExplorerState) -> [String] {
        guard case .inspector(let inspector)? = state.overlay else { return [] }
        return inspector.artefacts.map(\.title)
    }

    @Test func `asks for the evaluations when it is gone to, also by a command`() {
        var state = ExplorerState.example()
        #expect(state.press("g e") == [.read(.evaluations)])
        #expect(text(state).contains("Reading the evaluations."))

        var other = ExplorerState.example()
        _ = other.press(":")
        _ = other.type("evaluations")
        #expect(other.press("enter") == [.read(.evaluations)])
    }

    @Test func `without an evaluation it says how one is made`() {
        var state = ExplorerState.example()
        _ = state.press("g e")

        #expect(state.update(.studyRead(.evaluations([]))).isEmpty)
        #expect(text(state).contains("This dataset has no evaluation yet."))
        #expect(text(state).contains("toolgrad evaluate --model NAME --dataset FILE"))
        #expect(state.press("w n enter").isEmpty)
    }

    @Test func `reads the newest one, page by page, and then the first item that is wrong`() {
        var state = ExplorerState.example()
        _ = state.press("g e")

        let page = state.update(.studyRead(.evaluations(EvaluationExample.studies)))
        #expect(page == [.read(.evaluationRows(large, from: 0, limit: 200))])
        let more = state.update(.studyRead(StudyExample.answer(to: .evaluationRows(large, from: 0, limit: 4))))
        #expect(more == [.read(.evaluationRows(large, from: 4, limit: 200)), .read(.evaluation(large, index: 2))])
        state.answer(more)
        #expect(state.evaluations.shown?.id == "s-00002" && state.evaluations.row == 0)
    }

    @Test func `lists models with their items, their share of right ones and their day`() {
        let shown = text(.onEvaluations())

        for part in [
            "Evaluations 2", "small  model M… 6 items  right 33.3%  2027-01-15", "right 50.0%", "Items 6",
            "right 3/6 50.0%",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test func `lists wrong items first, with what is wrong`() {
        let shown = text(.onEvaluations())
        let order = ["✗ wrong s-00002", "✗ wrong s-00003", "✗ wrong s-00006", "✓ right s-00001"].map { part in
            shown.firstRange(of: part)?.lowerBound
        }

        let found = order.compactMap(\.self)
        #expect(found.count == order.count && found == found.sorted())
        #expect(shown.contains("chained      wrong argument, e…"))
    }

    @Test func `shows the truth beside the prediction, and marks where they part`() {
        let shown = text(.onEvaluations())

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
        #expect(text(.onEvaluations(pressing: "[ \(script)")).contains(word))
    }

    @Test func `w shows wrong ones alone, c one category after the other`() {
        var state = ExplorerState.onEvaluations(pressing: "w")
        #expect(text(state).contains("Items 3 of 6   wrong alone"))

        state = state.reading("w c")
        #expect(text(state).contains("Items 0 of 6   single") && text(state).contains("No item is so."))
        state = state.reading("c c c")
        #expect(text(state).contains("Items 1 of 6   irrelevance"))
        #expect(state.evaluations.shown?.id == "s-00005/irrelevance")
        #expect(text(state.reading("c")).contains("Items 6"))
    }

    @Test func `the cursor stays on its item when the list changes`() {
        let state = ExplorerState.onEvaluations(pressing: "j j w")

        #expect(state.evaluations.shown?.id == "s-00006" && state.evaluations.row == 2)
        #expect(state.reading("w").evaluations.shown?.id == "s-00006")
    }

    @Test func `enter on an item opens its sample on Review`() {
        var state = ExplorerState.onEvaluations()

        #expect(state.press("enter") == [.findLabel("s-00002")])
        #expect(state.screen == .evaluations, "It is not found yet.")
        let effects = state.update(.found(ExampleSample.id(2)))
        #expect(state.screen == .review && effects.contains(.loadSample(ExampleSample.id(2))))
    }

    @Test func `what was made of a sample leads to that sample`() {
        var state = ExplorerState.onEvaluations(pressing: "c c c c")

        #expect(state.press("enter") == [.findLabel("s-00005")])
    }

    @Test func `a sample that is not in the dataset leaves the screen as it is`() {
        var state = ExplorerState.onEvaluations()
        _ = state.press("enter")

        _ = state.update(.failed("There is no sample s-00002."))

        #expect(state.screen == .evaluations && state.notice?.text == "There is no sample s-00002.")
    }

    @Test func `the detail scrolls, and enter reads it in full`() {
        var state = ExplorerState.onEvaluations(size: .small, pressing: "tab G")

        #expect(state.evaluations.scroll > 0)
        #expect(text(state).contains("[Detail]"))
        _ = state.press("j")
        let last = state.evaluations.scroll
        _ = state.press("j g g")
        #expect(state.evaluations.scroll == 0 && last > 0)
        _ = state.press("enter")
        #expect(titles(state).first == "s-00002: query")
        #expect(titles(state).contains("s-00002: model, arguments of call 3 weather_daily"))
        #expect(titles(state).last == "s-00002: figures")
    }

    @Test func `escape goes from the detail to the items, then to Review`() {
        var state = ExplorerState.onEvaluations(pressing: "tab esc")

        #expect(state.evaluations.pane == .items)
        _ = state.press("esc")
        #expect(state.screen == .review)
    }

    @Test func `n and p turn the items from wherever one is, and begin at their top`() {
        var state = ExplorerState.onEvaluations(size: .small, pressing: "tab G n")

        #expect(state.evaluations.shown?.id == "s-00003" && state.evaluations.scroll == 0)
        state = state.reading("p p")
        #expect(state.evaluations.shown?.id == "s-00002" && state.evaluations.pane == .detail)
    }

    @Test func `another evaluation is opened by enter, or by brackets`() {
        let opened = ExplorerState.onEvaluations(pressing: "shift-tab k enter")
        #expect(opened.evaluations.study?.study.name == "small" && opened.evaluations.pane == .items)

        let turned = ExplorerState.onEvaluations(pressing: "]")
        #expect(turned.evaluations.study?.study.name == "small")
        #expect(turned.reading("[").evaluations.study?.study.name == "large")
    }

    @Test func `marking one evaluation shows where another differs`() {
        let state = ExplorerState.onEvaluations(pressing: "[ m ]")

        let shown = text(state)
        for part in [
            "A small", "Items 4 of 6   where they differ", "A✓ here✗ s-00003", "A✗ here✓ s-00004", "A is small",
            "s-00003   chained   wrong   right in A, wrong here", "Calls in A, small   truth 2, model 2",
        ] { #expect(shown.contains(part), "\(part)") }
    }

    @Test func `two evaluations without an item in common say so, and why`() {
        func changed(id: String?, query: String?) -> String {
            var state = ExplorerState.example()
            let answer = { (request: StudyRequest) -> StudyAnswer in
                guard case .evaluationRows(EvaluationExample.small, _, _) = request else {
                    return StudyExample.answer(to: request)
                }
                let rows = EvaluationExample.items(of: EvaluationExample.small).enumerated().map { place, item in
                    let truth = Truth(
                        id: id.map { "\($0)\(place)" } ?? item.id, query: query ?? item.truth.query,
                        offered: item.truth.offered, calls: item.truth.calls, response: item.truth.response,
                        category: item.truth.category)
                    return EvaluationRow.item(EvaluationSummary(EvaluationExample.item(truth, []), index: place + 1))
                }
                return .evaluationRows(
                    EvaluationExample.small, StudyPage(offset: 0, rows: rows, total: rows.count))
            }
            for key in ["g e", "m", "["] { state.answer(state.press(key), with: answer) }
            return text(state)
        }

        let reworded = changed(id: nil, query: "Something else?")
        #expect(reworded.contains("They have no item in common."))
        #expect(reworded.contains("Those with the same name ask for other things."))
        let apart = changed(id: "t-", query: nil)
        #expect(apart.contains("They have no item in common.") && !apart.contains("Those with the same name"))
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

        let shown = text(state)

        #expect(shown.contains("rules \(small)") && shown.contains("rules \(large)"))
        #expect(!text(.onEvaluations()).contains("\(large)"), "A name of its own says enough.")
    }

    @Test func `an evaluation can be marked before it was read`() {
        var state = ExplorerState.onEvaluations(pressing: "shift-tab k")

        let effects = state.press("m")

        #expect(effects == [.read(.evaluationRows(small, from: 0, limit: 200))])
        #expect(text(state).contains("A is being read."))
        state.answer(effects)
        #expect(state.evaluations.list.entries.count == 4)
    }

    @Test func `marking it while it is being read needs no second reading`() {
        var state = ExplorerState.example()
        _ = state.press("g e")
        _ = state.update(.studyRead(.evaluations(EvaluationExample.studies)))

        _ = state.press("m")
        let more = state.update(.studyRead(StudyExample.answer(to: .evaluationRows(large, from: 0, limit: 4))))

        #expect(more.filter { $0 == .read(.evaluationRows(large, from: 4, limit: 200)) }.count == 1)
        state.answer(more)
        state = state.reading("[")
        #expect(state.evaluations.list.entries.count == 4, "The marked one is whole.")
    }

    @Test func `marking again, or coming back to the marked one, compares nothing`() {
        let back = ExplorerState.onEvaluations(pressing: "[ m ] [")
        #expect(back.evaluations.list.entries.count == 6 && back.evaluations.other == nil)

        let unmarked = ExplorerState.onEvaluations(pressing: "m m [")
        #expect(unmarked.evaluations.list.entries.count == 6 && unmarked.evaluations.marked == nil)
    }

    @Test func `a marked evaluation that is gone is compared with no more`() {
        var state = ExplorerState.onEvaluations(pressing: "[ m ]")

        let effects = state.update(.studyRead(.evaluations([EvaluationExample.studies[1]])))

        #expect(state.evaluations.marked == nil && effects.count == 1)
        #expect(state.press("m").isEmpty && state.notice?.text == "There is no other evaluation.")
    }

    @Test func `the detail of a comparison can be read in full for both`() {
        let state = ExplorerState.onEvaluations(pressing: "[ m ] v")

        #expect(titles(state).contains("s-00003: A, small, response"))
        #expect(titles(state).contains("s-00003: model, response"))
    }

    @Test func `asks for one item at a time, and shows the one that is selected by then`() {
        var state = ExplorerState.onEvaluations()

        let first = state.press("j")
        #expect(first == [.read(.evaluation(large, index: 3))])
        #expect(state.press("j").isEmpty)
        let next = state.update(.studyRead(StudyExample.answer(to: .evaluation(large, index: 3))))
        #expect(next == [.read(.evaluation(large, index: 6))])
        #expect(text(state).contains("The item is being read."))
    }

    @Test func `an item that cannot be read says so once`() {
        var state = ExplorerState.onEvaluations()
        _ = state.press("j")

        let effects = state.update(.studyFailed(.evaluation(large, index: 3), "The disk is gone."))

        #expect(effects.isEmpty && state.notice?.text == "The disk is gone.")
        state.answer(state.press("ctrl-t"))
        #expect(state.evaluations.shown?.id == "s-00003")
    }

    @Test func `ten thousand items are read in fifty pages and drawn at once`() {
        var state = ExplorerState.example()
        let rows = (1...10_000).map { number -> EvaluationRow in
            let item = number.isMultiple(of: 3) ? EvaluationExample.missing(number) : EvaluationExample.right(number)
            return .item(EvaluationSummary(item, index: number))
        }
        var pages = 0
        state.answer(state.press("g e")) { request in
            guard case .evaluationRows(let study, let start, let limit) = request else {
                guard case .evaluation(let study, let index) = request else { return StudyExample.answer(to: request) }
                return .evaluation(study, index: index, EvaluationExample.missing(index))
            }
            pages += 1
            return .evaluationRows(study, StudyExample.page(rows, from: start, limit: limit))
        }

        #expect(pages == 50)
        #expect(state.evaluations.right == Tally(6_667, of: 10_000))
        let started = ContinuousClock.now
        #expect(text(state.pressing("G")).contains("of 10,000"))
        #expect(ContinuousClock.now - started < .seconds(1))
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

@Suite("Hostile evaluations")
struct HostileEvaluationTests {
    private static let evil =
        "\u{1B}]0;x\u{7}\u{202E}gpj.\u{0}\u{9B}31m\u{200B}東京\u{0301}\u{0301}\u{0301}\u{0301}\u{0301}\r\n\t"

    private func state(_ text: String, size: Size) -> ExplorerState {
        let truth = Truth(
            id: text, query: text, offered: [ToolName(text)],
            calls: [ToolCall(tool: ToolName(text), arguments: ["a": .string(text)])], response: text,
            category: .single)
        let call = Prediction.Call(name: text, arguments: text, outcome: .failed(text))
        let item = EvaluatedItem(
            truth: truth,
            prediction: Prediction(id: text, calls: [call, call], response: text, problem: text),
            score: ItemScore(
                id: text, category: .single, figures: [:],
                mistakes: [
                    .noPrediction(text), .hallucinated(call: 1, name: text),
                    .invalid(call: 2, name: text, reason: text),
                    .wrongArgument(
                        call: 1, name: text, at: JSONPath([.key(text)]), expected: .string(text), found: nil),
                    .wrongOrder(expected: [ToolName(text)], found: [text]),
                ]),
            judged: EvaluatedItem.Judged(
                model: text,
                outcome: .judged(QualityVerdict([QualityVerdict.Request(request: text, score: 40, reason: text)]))))
        let study = ListedStudy(id: EvaluationExample.small, name: text, facts: [text], began: .at(12, 0), items: 2)
        var state = ExplorerState.example(size: size)
        state.answer(state.press("g e")) { request in
            switch request {
            case .evaluationRows(let id, _, _):
                .evaluationRows(
                    id,
                    StudyPage(
                        offset: 0, rows: [.item(EvaluationSummary(item, index: 1)), .unreadable(index: 2, text)],
                        total: 2))
            case .evaluation(let id, let index): .evaluation(id, index: index, item)
            case .evaluations, .baselines, .baselineRows, .baseline:
                .evaluations([ListedEvaluation(study, right: nil)])
            }
        }
        state.answer(state.press("j")) { _ in .evaluation(EvaluationExample.small, index: 1, item) }
        return state
    }

    @Test(arguments: [Size.wide, .small, Size(columns: 60, rows: 16)])
    func `nothing of them reaches a terminal raw`(size: Size) {
        for script in ["", "tab", "tab j j j", "shift-tab", "v", "tab G"] {
            let frame = state(Self.evil, size: size).pressing(script).frame(in: size, glyphs: .utf8)

            expectWhole(frame, size)
            let scalars = frame.cells.flatMap(\.text.unicodeScalars)
            #expect(scalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x9B && $0.value != 0x202E }, "\(script)")
        }
    }

    @Test func `texts of a megabyte are shown in part`() {
        let state = state(String(repeating: "y", count: 1 << 20), size: .wide)

        let frame = state.frame(in: .wide, glyphs: .utf8)

        expectWhole(frame, .wide)
        #expect(frame.cells.contains { $0.text == "…" }, "Previews are cut.")
    }

    @Test func `thousands of calls are shown in part, and told`() {
        let calls = (1...3_000).map { Prediction.Call(name: "t\($0)", arguments: "{}") }
        let mistakes = (1...3_000).map { Mistake.hallucinated(call: $0, name: "t\($0)") }
        let item = EvaluationExample.item(EvaluationExample.truth(1), calls, mistakes)

        let rows = EvaluatedItemRows(item: item, other: nil, width: 60, pen: Pen(.utf8)).rows

        #expect(rows.contains { $0.left.text.plain == "and 2902 calls more" }, "Two of the truth are missing.")
        #expect(rows.contains { $0.left.text.plain == "and 2900 mistakes more" })
    }
}

@Suite("Evaluations line by line")
struct LinearEvaluationsTests {
    @Test func `going there tells the items, the wrong ones first`() throws {
        var transcript = LinearTranscript()
        transcript.type("g e")

        let first = try #require(transcript.lines.firstIndex { $0.hasPrefix("Evaluation large. Items 6") })
        #expect(
            transcript.lines[first + 1]
                == "s-00002, chained, wrong: wrong argument, extra call. When does the sun set in Lisbon (葡萄牙) on day 2?"
        )
    }

    @Test func `moving tells the item under the cursor`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "j")

        #expect(transcript.told.first?.hasPrefix("s-00003, chained, wrong: missing call.") == true)
    }

    @Test func `the detail is told with every verdict`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "tab")

        #expect(transcript.told.first == "s-00002, chained, wrong")
        #expect(transcript.told.contains { $0.hasSuffix("sun_times, WRONG ARGUMENT") })
    }

    @Test func `evaluations are told with their share, and which one is marked`() {
        var transcript = LinearTranscript()
        transcript.type("g e", "shift-tab", "m")

        #expect(transcript.lines.contains("large, 6 items, right 50.0%, 2027-01-15"))
        #expect(transcript.told.contains { $0.hasPrefix("Compared with large from now on") })
    }
}
