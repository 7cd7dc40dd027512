import DisplaySafety
import Foundation
import Testing

@Suite("Text that can be drawn")
struct SafeTextTests {
    @Test(arguments: HostileText.all)
    func `shows what must not be drawn as a marker`(hostile: HostileText) {
        #expect(SafeText(hostile.bytes).plain == hostile.drawn)
    }

    @Test(arguments: HostileText.all)
    func `has nothing that a terminal obeys`(hostile: HostileText) {
        expectDrawable(SafeText(hostile.bytes))
    }

    @Test(arguments: HostileText.all)
    func `is the same from a string as from its bytes`(hostile: HostileText) throws {
        guard let string = String(validating: hostile.bytes, as: UTF8.self) else { return }

        #expect(SafeText(string) == SafeText(hostile.bytes))
    }

    @Test func `is tried against at least sixty texts of different names`() {
        #expect(Set(HostileText.all.map(\.name)).count == HostileText.all.count)
        #expect(HostileText.all.count >= 60)
    }

    @Test func `tells markers from data that looks like them`() {
        let text = SafeText("\u{1B}[›")

        #expect(text.clusters.map(\.isMarker) == Array(repeating: true, count: 8) + [false, false])
        #expect(text.hasMarkers)
        #expect(!SafeText("plain ␍ text").hasMarkers)
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("東京", 4), ("e\u{301}", 1), ("🙂", 2), ("\u{202E}", 8), ("ab\nabcd\na", 4), ("\t", 8),
    ])
    func `knows the width of its widest line`(string: String, width: Int) {
        #expect(SafeText(string).width == width)
    }

    @Test func `stays small for a grapheme of a megabyte`() {
        let bytes = Array("a".utf8) + Array(repeating: [0xCC, 0x81], count: 500_000).joined()

        let text = SafeText(bytes)

        #expect(text.plain == "a\u{301}\u{301}\u{301}\u{301}‹+499996›")
    }

    @Test func `holds a megabyte without a line feed`() {
        let text = SafeText(Array(repeating: UInt8(ascii: "x"), count: 1_000_000))

        #expect(text.width == 1_000_000)
        #expect(text.lines.count == 1)
    }

    @Test func `ends an emoji sequence that never ends`() {
        let string = "👩" + String(repeating: "\u{200D}👩", count: 1000)

        let text = SafeText(string)

        expectDrawable(text)
        #expect(text.hasMarkers)
        #expect(text.clusters.count < 2000)
    }

    @Test func `is joined without sanitising twice`() {
        let text = SafeText("a\u{7}") + "b"

        #expect(text.plain == "a‹U+0007›b")
        #expect(text == SafeText.joined(["a", SafeText("\u{7}"), "b"]))
        #expect(text == SafeText("a\u{7}").appending("b"))
    }

    @Test func `names what ASCII cannot show`() {
        #expect(SafeText("aé東\u{7}\n").ascii.plain == "a<U+00E9><U+6771><U+0007>\n")
        #expect(SafeText("plain").ascii == "plain")
    }
}
