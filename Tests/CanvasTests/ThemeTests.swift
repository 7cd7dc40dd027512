import DisplaySafety
import Testing

@testable import Canvas

@Suite("Themes")
struct ThemeTests {
    @Test func `take the longest dotted prefix that says something`() throws {
        let theme = try made(
            """
            text = "#111111 on default"
            lint = "#222222 +bold"
            "lint.error" = "#333333"
            """)

        #expect(theme.color(.lintError) == .rgb(red: 0x33, green: 0x33, blue: 0x33))
        #expect(theme.color("lint.error.deep") == .rgb(red: 0x33, green: 0x33, blue: 0x33))
        #expect(theme.color(.lintWarn) == .rgb(red: 0x22, green: 0x22, blue: 0x22))
        #expect(theme.color(.cost) == .rgb(red: 0x11, green: 0x11, blue: 0x11))
        #expect(theme.style(for: Ink(.lintWarn), tier: .truecolor).attributes == .bold)
        #expect(theme.style(for: Ink(.lintError), tier: .truecolor).attributes == [])
    }

    @Test func `take a foreground that a role leaves open from the more general role`() throws {
        let theme = try made("text = \"#111111\"\nhint = \"#222222\"\n\"hint.key\" = \"+bold\"\ncursor = \"+reverse\"")

        #expect(theme.color(.hintKey) == .rgb(red: 0x22, green: 0x22, blue: 0x22))
        #expect(theme.color(.cursor) == .rgb(red: 0x11, green: 0x11, blue: 0x11))
    }

    @Test func `put a role on its surface, unless it has a ground of its own`() throws {
        let theme = try made(
            """
            base = "text on #010101"
            "list.selected" = "text on #020202"
            mode = "text on #030303"
            """)

        #expect(theme.ground(Ink(.text)) == .rgb(red: 1, green: 1, blue: 1))
        #expect(theme.ground(Ink(.text, on: .listSelected)) == .rgb(red: 2, green: 2, blue: 2))
        #expect(theme.ground(Ink(.modeInsert, on: .listSelected)) == .rgb(red: 3, green: 3, blue: 3))
    }

    private static let looks: [(ColorTier, Style)] = [
        (.truecolor, Style(foreground: .rgb(red: 0x6C, green: 0xB6, blue: 0xFF), attributes: [.bold, .italic])),
        (.indexed256, Style(foreground: .indexed(75), attributes: [.bold, .italic])),
        (.ansi16, Style(foreground: .ansi(12), attributes: [.bold, .italic])),
        (.ansi8, Style(foreground: .ansi(4), attributes: [.bold, .italic])),
        (.mono, Style(attributes: [.underline, .italic])),
    ]

    @Test(arguments: looks)
    func `look as well as a terminal can`(tier: ColorTier, style: Style) throws {
        let theme = try made(
            "\"decision.accept\" = \"blue +bold\"", palette: "blue = [\"#6cb6ff\", \"75\", \"bright-blue\"]",
            mono: "\"decision.accept\" = \"+underline\"")

        #expect(theme.style(for: Ink(.decisionAccept, emphasis: .italic), tier: tier) == style)
    }

    @Test func `use bold for brightness where there are eight colours`() throws {
        let theme = try made("text = \"bright-red\"")

        #expect(theme.style(for: Ink(), tier: .ansi8) == Style(foreground: .ansi(1), attributes: .bold))
        #expect(theme.style(for: Ink(), tier: .ansi16) == Style(foreground: .ansi(9)))
    }

    @Test func `round colours that are not listed`() throws {
        let theme = try made("text = \"#6cb6ff\"\nbar = \"#f0a030\"\naxis = \"#767676\"")

        #expect(theme.style(for: Ink(), tier: .indexed256).foreground == .indexed(75))
        #expect(theme.style(for: Ink(.axis), tier: .indexed256).foreground == .indexed(243))
        #expect(theme.style(for: Ink(), tier: .ansi16).foreground == .ansi(14))
        #expect(theme.style(for: Ink(.bar), tier: .ansi16).foreground == .ansi(11))
        #expect(theme.style(for: Ink(.axis), tier: .ansi16).foreground == .ansi(8))
    }

    @Test func `show reverse on reverse as plain`() {
        let style = Theme.dark.style(for: Ink(.decisionReject, on: .listSelected), tier: .mono)

        #expect(!style.attributes.contains(.reverse))
        #expect(Theme.dark.style(for: Ink(.decisionReject), tier: .mono).attributes.contains(.reverse))
    }

    @Test(arguments: Theme.builtIn, ColorTier.allCases)
    func `show the selected row on every terminal`(theme: Theme, tier: ColorTier) {
        let selected = theme.style(for: Ink(.text, on: .listSelected), tier: tier)

        #expect(selected != theme.style(for: Ink(.text), tier: tier))
        #expect(
            selected.background != theme.style(for: Ink(.text), tier: tier).background
                || selected.attributes.contains(.reverse))
    }

    @Test func `build on another theme`() throws {
        let parent = ThemeFile.made("test", "[roles]\nlint = \"#222222 on #010101 +bold +italic\"\nbar = \"#333333\"")
        let file = ThemeFile.made("child", inherits: "test", "[roles]\nlint = \"#444444 -bold +underline\"")

        let child = try ThemeLibrary([file, parent]).theme(named: "child")

        #expect(child.color(.bar) == .rgb(red: 0x33, green: 0x33, blue: 0x33))
        #expect(
            child.style(for: Ink("lint"), tier: .truecolor)
                == Style(
                    foreground: .rgb(red: 0x44, green: 0x44, blue: 0x44), background: .rgb(red: 1, green: 1, blue: 1),
                    attributes: [.italic, .underline]))
    }

    @Test func `may write dotted names without quotes`() throws {
        #expect(try made("lint.error = \"#333333\"").color(.lintError) == .rgb(red: 0x33, green: 0x33, blue: 0x33))
    }

    @Test func `exchange glyphs`() throws {
        let file = ThemeFile.made("a", "[glyphs]\n\"decision.accept\" = \"Y\"")

        let theme = try ThemeLibrary([file]).theme(named: "a")

        #expect(theme.glyphs == [.decisionAccept: "Y"])
    }
}

/// A theme called `test` with some roles.
private func made(_ roles: String, palette: String = "", mono: String = "") throws -> Theme {
    let toml = """
        schema = 1
        name = "test"
        kind = "any"
        [palette]
        text = "default"
        \(palette)
        [roles]
        \(roles)
        [mono]
        \(mono)
        """
    return try ThemeLibrary([.text(toml, label: "test.toml")]).theme(named: "test")
}
