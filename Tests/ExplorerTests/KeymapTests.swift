import Canvas
import Testing

@testable import Explorer

@Suite("The keys")
struct KeymapTests {
    private let keymap = Keymap.standard

    @Test func `no two bindings get in each other's way`() {
        #expect(keymap.conflicts.isEmpty)
    }

    @Test func `conflicts name both bindings`() {
        let keymap = Keymap(bindings: [
            Keymap.Binding("g", .first, "top", "to the top", .move),
            Keymap.Binding("g q", .pane(.queue), "queue", "to the queue", .view),
        ])

        #expect(keymap.conflicts == ["g (to the top) and gq (to the queue)"])
    }

    @Test func `every key of every binding is known`() {
        #expect(keymap.bindings.allSatisfy { !$0.keys.isEmpty })
        #expect(keymap.bindings.filter { $0.name == "gg" }.first?.keys.count == 2)
    }

    @Test func `keys that begin something longer wait for the rest`() {
        #expect(keymap.meaning(of: [.character("g")]) == .prefix)
        #expect(keymap.meaning(of: [.character("g"), .character("g")]) == .action(.first))
        #expect(keymap.meaning(of: [.character("g"), .character("x")]) == .nothing)
    }

    @Test func `what a prefix can become is shown, and escape forgets it`() {
        var state = ExplorerState.example()
        _ = state.press("g")

        let hints = state.frame(in: .wide, glyphs: .utf8).text(row: 35)
        _ = state.press("esc")

        #expect(hints.hasPrefix(" gg top  gq queue  esc never mind"))
        #expect(state.prefix.isEmpty)
    }

    @Test func `hints leave out what is not possible now`() {
        let growing = ExplorerState.growing(ExampleSample.events.prefix(7)).frame(in: .wide, glyphs: .utf8)
        let finished = ExplorerState.example().frame(in: .wide, glyphs: .utf8)

        #expect(growing.text(row: 35).hasPrefix(" H hold"))
        #expect(finished.text(row: 35).hasPrefix(" a accept  r reject"))
        #expect(!finished.text(row: 35).contains("hold"))
    }

    @Test(arguments: [Size.wide, .medium, .small, Size(columns: 60, rows: 16)])
    func `help can always be found`(size: Size) {
        let rows = ExplorerState.example(size: size).frame(in: size, glyphs: .utf8).text().split(separator: "\n")

        #expect(rows.last?.contains("? help") == true)
    }

    @Test func `no key decides by mistake`() {
        let decisive = keymap.bindings.filter(\.action.decides).flatMap(\.keys)

        #expect(!decisive.contains(.backspace) && !decisive.contains(.delete) && !decisive.contains(.enter))
    }

    @Test(arguments: [("ctrl-l", Effect.redraw), ("ctrl-z", .suspend), ("ctrl-c", .quit(.atOnce))])
    func `control keys do what terminals do`(key: String, effect: Effect) {
        var state = ExplorerState.example()

        #expect(state.press(key) == [effect])
    }
}
