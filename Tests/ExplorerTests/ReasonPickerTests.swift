import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("Picking reasons")
struct ReasonPickerTests {
    private let sample = ExampleSample.id(1)
    private let toValue = Target.argument(step: 3, path: JSONPath([.key("to")]))

    @Test func `a reason's key rejects at once and goes on`() {
        var state = ExplorerState.example()

        let effects = state.press("r 1")

        #expect(effects.first == .decide(sample, .reject([AnchoredReason(.unnatural, at: .query)], note: "")))
        #expect(effects.last == .loadSample(ExampleSample.id(2)))
        #expect(state.overlay == nil)
    }

    @Test func `a reason that a check found is about what it found`() {
        var state = ExplorerState.example()

        let effects = state.press("r 3")

        let expected = AnchoredReason(.argumentNotInferable, at: toValue)
        #expect(effects.first == .decide(sample, .reject([expected], note: "")))
    }

    @Test func `another reason is about the focused step`() {
        var state = ExplorerState.example()

        let effects = state.press("j r 5")

        #expect(effects.first == .decide(sample, .reject([AnchoredReason(.wrongTool, at: .step(1))], note: "")))
    }

    @Test func `what the checks found is marked, and enter rejects with it`() {
        var state = ExplorerState.example()

        let effects = state.press("r enter")

        let expected = [AnchoredReason(.argumentNotInferable, at: toValue), AnchoredReason(.emptyOutput, at: .step(3))]
        #expect(effects.first == .decide(sample, .reject(expected, note: "")))
    }

    @Test func `plus marks several reasons before enter`() {
        var state = ExplorerState.example()

        let effects = state.press("r + 3 8 1 6 enter")

        let expected = [AnchoredReason(.unnatural, at: .query), AnchoredReason(.redundantStep, at: .whole)]
        #expect(effects.first == .decide(sample, .reject(expected, note: "")))
    }

    @Test func `space marks the reason under the cursor`() {
        var state = ExplorerState.example()

        let effects = state.press("r j space enter")

        guard case .decide(_, .reject(let reasons, _)) = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(reasons.map(\.reason) == [.argumentNotInferable, .emptyOutput, .ambiguous])
    }

    @Test func `a note is written with the reasons`() {
        var state = ExplorerState.example()
        _ = state.press("r n")
        _ = state.type("180 appears nowhere")

        let effects = state.press("enter")

        guard case .decide(_, .reject(_, let note)) = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(note == "180 appears nowhere")
    }

    @Test(arguments: ["o", "d"]) func `a reason that says too little asks for a note`(key: String) {
        var state = ExplorerState.example()

        let early = state.press("r \(key) enter")
        _ = state.type("s-00012")
        let effects = state.press("enter")

        #expect(early.isEmpty)
        guard case .decide(_, .reject(let reasons, let note)) = effects.first else {
            Issue.record("\(effects)")
            return
        }
        #expect(reasons.first?.reason == Reason(key))
        #expect(note == "s-00012")
    }

    @Test func `nothing marked cannot be entered`() {
        var picker = ReasonPicker(of: .one(sample), targets: [.whole], findings: [])

        let outcome = picker.press(.enter)

        #expect(outcome == .stays)
        #expect(picker.complaint == "Nothing is marked: press a reason's key.")
    }

    @Test func `a note can be written before a reason is chosen`() {
        var picker = ReasonPicker(of: .one(sample), targets: [.whole], findings: [])

        for key in [Key.character("n"), .character("x"), .enter] { _ = picker.press(key) }
        let outcome = picker.press(.character("1"))

        #expect(outcome == .rejected([AnchoredReason(.unnatural)], note: "x"))
    }

    @Test func `a note that is full says what it leaves out`() {
        var picker = ReasonPicker(of: .one(sample), targets: [.whole], findings: [])

        _ = picker.press(.character("n"))
        _ = picker.press(.paste(String(repeating: "x", count: 2_500)))

        #expect(picker.note.text.count == 2_000)
        #expect(picker.complaint == "The note is full: 500 characters were left out.")
    }

    @Test func `tab chooses what the reasons are about`() {
        var picker = ReasonPicker(of: .one(sample), targets: [.step(2), .query, .whole], findings: [])

        _ = picker.press(.tab)
        let outcome = picker.press(.character("5"))

        #expect(outcome == .rejected([AnchoredReason(.wrongTool, at: .query)], note: ""))
    }

    @Test func `escape leaves the note, then the picker, and rejects nothing`() {
        var state = ExplorerState.example()
        _ = state.press("r n x esc")
        #expect(state.overlay != nil)

        let effects = state.press("esc")

        #expect(effects.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test(arguments: Reason.allCases) func `every reason has its key`(reason: Reason) {
        var picker = ReasonPicker(of: .one(sample), targets: [.step(1)], findings: [])
        _ = picker.press(.character("+"))

        _ = picker.press(.character(reason.key))

        #expect(picker.marked.map(\.reason) == [reason])
    }

    @Test func `shows the reasons, the marks and the note`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("r n")
        _ = state.type("東京 appears")
        let frame = state.frame(in: .small, glyphs: .utf8)

        expect(
            frame,
            shows: """
                 TOOLGRAD  trip-tools  planner: offline                         1/3  decided 0%
                  Queue  [Chains]  Gradient   Query   Response   Facts                 Tab next
                 ┏━ Reject s-00001   target: chain c1 (Tab changes) ━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┏┃ Query                               Chain                                  ┃┓
                ┃┃   1 unnatural, robotic, a list        5 wrong tool for the job             ┃┃
                ┃┃   2 leaks tool or API names           6 redundant step                     ┃┃
                ┃┃ >*3 argument not inferable  lint      7 bad order or dependency            ┃┃
                ┃┃   4 ambiguous, many valid chains      g gap: asked, no step does it        ┃┃
                ┃┃   t time-bound, not reproducible      v wrong value, type or format        ┃┃
                ┃┃ Execution and response              Whole sample                           ┃┃
                ┃┃  *8 empty or error output  lint       0 unsafe, side effect, secret        ┃┃
                ┃┃   9 response not grounded             d duplicate of another sample        ┃┃
                ┗┃   i incomplete or contradicts         o other (note required)              ┃┛
                ┌┃                                                                            ┃┐
                │┃ [x] 3 argument not inferable   step 3.to                          primary  ┃│
                │┃ [x] 8 empty or error output   step 3                                       ┃│
                │┃                                                                            ┃│
                │┃ note  東京 appears                                                         ┃│
                │┃                                                                            ┃│
                └┃ A value has no source in the query, earlier outputs or defaults.           ┃┘
                 ┃ typing the note   enter reject   esc back to the reasons                   ┃
                 ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
        #expect(frame.cursor == Position(row: 17, column: 21))
    }
}
