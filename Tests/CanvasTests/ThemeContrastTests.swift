import Testing

@testable import Canvas

@Suite("Contrast of the built-in themes")
struct ThemeContrastTests {
    private static let lines: Set<Role> = [.border, .separator, .scrollbar, .chainEdge, .progressRest, .axis]
    private static let surfaces: [Role] = [.base, .surface, .listSelected, .listSelectedUnfocused]
    private static let tiers: [ColorTier] = [.truecolor, .indexed256]
    /// Those with colours of their own.
    private static let measured = Theme.builtIn.filter { $0.kind != .any }

    @Test(arguments: measured, tiers)
    func `lets every text be read on every surface`(theme: Theme, tier: ColorTier) throws {
        let needed = theme.name.hasPrefix("high-contrast") ? 7.0 : 4.5
        let texts = Role.all.filter { !Self.lines.contains($0) && !Self.surfaces.contains($0) }

        for role in texts {
            for surface in Self.surfaces {
                let contrast = theme.contrast(of: Ink(role, on: surface), on: tier)
                #expect(try #require(contrast) >= needed, "\(role.rawValue) on \(surface.rawValue)")
            }
        }
    }

    @Test(arguments: measured, tiers)
    func `lets lines and bars be seen on every surface`(theme: Theme, tier: ColorTier) throws {
        for role in Self.lines {
            for surface in Self.surfaces {
                let contrast = theme.contrast(of: Ink(role, on: surface), on: tier)
                #expect(try #require(contrast) >= 3, "\(role.rawValue) on \(surface.rawValue)")
            }
        }
    }

    @Test(arguments: [
        ("#14181f", "#d7dce5", 12.9), ("#14181f", "#6cb6ff", 8.3),
        ("#fbfaf7", "#23272e", 14.4), ("#fbfaf7", "#b04a00", 5.3),
    ])
    func `is measured as people measure it`(ground: String, text: String, contrast: Double) throws {
        let measured = try #require(RGB(hex: ground)).contrast(with: try #require(RGB(hex: text)))

        #expect((measured * 10).rounded() / 10 == contrast)
    }

    /// What must be told apart without any colour; each of a group differs from each other.
    private static let groups: [[Role]] = [
        [.decisionAccept, .decisionReject, .decisionSkip, .decisionDraft], [.iterOk, .iterNoop, .iterFail],
        [.diffAdd, .diffDel], [.lintWarn, .lintError], [.provMissing, .provQuery], [.provMissing, .provOutput],
        [.provMissing, .provDefault], [.border, .borderFocus], [.title, .titleFocus], [.tab, .tabActive],
    ]

    @Test(arguments: Theme.builtIn, groups)
    func `is not needed where there are no colours`(theme: Theme, group: [Role]) {
        for surface in [Role.base, .listSelected] {
            let looks = group.map { theme.style(for: Ink($0, on: surface), tier: .mono) }
            #expect(Set(looks).count == group.count)
            #expect(looks.allSatisfy { $0.foreground == .standard && $0.background == .standard })
        }
    }
}
