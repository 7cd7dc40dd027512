import Canvas
import DisplaySafety
import Testing

@Suite("Glyphs")
struct GlyphSetTests {
    @Test(arguments: Glyph.allCases)
    func `are in both sets, and plain ASCII in one`(glyph: Glyph) {
        #expect(!GlyphSet.utf8[glyph].isEmpty)
        #expect(!GlyphSet.ascii[glyph].isEmpty)
        #expect(GlyphSet.ascii[glyph].plain.utf8.allSatisfy { (0x20..<0x7F).contains($0) })
    }

    @Test(arguments: [GlyphSet.utf8, .ascii])
    func `tell the decisions apart in a column of one width`(glyphs: GlyphSet) {
        let signs = Glyph.decisions.map { glyphs[$0] }

        #expect(Set(signs).count == signs.count)
        #expect(Set(signs.map(\.width)) == [glyphs.width(of: Glyph.decisions)])
    }

    @Test(arguments: [GlyphSet.utf8, .ascii])
    func `tell the ends of an iteration apart`(glyphs: GlyphSet) {
        let signs = [Glyph.iterOk, .iterNoop, .iterFail, .iterRunning].map { glyphs[$0] }

        #expect(Set(signs).count == signs.count)
    }

    @Test func `take one cell of a decision with Unicode`() {
        #expect(GlyphSet.utf8.width(of: Glyph.decisions) == 1)
        #expect(GlyphSet.ascii[.decisionAccept] == "[a]")
    }

    @Test(arguments: [("linux", false), ("vt220", false), ("xterm-256color", true), (nil, true)])
    func `beyond ASCII are not for old consoles`(term: String?, suits: Bool) {
        #expect(GlyphSet.utf8.suits(term: term) == suits)
        #expect(GlyphSet.ascii.suits(term: term))
    }

    @Test func `can be exchanged one by one`() {
        let glyphs = GlyphSet.utf8.replacing([.decisionAccept: "+"])

        #expect(glyphs[.decisionAccept] == "+")
        #expect(glyphs[.decisionReject] == "✗")
    }

    @Test func `make lines of any length`() {
        #expect(GlyphSet.utf8.line(of: .horizontal, columns: 4) == "────")
        #expect(GlyphSet.ascii.line(of: .arrowRight, columns: 5) == "->->")
        #expect(GlyphSet.utf8.line(of: .horizontal, columns: -1).isEmpty)
    }
}
