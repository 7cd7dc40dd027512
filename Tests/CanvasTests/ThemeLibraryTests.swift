import Canvas
import Testing

@Suite("The library of themes")
struct ThemeLibraryTests {
    private static let standard = [
        "dark", "light", "classic", "classic-light", "high-contrast", "high-contrast-light", "terminal", "mono",
    ]

    @Test func `has eight themes of its own, then the user's by name`() {
        let library = ThemeLibrary([.made("zinc"), .made("light"), .made("acid"), .made("acid")])

        #expect(ThemeLibrary.builtIn.themes.map(\.name) == Self.standard)
        #expect(library.themes.map(\.name) == Self.standard + ["acid", "zinc"])
        #expect(library.themes.filter { $0.origin == .user }.map(\.name) == ["light", "acid", "zinc"])
    }

    @Test func `names a theme by its file, without folders and ending`() {
        #expect(ThemeFile.text("", label: "/home/ann/themes/warm.toml").name == "warm")
    }

    @Test func `takes the first of a name, so that the user's wins`() throws {
        let library = ThemeLibrary([
            .made("light", "[roles]\ntext = \"#111111\""), .made("light", "[roles]\ntext = \"#222222\""),
        ])

        #expect(try library.theme(named: "light").color(.text) == .hex("#111111"))
        #expect(try ThemeLibrary.builtIn.theme(named: "light").color(.text) == .hex("#23272e"))
    }

    @Test func `lets a theme name a parent's colours, and give the names to others`() throws {
        let parent = ThemeFile.made(
            "parent", "[palette]\nsea = \"#000080\"\nsand = \"#c2b280\"\n[roles]\nbar = \"sea\"\naxis = \"sand\"")
        let child = ThemeFile.made(
            "child", inherits: "parent", "[palette]\nsea = \"#0000ff\"\n[roles]\nspark = \"sand on sea\"")

        let theme = try ThemeLibrary([child, parent]).theme(named: "child")

        #expect(theme.color(.bar) == .hex("#0000ff"))
        #expect(theme.color(.axis) == .hex("#c2b280"))
        #expect(theme.color(.spark) == .hex("#c2b280"))
        #expect(theme.ground(Ink(.spark)) == .hex("#0000ff"))
    }

    @Test func `hands down settings and glyphs that a theme says nothing about`() throws {
        let parent = ThemeFile.made(
            "parent", head: "kind = \"light\"\ncontrast = \"AAA\"\ncvd = true",
            "[glyphs]\n\"iter.ok\" = \"o\"\nlint = \"%\"")
        let child = ThemeFile.made("child", inherits: "parent", head: "cvd = false", "[glyphs]\nlint = \"$\"")

        let theme = try ThemeLibrary([child, parent]).theme(named: "child")

        #expect(theme.kind == .light)
        #expect(theme.contrast == .aaa)
        #expect(!theme.suitsAllColorVisions)
        #expect(theme.glyphs == [.iterOk: "o", .lint: "$"])
    }

    @Test func `lets a user's theme build on the one whose name it takes`() throws {
        let mine = ThemeFile.made("dark", inherits: "dark", "[palette]\naccept = \"#00ff00\"")

        let library = ThemeLibrary([mine])

        #expect(try library.theme(named: "dark").color(.decisionAccept) == .hex("#00ff00"))
        #expect(try library.theme(named: "dark").color(.decisionReject) == .hex("#f0a030"))
    }

    @Test func `builds what comes with the program on nothing of the user's`() throws {
        let library = ThemeLibrary([.made("dark", "[palette]\naccept = 7")])

        #expect(try library.theme(named: "classic") == ThemeLibrary.builtIn.theme(named: "classic"))
    }

    @Test func `allows five parents, one above the other`() throws {
        let chain = (1...6).map { ThemeFile.made("t\($0)", inherits: $0 < 6 ? "t\($0 + 1)" : nil) }
        let longer = chain + [.made("t0", inherits: "t1")]

        #expect(try ThemeLibrary(longer).theme(named: "t1").name == "t1")
        #expect(ThemeLibrary(longer).problems(of: "t0") == ["t0.toml:3:1 the theme builds on more than 5 others"])
    }

    @Test(arguments: [
        (["a": "b", "b": "a"], "a.toml:3:1 these themes build on each other in a circle: a, b, a"),
        (["a": "a"], "a.toml:3:1 these themes build on each other in a circle: a, a"),
        (["a": "b", "b": "c", "c": "b"], "a.toml:3:1 these themes build on each other in a circle: a, b, c, b"),
        (["a": "mono2"], "a.toml:3:13 unknown theme \"mono2\" (mono?)"),
        (["a": "qqqqqqqqqq"], "a.toml:3:13 unknown theme \"qqqqqqqqqq\""),
        (["a": "b", "b": "lihgt"], "b.toml:3:13 unknown theme \"lihgt\" (light?)"),
    ])
    func `tells of parents that cannot be built on, and draws with dark`(parents: [String: String], text: String) {
        let library = ThemeLibrary(parents.map { ThemeFile.made($0.key, inherits: $0.value) })

        let choice = library.choice(of: "a")

        #expect(choice.problems.map(\.description) == [text])
        #expect(choice.theme == .dark)
        #expect(!choice.isAsAsked)
    }

    @Test func `falls back to the parent of a theme that cannot be used`() {
        let library = ThemeLibrary([
            .made("child", inherits: "middle", "[roles]\ntext = \"blu\""),
            .made("middle", inherits: "mono", "[roles]\ntext = \"redd\""),
        ])

        let choice = library.choice(of: "child")

        #expect(choice.theme.name == "mono")
        #expect(choice.problems.map(\.description) == ["middle.toml:6:9 unknown colour \"redd\" (red?)"])
    }

    @Test func `falls back to its own dark when the user's is bad`() {
        let choice = ThemeLibrary([.text("schema", label: "dark.toml")]).choice(of: "dark")

        #expect(choice.theme == .dark)
        #expect(choice.problems.count == 1)
    }

    @Test func `says what was probably meant by a name that it has not`() {
        #expect(ThemeLibrary.builtIn.problems(of: "clasic") == ["unknown theme \"clasic\" (classic?)"])
        #expect(ThemeLibrary.builtIn.choice(of: "clasic").theme == .dark)
    }

    @Test func `tells why a file could not be read`() {
        let library = ThemeLibrary([ThemeFile(label: "x.toml", contents: .unreadable(reason: "Permission denied"))])

        #expect(library.problems(of: "x") == ["x.toml:1:1 cannot be read: Permission denied"])
    }

    @Test func `warns of a theme that calls itself otherwise than its file`() {
        let library = ThemeLibrary([.text("schema = 1\nname = \"hot\"\nkind = \"any\"", label: "themes/warm.toml")])

        #expect(
            library.problems(of: "warm").first
                == "themes/warm.toml:2:9 the theme calls itself \"hot\"; it is chosen by its file's name, \"warm\"")
        #expect(library.choice(of: "warm").isAsAsked)
    }
}
