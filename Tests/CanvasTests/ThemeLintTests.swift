import Canvas
import Testing

@Suite("Lint of themes")
struct ThemeLintTests {
    private func problems(head: String = "kind = \"any\"", _ rest: String, inherits parent: String? = nil) -> [String] {
        ThemeLibrary([.made("mine", inherits: parent, head: head, rest)]).problems(of: "mine")
    }

    @Test func `finds text that is too faint on a ground, once for each colour`() {
        let problems = problems("[palette]\ndim = [\"#646d7a\", \"247\"]", inherits: "dark")

        #expect(
            problems
                == ["mine.toml:6:1 \"text.dim\" has contrast 2.65 on \"list.selected\" with all colours; it needs 4.5"])
    }

    @Test func `names the line of the rule that is to blame`() {
        let problems = problems("[roles]\nhint = \"#555555\"", inherits: "dark")

        #expect(
            problems == [
                "mine.toml:6:1 \"hint.text\" has contrast 1.86 on \"list.selected\" with all colours; it needs 4.5",
                "mine.toml:6:1 \"hint.text\" has contrast 1.85 on \"list.selected\" with 256 colours; it needs 4.5",
            ])
    }

    @Test func `asks less of lines and bars`() {
        #expect(problems("[roles]\nbar = \"#777f8a\"", inherits: "dark") == [])
        #expect(
            problems("[roles]\nbar = [\"#404040\", 1]", inherits: "dark")
                == ["mine.toml:6:1 \"bar\" must be text like \"blue on base +bold\""])
        #expect(
            problems("[palette]\ngrey = [\"#404850\", \"250\", \"white\"]\n[roles]\nbar = \"grey\"", inherits: "dark")
                == ["mine.toml:8:1 \"bar\" has contrast 1.49 on \"list.selected\" with all colours; it needs 3.0"])
    }

    @Test func `asks more of a theme that promises more`() {
        let rest = "[palette]\ngrey = [\"#8a8a8a\", \"245\", \"white\"]\n[roles]\nnote = \"grey\""

        #expect(problems(head: "contrast = \"AA\"", rest, inherits: "high-contrast") == [])
        #expect(
            problems(head: "", rest, inherits: "high-contrast") == [
                "mine.toml:8:1 \"note\" has contrast 6.08 on \"base\" with all colours; it needs 7.0",
                "mine.toml:8:1 \"note\" has contrast 6.08 on \"base\" with 256 colours; it needs 7.0",
            ])
    }

    private static let pair = "\"decision.accept\" and \"decision.reject\""

    @Test func `finds roles that some readers cannot tell apart`() {
        let text =
            "[palette]\naccept = [\"#7fd0a0\", \"115\", \"bright-green\"]\nreject = [\"#f08a8a\", \"210\", \"bright-red\"]"

        #expect(
            problems(head: "", text, inherits: "dark") == [
                "mine.toml:7:1 \(Self.pair) are 9 apart for deutan readers with all colours; "
                    + "they need 20, or other attributes"
            ])
        #expect(problems(head: "cvd = false", text, inherits: "dark") == [])
        #expect(problems(head: "", text + "\n[roles]\n\"decision.reject\" = \"+underline\"", inherits: "dark") == [])
    }

    @Test func `finds roles that only the terminal's colours tell apart`() {
        let text = "[roles]\n\"decision.reject\" = \"-underline\""

        #expect(
            problems(head: "", text, inherits: "terminal")
                == ["mine.toml:6:1 \(Self.pair) differ only by colours of the terminal; they need other attributes"])
        #expect(problems(head: "cvd = false", text, inherits: "terminal") == [])
        #expect(problems(head: "", "[palette]\nbase = \"#000000\"\n" + text, inherits: "terminal").count == 1)
    }

    @Test(arguments: ["black", "bright-black"])
    func `finds what cannot be seen where the terminal has but a few colours`(name: String) {
        let problems = problems(
            "[palette]\ngrey = [\"#a0a0a0\", \"\(name)\"]\n[roles]\nnote = \"grey\"", inherits: "dark")

        #expect(
            problems
                == (name == "black" ? ["16", "8"] : []).map {
                    "mine.toml:8:1 \"note\" has contrast 1.0 on \"base\" with \($0) colours; it needs 4.5"
                })
    }

    @Test func `finds roles that are the same on a terminal with few colours`() {
        let text = "[palette]\nwarn = [\"#f5e663\", \"227\", \"bright-red\"]"

        #expect(
            problems(head: "", text, inherits: "dark")
                == ["mine.toml:3:1 \"lint.warn\" and \"lint.error\" look the same with 8 colours"])
    }

    @Test func `finds what is the same without colours`() {
        #expect(
            problems(head: "", "[mono]\n\"iter.fail\" = \"+bold -reverse\"", inherits: "dark")
                == ["mine.toml:6:1 \"iter.ok\" and \"iter.fail\" look the same with no colours"])
    }

    @Test func `wants every pair apart without colours from a theme that builds on none`() {
        let problems = problems("")

        #expect(problems.count == 28)
        #expect(problems.contains("mine.toml:1:1 \(Self.pair) look the same with no colours"))
        #expect(problems.contains("mine.toml:1:1 \(Self.pair) look the same with all colours"))
    }

    @Test func `finds glyphs that cannot be told apart`() {
        #expect(
            problems("[glyphs]\n\"decision.reject\" = \"✓\"", inherits: "dark")
                == ["mine.toml:6:1 glyphs \"decision.accept\" and \"decision.reject\" are the same"])
        #expect(problems("[glyphs]\n\"decision.reject\" = \"✕\"", inherits: "dark") == [])
    }

    @Test func `tells what is worth an error from what is worth a warning`() {
        let library = ThemeLibrary([
            .made("mine", inherits: "dark", "[roles]\nhnit = \"red\"\nhint = \"base\"")
        ])

        #expect(library.choice(of: "mine").problems.map(\.severity) == [.warning, .error, .error, .error, .error])
    }

    @Test func `lets a faint theme be used all the same`() {
        let choice = ThemeLibrary([.made("mine", inherits: "dark", "[roles]\nhint = \"base\"")]).choice(of: "mine")

        #expect(choice.isAsAsked)
        #expect(choice.theme.name == "mine")
    }
}
