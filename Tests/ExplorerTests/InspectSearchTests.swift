import Canvas
import Engine
import Foundation
import TestSupport
import Testing

@testable import Explorer

@Suite("Finding in an artefact")
struct InspectSearchTests {
    @Test func `matches are marked and counted while typing`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("/")
        inspector.type("ok")

        let frame = inspector.frame()
        #expect(inspector.path == "$.ok")
        #expect(frame.text(row: 21).contains("/ok"))
        #expect(frame.text(row: 21).contains("1/2 matches"))
        #expect(frame.roles(row: 10).contains("list.match/list.selected 2"))
        #expect(frame.cursor == Position(row: 21, column: 5))
        #expect(inspector.takesText)
    }

    @Test func `Esc goes back to where it began, folds and all`() {
        var inspector = Inspector.reading(Inspector.forecast)
        inspector.press("j j h")
        let before = inspector.sheet

        inspector.press("/")
        inspector.type("max")
        #expect(inspector.path == "$.days[0].max")

        #expect(inspector.press("esc") == .stays)
        #expect(inspector.sheet == before)
    }

    @Test func `Enter keeps the match, its parents unfolded`() {
        var inspector = Inspector.reading(Inspector.forecast)
        inspector.press("C /")
        inspector.type("21.5")

        inspector.press("enter")

        #expect(inspector.path == "$.days[0].max")
        #expect(!inspector.takesText)
        #expect(inspector.cursorRow() == "        max: 21.50")
    }

    @Test(arguments: [(";", ","), ("n", "N")])
    func `the next and the previous match, round the ends with a word`(next: String, previous: String) {
        var inspector = Inspector.reading(#"{"a": "x", "b": [1, "X"], "c": "xx"}"#)
        inspector.press("/ x enter")
        #expect(inspector.path == "$.a")

        #expect(inspector.press(next) == .stays)
        #expect(inspector.path == "$.b[1]")
        #expect(inspector.press("\(next) \(next)") == .said("on from the beginning"))
        #expect(inspector.path == "$.a")
        #expect(inspector.press(previous) == .said("on from the end"))
        #expect(inspector.path == "$.c")
        #expect(inspector.press(previous) == .stays)
        #expect(inspector.path == "$.b[1]")
    }

    @Test func `a text that is not there is a notice and moves nothing`() {
        var inspector = Inspector.reading(Inspector.forecast)
        inspector.press("j j /")
        inspector.type("nowhere")
        #expect(inspector.frame().text(row: 21).contains("no match"))

        #expect(inspector.press("enter") == .said("no match for nowhere"))
        #expect(inspector.path == "$.days")
        #expect(inspector.press("n") == .said("Nothing is looked for: / finds a text."))
    }

    @Test func `while typing no key is a command`() {
        var inspector = Inspector.reading(Inspector.forecast)

        inspector.press("/")
        inspector.type("qvy?]t")

        #expect(inspector.takesText)
        #expect(inspector.frame().text().contains("/qvy?]t"))
        inspector.press("backspace backspace backspace backspace backspace backspace")
        #expect(inspector.takesText)
        inspector.press("backspace")
        #expect(!inspector.takesText)
    }

    @Test(arguments: [
        ("sunny", 1), ("Sunny", 1), ("SUNNY", 0), ("雨", 1), ("\n", 1), ("-3e2", 1), ("\"", 0), ("city", 1), ("null", 1),
        ("京", 1),
    ])
    func `keys and values are searched as they read`(text: String, count: Int) throws {
        let outline = try #require(JSONOutline(Array(Inspector.forecast.utf8)))
        let needle = try #require(Needle(text))

        #expect(outline.elements(matching: needle).count == count)
    }

    @Test(arguments: [
        ("é", "CAFÉ", true), ("É", "café", false), ("ß", "strasse", false), ("ς", "ΟΔΟΣ", true), ("ж", "Ж", true),
        ("aa", "aaa", true), ("ab", "aab", true), ("x", "", false),
    ])
    func `capital letters count where some are typed`(text: String, found: String, isFound: Bool) throws {
        #expect(try #require(Needle(text)).isFound(in: found) == isFound)
    }

    @Test func `nothing is not looked for`() {
        #expect(Needle("") == nil)
    }

    @Test func `in raw text the match comes into sight, far along a line too`() {
        let bytes = Data(
            (String(repeating: "x", count: 50_000) + " needle " + String(repeating: "y", count: 9_000)).utf8)
        var inspector = Inspector.reading(bytes)

        inspector.press("/")
        inspector.type("needle")
        #expect(inspector.frame().text().contains("needle"))
        inspector.press("enter g g w")
        inspector.press("n")

        #expect(inspector.frame().text(row: 2).contains("needle"))
        #expect(inspector.frame().roles(row: 2).contains("list.match 6"))
    }

    @Test func `the match that was gone to stands out`() {
        var inspector = Inspector.reading("one two one")
        inspector.press("/ o n e enter n")

        let frame = inspector.frame()
        let inks = [2, 10].map { frame[Position(row: 2, column: $0)].ink }

        #expect(inks.map(\.role) == [.listMatch, .listMatch])
        #expect(inks.map { $0.emphasis == .reverse } == [false, true])
        #expect(frame.text().contains("2/2 matches"))
    }

    @Test func `a match behind the edge of a row shows the string in full`() {
        var inspector = Inspector.reading(#"{"text": "\#(String(repeating: "word ", count: 40))needle"}"#)

        inspector.press("/")
        inspector.type("needle")

        #expect(inspector.frame().text().contains("needle"))
    }

    @Test func `what is looked for stays from one artefact to the next and from tree to text`() {
        let list = [Artefact("a", .bytes(Data(#"["one"]"#.utf8))), Artefact("b", "one and one")]
        var inspector = Inspector(artefacts: list, in: .small)
        inspector.press("/ o n e enter")

        inspector.press("t")
        #expect(inspector.frame().text().contains("1 match "))
        inspector.press("]")
        #expect(inspector.frame().text().contains("2 matches"))
    }

    @Test func `pasted text is looked for in one line`() {
        var inspector = Inspector.reading(#"["two lines"]"#)
        inspector.press("/")

        _ = inspector.press(.paste("two\nlines"), in: .small)

        #expect(inspector.path == "$[0]")
    }
}
