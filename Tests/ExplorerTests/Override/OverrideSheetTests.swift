import Canvas
import Engine
import Testing

@testable import Explorer

@Suite("The sheet that steers an iteration")
struct OverrideSheetTests {
    private func text(of state: ExplorerState, _ size: Size = .wide) -> String {
        state.frame(in: size, glyphs: .utf8).text()
    }

    @Test func `nothing is asked for by opening it and leaving it again`() {
        var state = ExplorerState.reviewing()

        let effects = state.press("b j k tab shift-tab G g esc")

        #expect(effects.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func `without a choice it asks for nothing, and says so`() {
        var state = ExplorerState.reviewing()

        let effects = state.press("b ctrl-s")

        #expect(effects.isEmpty)
        #expect(state.sheet?.complaint == "Nothing is asked for yet: choose, leave a tool out, or write a note.")
    }

    @Test func `a failed proposal cannot be chosen, and says why`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b 3")

        #expect(state.sheet?.choice == nil)
        #expect(state.sheet?.complaint == "It failed and cannot be chosen: from is missing")
        #expect(text(of: state).contains("failed, cannot be chosen: from is missing"))
    }

    @Test func `a proposal that is still executed cannot be chosen`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(7))

        _ = state.press("H b 2")

        #expect(state.sheet?.choice == nil)
        #expect(state.sheet?.complaint == "It is still being executed: only what succeeded can be chosen.")
    }

    @Test func `what was selected anyway is no reason for a branch`() {
        var state = ExplorerState.reviewing()

        let effects = state.press("b 1 ctrl-s")

        #expect(effects.isEmpty)
        #expect(state.sheet?.complaint?.hasPrefix("That is what iteration 5 did") == true)
    }

    @Test func `leaving asks only where something was written`() {
        var state = ExplorerState.reviewing()
        _ = state.press("b 2 + space esc")
        let unwritten = state.overlay
        _ = state.press("b n")
        _ = state.type("no books")
        _ = state.press("ctrl-s esc")
        let asked = state.sheet?.mode
        _ = state.press("esc")
        let stayed = state.sheet?.note
        _ = state.press("esc y")

        #expect(unwritten == nil)
        #expect(asked == .leaving)
        #expect(stayed == "no books")
        #expect(state.overlay == nil)
    }

    @Test func `while a text is written no key decides`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b n")
        let effects = state.type("das +c123 yqnbHS") + state.press("tab enter")

        #expect(effects.isEmpty)
        #expect(state.sheet?.choice == nil)
        #expect(state.sheet?.takesText == true)
        #expect(state.sheet?.muted.isEmpty == true)
    }

    @Test func `arguments that are no JSON say where, and stay to be mended`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b j e alt-<" + String(repeating: " ctrl-k", count: 14))
        _ = state.update(.key(.paste("{\"city_id\": 12,}")))
        _ = state.press("ctrl-s")

        guard case .writing(let writing) = state.sheet?.mode else {
            Issue.record("The text was not kept open.")
            return
        }
        #expect(writing.problem == "Line 1, column 15: a comma stands before a closing bracket; remove it.")
        #expect(writing.area.text == "{\"city_id\": 12,}")
        #expect(state.sheet?.edits.isEmpty == true)
    }

    @Test func `arguments that the tool does not take say why`() {
        let call = SteeringExamples.hotels
        let tool = SteeringExamples.library.first { $0.name == "hotel_search" }

        let problems = ["{\"city_id\": \"here\"}", "{\"max_price\": 5}", "[]", "{\"city_id\": 1, \"city_id\": 2}"].map {
            text -> String? in
            do throws(ValueProblem) {
                _ = try call.reading(text, tool)
                return nil
            } catch {
                return error.sentence
            }
        }

        #expect(
            problems == [
                "city_id must be of type integer, but is \"here\".", "The value must have the property `city_id`.",
                "The arguments have to be an object, in braces; this is an array.",
                "The argument city_id is given twice.",
            ])
    }

    @Test func `a reference is written as it is read`() throws {
        let call = SteeringExamples.hotels
        let tool = SteeringExamples.library.first { $0.name == "hotel_search" }

        #expect(try call.reading(call.argumentsJSON.prettyText, tool) == call)
    }

    @Test func `a proposal that is written as it was is not written anew`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b j i")
        _ = state.type("!")
        _ = state.press("backspace ctrl-s")

        #expect(state.sheet?.edits.isEmpty == true)
        #expect(state.sheet?.mode == .choosing)
    }

    @Test func `a proposal written anew can be taken back, and its choice with it`() {
        var state = ExplorerState.reviewing()

        _ = state.press("b 3 i")
        _ = state.type(" Say from USD.")
        _ = state.press("ctrl-s 3")
        let chosen = state.sheet?.choice
        _ = state.press("x")

        #expect(chosen == .proposal(Proposal.ID(3)))
        #expect(state.sheet?.choice == nil)
        #expect(state.sheet?.edits.isEmpty == true)
    }

    @Test(arguments: [
        ("read only", ExplorerState.reviewing(isReadOnly: true), "The dataset is open for reading only."),
        ("nothing", ExplorerState.empty(), "There is no sample yet."),
    ])
    func `it does not open where nothing can be steered`(name: String, state: ExplorerState, notice: String) {
        var state = state

        let effects = state.press("b")

        #expect(effects.isEmpty)
        #expect(state.overlay == nil)
        #expect(state.notice?.text == notice)
    }

    @Test func `a sample that another process grows can be steered only there`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(11), run: .idle)

        _ = state.press("b")

        #expect(state.notice?.text == "Another process grows this sample; it can be steered only there.")
    }

    @Test(arguments: [Size.wide, .medium, .small, Size(columns: 60, rows: 16)])
    func `the row under the cursor is in sight wherever it is`(size: Size) {
        var state = ExplorerState.reviewing(size: size)
        _ = state.press("b")

        for _ in 0..<20 {
            let frame = state.frame(in: size, glyphs: .utf8)
            let row = frame.cursor?.row ?? 0
            #expect(frame.text(row: row).contains(">"), "\(frame.text())")
            _ = state.press("j")
        }
        #expect(state.sheet?.row == .done)
    }
}
