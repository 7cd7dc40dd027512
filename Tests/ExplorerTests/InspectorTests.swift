import Canvas
import DisplaySafety
import Engine
import Foundation
import TestSupport
import Testing

@testable import Explorer

@Suite("Inspecting")
struct InspectorTests {
    @Test func `leafs through the parts of a list`() {
        let list = [Artefact("first", "one"), Artefact("second", [1, 2]), Artefact("third", "three")]
        var inspector = Inspector(artefacts: list, at: 1, in: .wide)

        expect(
            inspector.frame(in: .wide),
            shows: #"""
                ┏━ second   2/3 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ 5 bytes                                                                                                         tree ┃
                ┃ ▼ 2 items                                                                                                            ┃
                ┃     [0]: 1                                                                                                           ┃
                ┃     [1]: 2                                                                                                           ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃                                                                                                                      ┃
                ┃ $                                                                                                                    ┃
                ┃ j/k move  h/l fold  w full  t raw  / find  y copy  ? keys  Esc close                                                 ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/3 ┛
                """#)

        inspector.press("]", in: .wide)
        #expect(inspector.frame(in: .wide).text(row: 0).contains(" third   3/3 "))
        #expect(inspector.press("]", in: .wide) == .said("This is the last one."))
        inspector.press("[ [", in: .wide)
        #expect(inspector.press("[", in: .wide) == .said("This is the first one."))
        #expect(inspector.artefact.title == "first")
    }

    @Test func `a list of nothing can be closed`() {
        var inspector = Inspector(artefacts: [], at: 7, in: .small)

        #expect(inspector.frame().text().contains("Nothing"))
        #expect(inspector.press("esc") == .closed)
    }

    @Test(arguments: ["q", "esc", "v"])
    func `closes`(key: String) {
        var inspector = Inspector.reading("{}")

        #expect(inspector.press(key) == .closed)
    }

    @Test(arguments: ["y esc", "g esc", "/ esc", "? esc", "? q"])
    func `Esc closes one layer`(script: String) {
        var inspector = Inspector.reading("{}")

        #expect(inspector.press(script) == .stays)
        #expect(inspector.press("esc") == .closed)
    }

    @Test(arguments: [
        ("j j j y y", "the value of $.days[0]", #"{"max": 21.50, "min": -3e2}"#),
        ("j y y", "the value of $.city", "東京"),
        ("j j j j y y", "the value of $.days[0].max", "21.50"),
        ("j j j j y p", "the path", "$.days[0].max"),
        ("j j j j y q", "the jq filter", ".days[0].max"),
        ("j j J y q", "the jq filter", #".["odd key"]"#),
        ("j j J y k", "the key", "odd key"),
        ("j y a", "step 1 tool: result", Inspector.forecast),
        ("t y y", "step 1 tool: result", Inspector.forecast),
    ])
    func `copies`(script: String, name: String, text: String) {
        var inspector = Inspector.reading(Inspector.forecast)

        #expect(inspector.press(script) == .copied(CopiedText(name: name, text: text)))
    }

    @Test func `what has no key is not copied`() {
        var inspector = Inspector.reading("[1]")

        #expect(inspector.press("j y k") == .said("This has no key."))
        #expect(inspector.press("y z") == .stays)
    }

    @Test func `y shows what can be copied`() {
        var inspector = Inspector.reading("[1]")

        inspector.press("y")

        #expect(inspector.frame().text(row: 22).contains("y value  p path  q jq  k key  a all"))
    }

    @Test func `the question mark lists the keys`() {
        var inspector = Inspector.reading("[1]", in: Size(columns: 60, rows: 16))

        inspector.press("?")

        expect(
            inspector.frame(in: Size(columns: 60, rows: 16)),
            shows: #"""
                ┏━ step 1 tool: result ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃                                                     tree ┃
                ┃ j k  down up      next, previous element or row          ┃
                ┃ J K               next, previous sibling                 ┃
                ┃ l h  right left   in or unfold, out or fold; sideways    ┃
                ┃ Enter             fold or unfold; a string in full       ┃
                ┃ E C               unfold all, fold all                   ┃
                ┃ gg G  Home End    beginning, end                         ┃
                ┃ ctrl-d ctrl-u     half a page down, up                   ┃
                ┃ PgDn PgUp  Space  a page down, up                        ┃
                ┃ t  Tab            the tree, or the bytes as recorded     ┃
                ┃ w                 wrap long strings and lines, or cut    ┃
                ┃ /                 find; capitals count where typed       ┃
                ┃ $                                                        ┃
                ┃ j/k more  Esc back                                       ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 1/2 ┛
                """#)
        inspector.press("j j j j j j j", in: Size(columns: 60, rows: 16))
        #expect(inspector.frame(in: Size(columns: 60, rows: 16)).text().contains("q  Esc  v         close"))
    }

    @Test(arguments: [
        Size.wide, .small, Size(columns: 60, rows: 16), Size(columns: 7, rows: 3), Size(columns: 0, rows: 0),
    ])
    func `hostile bytes stay inside`(size: Size) {
        for glyphs in [GlyphSet.utf8, .ascii] {
            for artefact in Self.hostile {
                var inspector = Inspector(artefacts: [artefact], in: size, glyphs: glyphs)
                for script in ["j w", "enter", "t", "w l l", "/ u enter G"] {
                    inspector.press(script, in: size)
                    expectSafe(inspector.frame(in: size), size)
                }
            }
        }
    }

    @Test func `ten thousand random keys leave the cursor inside`() {
        var random = RandomPresses(state: 3)
        var inspector = Inspector(artefacts: Self.hostile, in: .small)
        var size = Size.small

        for step in 0..<10_000 {
            if random.below(50) == 0 {
                size = Size(columns: 20 + random.below(110), rows: 6 + random.below(40))
                inspector.fit(size)
            }
            if inspector.press(random.key(), in: size) == .closed { inspector.mode = .reading }
            if let tree = inspector.sheet.tree {
                #expect((0..<tree.outline.count).contains(tree.cursor))
                #expect(tree.folds.visible(tree.cursor, of: tree.outline) == tree.cursor)
            }
            guard step.isMultiple(of: 50) else { continue }
            expectSafe(inspector.frame(in: size), size)
            #expect(inspector.frame(in: size).cursor.map { Rect(size).contains($0) } == true)
        }
    }

    private static let poison =
        "\u{1B}[2J\u{1B}]0;x\u{7}\u{202E}live\u{202C}\r\u{8}\u{9B}31m\u{200B}\u{E0041}%s\u{0}東京é"

    private static let hostile = [
        Artefact(poison, .bytes(Data(poison.utf8) + Data([0xFF, 0xC0, 0x9B])), facts: [poison]),
        Artefact("values", .object(JSON.Object([JSON.Object.Member(key: poison, value: .string(poison))]))),
        Artefact("prose", poison + "\n\n" + String(repeating: poison, count: 12)),
        Artefact("long", JSON.array((0..<40).map { .string(String(repeating: "word \($0) ", count: $0 * 2)) })),
        Artefact(
            "deep",
            .bytes(Data((String(repeating: #"{"a":[1,"#, count: 60) + "2" + String(repeating: "]}", count: 60)).utf8))),
        Artefact("forecast", .bytes(Data(Inspector.forecast.utf8))),
        Artefact("empty", ""),
    ]

    private func expectSafe(_ frame: Frame, _ size: Size) {
        #expect(frame.size == size)
        // The sign that opens a marker is hidden in data, so that no data can look like a marker.
        let hidden = frame.text().unicodeScalars.filter { HiddenScalars.contains($0) && $0 != "\n" && $0 != "‹" }
        #expect(hidden.isEmpty)
        let widths = (0..<size.rows).map { row in
            (0..<size.columns).reduce(0) { $0 + frame[Position(row: row, column: $1)].width }
        }
        #expect(widths.allSatisfy { $0 == size.columns })
    }
}

/// A small generator of keys; the same seed presses the same ones.
private struct RandomPresses {
    var state: UInt64

    private static let keys: [Key] =
        [
            .enter, .tab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .control("d"), .control("u"),
            .escape, .backspace, .paste("a\nb"), .function(1), .alt("x"), .delete,
        ] + Array("jjjjkkhhlllJKggGEECwwtt//nN;,][yypqka? uo1é東").map { .character($0) }

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func key() -> Key { Self.keys[below(Self.keys.count)] }
}
