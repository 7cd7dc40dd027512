import Canvas
import Engine
import Foundation
import TestSupport
import Testing

@testable import Explorer

@Suite("Reading JSON as a tree")
struct InspectTreeTests {
    @Test func `one row an element, numbers as they were written, hidden characters marked`() {
        expect(
            Inspector.reading(Inspector.forecast).frame(),
            shows: #"""
                ┏━ step 1 tool: result ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃                                                                         tree ┃
                ┃ ▼ 8 keys                                                                     ┃
                ┃     city: "東京"                                                             ┃
                ┃   ▼ days: 2 items                                                            ┃
                ┃     ▼ [0]: 2 keys                                                            ┃
                ┃         max: 21.50                                                           ┃
                ┃         min: -3e2                                                            ┃
                ┃       [1]: {}                                                                ┃
                ┃     "odd key": null                                                          ┃
                ┃     ok: true                                                                 ┃
                ┃     ok: false                                                                ┃
                ┃     empty: []                                                                ┃
                ┃     story: "Sunny\nthen 雨"                                                  ┃
                ┃     hidden: "a‹U+202E›b"                                                     ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃                                                                              ┃
                ┃ $                                                                            ┃
                ┃ j/k move  h/l fold  w full  t raw  / find  y copy  ? keys  Esc close         ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/13 ┛
                """#)
    }

    @Test func `in the colours of its types`() {
        let frame = Inspector.reading(#"{"n": 1, "s": "x", "b": true, "z": null}"#).frame()

        let roles = (3...6).map { frame.roles(row: $0).split(separator: ", ")[5] }
        #expect(roles == ["json.number 1", "json.string 3", "json.bool 4", "json.null 4"])
    }

    @Test func `folding hides what is inside and counts it`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("j j h")
        #expect(inspector.cursorRow() == "  ▶ days: […] 2 items")
        #expect(!inspector.frame().text().contains("max"))

        inspector.press("j k l l l")
        #expect(inspector.path == "$.days[0].max")
    }

    @Test func `h on a leaf goes to what is around it, and folds that next`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("j j j j h")
        #expect(inspector.path == "$.days[0]")
        inspector.press("h h h h h")
        #expect(inspector.path == "$")
        #expect(inspector.cursorRow() == "▶ {…} 8 keys")
    }

    @Test func `everything can be folded and unfolded at once`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("j j j j C")
        #expect(inspector.path == "$.days")
        #expect(inspector.frame().text().contains("▶ days: […] 2 items"))

        inspector.press("E")
        #expect(inspector.frame().text().contains("max: 21.50"))
    }

    @Test func `capital letters walk among siblings`() {
        var inspector = Inspector.reading(#"{"a": {"x": 1, "y": 2}, "b": [1], "c": 3}"#)

        inspector.press("j J")
        #expect(inspector.path == "$.b")
        inspector.press("J J J")
        #expect(inspector.path == "$.c")
        inspector.press("K K K")
        #expect(inspector.path == "$.a")
    }

    @Test(arguments: [("G", "$[99]"), ("G g g", "$"), ("end home", "$"), ("ctrl-d", "$[8]"), ("pagedown pageup", "$")])
    func `goes far at once`(script: String, path: String) {
        var inspector = Inspector.reading("[" + (0..<100).map(String.init).joined(separator: ",") + "]")

        inspector.press(script)

        #expect(inspector.path == path)
        #expect(
            inspector.cursorRow().hasSuffix(
                path == "$" ? "100 items" : "\(path.dropFirst()): \(path.filter(\.isNumber))"))
    }

    @Test func `a long string is cut, and in full on request`() {
        let words = String(repeating: "word ", count: 30) + "end"
        var inspector = Inspector.reading(#"{"text": "\#(words)", "n": 1}"#)
        inspector.press("j")
        #expect(inspector.cursorRow().hasSuffix("…"))

        inspector.press("enter")
        #expect(inspector.frame().text().contains("word word end"))
        #expect(inspector.sheet.tree?.rows(of: 1, in: Inspector.Room(in: .small, Pen(.utf8))) == 3)

        inspector.press("enter")
        #expect(inspector.cursorRow().hasSuffix("…"))

        inspector.press("w")
        #expect(inspector.frame().text().contains("word word end"))
    }

    @Test func `a string in full has its line breaks`() {
        var inspector = Inspector.reading(#"{"text": "one\ntwo"}"#)
        #expect(inspector.frame().text().contains(#"text: "one\ntwo""#))

        inspector.press("w")

        #expect(inspector.frame().text().contains("    text: one "))
        #expect(inspector.frame().text().contains("          two "))
    }

    @Test func `a string longer than the screen is scrolled row by row`() {
        var inspector = Inspector.reading(#"["\#((0..<60).map { "line \($0)" }.joined(separator: #"\n"#))", "last"]"#)

        inspector.press("w j")
        #expect(inspector.frame().text().contains("[0]: line 0 "))
        #expect(!inspector.frame().text().contains("line 19 "))

        inspector.press(String(repeating: "j ", count: 41))
        #expect(inspector.frame().text().contains("line 59 "))
        #expect(inspector.path == "$[0]")

        inspector.press("j")
        #expect(inspector.path == "$[1]")
        #expect(inspector.frame().text().contains(#""last""#))
    }

    @Test func `a huge string is read by itself`() {
        let huge = (0..<5_000).map { "line \($0)" }.joined(separator: " ")
        var inspector = Inspector.reading(#"{"text": "\#(huge)"}"#)

        inspector.press("j enter")
        inspector.press(String(repeating: "pagedown ", count: 20))
        #expect(inspector.frame().text().contains("more bytes: Enter reads all of it"))

        inspector.press("enter G")
        #expect(inspector.frame().text().contains("line 4999"))
        #expect(inspector.press("y y") == .copied(CopiedText(name: "the string", text: huge)))

        #expect(inspector.press("esc") == .stays)
        #expect(inspector.path == "$.text")
        #expect(inspector.press("esc") == .closed)
    }

    @Test func `128 levels stay legible`() {
        var inspector = Inspector.reading(String(repeating: "[", count: 128) + String(repeating: "]", count: 128))

        for _ in 0..<127 {
            inspector.press("j")
            #expect(inspector.cursorRow().hasSuffix(inspector.sheet.tree?.cursor == 127 ? "[0]: []" : "[0]: 1 item"))
        }
        #expect(inspector.frame().text().contains("┃ …][0][0][0]"))
    }

    @Test(arguments: [("{}", "  {}"), ("[]", "  []"), ("\"\"", "  \"\""), ("-0.0e1", "  -0.0e1")])
    func `the smallest texts are one row`(json: String, row: String) {
        var inspector = Inspector.reading(json)

        inspector.press("j l h enter J K E C w G g g")

        #expect(inspector.cursorRow() == row)
        #expect(inspector.path == "$")
    }

    @Test func `says which of several equal keys it is on`() {
        var inspector = Inspector.reading(#"{"ok": true, "ok": false}"#)

        inspector.press("G")

        #expect(inspector.cursorRow() == "    ok: false")
        #expect(inspector.frame().text().contains("$.ok   duplicate key 2 of 2"))
    }

    @Test func `a resize keeps the element under the cursor`() {
        var inspector = Inspector.reading("[" + (0..<100).map(String.init).joined(separator: ",") + "]")
        inspector.press(String(repeating: "j ", count: 50))

        for size in [Size.wide, Size(columns: 60, rows: 16), .small] {
            inspector.fit(size)
            #expect(inspector.cursorRow(in: size) == "    [49]: 49")
        }
    }

    @Test func `opens at the element that is asked for`() {
        let artefact = Artefact("arguments", ["a": 1, "b": ["c": 2]], start: JSONPath([.key("b"), .key("c")]))

        #expect(Inspector(artefacts: [artefact], in: .small).path == "$.b.c")
    }

    @Test func `in ASCII it has no other sign`() {
        var inspector = Inspector.reading(Inspector.forecast, glyphs: .ascii)
        inspector.press("j j h")

        let picture = inspector.frame().text()
        #expect(picture.utf8.allSatisfy { $0 < 0x80 })
        #expect(picture.contains("> days: [...] 2 items"))
    }
}
