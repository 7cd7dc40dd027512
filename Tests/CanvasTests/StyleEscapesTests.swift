import Canvas
import Testing

@Suite("Escape sequences of a style")
struct StyleEscapesTests {
    private static let examples: [(Style, String)] = [
        (Style(), "0"),
        (Style(foreground: .ansi(1), background: .ansi(7)), "0;31;47"),
        (Style(foreground: .ansi(9), background: .ansi(15)), "0;91;107"),
        (Style(foreground: .indexed(75), background: .indexed(234)), "0;38;5;75;48;5;234"),
        (
            Style(foreground: .rgb(red: 1, green: 2, blue: 3), background: .rgb(red: 4, green: 5, blue: 6)),
            "0;38;2;1;2;3;48;2;4;5;6"
        ),
        (Style(attributes: [.bold, .dim, .italic]), "0;1;2;3"),
        (Style(attributes: [.strike, .underline, .reverse]), "0;4;7;9"),
    ]

    @Test(arguments: examples)
    func `begin with a reset and name everything else`(style: Style, codes: String) {
        #expect(style.escape == "\u{1B}[\(codes)m")
    }
}
