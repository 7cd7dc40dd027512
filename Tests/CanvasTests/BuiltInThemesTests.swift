import Testing

@testable import Canvas

@Suite("The themes that come with the program")
struct BuiltInThemesTests {
    @Test(arguments: ThemeFile.builtIn)
    func `can be read, and have nothing that lint finds`(file: ThemeFile) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: file.name)

        #expect(theme.name == file.name)
        #expect(theme.rules.written.count > 40)
        #expect(ThemeLibrary.builtIn.problems(of: file.name) == [])
    }

    @Test func `are all there to be drawn with`() {
        #expect(Theme.builtIn.map(\.name) == ThemeFile.builtIn.map(\.name))
        #expect([Theme.dark.name, Theme.light.name] == ["dark", "light"])
    }

    private static let kinds: [(String, Theme.Kind, Theme.Contrast, Bool)] = [
        ("dark", .dark, .aa, true), ("light", .light, .aa, true), ("classic", .dark, .aa, false),
        ("classic-light", .light, .aa, false), ("high-contrast", .dark, .aaa, true),
        ("high-contrast-light", .light, .aaa, true), ("terminal", .any, .aa, true), ("mono", .any, .aa, true),
    ]

    @Test(arguments: kinds)
    func `promise what they are for`(
        name: String, kind: Theme.Kind, contrast: Theme.Contrast, suitsAll: Bool
    ) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)

        #expect(theme.kind == kind)
        #expect(theme.contrast == contrast)
        #expect(theme.suitsAllColorVisions == suitsAll)
    }

    private static let colors: [Role] = [
        .text, .textDim, .border, .decisionAccept, .decisionReject, .lintWarn, .lintInfo, .decisionEdited,
    ]
    private static let figures: [(theme: String, colors: [String], contrasts: [Double])] = [
        (
            "dark", ["#d7dce5", "#97a2b4", "#6b778c", "#6cb6ff", "#f0a030", "#f5e663", "#c9d4e5", "#d9a3d0"],
            [12.9, 6.9, 3.9, 8.3, 8.3, 13.9, 11.9, 8.6]
        ),
        (
            "light", ["#23272e", "#575f6b", "#7a818c", "#0060a8", "#b04a00", "#2f2a00", "#3a4656", "#7a1f5c"],
            [14.4, 6.2, 3.8, 6.2, 5.3, 13.9, 9.2, 9.2]
        ),
        (
            "classic", ["#d7dce5", "#97a2b4", "#6b778c", "#7fd0a0", "#f08a8a", "#e6c06a", "#7fb8f0", "#c7a5f0"],
            [12.9, 6.9, 3.9, 9.7, 7.4, 10.3, 8.5, 8.5]
        ),
        (
            "classic-light",
            ["#23272e", "#575f6b", "#7a818c", "#0b6b3a", "#a8232a", "#7a5200", "#0b5cab", "#6b3aa0"],
            [14.4, 6.2, 3.8, 6.3, 6.9, 6.6, 6.4, 7.4]
        ),
        (
            "high-contrast",
            ["#ffffff", "#d0d0d0", "#ffffff", "#5fffaf", "#ff9f9f", "#ffd75f", "#87d7ff", "#e0b0ff"],
            [21, 13.6, 21, 16.4, 10.7, 15.1, 13.2, 11.8]
        ),
    ]

    @Test(arguments: figures)
    func `have the colours and contrasts that were chosen`(
        name: String, colors: [String], contrasts: [Double]
    ) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)

        #expect(Self.colors.map(theme.color) == colors.map(Color.hex))
        for (role, expected) in zip(Self.colors, contrasts) {
            let contrast = try #require(theme.contrast(of: Ink(role), on: .truecolor))
            #expect(abs(contrast - expected) < 0.1, "\(role)")
        }
    }

    private static let distances: [(theme: String, normal: Double, seen: [Double])] = [
        ("dark", 111, [105, 112, 88]), ("light", 106, [89, 103, 90]), ("classic", 75, [19, 9, 85]),
        ("classic-light", 91, [14, 18, 99]), ("high-contrast", 97, [34, 11, 98]),
    ]

    @Test(arguments: distances)
    func `keep accepted and rejected as far apart as was measured`(
        name: String, normal: Double, seen: [Double]
    ) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)
        let accept = try #require(theme.color(.decisionAccept).fixed)
        let reject = try #require(theme.color(.decisionReject).fixed)

        #expect(abs(accept.distance(to: reject) - normal) < 1)
        for (vision, expected) in zip(Simulation.colorVisions, seen) {
            let distance = accept.seen(with: vision).distance(to: reject.seen(with: vision))
            #expect(abs(distance - expected) < 1, "\(vision)")
        }
    }

    @Test(arguments: [("classic-light", Role.decisionEdited, 91), ("classic-light", .decisionAccept, 22)])
    func `are pinned where rounding to 256 colours would be too faint`(name: String, role: Role, index: Int) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)

        #expect(theme.style(for: Ink(role), tier: .indexed256).foreground == .indexed(index))
    }

    private static let reversed = ["high-contrast", "high-contrast-light", "terminal", "mono"]

    @Test(arguments: reversed, ColorTier.allCases)
    func `select by reverse where no ground would do`(name: String, tier: ColorTier) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)

        #expect(theme.style(for: Ink(.text, on: .listSelected), tier: tier).attributes.contains(.reverse))
    }

    @Test(arguments: ["terminal", "mono"], [ColorTier.truecolor, .ansi8])
    func `leave the terminal's ground alone`(name: String, tier: ColorTier) throws {
        let theme = try ThemeLibrary.builtIn.theme(named: name)

        #expect(Role.all.allSatisfy { theme.style(for: Ink($0), tier: tier).background == .standard })
    }

    @Test func `have one without any colour`() throws {
        let theme = try ThemeLibrary.builtIn.theme(named: "mono")
        let looks = ColorTier.allCases.map { tier in Role.all.map { theme.style(for: Ink($0), tier: tier) } }

        #expect(looks.joined().allSatisfy { $0.foreground == .standard })
        #expect(Set(looks).count == 1)
    }
}
