import Canvas
import Testing

@Suite("The choice of colours")
struct ColorTierChoiceTests {
    @Test func `follows the option before the settings before the surroundings`() {
        #expect(
            ColorTier.chosen(option: .ansi16, settings: .ansi8, noColor: "1", term: "dumb", offered: .truecolor)
                == .ansi16)
        #expect(ColorTier.chosen(settings: .ansi8, noColor: "1", term: "dumb", offered: .truecolor) == .ansi8)
    }

    private static let surroundings: [(noColor: String?, term: String?, tier: ColorTier)] = [
        ("1", "xterm-256color", .mono), ("0", "xterm-256color", .mono), ("", "xterm-256color", .indexed256),
        (nil, "xterm-256color", .indexed256), (nil, "dumb", .mono), (nil, nil, .indexed256),
    ]

    @Test(arguments: surroundings)
    func `heeds NO_COLOR unless it is empty, and a terminal that can do nothing`(
        noColor: String?, term: String?, tier: ColorTier
    ) {
        #expect(ColorTier.chosen(noColor: noColor, term: term, offered: .indexed256) == tier)
    }

    @Test(arguments: ColorTier.allCases)
    func `is written as it is read`(tier: ColorTier) {
        #expect(ColorTier(name: tier.name) == tier)
    }

    @Test(arguments: ["", "24bit", "255", "Mono"])
    func `has no other names`(name: String) {
        #expect(ColorTier(name: name) == nil)
    }
}
