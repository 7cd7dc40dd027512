import Testing

/// A text that means harm or breaks columns, and what may be drawn of it.
struct HostileText: Sendable, CustomTestStringConvertible {
    let name: String
    let bytes: [UInt8]
    let drawn: String

    init(_ name: String, _ text: String, drawn: String) {
        self.init(name, bytes: Array(text.utf8), drawn: drawn)
    }

    init(_ name: String, bytes: [UInt8], drawn: String) {
        self.name = name
        self.bytes = bytes
        self.drawn = drawn
    }

    var testDescription: String { name }
}

extension HostileText {
    static let all = escapes + rawBytes + controls + directions + invisible + marks + wide + emoji + harmlessHere

    static let escapes = [
        HostileText("CSI colour", "\u{1B}[31mred\u{1B}[0m", drawn: "‹U+001B›[31mred‹U+001B›[0m"),
        HostileText("CSI clear screen", "\u{1B}[2J\u{1B}[H", drawn: "‹U+001B›[2J‹U+001B›[H"),
        HostileText("CSI cursor up and erase", "\u{1B}[1A\u{1B}[2Kok", drawn: "‹U+001B›[1A‹U+001B›[2Kok"),
        HostileText("CSI device status report", "\u{1B}[6n", drawn: "‹U+001B›[6n"),
        HostileText("CSI leave the alternate screen", "\u{1B}[?1049l", drawn: "‹U+001B›[?1049l"),
        HostileText("CSI cut off", "\u{1B}[", drawn: "‹U+001B›["),
        HostileText("OSC title", "\u{1B}]0;owned\u{07}", drawn: "‹U+001B›]0;owned‹U+0007›"),
        HostileText("OSC clipboard", "\u{1B}]52;c;cm0=\u{1B}\\", drawn: "‹U+001B›]52;c;cm0=‹U+001B›\\"),
        HostileText("OSC link", "\u{1B}]8;;http://x\u{1B}\\a", drawn: "‹U+001B›]8;;http://x‹U+001B›\\a"),
        HostileText("DCS", "\u{1B}P$q\u{1B}\\", drawn: "‹U+001B›P$q‹U+001B›\\"),
        HostileText("APC", "\u{1B}_Gi=1\u{1B}\\", drawn: "‹U+001B›_Gi=1‹U+001B›\\"),
        HostileText("PM", "\u{1B}^x\u{1B}\\", drawn: "‹U+001B›^x‹U+001B›\\"),
        HostileText("SOS", "\u{1B}Xx\u{1B}\\", drawn: "‹U+001B›Xx‹U+001B›\\"),
        HostileText("RIS", "\u{1B}c", drawn: "‹U+001B›c"),
        HostileText("charset switch", "\u{1B}(0lqk\u{0E}", drawn: "‹U+001B›(0lqk‹U+000E›"),
        HostileText("end of bracketed paste", "\u{1B}[201~rm", drawn: "‹U+001B›[201~rm"),
    ]

    static let rawBytes = [
        HostileText("C1 CSI raw", bytes: [0x9B, 0x33, 0x31, 0x6D], drawn: "‹9B›31m"),
        HostileText("C1 OSC raw", bytes: [0x9D, 0x30, 0x3B, 0x78, 0x9C], drawn: "‹9D›0;x‹9C›"),
        HostileText("byte FF", bytes: [0xFF], drawn: "‹FF›"),
        HostileText("bytes FE FF as a mark of order", bytes: [0xFE, 0xFF, 0x00, 0x61], drawn: "‹FE›‹FF›‹U+0000›a"),
        HostileText("lone continuation", bytes: [0x61, 0x80, 0x62], drawn: "a‹80›b"),
        HostileText("cut two-byte form", bytes: [0xC3], drawn: "‹C3›"),
        HostileText("cut three-byte form", bytes: [0xE2, 0x82], drawn: "‹E2›‹82›"),
        HostileText("cut four-byte form before text", bytes: [0xF0, 0x9F, 0x98, 0x61], drawn: "‹F0›‹9F›‹98›a"),
        HostileText("overlong slash", bytes: [0xC0, 0xAF], drawn: "‹C0›‹AF›"),
        HostileText("overlong escape", bytes: [0xE0, 0x80, 0x9B], drawn: "‹E0›‹80›‹9B›"),
        HostileText("surrogate", bytes: [0xED, 0xA0, 0x80], drawn: "‹ED›‹A0›‹80›"),
        HostileText("above the last scalar", bytes: [0xF4, 0x90, 0x80, 0x80], drawn: "‹F4›‹90›‹80›‹80›"),
        HostileText("Latin-1 word", bytes: [0x63, 0x61, 0x66, 0xE9], drawn: "caf‹E9›"),
    ]

    static let controls = [
        HostileText("NUL", "a\u{0}b", drawn: "a‹U+0000›b"),
        HostileText("backspaces", "AB\u{8}\u{8}C", drawn: "AB‹U+0008›‹U+0008›C"),
        HostileText("bell and delete", "\u{7}\u{7F}", drawn: "‹U+0007›‹U+007F›"),
        HostileText("vertical tab and form feed", "\u{B}\u{C}", drawn: "‹U+000B›‹U+000C›"),
        HostileText("C1 as UTF-8", "\u{9B}31m\u{85}", drawn: "‹U+009B›31m‹U+0085›"),
        HostileText("lone CR over a line", "safe\rEVIL", drawn: "safe‹U+000D›EVIL"),
        HostileText("CR at the end", "a\r", drawn: "a‹U+000D›"),
        HostileText("CRLF", "a\r\nb", drawn: "a␍\nb"),
        HostileText("CR CR LF", "\r\r\n", drawn: "‹U+000D›␍\n"),
        HostileText("tabs", "\ta\tb", drawn: "        a       b"),
        HostileText("tab after a wide character", "東\tb", drawn: "東      b"),
        HostileText("log forging", "ok\n2026-01-01 admin", drawn: "ok\n2026-01-01 admin"),
        HostileText("line and paragraph separators", "a\u{2028}b\u{2029}", drawn: "a‹U+2028›b‹U+2029›"),
    ]

    static let directions = [
        HostileText("right-to-left override", "gpj\u{202E}exe.txt", drawn: "gpj‹U+202E›exe.txt"),
        HostileText("embeddings", "\u{202A}\u{202B}\u{202C}\u{202D}", drawn: "‹U+202A›‹U+202B›‹U+202C›‹U+202D›"),
        HostileText("isolates", "\u{2066}\u{2067}\u{2068}\u{2069}", drawn: "‹U+2066›‹U+2067›‹U+2068›‹U+2069›"),
        HostileText("direction marks", "\u{200E}\u{200F}\u{61C}", drawn: "‹U+200E›‹U+200F›‹U+061C›"),
        HostileText("Hebrew stays", "שלום", drawn: "שלום"),
    ]

    static let invisible = [
        HostileText("zero-width space", "pass\u{200B}word", drawn: "pass‹U+200B›word"),
        HostileText("joiners between letters", "a\u{200D}b\u{200C}c", drawn: "a‹U+200D›b‹U+200C›c"),
        HostileText("word joiner and operators", "\u{2060}\u{2061}\u{2064}", drawn: "‹U+2060›‹U+2061›‹U+2064›"),
        HostileText("mark of byte order", "\u{FEFF}x", drawn: "‹U+FEFF›x"),
        HostileText("soft hyphen", "co\u{AD}op", drawn: "co‹U+00AD›op"),
        HostileText("tag letters", "a\u{E0001}\u{E0041}\u{E007F}", drawn: "a‹U+E0001›‹U+E0041›‹U+E007F›"),
        HostileText("Hangul fillers", "\u{115F}\u{1160}\u{3164}\u{FFA0}", drawn: "‹U+115F›‹U+1160›‹U+3164›‹U+FFA0›"),
        HostileText("Mongolian separator", "\u{180E}", drawn: "‹U+180E›"),
        HostileText("interlinear notes", "\u{FFF9}\u{FFFB}", drawn: "‹U+FFF9›‹U+FFFB›"),
        HostileText(
            "noncharacters", bytes: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90, 0xF4, 0x8F, 0xBF, 0xBF],
            drawn: "‹U+FFFE›‹U+FDD0›‹U+10FFFF›"),
        HostileText("selectors that carry bytes", "a\u{FE01}\u{E0101}", drawn: "a‹U+FE01›‹U+E0101›"),
        HostileText("selector without an emoji", "a\u{FE0F}", drawn: "a‹U+FE0F›"),
        HostileText("grapheme joiner", "a\u{34F}b", drawn: "a‹U+034F›b"),
        HostileText("unassigned", "\u{378}\u{1FAE8}", drawn: "‹U+0378›‹U+1FAE8›"),
    ]

    static let marks = [
        HostileText("forged marker", "‹U+202E›", drawn: "‹U+2039›U+202E›"),
        HostileText("forged count", "‹+3›", drawn: "‹U+2039›+3›"),
        HostileText("four marks", "a\u{301}\u{302}\u{303}\u{304}b", drawn: "a\u{301}\u{302}\u{303}\u{304}b"),
        HostileText(
            "six marks", "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}b",
            drawn: "a\u{301}\u{302}\u{303}\u{304}‹+2›b"),
        HostileText("mark without a base", "\u{301}a", drawn: "‹U+0301›a"),
        HostileText("mark after a marker", "\u{202E}\u{301}", drawn: "‹U+202E›‹U+0301›"),
        HostileText("mark on a line feed", "\n\u{301}", drawn: "\n‹U+0301›"),
        HostileText("Hangul in letters", "\u{1112}\u{1161}\u{11AB}", drawn: "\u{1112}\u{1161}\u{11AB}"),
    ]

    static let wide = [
        HostileText("CJK", "東京 한국", drawn: "東京 한국"),
        HostileText("full width", "Ａ！", drawn: "Ａ！"),
        HostileText("Thai", "ที่", drawn: "ที่"),
    ]

    static let emoji = [
        HostileText("emoji", "🙂", drawn: "🙂"),
        HostileText("emoji by selector", "❤\u{FE0F}!", drawn: "❤!"),
        HostileText("two selectors", "❤\u{FE0F}\u{FE0F}", drawn: "❤‹U+FE0F›"),
        HostileText("keycap", "1\u{FE0F}\u{20E3}", drawn: "1\u{20E3}"),
        HostileText("family", "👩\u{200D}👩\u{200D}👧x", drawn: "👩‹+4›x"),
        HostileText("heart on fire", "❤\u{FE0F}\u{200D}🔥", drawn: "❤‹+2›"),
        HostileText("skin tone", "👍🏽", drawn: "👍‹+1›"),
        HostileText("skin tone alone", "🏽", drawn: "🏽"),
        HostileText("joiner at the end", "👩\u{200D}", drawn: "👩‹U+200D›"),
        HostileText("joiner before a letter", "👩\u{200D}a", drawn: "👩‹U+200D›a"),
        HostileText("flag", "🇵🇹", drawn: "🇵🇹"),
    ]

    static let harmlessHere = [
        HostileText("format string", "%s%n%x", drawn: "%s%n%x"),
        HostileText("formula of a table", "=cmd|'/c calc'!A1", drawn: "=cmd|'/c calc'!A1"),
        HostileText("modeline", "# vim: set exrc:", drawn: "# vim: set exrc:"),
        HostileText("path", "../../etc/passwd", drawn: "../../etc/passwd"),
        HostileText("nothing", "", drawn: ""),
    ]
}
