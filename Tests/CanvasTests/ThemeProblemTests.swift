import Canvas
import Testing

@Suite("Problems in theme files")
struct ThemeProblemTests {
    private static let head = "schema = 1\nname = \"mine\"\nkind = \"dark\"\n"

    @Test(arguments: [
        (
            head + "[palette]\nblue = \"#6cb6ff\"\n[roles]\n\"decision.accept\" = \"blu +bold\"",
            "mine.toml:7:22 unknown colour \"blu\" (blue?)"
        ),
        (head + "[roles]\ntext = \"white on blak\"", "mine.toml:5:18 unknown colour \"blak\" (black?)"),
        (head + "[roles]\ntext = \"zzzzzzzz\"", "mine.toml:5:9 unknown colour \"zzzzzzzz\""),
        (head + "[palette]\nblue = [\"#6cb6f\", \"75\"]", "mine.toml:5:10 unknown colour \"#6cb6f\""),
        (head + "[palette]\nblue = \"300\"", "mine.toml:5:9 unknown colour \"300\""),
        (head + "[palette]\nblue = true", "mine.toml:5:1 \"blue\" must be a colour or a list of colours"),
        (head + "[roles]\ntext = \"white +bolt\"", "mine.toml:5:15 unknown attribute \"bolt\" (bold?)"),
        (head + "[roles]\ntext = 7", "mine.toml:5:1 \"text\" must be text like \"blue on base +bold\""),
        (
            head + "[glyphs]\n\"decision.accept\" = \"東\"",
            "mine.toml:5:1 glyph \"decision.accept\" must take exactly one cell"
        ),
        (head + "inherits = \"drak\"", "mine.toml:4:13 unknown theme \"drak\" (dark?)"),
        ("name = \"mine\"", "mine.toml:1:1 is of an unknown version; write schema = 1"),
        ("schema = 2", "mine.toml:1:1 is of an unknown version; write schema = 1"),
        ("schema = 1\nkind = \"dark\"", "mine.toml:1:1 \"name\" must be a name"),
        (head + "contrast = \"A\"", "mine.toml:4:1 \"contrast\" must be one of AA, AAA"),
        (head + "cvd = 1", "mine.toml:4:1 \"cvd\" must be true or false"),
        (head + "inherits = 3", "mine.toml:4:1 \"inherits\" must be the name of a theme"),
        ("schema = 1\nname = \"a\"", "mine.toml:1:1 \"kind\" must be one of dark, light, any"),
        (
            head + "[roles.decision]\naccept = \"whit +bold\"",
            "mine.toml:5:11 unknown colour \"whit\" (white?)"
        ),
        ("schema = 1\nname = \"a\"\nkind = \"dusk\"", "mine.toml:3:1 \"kind\" must be one of dark, light, any"),
    ])
    func `say where they are and what was probably meant`(toml: String, text: String) {
        let problem = #expect(throws: ThemeProblem.self) {
            try ThemeLibrary([.text(toml)]).theme(named: "mine")
        }

        #expect(problem?.description == text)
    }

    @Test func `include what is not TOML at all`() throws {
        let problem = try #require(
            #expect(throws: ThemeProblem.self) {
                try ThemeLibrary([.text(Self.head + "[roles\n")]).theme(named: "mine")
            })

        #expect(problem.description.hasPrefix("mine.toml:4:7 is not TOML: "))
    }

    @Test func `are warnings when the theme can be used all the same`() throws {
        let toml =
            Self.head + "[roles]\n\"decision.acept\" = \"white\"\n[glyphs]\nelipsis = \"~\"\n[mono]\nqqqqqq = \"+bold\""

        let theme = try ThemeLibrary([.text(toml)]).theme(named: "mine")

        #expect(
            theme.warnings.map(\.description) == [
                "mine.toml:5:1 unknown role \"decision.acept\" (decision.accept?)",
                "mine.toml:9:1 unknown role \"qqqqqq\"",
                "mine.toml:7:1 unknown glyph \"elipsis\" (ellipsis?)",
            ])
    }
}
