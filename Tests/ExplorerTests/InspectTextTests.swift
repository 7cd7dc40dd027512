import Canvas
import Engine
import Foundation
import TestSupport
import Testing

@testable import Explorer

@Suite("Reading bytes and prose")
struct InspectTextTests {
    @Test func `the raw text is byte for byte what was recorded`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("t")

        expect(
            inspector.frame(),
            shows: #"""
                ┏━ step 1 tool: result ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃                                                                          raw ┃
                ┃ {"city": "東京", "days": [{"max": 21.50, "min": -3e2}, {}], "odd key": null, ┃
                ┃  "ok": true, "ok": false,                                                    ┃
                ┃ "empty": [], "story": "Sunny\nthen \u96e8", "hidden": "a‹U+202E›b"}          ┃
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
                ┃                                                                              ┃
                ┃ j/k scroll  w wrap  t tree  / find  y copy  ? keys  Esc close                ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ line 1 of 2 ┛
                """#)
    }

    @Test func `bytes that are not UTF-8 are shown as markers, and why they are not JSON`() {
        let inspector = Inspector.reading(Data([0x7B, 0xFF, 0x1B, 0x5B, 0x41]), in: Size(columns: 60, rows: 16))

        expect(
            inspector.frame(in: Size(columns: 60, rows: 16)),
            shows: #"""
                ┏━ step 1 tool: result ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃                                                     text ┃
                ┃ {‹FF›‹U+001B›[A                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃                                                          ┃
                ┃ not JSON: Line 1, column 2: expected a key in double qu… ┃
                ┃ j/k scroll  w wrap  / find  y copy  ? keys  Esc close    ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ line 1 of 1 ┛
                """#)
    }

    @Test func `there is no tree of what is not JSON`() {
        var inspector = Inspector.reading("Not found.")

        #expect(inspector.press("t") == .said("There is no tree: this is not JSON."))
        #expect(inspector.press("y p") == .said("Only an element of the tree has that."))
        #expect(inspector.path == nil)
    }

    @Test func `prose is broken between words and scrolls by rows`() {
        let text = (1...40).map { "Sentence \($0) says something about the weather in 東京." }.joined(separator: " ")
        var inspector = Inspector(artefacts: [Artefact("query", text)], in: .small)
        #expect(inspector.frame().text(row: 2).contains("weather in 東京. Sentence 2 says  "))

        inspector.press("j")
        #expect(!inspector.frame().text().contains("Sentence 1 "))
        inspector.press("G")
        #expect(inspector.frame().text().contains("Sentence 40 says"))
        inspector.press("g g")
        #expect(inspector.frame().text().contains("Sentence 1 says"))
    }

    @Test func `prose that looks like JSON stays prose`() {
        #expect(Inspector(artefacts: [Artefact("query", "42")], in: .small).path == nil)
        #expect(Inspector.reading("42").path == "$")
    }

    @Test func `lines are counted, the last line feed ends a line`() {
        var inspector = Inspector.reading("one\ntwo\r\n\nfour\n")

        let rows = inspector.frame().text().split(separator: "\n").map { $0.filter { $0 != " " } }
        #expect(rows[2...5] == ["┃one┃", "┃two␍┃", "┃┃", "┃four┃"])
        #expect(rows.last?.hasSuffix("line1of4┛") == true)
        inspector.press("j")
        #expect(inspector.sheet.raw.top == TextPage.Place())
    }

    @Test func `w cuts lines at the edge, h and l look along them`() {
        var inspector = Inspector.reading((0..<60).map { "word\($0)" }.joined(separator: " ") + "\nnext")
        #expect(inspector.frame().text(row: 3).contains("word"))

        inspector.press("w")
        #expect(inspector.frame().text(row: 3).contains("next"))

        inspector.press("l l")
        #expect(inspector.frame().text(row: 2).hasPrefix("┃ rd6 word7"))
        inspector.press(String(repeating: "l ", count: 40))
        #expect(inspector.frame().text(row: 2).contains("word59 "))
        inspector.press(String(repeating: "h ", count: 40))
        #expect(inspector.frame().text(row: 2).hasPrefix("┃ word0 "))
    }

    @Test func `the tree's element is in sight in the raw text`() {
        var inspector = Inspector.reading("[" + (0..<3_000).map(String.init).joined(separator: ",") + "]")

        inspector.press("G t")

        #expect(inspector.frame().text().contains("2999]"))
        inspector.press("t")
        #expect(inspector.path == "$[2999]")
    }

    @Test func `no byte of a long line is left out between its pieces`() {
        let bytes = Array((0..<3_000).map { "\($0)東" }.joined(separator: ",").utf8)
        let text = LongText(bytes, .cells)

        let pieces = (0..<text.count).map { text.text(of: $0).plain }
        #expect(text.count > 4)
        #expect(text.lineCount == 1)
        #expect(pieces.joined().utf8.elementsEqual(bytes))
    }

    @Test(arguments: [0, 1, 4_095, 4_096, 4_097, 8_192])
    func `a piece ends where a line ends`(length: Int) {
        let line = String(repeating: "x", count: length)
        let text = LongText(Array("\(line)\n\(line)\nend".utf8), .cells)

        #expect(text.lineCount == 3)
        #expect(
            (0..<text.count).filter { text.beginsLine($0) }.map { text.start(of: $0) } == [
                0, length + 1, 2 * length + 2,
            ])
        #expect(text.text(of: text.count - 1).plain == "end")
    }

    @Test func `scrolling to the end and back passes every row once`() {
        let room = Inspector.Room(in: Size(columns: 60, rows: 16), Pen(.utf8))
        var page = TextPage(LongText(Array((0..<400).map { "\($0) 東京" }.joined(separator: "\u{202E} ").utf8), .words))
        var tops = [page.top]

        while page.places(in: room).count == room.rows, tops.count < 1_000 {
            page.scroll(by: 1, in: room)
            if page.top == tops.last { break }
            tops.append(page.top)
        }
        for top in tops.reversed() {
            #expect(page.top == top)
            page.scroll(by: -1, in: room)
        }
        #expect(page.top == TextPage.Place())
        #expect(tops.count > 100)
    }

    @Test func `a resize keeps what stands at the top`() {
        var inspector = Inspector.reading("Numbers: " + (0..<3_000).map(String.init).joined(separator: " "))
        inspector.press("pagedown pagedown")
        let row = inspector.frame().text(row: 2)
        let first = row.split(separator: " ")[2]

        inspector.fit(.wide)

        #expect(inspector.frame(in: .wide).text(row: 2).contains(first))
    }

    @Test func `in ASCII the whole text can be reached`() {
        let text = (0..<200).map { "\($0) 東京" }.joined(separator: ", ")
        var inspector = Inspector(artefacts: [Artefact("query", text)], in: .small, glyphs: .ascii)
        inspector.press("G")

        let picture = inspector.frame().text()
        #expect(picture.contains("199 "))
        #expect(picture.utf8.allSatisfy { $0 < 0x80 })
    }
}
