import DisplaySafety
import Testing

@Suite("Cutting text")
struct SafeTextCuttingTests {
    @Test(arguments: [("", [""]), ("a", ["a"]), ("a\nb", ["a", "b"]), ("a\n", ["a", ""]), ("\n\n", ["", "", ""])])
    func `gives the lines without their breaks`(string: String, lines: [String]) {
        #expect(SafeText(string).lines.map(\.plain) == lines)
    }

    @Test(arguments: [(0, ""), (1, "a"), (2, "a"), (3, "a東"), (4, "a東b"), (9, "a東b"), (-1, "")])
    func `never keeps half a wide character at the end`(width: Int, kept: String) {
        #expect(SafeText("a東b").prefix(width: width).plain == kept)
    }

    @Test(arguments: [(0, "a東b"), (1, "東b"), (2, "b"), (3, "b"), (4, ""), (9, "")])
    func `drops what begins before a column`(width: Int, kept: String) {
        #expect(SafeText("a東b").dropping(width: width).plain == kept)
    }

    @Test(arguments: [(6, "Lisbon"), (5, "Lisb…"), (2, "L…"), (1, "…"), (0, "")])
    func `ends what was cut with an ellipsis`(width: Int, cut: String) {
        #expect(SafeText("Lisbon").truncated(to: width).plain == cut)
    }

    @Test(arguments: [(5, "Li..."), (3, "..."), (2, "..")])
    func `takes another ellipsis for ASCII`(width: Int, cut: String) {
        #expect(SafeText("Lisbon").truncated(to: width, ellipsis: "...").plain == cut)
    }

    @Test func `leaves a wide character out where the ellipsis needs its cell`() {
        #expect(SafeText("東京都").truncated(to: 4).plain == "東…")
    }

    @Test func `fills up with spaces and cuts nothing`() {
        #expect(SafeText("東").padded(to: 4).plain == "東  ")
        #expect(SafeText("abc").padded(to: 2).plain == "abc")
    }
}
