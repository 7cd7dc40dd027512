import Canvas
import Review
import TestSupport
import Testing

@testable import Explorer

extension HelpPage {
    /// A help in which the run cannot be paused.
    static func example() -> HelpPage {
        HelpPage(
            keymap: .standard,
            filterFields: [("status:pending", "how it was decided"), ("tool:geo.*", "a step's tool")]
        ) {
            $0 == .pauseRun ? "Nothing is growing." : nil
        }
    }

    mutating func type(_ text: String) {
        for character in text { _ = press(.character(character)) }
    }
}

@Suite("The help")
struct HelpTests {
    private func found(_ text: String) -> HelpPage {
        var page = HelpPage.example()
        page.type(text)
        return page
    }

    private func picture(_ page: HelpPage, in size: Size, glyphs: GlyphSet = .utf8) -> Frame {
        var frame = Frame(size: size)
        HelpPicture(page: page, pen: Pen(glyphs)).draw(on: &frame)
        return frame
    }

    @Test func `has every action, sign, reason and field`() {
        let page = HelpPage.example()

        #expect(page.items.compactMap(\.action).count == ActionEntry.all.count)
        #expect(Set(page.items.compactMap(\.action)) == Set(ActionEntry.all.map(\.action)))
        #expect(Reason.allCases.allSatisfy { reason in page.items.contains { $0.text == reason.rubric } })
        #expect(page.items.last?.sign == "tool:geo.*")
    }

    @Test(arguments: Screen.allCases) func `begins with what can be done on the screen`(screen: Screen) {
        let page = HelpPage(keymap: .standard, on: screen) { _ in nil }
        let here = page.items.compactMap(\.action).map { $0.entry?.screens.contains(screen) == true }

        #expect(here.contains(true))
        #expect(here.drop { $0 }.allSatisfy { !$0 })
    }

    @Test func `typing searches in keys, names, words and headings`() {
        #expect(found("diff base").items.map(\.sign) == [])
        #expect(found("compare with").items.map(\.sign) == ["m"])
        #expect(found("set-base").items.map(\.sign) == ["m"])
        #expect(found("reject reasons").items.filter { $0.action == nil }.count == Reason.allCases.count)
        #expect(found("no such thing").items.isEmpty)
    }

    @Test func `a slash may come first`() {
        #expect(found("/set-base").items.map(\.sign) == ["m"])
    }

    @Test func `a key that is called so is under the cursor`() {
        #expect(found("z").selected?.action == .zoom)
        #expect(found("U").selected?.action == .redo)
    }

    @Test func `enter does what is under the cursor`() {
        var page = found("zoom")

        #expect(page.press(.enter) == .ran(.zoom))
    }

    @Test func `enter says why something is not possible`() {
        var page = found("pause the run")

        #expect(page.press(.enter) == .stays)
        #expect(page.complaint == "Nothing is growing.")
        #expect(page.press(.down) == .stays)
        #expect(page.complaint == nil)
    }

    @Test func `enter on an explanation says that it is one`() {
        var page = found("arg_not_inferable")

        #expect(page.press(.enter) == .stays)
        #expect(page.complaint == "This one only explains.")
    }

    @Test func `escape ends the search, then closes`() {
        var page = found("zoom")

        #expect(page.press(.escape) == .stays)
        #expect(page.items.count == HelpPage.example().items.count)
        #expect(page.press(.escape) == .closed)
    }

    @Test(arguments: [Key.character("?"), .function(1)]) func `what opens it closes it`(key: Key) {
        var page = HelpPage.example()

        #expect(page.press(key) == .closed)
    }

    @Test func `the cursor stays inside`() {
        var page = HelpPage.example()

        _ = page.press(.up)
        #expect(page.selection == 0)
        _ = page.press(.end)
        _ = page.press(.pageDown)
        #expect(page.selection == page.items.count - 1)
        page.type("nothing at all")
        #expect(page.press(.down) == .stays)
        #expect(page.press(.enter) == .stays)
        #expect(page.selected == nil)
    }

    @Test func `shows groups, keys and what is not possible`() {
        expect(
            picture(found("run"), in: .small),
            shows: """

                ┏━ Help   1 of 3 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ / run                                                                        ┃
                ┃ Change                                                                       ┃
                ┃ > x                 run the step again                                       ┃
                ┃                                                                              ┃
                ┃ Growth                                                                       ┃
                ┃   S                 pause the run, or resume it   not now: Nothing is        ┃
                ┃                     growing.                                                 ┃
                ┃                                                                              ┃
                ┃ On the screen Stats                                                          ┃
                ┃   C                 a run for tools with too few uses                        ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ down/up move   enter do it   esc close                                       ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
    }

    @Test func `shows the first page`() {
        expect(
            picture(.example(), in: .wide),
            shows: """

                            ┏━ Help   1 of 158 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                            ┃ / type to search                                                                             ┃
                            ┃ Decide                                                                                       ┃
                            ┃ > a                 accept, next sample                                                      ┃
                            ┃   A                 accept what is marked                                                    ┃
                            ┃   r                 reject with reasons, next sample                                         ┃
                            ┃   R                 reject what is marked, else this sample, for the last reasons            ┃
                            ┃   s                 skip, next sample                                                        ┃
                            ┃   -                 back to pending                                                          ┃
                            ┃   f                 flag, or take the flag away                                              ┃
                            ┃   u                 undo the last decision                                                   ┃
                            ┃   U ctrl-r          redo what was undone                                                     ┃
                            ┃                                                                                              ┃
                            ┃ Change                                                                                       ┃
                            ┃   e                 edit the focused item here                                               ┃
                            ┃   E                 edit it in $EDITOR                                                       ┃
                            ┃   ctrl-e            edit the whole sample in $EDITOR                                         ┃
                            ┃   c                 comment on the focused item                                              ┃
                            ┃   x                 run the step again                                                       ┃
                            ┃   X                 draft query and response again                                           ┃
                            ┃   td                delete the step                                                          ┃
                            ┃   tk                move the step before its neighbour                                       ┃
                            ┃   tj                move the step behind its neighbour                                       ┃
                            ┃   ts                begin a chain of its own with this step                                  ┃
                            ┃   tm                join the chain to the one before it                                      ┃
                            ┃                                                                                              ┃
                            ┃ Move                                                                                         ┃
                            ┃   n                 next sample                                                              ┃
                            ┃   p                 previous sample                                                          ┃
                            ┃   N                 next undecided sample                                                    ┃
                            ┃   P                 previous undecided sample                                                ┃
                            ┃   ]                 later iteration                                                          ┃
                            ┃ down/up move   enter do it   esc close                                                       ┃
                            ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
                """)
    }

    @Test func `draws with ASCII alone`() {
        let text = picture(found("1.lat"), in: .small, glyphs: .ascii).text()

        #expect(text.utf8.allSatisfy { $0 < 0x80 })
        #expect(text.contains("the value lat of the output of step 1"))
    }

    @Test func `keeps the entry under the cursor in view`() {
        var page = HelpPage.example()
        for _ in 0..<page.items.count {
            let sign = page.selected?.sign ?? ""
            #expect(picture(page, in: .small).text().contains("> " + sign), "\(sign)")
            _ = page.press(.down)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64]) func `random keys never leave it`(seed: UInt64) {
        var random = Dice(seed: seed)
        var page = HelpPage.example()
        for step in 0..<300 {
            if case .ran(let action) = page.press(random.key()) { #expect(action != .pauseRun) }
            #expect(page.items.isEmpty || page.items.indices.contains(page.selection))
            guard step.isMultiple(of: 15) else { continue }
            let size = random.size()
            expectWhole(picture(page, in: size), size)
        }
    }
}
