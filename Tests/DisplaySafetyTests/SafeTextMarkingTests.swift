import DisplaySafety
import Foundation
import Testing

@Suite("Text with reversible markers")
struct SafeTextMarkingTests {
    @Test(arguments: HostileText.all)
    func `gives back the exact bytes`(hostile: HostileText) {
        let marked = SafeText.marked(hostile.bytes)

        #expect(SafeText.original(ofMarked: marked) == Data(hostile.bytes))
    }

    @Test(arguments: HostileText.all)
    func `can be drawn and says the same again`(hostile: HostileText) {
        let drawn = SafeText(hostile.bytes)
        let leavesOut = hostile.bytes.contains(0xEF) && hostile.name.contains("selector") || drawn.plain.contains("‹+")
        guard !leavesOut, !drawn.plain.contains("␍") else { return }

        let shown = SafeText.original(ofMarked: drawn.plain)

        #expect(SafeText(shown) == drawn)
    }

    @Test func `keeps what an editor shows well`() {
        let text = "tab\there\n👩\u{200D}👧 e\u{301} ❤\u{FE0F}"

        #expect(SafeText.marked(Array(text.utf8)) == text)
    }

    @Test func `marks a carriage return, each surplus mark and invalid bytes`() {
        let bytes = Array("a\r\nb\u{301}\u{301}\u{301}\u{301}\u{308}".utf8) + [0xFF]

        #expect(SafeText.marked(bytes) == "a‹U+000D›\nb\u{301}\u{301}\u{301}\u{301}‹U+0308›‹FF›")
    }

    @Test(arguments: [
        ("‹U+202E›", "\u{202E}"), ("‹+12›", ""), ("‹x›", "‹x›"), ("‹U+D800›", "‹U+D800›"), ("‹U+1›", "‹U+1›"),
        ("‹", "‹"), ("‹U+202E", "‹U+202E"), ("‹U+123456789›", "‹U+123456789›"), ("‹U+202e›", "‹U+202e›"),
        ("a‹U+0041›b", "aAb"), ("‹-1›", "‹-1›"), ("‹U++041›", "‹U++041›"), ("‹‹U+0041›", "‹A"),
        ("‹++3›", "‹++3›"), ("‹+›", "‹+›"), ("‹U+110000›", "‹U+110000›"),
    ])
    func `leaves alone what a person wrote that is no marker`(marked: String, original: String) {
        #expect(SafeText.original(ofMarked: marked) == Data(original.utf8))
    }

    @Test func `undoes a marker for a byte`() {
        #expect(SafeText.original(ofMarked: "‹FF›‹0A›") == Data([0xFF, 0x0A]))
    }
}
