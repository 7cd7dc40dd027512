import Canvas
import Testing

@testable import Explorer

@Suite("The keys")
struct KeymapTests {
    private let keymap = Keymap.standard

    @Test(arguments: Keymap.Base.allCases)
    func `no two bindings get in each other's way`(base: Keymap.Base) {
        #expect(Keymap(base).conflicts.isEmpty, "\(Keymap(base).conflicts)")
    }

    @Test(arguments: Keymap.Base.allCases)
    func `every name of a key is one`(base: Keymap.Base) {
        let wanted = ActionEntry.all.map(\.keys.count).reduce(0, +)

        #expect(Keymap.standard.bindings.count == wanted)
        #expect(Keymap(base).bindings.allSatisfy { !$0.keys.isEmpty })
    }

    @Test(arguments: Keymap.Base.allCases)
    func `every action can be reached, panes also by going through them`(base: Keymap.Base) {
        let unreachable = ActionEntry.all.filter { Keymap(base).binding(for: $0.action) == nil }

        #expect(unreachable.allSatisfy { $0.name.hasPrefix("pane-") }, "\(unreachable.map(\.name))")
    }

    @Test(arguments: Keymap.Base.allCases)
    func `no key decides by mistake`(base: Keymap.Base) {
        let decisive = Keymap(base).bindings.filter(\.action.decides).flatMap(\.keys)

        #expect(Set(decisive).isDisjoint(with: [.backspace, .delete, .enter, .control("h"), .control("j")]))
    }

    @Test(arguments: Keymap.Base.allCases)
    func `escape, quitting, redrawing and suspending are where they always are`(base: Keymap.Base) {
        let keymap = Keymap(base)

        #expect(keymap.meaning(of: [.escape]) == .action(.closeLayer))
        #expect(keymap.meaning(of: [.control("c")]) == .action(.quit))
        #expect(keymap.meaning(of: [.control("l")]) == .action(.redraw))
        #expect(keymap.meaning(of: [.control("z")]) == .action(.suspend))
    }

    @Test func `names and actions are known only once`() {
        #expect(Set(ActionEntry.all.map(\.name)).count == ActionEntry.all.count)
        #expect(Set(ActionEntry.all.map(\.action)).count == ActionEntry.all.count)
        #expect(ActionEntry.all.allSatisfy { $0.action.entry == $0 })
        #expect(Action.proposal(7).entry == nil)
    }

    @Test func `keys that begin something longer wait for the rest`() {
        #expect(keymap.meaning(of: [.character("g")]) == .prefix)
        #expect(keymap.meaning(of: [.character("g"), .character("g")]) == .action(.first))
        #expect(keymap.meaning(of: [.character("g"), .character("x")]) == .nothing)
    }

    @Test func `what is pressed one after the other is read together`() {
        #expect(keymap.names(of: .first) == ["gg", "home"])
        #expect(Keymap(.arrows).names(of: .moveStepUp) == ["t up"])
    }

    @Test func `sentences name the first key, or the command where there is none`() {
        #expect(keymap.name(of: .first) == "gg")
        #expect(keymap.name(of: .pane(.facts)) == ":pane-facts")
    }

    @Test(
        arguments: [
            (Keymap.Base.prodigy, "x", Action.reject), (.prodigy, "space", .skip), (.prodigy, "M", .mark),
            (.lazygit, "z", .undo), (.lazygit, "2", .pane(.chains)), (.lazygit, "right", .nextPane),
            (.arrows, "left", .fold), (.standard, "h", .fold), (.standard, ".", .stepOnce),
        ])
    func `a keymap differs from the default where its program does`(base: Keymap.Base, key: String, action: Action) {
        #expect(Keymap(base).meaning(of: [Key(name: key)].compactMap(\.self)) == .action(action))
    }

    @Test func `the other keymaps leave nothing on the keys they free`() {
        #expect(Keymap(.prodigy).meaning(of: [.backspace]) == .nothing)
        #expect(Keymap(.arrows).meaning(of: [.character("j")]) == .nothing)
    }

    @Test(arguments: [("ctrl-l", Effect.redraw), ("ctrl-z", .suspend), ("ctrl-c", .quit(.atOnce))])
    func `control keys do what terminals do`(key: String, effect: Effect) {
        var state = ExplorerState.example()

        #expect(state.press(key) == [effect])
    }

    @Test func `a table has every action with its keys as settings write them`() throws {
        let rows = keymap.rows

        let first = try #require(rows.first { $0.action == "first" })
        #expect(first == KeymapRow(group: "Move", action: "first", keys: ["g g", "home"], help: "to the top"))
        #expect(rows.flatMap(\.keys).count == keymap.bindings.count)
    }
}
