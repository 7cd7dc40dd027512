import Canvas
import Testing

@Suite("A theme that is being edited")
struct LiveThemeTests {
    private static let good = ThemeFile.made("mine", inherits: "dark", "[roles]\ntext = \"#ffffff\"")
    private static let better = ThemeFile.made("mine", inherits: "dark", "[roles]\ntext = \"#eeeeee\"")
    private static let bad = ThemeFile.made("mine", inherits: "dark", "[roles]\ntext = \"accnt\"")

    private func live(_ files: ThemeFile...) -> LiveTheme {
        LiveTheme(named: "mine", choice: ThemeLibrary(files).choice(of: "mine"))
    }

    @Test func `restyles the screen when it is saved`() throws {
        var live = live(Self.good)

        let change = live.reload(from: ThemeLibrary([Self.better]))

        #expect(change == .restyled(try ThemeLibrary([Self.better]).theme(named: "mine"), problems: []))
        #expect(live.theme.color(.text) == .hex("#eeeeee"))
    }

    @Test func `keeps the last good one and tells what is wrong`() throws {
        var live = live(Self.good)

        guard case .kept(let problems) = live.reload(from: ThemeLibrary([Self.bad])) else {
            Issue.record("The theme was not kept.")
            return
        }

        #expect(problems.map(\.description) == ["mine.toml:6:9 unknown colour \"accnt\" (accent?)"])
        #expect(live.theme.color(.text) == .hex("#ffffff"))
    }

    @Test func `says a thing once`() {
        var live = live(Self.good)

        #expect(live.reload(from: ThemeLibrary([Self.good])) == nil)
        #expect(live.reload(from: ThemeLibrary([Self.bad])) != nil)
        #expect(live.reload(from: ThemeLibrary([Self.bad])) == nil)
    }

    @Test func `tells that it is good again, though nothing looks other than before`() {
        var live = live(Self.good)

        _ = live.reload(from: ThemeLibrary([Self.bad]))

        #expect(live.reload(from: ThemeLibrary([Self.good])) == .kept(problems: []))
    }

    @Test func `stays on the screen when its file is gone`() {
        var live = live(Self.good)

        guard case .kept(let problems) = live.reload(from: ThemeLibrary()) else {
            Issue.record("The theme was not kept.")
            return
        }

        #expect(problems.map(\.description) == ["unknown theme \"mine\" (mono?)"])
        #expect(live.theme.color(.text) == .hex("#ffffff"))
    }

    @Test func `takes the place of what stood in for it`() {
        var live = live(Self.bad)

        #expect(live.theme == .dark)
        guard case .restyled = live.reload(from: ThemeLibrary([Self.good])) else {
            Issue.record("The theme was not restyled.")
            return
        }
        #expect(live.theme.name == "mine")
    }

    @Test func `follows the themes that it builds on`() {
        let child = ThemeFile.made("mine", inherits: "base")
        let bases = ["#ffffff", "#eeeeee"].map { ThemeFile.made("base", inherits: "dark", "[roles]\ntext = \"\($0)\"") }
        var live = live(child, bases[0])

        _ = live.reload(from: ThemeLibrary([child, bases[1]]))

        #expect(live.theme.color(.text) == .hex("#eeeeee"))
    }
}
