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
                ┏━ Proposal 1 of it 5: every attempt ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ "Find hotels in the city."                                                   ┃
                ┃                                                                              ┃
                ┃ call 1  hotel_search  returned  (demo)                                       ┃
                ┃ arguments                                                                    ┃
                ┃ {                                                                            ┃
                ┃   "city_id": 1850147,                                                        ┃
                ┃   "max_price": 180                                                           ┃
                ┃ }                                                                            ┃
                ┃ output, 34 bytes, c9090516                                                   ┃
                ┃ {                                                                            ┃
                ┃   "name": "Hotel Sakura",                                                    ┃
                ┃   "price": 92                                                                ┃
                ┃ }                                                                            ┃
                ┃                                                                              ┃
                ┃ One hotel was found.                                                         ┃
                ┃                                                                              ┃
                ┃ why: Somebody who asks about the evening also needs a bed.                   ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ j/k scroll   space page   g G ends   esc closes                              ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1-17 of 17 ┛
                """)
    }

    @Test func `a failed attempt tells its problem`() {
        var state = ExplorerState.example(size: .small)

        _ = state.press("3 enter")

        let picture = state.frame(in: .small, glyphs: .utf8).text()
        #expect(picture.contains("call 1  currency_convert  failed  (demo)"))
        #expect(picture.contains("from is missing"))
    }

    @Test func `a step is read in full with its arguments and its output`() {
        var state = ExplorerState.example(size: .small)

        _ = state.press("j v")

        let picture = state.frame(in: .small, glyphs: .utf8).text()
        #expect(picture.contains("Step 1 city_lookup"))
        #expect(picture.contains("\"latitude\": 35.68"))
    }

    @Test func `a long text is scrolled and closed with escape`() {
        var reader = Reader(title: "x", content: (1...100).map { Line(.init("row \($0)")) }, in: .small)

        _ = reader.press(.character("G"), in: .small)
        let last = reader.scroll
        _ = reader.press(.character("k"), in: .small)

        #expect(last == 80)
        #expect(reader.scroll == 79)
        #expect(reader.press(.escape, in: .small) == .closed)
    }

    @Test func `help is made from the keys there are, and scrolls`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("?")
        let top = state.frame(in: .small, glyphs: .utf8).text()

        _ = state.press("G")

        let bottom = state.frame(in: .small, glyphs: .utf8).text()
        #expect(top.contains("accept, next sample"))
        #expect(bottom.contains("nowhere: nobody could infer it"))
        #expect(state.press("a esc").isEmpty)
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
                 LINT 3  ?? arg_not_inferable step 3 to=JPY +1  !! empty_output… r prefills 3 8
                 REVIEW  s-00001 it 5/5  chain c1  1 decision  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration
                 Tab pane  Enter open  d diff  W export  z zoom  q quit  ? help
                """)
    }

    @Test func `quitting asks while samples grow`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5), size: .small)

        let effects = state.press("q")

        #expect(effects.isEmpty)
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
                 LINT 0  nothing found so far
                 REVIEW  s-00001 it 1/1 growing  0 decisions  by zh
                 H hold  u undo  n/p sample  [/] iteration  Tab pane  Enter open  S pause
                 W export  z zoom  F follow  q quit  ? help
                """)
    }

    @Test(arguments: [("s", QuitMode.afterInFlight), ("c", .cancelling)])
    func `the question has two answers`(key: String, mode: QuitMode) {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))

        let effects = state.press("q \(key)")

        #expect(effects == [.quit(mode)])
    }

    @Test(arguments: ["esc", "q esc", "a esc", "enter esc", "y esc"]) func `every other key stays`(keys: String) {
        var state = ExplorerState.growing(ExampleSample.events.prefix(5))

        let effects = state.press("q " + keys)

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
