import Canvas
import Testing

@Suite("The page of a theme")
struct ThemePageTests {
    @Test func `shows every role with its contrast`() {
        let lines = ThemePage(.dark, tier: .truecolor).plain.split(separator: "\n", omittingEmptySubsequences: false)

        #expect(lines.count == Role.all.count + 3)
        #expect(lines[0] == "dark   dark grounds, AA, truecolor")
        #expect(lines[1] == "· pending  ✎ draft  ✓ accept  ✗ reject  » skip  ⚑ flag")
        #expect(lines[2].isEmpty)
        #expect(lines[3] == "text                      Weather in 東京 12.5  12.9  Weather in 東京 12.5  10.1")
    }

    @Test func `marks what is too faint`() throws {
        let library = ThemeLibrary([.made("mine", inherits: "dark", "[roles]\ntext = \"#555555\"")])

        let page = ThemePage(try library.theme(named: "mine"), tier: .indexed256).plain

        #expect(page.contains("\ntext                      Weather in 東京 12.5   2.4! Weather in 東京 12.5   1.9!\n"))
    }

    @Test func `has no figures for colours that are the terminal's own`() throws {
        let page = ThemePage(try ThemeLibrary.builtIn.theme(named: "terminal"), tier: .ansi16).plain

        #expect(page.contains("\ncursor                    Weather in 東京 12.5     -  Weather in 東京 12.5     -\n"))
    }

    @Test func `draws a sample as the theme has it, and then as the terminal does by itself`() {
        let painted = ThemePage(.dark, tier: .indexed256).painted

        #expect(painted.contains("\u{1B}[0;1;38;5;75;48;5;234m Weather in 東京 12.5 \u{1B}["))
        #expect(painted.split(separator: "\n").allSatisfy { $0.hasSuffix("\u{1B}[0m") })
    }

    @Test func `can be looked at as others see it`() {
        let page = ThemePage(.dark, tier: .truecolor, seenWith: .grey)

        #expect(page.plain.hasPrefix("dark   dark grounds, AA, truecolor, as seen with grey\n"))
        #expect(page.painted.contains("38;2;220;220;220;48;2;24;24;24m Weather"))
    }
}
