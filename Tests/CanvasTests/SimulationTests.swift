import Canvas
import Testing

@Suite("Readers who see fewer colours")
struct SimulationTests {
    @Test(arguments: Simulation.allCases, ["#000000", "#ffffff", "#808080"])
    func `see greys as they are`(simulation: Simulation, grey: String) throws {
        let color = try #require(RGB(hex: grey))

        #expect(color.seen(with: simulation).distance(to: color) < 0.1)
    }

    @Test(arguments: [
        (Simulation.protan, "#ff0000", "#6d5f00"), (.deutan, "#ff0000", "#a39000"), (.tritan, "#0000ff", "#006b96"),
        (.grey, "#ff0000", "#7f7f7f"),
    ])
    func `see others as was published`(simulation: Simulation, color: String, seen: String) throws {
        #expect(try #require(RGB(hex: color)).seen(with: simulation) == RGB(hex: seen))
    }

    @Test func `see a theme in every tier`() throws {
        let palette = "[palette]\nred = [\"#ff0000\", \"196\", \"bright-red\"]\nlisted = \"196\"\nnamed = \"red\""
        let file = ThemeFile.made(
            "mine", palette + "\n[roles]\ntext = \"red\"\nbar = \"listed\"\naxis = \"bright-red\"")
        let theme = try ThemeLibrary([file]).theme(named: "mine").seen(with: .grey)

        #expect(theme.color(.text) == .hex("#7f7f7f"))
        #expect(theme.color(.bar) == .hex("#7f7f7f"))
        #expect(theme.style(for: Ink(), tier: .indexed256).foreground == .indexed(244))
        #expect(theme.style(for: Ink(), tier: .ansi16).foreground == .ansi(8))
        #expect(theme.style(for: Ink(.axis), tier: .ansi16).foreground == .ansi(8))
    }

    @Test(arguments: Theme.builtIn)
    func `see attributes and the terminal's own colours as others do`(theme: Theme) {
        let seen = theme.seen(with: .deutan)

        for ink in [Ink(.decisionReject), Ink(.text, on: .listSelected), Ink(.diffDel)] {
            let (before, after) = (theme.style(for: ink, tier: .truecolor), seen.style(for: ink, tier: .truecolor))
            #expect(before.attributes == after.attributes)
            #expect((before.background == .standard) == (after.background == .standard))
        }
        #expect(theme.style(for: Ink(.diffDel), tier: .mono) == seen.style(for: Ink(.diffDel), tier: .mono))
    }
}
