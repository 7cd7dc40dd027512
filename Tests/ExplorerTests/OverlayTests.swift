import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("What lies over the screen")
struct OverlayTests {
    @Test func `opening a proposal shows every attempt`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("tab enter")

        expect(
            state.frame(in: .small, glyphs: .utf8),
            shows: """
                ┏━ it 5 proposal 1 call 1 hotel_search: returned   1/9 ━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ 34 bytes   c9090516   demo                                              tree ┃
                ┃ ▼ 2 keys                                                                     ┃
                ┃     name: "Hotel Sakura"                                                     ┃
                ┃     price: 92                                                                ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ $                                                                            ┃
                ┃ j/k move  h/l fold  w full  t raw  / find  y copy  ? keys  Esc close         ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ┛
                """)
    }

    @Test func `a failed attempt tells its problem`() {
        var state = ExplorerState.example(size: .small)

        _ = state.press("3 enter")

        let picture = state.frame(in: .small, glyphs: .utf8).text()
        #expect(picture.contains("proposal 3 call 1 currency_convert: failed"))
        #expect(picture.contains("from is missing"))
    }

    @Test func `a step is read in full with its arguments and its output`() {
        var state = ExplorerState.example(size: .small)

        _ = state.press("j v")

        let picture = state.frame(in: .small, glyphs: .utf8).text()
        #expect(picture.contains("step 1 city_lookup: result"))
        #expect(picture.contains("latitude"))
        #expect(picture.contains("35.68"))
    }

    @Test func `help is made from the keys there are, and is searched by typing`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("?")
        let top = state.frame(in: .small, glyphs: .utf8).text()

        let effects = state.type("nowhere")

        let found = state.frame(in: .small, glyphs: .utf8).text()
        #expect(top.contains("accept, next sample"))
        #expect(found.contains("nowhere: nobody could infer it"))
        #expect(!found.contains("accept, next sample"))
        #expect(effects.isEmpty && state.press("esc esc").isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func `an export is written in the chosen format to the typed folder`() {
        var state = accepted()
        _ = state.press("W j tab ctrl-u")
        _ = state.type("out")

        let effects = state.press("enter")

        #expect(effects == [.export(format: "openai", folder: "out")])
        #expect(state.overlay == nil)
    }

    @Test func `an export remembers its folder`() {
        var state = accepted()
        _ = state.press("W tab")
        _ = state.type("/more")
        _ = state.press("enter")

        let effects = state.press("W enter")

        #expect(effects == [.export(format: "toolgrad", folder: "exports-toolgrad/more")])
    }

    @Test func `each format has a folder of its own`() {
        var state = accepted()

        #expect(state.press("W j enter") == [.export(format: "openai", folder: "exports-openai")])
    }

    @Test func `an export without a folder asks for one`() {
        var state = accepted()

        let effects = state.press("W tab ctrl-u enter")

        #expect(effects.isEmpty)
        #expect(state.frame(in: .small, glyphs: .utf8).text().contains("Type the folder to write to."))
    }

    @Test func `nothing accepted cannot be exported`() {
        var state = ExplorerState.example(size: .small)

        let effects = state.press("W enter")

        #expect(effects.isEmpty)
        #expect(state.frame(in: .small, glyphs: .utf8).text().contains("No sample is accepted yet: a accepts one."))
    }

    @Test func `a format of rejected samples counts those`() {
        var form = ExportForm(
            formats: [
                ExplorerState.ExportFormat(name: "rows", summary: "to train on"),
                ExplorerState.ExportFormat(name: "notes", summary: "what was said", writing: .rejected),
            ], counts: [.accepted: 0, .rejected: 2], folder: "x")

        #expect(form.press(.enter) == .stays)
        #expect(form.complaint == "No sample is accepted yet: a accepts one.")
        #expect(form.press(.down) == .stays)
        #expect(form.count == 2)
        #expect(form.press(.enter) == .exports(format: "notes", folder: "x-notes"))
    }

    /// A small screen with one accepted sample of three.
    private func accepted() -> ExplorerState {
        var state = ExplorerState.example(size: .small)
        _ = state.update(.queueLoaded(.example([.example(1, .accepted), .example(2), .example(3)])))
        return state
    }

    @Test func `the export form shows the formats`() {
        var state = accepted()
        _ = state.press("W")

        expect(
            state.frame(in: .small, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  planner: offline                        1/3  decided 33%
                  Queue  [Chains]  Gradient   Query   Response   Facts                 Tab next
                 it  1✓ ─ 2✓ ─ 3∅ ─ 4✓ ─▶5✓   +hotel_search c1  final query
                ┏━ Chains after it 5 (+1) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ ▼ c1  places, astronomy, travel                                  it1 it2 it5 ┃
                ┃   1 city_lookup      name "東京" Q:8-10                                    ✓ ┃
                ┃       out {"id":1850147,"name":"東京","latitude":35.68,"longitude":139.69}   ┃
                ┃┏━ Export ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┃
                ┃┃ 1 accepted sample to write.                                                ┃┃
                ┃┃                                                                            ┃┃
                ┃┃ > toolgrad          everything, one sample a line                          ┃┃
                ┃┃   openai            messages and tools for fine-tuning                     ┃┃
                ┗┃                                                                            ┃┛
                ┌┃ folder  exports-toolgrad                                                   ┃┐
                │┃                                                                            ┃│
                │┃ j/k format   tab folder   enter write   esc                                ┃│
                │┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛│
                │                                                                              │
                │ tools leaked: none   args inferable 7/9   natural -                          │
                └──────────────────────────────────────────────────────────────────────────────┘
                 LINT 3 llm –  ?? arg_not_inferable step 3 to=JPY +1  !! empty_… r prefills 3 8
                 DIALOG  s-00001 it 5/5  chain c1  1 decision  by zh
                """)
    }

    @Test func `quitting asks while samples grow`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5), size: .small)

        let effects = state.press("q")

        #expect(effects == [.wake(1, after: .milliseconds(300))])
        expect(
            state.frame(in: .small, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  planner: offline  grown 0/40, growing 1  1/1  decided 0%
                  Queue  [Chains]  Gradient   Query   Response   Facts                 Tab next
                 it ▶1…   executing  growing
                ┏━ Chains after it 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ No step yet: nothing was selected so far.                                    ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃         ┏━ Quit while samples grow? ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓         ┃
                ┃         ┃ 1 sample is still growing.                               ┃         ┃
                ┃         ┃ Decisions are saved; toolgrad resume goes on.            ┃         ┃
                ┃         ┃                                                          ┃         ┃
                ┗━━━━━━━━━┃ s    finish the samples in flight, then quit             ┃━━━━━━━━━┛
                ┌─ Gradien┃ c    cancel them and quit now; what is recorded stays    ┃─────────┐
                │  1 city_┃ esc  stay                                                ┃, call 1 │
                │    "Find┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛         │
                │  2 book_search                                                    … starting │
                │    "Find a book."                                                            │
                │  3 currency_convert                                               … starting │
                └──────────────────────────────────────────────────────────────────── 1-5 of 7 ┘
                 LINT 0 llm –  nothing found so far
                 DIALOG  s-00001 it 1/1 growing  0 decisions  by zh
                """)
    }

    @Test(arguments: [("s", QuitMode.afterInFlight), ("c", .cancelling)])
    func `the question has two answers`(key: String, mode: QuitMode) {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))

        _ = state.press("q")
        let early = state.press(key)
        _ = state.update(.woken(1))
        let effects = state.press(key)

        #expect(early.isEmpty, "A key that was meant for the screen below answers nothing.")
        #expect(effects == [.quit(mode)])
    }

    @Test(arguments: ["esc", "q esc", "a esc", "enter esc", "y esc"]) func `every other key stays`(keys: String) {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))

        _ = state.press("q")
        _ = state.update(.woken(1))
        let effects = state.press(keys)

        #expect(effects.isEmpty)
        #expect(state.overlay == nil)
    }

    @Test func `quitting does not ask when nothing grows`() {
        var state = ExplorerState.example()

        #expect(state.press("q") == [.quit(.atOnce)])
    }

    @Test func `a notice goes after its time`() {
        var state = ExplorerState.example()
        _ = state.update(.clockTicked(.at(12, 0, 0)))
        _ = state.update(.exported("4 samples written to exports."))
        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("4 samples written to exports."))

        _ = state.update(.clockTicked(.at(12, 0, 2)))
        #expect(state.notice != nil)
        _ = state.update(.clockTicked(.at(12, 0, 3)))

        #expect(state.notice == nil)
    }
}
