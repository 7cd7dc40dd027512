import Testing

@testable import Canvas

@Suite("Roles")
struct RoleTests {
    private static let examples: [(Role, [String])] = [
        (.lintError, ["lint.error", "lint", "text"]), (.textDim, ["text.dim", "text"]), (.text, ["text"]),
        (.listSelectedUnfocused, ["list.selected.unfocused", "list.selected", "list", "text"]),
    ]

    @Test(arguments: examples)
    func `fall back from the special to the general`(role: Role, lineage: [String]) {
        #expect(role.lineage.map(\.rawValue) == lineage)
    }

    @Test func `are listed once each`() {
        #expect(Set(Role.all).count == Role.all.count)
        #expect(Role.all.count == 95)
    }
}
