import Canvas
import Testing

@Suite("Keys by name")
struct KeyTests {
    private static let names: [(Key, String)] = [
        (.character("a"), "a"), (.character("A"), "A"), (.character("я"), "я"), (.character("-"), "-"),
        (.character(" "), "space"), (.control("d"), "ctrl-d"), (.control(" "), "ctrl-space"), (.alt("x"), "alt-x"),
        (.alt("-"), "alt--"), (.function(1), "f1"), (.function(12), "f12"), (.enter, "enter"), (.escape, "esc"),
        (.tab, "tab"), (.backTab, "shift-tab"), (.backspace, "backspace"), (.delete, "delete"), (.insert, "insert"),
        (.up, "up"), (.down, "down"), (.left, "left"), (.right, "right"), (.home, "home"), (.end, "end"),
        (.pageUp, "pageup"), (.pageDown, "pagedown"),
        (.paste("two words\n"), "paste:two words\n"), (.paste(""), "paste:"),
    ]

    @Test(arguments: names)
    func `have one name each, that gives them back`(key: Key, name: String) {
        #expect(key.name == name)
        #expect(Key(name: name) == key)
    }

    @Test(arguments: [("escape", Key.escape), ("backtab", .backTab), ("ctrl-D", .control("d")), ("f", .character("f"))])
    func `have other spellings`(name: String, key: Key) {
        #expect(Key(name: name) == key)
    }

    @Test(arguments: ["", "ab", "ctrl-", "ctrl-ab", "alt-", "f0", "f36", "f1x", "shift-a"])
    func `are none by a name that no key has`(name: String) {
        #expect(Key(name: name) == nil)
    }
}
