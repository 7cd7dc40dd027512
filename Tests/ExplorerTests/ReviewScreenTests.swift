import Canvas
import Engine
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("The Review screen")
struct ReviewScreenTests {
    @Test func `shows everything side by side at 120x36`() {
        let state = ExplorerState.example(opening: .demo)

        expect(
            state.frame(in: .wide, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  [Review] Live  Stats  Compare   planner: offline                                 decided 0/3  0%
                 1 Tools are proposed and really called: what works may join a chain of steps.
                 2 The gradient: which proposal is kept, and why. It steers the next iteration.
                 3 Only then the query was written. Judge it: a accept  r reject  [ ] walk back
                ┌─ Queue 3 ──────────────────┐┌─ Iterations   [ ] step ────────────────────────────────────────────────── final query ─┐
                │ >  1 ·   2c4s Where is 東… ││  1 ✓ ──────────── 2 ✓ ──────────── 3 ∅ ──────────── 4 ✓ ────────────▶5 ✓               │
                │    2 ·   2c4s Where is 東… ││  +city_lookup c1  +sun_times c1    no-op: 3 failed  +currency_c… c2  +hotel_sear… c1   │
                │    3 ·   2c4s Where is 東… │└────────────────────────────────────────────────────────────────────────────────────────┘
                │                            │┏━ Chains after it 5 (+1) ━━━━━━━━━━━━━━━━━━┓┌─ Gradient it 5   3 proposals, 3 reports ──┐
                │                            │┃ ▼ c1  places, astronomy, tra… it1 it2 it5 ┃│ ▸1 hotel_search         ✓ SELECTED, to c1 │
                │                            │┃   1 city_lookup                         ✓ ┃│    "Find hotels in the city."             │
                │                            │┃       name "東京"                  Q:8-10 ┃│    report: One hotel was found.           │
                │                            │┃       out {"id":1850147,"name":"東京","l… ┃│    calls 1                                │
                │                            │┃   2 sun_times                           ✓ ┃│  2 book_search             ✓ not selected │
                │                            │┃       latitude 35.68          ←1.latitude ┃│    "Find a book."                         │
                │                            │┃       longitude 139.69       ←1.longitude ┃│    report: One book.                      │
                │                            │┃       date "2027-05-17"           Q:14-24 ┃│    calls 1                                │
                │                            │┃       out {"sunset":"18:41"}              ┃│ why: Somebody who asks about the evening  │
                │ · pending    ✓ accepted    │┃ + 4 hotel_search                 NEW ✓ !1 ┃│      also needs a bed.                    │
                │ ✎ edited     » skipped     │┃       city_id 1850147               ←1.id ┃│ you: stay with the trip                   │
                │ ⚑ flagged    … grows       │┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1-11 of 19 ┛└──────────────────────────────── 1-8 of 13 ┘
                │ ✗n rejected, reason n      │┌─ Query it 5 (final)   diff vs it 4 ────────────────────────────────────────────────────┐
                │ c chains     s steps       ││ I am in 東京 on 2027-05-17 and have 600 USD. When does the sun [-set?-] {+set, and     │
                │ marked 0   space mark      ││ which hotels suit me?+}                                                                │
                │ sort id   o sort  / filter ││                                                                                        │
                │                            ││                                                                                        │
                │ s-00001  parent: none      ││ tools leaked: none   args inferable 7/9   natural -                                    │
                │ planner offline            │└────────────────────────────────────────────────────────────────────────────────────────┘
                │ seed 123  pool 5 tools     │┌─ Response   diff vs it 4 ──────────────────────────────────────────────────────────────┐
                │ iterations 5, no-op 1      ││ The sun sets at 18:41. {+Hotel Sakura is 92 a night, a six-minute walk from the        │
                │ calls 17, failed 10        ││ centre.+}                                                                              │
                │ trials failed 5            ││                                                                                        │
                └─────────────────────── 1/3 ┘└────────────────────────────────────────────────────────────────────────────────────────┘
                 LINT 3 llm –  ?? arg_not_inferable step 3 to=JPY +1  !! empty_output step 3 currency_convert            r prefills 3 8
                 REVIEW  s-00001 it 5/5  chain c1  0 decisions  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration  h/l fold  v inspect  Tab pane  more ?
                """)
    }

    @Test func `shows the focused pane and one beside it at 80x24`() {
        let state = ExplorerState.example(size: .small, opening: .demo)

        expect(
            state.frame(in: .small, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  planner: offline                         1/3  decided 0%
                 1 Tools are proposed and really called: what works may join a chain of steps.
                 2 The gradient: which proposal is kept, and why. It steers the next iteration.
                 3 Only then the query was written. Judge it: a accept  r reject  [ ] walk back
                  Queue  [Chains]  Gradient   Query   Response   Facts                 Tab next
                 it  1✓ ─ 2✓ ─ 3∅ ─ 4✓ ─▶5✓   +hotel_search c1  final query
                ┏━ Chains after it 5 (+1) ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ ▼ c1  places, astronomy, travel                                  it1 it2 it5 ┃
                ┃   1 city_lookup      name "東京" Q:8-10                                    ✓ ┃
                ┃       out {"id":1850147,"name":"東京","latitude":35.68,"longitude":139.69}   ┃
                ┃   2 sun_times        latitude 35.68 ←1  longitude 139.69 ←1                ✓ ┃
                ┃                      date "2027-05-17" Q:14-24                               ┃
                ┃       out {"sunset":"18:41"}                                                 ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1-6 of 12 ┛
                ┌─ Query it 5 (final)   diff vs it 4 ──────────────────────────────────────────┐
                │ I am in 東京 on 2027-05-17 and have 600 USD. When does the sun [-set?-]      │
                │ {+set, and which hotels suit me?+}                                           │
                │                                                                              │
                │ tools leaked: none   args inferable 7/9   natural -                          │
                └──────────────────────────────────────────────────────────────────────────────┘
                 LINT 3 llm –  ?? arg_not_inferable step 3 to=JPY +1  !! empty_… r prefills 3 8
                 REVIEW  s-00001 it 5/5  chain c1  0 decisions  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration  h/l fold
                 v inspect  Tab pane  Enter open  d diff  / filter  : command  more ?
                """)
    }

    @Test func `keeps chains beside gradient at 100x30`() {
        let state = ExplorerState.example(size: .medium)

        expect(
            state.frame(in: .medium, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  planner: offline                       decided 0/3 [--------------------] 0%
                 Queue >  1 ·   2c4s Where is 東京, and when does the sun set?                                  1/3
                ┌─ Iterations   [ ] step ──────────────────────────────────────────────────────────── final query ─┐
                │  1 ✓ ────────────── 2 ✓ ────────────── 3 ∅ ────────────── 4 ✓ ──────────────▶5 ✓                 │
                │  +city_lookup c1    +sun_times c1      no-op: 3 failed    +currency_con… c2  +hotel_search c1    │
                └──────────────────────────────────────────────────────────────────────────────────────────────────┘
                ┏━ Chains after it 5 (+1) ━━━━━━━━━━━━━━━━━━━━━━━┓┌─ Gradient it 5   3 proposals, 3 reports ───────┐
                ┃ ▼ c1  places, astronomy, travel    it1 it2 it5 ┃│ ▸1 hotel_search              ✓ SELECTED, to c1 │
                ┃   1 city_lookup                              ✓ ┃│    "Find hotels in the city."                  │
                ┃       name "東京"                       Q:8-10 ┃│    report: One hotel was found.                │
                ┃       out {"id":1850147,"name":"東京","latitu… ┃│    calls 1                                     │
                ┃   2 sun_times                                ✓ ┃│  2 book_search                  ✓ not selected │
                ┃       latitude 35.68               ←1.latitude ┃│    "Find a book."                              │
                ┃       longitude 139.69            ←1.longitude ┃│    report: One book.                           │
                ┃       date "2027-05-17"                Q:14-24 ┃│    calls 1                                     │
                ┃       out {"sunset":"18:41"}                   ┃│  3 currency_convert                   ✗ failed │
                ┃ + 4 hotel_search                      NEW ✓ !1 ┃│ why: Somebody who asks about the evening also  │
                ┃       city_id 1850147                    ←1.id ┃│      needs a bed.                              │
                ┃       max_price 180           ?? not inferable ┃│ you: stay with the trip                        │
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1-12 of 19 ┛└───────────────────────────────────── 1-9 of 13 ┘
                ┌─ Query it 5 (final)   diff vs it 4 ──────────────────────────────────────────────────────────────┐
                │ I am in 東京 on 2027-05-17 and have 600 USD. When does the sun [-set?-] {+set, and which hotels  │
                │ suit me?+}                                                                                       │
                │                                                                                                  │
                │                                                                                                  │
                │ tools leaked: none   args inferable 7/9   natural -                                              │
                └──────────────────────────────────────────────────────────────────────────────────────────────────┘
                 LINT 3 llm –  ?? arg_not_inferable step 3 to=JPY +1  !! empty_output step 3 curren… r prefills 3 8
                 REVIEW  s-00001 it 5/5  chain c1  0 decisions  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration  h/l fold  v inspect  more ?
                """)
    }

    @Test func `draws ASCII alone where nothing else can be drawn`() {
        let picture = ExplorerState.example(size: .small).frame(in: .small, glyphs: .ascii)

        expect(
            picture,
            shows: """
                 TOOLGRAD  trip-tools  planner: offline                         1/3  decided 0%
                  Queue  [Chains]  Gradient   Query   Response   Facts                 Tab next
                 it  1:y - 2:y - 3:0 - 4:y -->5:y   +hotel_search c1  final query
                #= Chains after it 5 (+1) =====================================================#
                # v c1  places, astronomy, travel                                  it1 it2 it5 #
                #   1 city_lookup      name "<U+6771><U+4EAC>" Q:8-10                        y #
                #       out {"id":1850147,"name":"<U+6771><U+4EAC>","latitude":35.68,"longi... #
                #   2 sun_times        latitude 35.68 <-1  longitude 139.69 <-1              y #
                #                      date "2027-05-17" Q:14-24                               #
                #       out {"sunset":"18:41"}                                                 #
                # + 4 hotel_search     city_id 1850147 <-1.id  max_price 180 ??       NEW y !1 #
                #       out {"name":"Hotel Sakura","price":92}                                 #
                #=================================================================== 1-8 of 12 #
                +- Query it 5 (final)   diff vs it 4 ------------------------------------------+
                | I am in <U+6771><U+4EAC> on 2027-05-17 and have 600 USD. When does the sun   |
                | [-set?-] {+set, and which hotels suit me?+}                                  |
                |                                                                              |
                |                                                                              |
                | tools leaked: none   args inferable 7/9   natural -                          |
                +------------------------------------------------------------------------------+
                 LINT 3 llm -  ?? arg_not_inferable step 3 to=JPY +1  !! empt... r prefills 3 8
                 REVIEW  s-00001 it 5/5  chain c1  0 decisions  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration  h/l fold
                 v inspect  Tab pane  Enter open  d diff  / filter  : command  more ?
                """)
        #expect(picture.text().unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test func `shows an iteration that added nothing with its cause, and later steps as later`() {
        var state = ExplorerState.example()
        _ = state.press("[ [")

        expect(
            state.frame(in: .wide, glyphs: .utf8),
            shows: """
                 TOOLGRAD  trip-tools  [Review] Live  Stats  Compare   planner: offline                                 decided 0/3  0%
                ┌─ Queue 3 ──────────────────┐┌─ Iterations   [ ] step ────────────────────────────────────────────────── final query ─┐
                │ >  1 ·   2c4s Where is 東… ││  1 ✓ ──────────── 2 ✓ ────────────▶3 ∅ ──────────── 4 ✓ ──────────── 5 ✓               │
                │    2 ·   2c4s Where is 東… ││  +city_lookup c1  +sun_times c1    no-op: 3 failed  +currency_c… c2  +hotel_sear… c1   │
                │    3 ·   2c4s Where is 東… │└────────────────────────────────────────────────────────────────────────────────────────┘
                │                            │┏━ Chains after it 3 ━━━━━━━━━━━━━━━━━━━━━━━┓┌─ Gradient it 3   3 proposals, 3 reports ──┐
                │                            │┃ ▼ c1  places, astronomy, tra… it1 it2 it5 ┃│ ∅ nothing added: every trial failed       │
                │                            │┃   1 city_lookup                         ✓ ┃│  1 currency_convert              ✗ failed │
                │                            │┃       name "東京"                  Q:8-10 ┃│    "Convert to yen."                      │
                │                            │┃       out {"id":1850147,"name":"東京","l… ┃│    failed: from is missing                │
                │                            │┃   2 sun_times                           ✓ ┃│    2 calls failed, not shown to selector  │
                │                            │┃       latitude 35.68          ←1.latitude ┃│  2 hotel_search                  ✗ failed │
                │                            │┃       longitude 139.69       ←1.longitude ┃│    "Find hotels."                         │
                │                            │┃       date "2027-05-17"           Q:14-24 ┃│    failed: city_id is missing             │
                │                            │┃       out {"sunset":"18:41"}              ┃│    2 calls failed, not shown to selector  │
                │                            │┃   4 hotel_search              later, it 5 ┃│  3 book_search                   ✗ failed │
                │                            │┃ ▼ c2  money                           it4 ┃│    "Find a book."                         │
                │                            │┃   3 currency_convert          later, it 4 ┃│    failed: title is missing               │
                │ · pending    ✓ accepted    │┃                                           ┃│    2 calls failed, not shown to selector  │
                │ ✎ edited     » skipped     │┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└─────────────────────────────── 1-13 of 14 ┘
                │ ⚑ flagged    … grows       │┌─ Query it 3   rewritten since it 1 ────────────────────────────────────────────────────┐
                │ ✗n rejected, reason n      ││ I am in 東京 on 2027-05-17. When does the sun set?                                     │
                │ c chains     s steps       ││                                                                                        │
                │ marked 0   space mark      ││                                                                                        │
                │ sort id   o sort  / filter ││                                                                                        │
                │                            ││                                                                                        │
                │ s-00001  parent: none      ││ tools leaked: none   args inferable 4/4   natural -                                    │
                │ planner offline            │└────────────────────────────────────────────────────────────────────────────────────────┘
                │ seed 123  pool 5 tools     │┌─ Response   rewritten since it 1 ──────────────────────────────────────────────────────┐
                │ iterations 5, no-op 1      ││ The sun sets at 18:41.                                                                 │
                │ calls 17, failed 10        ││                                                                                        │
                │ trials failed 5            ││                                                                                        │
                └─────────────────────── 1/3 ┘└────────────────────────────────────────────────────────────────────────────────────────┘
                 LINT 0 llm –  no findings
                 REVIEW  s-00001 it 3/5  step 2  0 decisions  by zh
                 a accept  r reject  e edit  s skip  u undo  n/p sample  [/] iteration  h/l fold  v inspect  x re-run  Tab pane  more ?
                """)
    }

    @Test func `refuses a terminal that is too small, and says what it needs`() {
        let size = Size(columns: 54, rows: 9)

        expect(
            ExplorerState.example(size: size).frame(in: size, glyphs: .utf8),
            shows: """

                 Terminal is 54x9. This needs at least 60x16.

                 Width    54  need 60
                 Height    9  need 16

                 Nothing is lost: 0 decisions.
                 Enlarge the window, or press q to quit.
                 Text mode for any size: toolgrad review --linear
                """)
    }

    @Test func `only quitting works where the terminal is too small`() {
        var state = ExplorerState.example(size: Size(columns: 54, rows: 9))

        #expect(state.press("a r 1 n").isEmpty)
        #expect(state.press("q") == [.quit(.atOnce)])
    }

    @Test func `means what it draws by roles`() {
        let rows = ExplorerState.example().frame(in: .wide, glyphs: .utf8).roles().split(separator: "\n")

        let selected = "proposal.selected 1, step.index 2, step.tool 12, text 9, proposal.selected 17, text 1, border 1"
        #expect(rows[6].hasSuffix(selected))
        #expect(rows[7].contains("step.new 1, step.index 3, step.tool 11"))
        #expect(rows.contains { $0.contains("diff.context 63, diff.del 8, text 1, diff.add 10") })
        #expect(rows[33].hasPrefix("lint.warn 7"))
    }

    @Test func `marks the focused item by its row and the terminal's cursor`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("j")
        let frame = state.frame(in: .small, glyphs: .utf8)

        #expect(frame.cursor == Position(row: 5, column: 1))
        #expect(frame.roles(row: 5).contains("step.tool/list.selected"))
    }

    @Test func `tab goes round the panes that there are`() {
        var state = ExplorerState.example(size: .small)
        var seen: [Pane] = []

        for _ in 0..<6 {
            _ = state.press("tab")
            seen.append(state.focusedPane)
        }

        #expect(seen == [.gradient, .query, .response, .facts, .queue, .chains])
    }

    @Test func `a pane that the new size does not have gives its focus to the chains`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("shift-tab shift-tab")
        #expect(state.focusedPane == .facts)

        _ = state.update(.resized(.wide))

        #expect(state.focusedPane == .chains)
    }

    @Test func `the cursor stays on its item when the size changes`() {
        var state = ExplorerState.example(size: .wide)
        _ = state.press("j j")
        #expect(state.cursor(in: .chains) == .argument(step: 1, JSONPath([.key("name")])))

        _ = state.update(.resized(.small))
        #expect(state.cursor(in: .chains) == .step(1))
        _ = state.update(.resized(.wide))

        #expect(state.cursor(in: .chains) == .argument(step: 1, JSONPath([.key("name")])))
    }

    @Test func `zoom gives the focused pane all the room`() {
        var state = ExplorerState.example()
        _ = state.press("tab z")
        let picture = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(picture.contains("┏━ Gradient it 5"))
        #expect(!picture.contains("Chains after"))
        _ = state.press("esc")
        #expect(!state.isZoomed)
    }

    @Test func `d shows the draft without what changed`() {
        var state = ExplorerState.example()

        _ = state.press("d")

        let picture = state.frame(in: .wide, glyphs: .utf8).text()
        #expect(picture.contains("When does the sun set, and which hotels"))
        #expect(!picture.contains("[-set?-]"))
    }

    @Test func `enter shows a chain's heading alone, and its steps again`() {
        var state = ExplorerState.example()

        _ = state.press("enter")
        let folded = state.frame(in: .wide, glyphs: .utf8).text()
        _ = state.press("enter")
        let unfolded = state.frame(in: .wide, glyphs: .utf8).text()

        #expect(folded.contains("▶ c1") && folded.contains("3 steps") && !folded.contains("sun_times   "))
        #expect(unfolded.contains("▼ c1") && unfolded.contains("sun_times   "))
    }

    @Test func `the status line keeps what matters most where room is short`() {
        var state = ExplorerState.example(size: Size(columns: 60, rows: 16))
        _ = state.update(.clockTicked(.at(11, 0)))
        _ = state.update(.clockTicked(.at(12, 0)))
        let reject = Decision(
            sequence: 1, time: .at(12, 41, 7), reviewer: "zh", sample: ExampleSample.id(),
            action: .reject([AnchoredReason(.leaksTools)], note: ""))
        _ = state.update(.decided(reject, row: .example(1, .rejected, reason: .leaksTools), undoDepth: 1))

        let narrow = state.frame(in: Size(columns: 60, rows: 16), glyphs: .utf8).text(row: 14)
        let wide = state.frame(in: .wide, glyphs: .utf8).text(row: 34)

        #expect(narrow.hasPrefix(" REVIEW  s-00001 it 5/5  ✗ rejected 2  saved 12:41:07 "))
        #expect(wide.contains("✗ rejected 2  chain c1  saved 12:41:07  1 decision  sess 1:00  1/h  undo 1  by zh"))
    }

    @Test func `times are those of the reviewer's clock`() {
        #expect(Timestamp.at(23, 30, 5).timeOfDay(offset: .seconds(3600)) == "00:30:05")
        #expect(Timestamp.at(0, 30).timeOfDay(offset: .seconds(-3600)) == "23:30:00")
    }

    @Test func `a number goes to a proposal, and = to the selected one`() {
        var state = ExplorerState.example()
        _ = state.press("2")
        #expect(state.focusedPane == .gradient)
        #expect(state.cursor(in: .gradient) == .proposal(Proposal.ID(2)))

        _ = state.press("=")

        #expect(state.cursor(in: .gradient) == .proposal(Proposal.ID(1)))
    }

    @Test func `a value from nowhere is seen in chains, lint and status`() {
        var state = ExplorerState.example(size: .small)
        _ = state.press("] G k k k k")
        let picture = state.frame(in: .small, glyphs: .utf8).text()

        #expect(picture.contains("max_price 180 ??"))
        #expect(picture.contains("LINT 3 llm –  ?? arg_not_inferable step 3 to=JPY"))
    }

    @Test func `a failed draft is told in the query pane`() {
        var state = ExplorerState.growing(ExampleSample.events.prefix(16))
        _ = state.record(.draftFailed(reason: "The model gave no answer."), number: 17)

        #expect(state.frame(in: .wide, glyphs: .utf8).text().contains("The model gave no answer."))
    }

    @Test(arguments: [Size(columns: 120, rows: 36), Size(columns: 100, rows: 30), Size(columns: 80, rows: 24)])
    func `an explorer without a sample says what it waits for`(size: Size) {
        let idle = ExplorerState.empty(size: size).frame(in: size, glyphs: .utf8).text()
        let growing = ExplorerState.empty(size: size, run: .growing(requested: 5)).frame(in: size, glyphs: .utf8).text()

        #expect(idle.contains("No sample yet"))
        #expect(growing.contains("The first sample is about to grow."))
    }
}
