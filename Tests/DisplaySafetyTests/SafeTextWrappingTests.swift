import DisplaySafety
import Testing

@Suite("Wrapping text")
struct SafeTextWrappingTests {
    @Test(arguments: [
        ("one two three", 8, ["one two", "three"]),
        ("one two", 7, ["one two"]),
        ("one two", 3, ["one", "two"]),
        ("one  two", 3, ["one", "two"]),
        ("ab cd", 4, ["ab", "cd"]),
        ("a\n\nb", 5, ["a", "", "b"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("go abcdefgh", 5, ["go", "abcde", "fgh"]),
        ("", 4, [""]),
        ("  indented text", 10, ["  indented", "text"]),
        ("one\n  two", 5, ["one", "  two"]),
        ("one    ", 3, ["one", ""]),
    ])
    func `breaks between words`(string: String, width: Int, lines: [String]) {
        #expect(SafeText(string).wrapped(to: width).map(\.plain) == lines)
    }

    @Test(arguments: [
        ("東京都庁", 4, ["東京", "都庁"]), ("東京都庁", 5, ["東京", "都庁"]), ("a東京", 2, ["a", "東", "京"]),
        ("ab東", 3, ["ab", "東"]), ("東", 1, ["東"]), ("東京", 0, ["東", "京"]),
    ])
    func `breaks beside wide characters and never inside one`(string: String, width: Int, lines: [String]) {
        #expect(SafeText(string).wrapped(to: width).map(\.plain) == lines)
    }

    @Test func `keeps a marker whole where it fits`() {
        #expect(SafeText("see \u{202E}x").wrapped(to: 10).map(\.plain) == ["see", "‹U+202E›x"])
    }

    @Test(arguments: 1...12)
    func `loses nothing but spaces and never exceeds the width`(width: Int) {
        let text = SafeText("The flight 東京 - 大阪 takes about seventy minutes,\nwithout\u{301} the transfer.")

        let lines = text.wrapped(to: width)

        #expect(lines.map(\.plain).joined().filter { $0 != " " } == text.plain.filter { $0 != " " && $0 != "\n" })
        #expect(lines.allSatisfy { $0.width <= max(2, width) })
    }
}
