import Canvas
import TestSupport
import Testing

@testable import Explorer

@Suite("Hints at keys")
struct KeymapHintTests {
    private func hints(
        _ pane: Pane, rows: Int = 1, columns: Int = 120, keymap: Keymap = .standard,
        obstacle: @escaping (Action) -> String? = { _ in nil }
    ) -> [String] {
        Hints(keymap: keymap, all: Hints.review(in: pane), obstacle: obstacle).lines(
            rows: rows, columns: columns, pen: Pen(.utf8)
        )
        .map(\.text.plain)
    }

    private func box(_ prefix: String, in size: Size = .small, keymap: Keymap = .standard) -> Frame {
        var frame = Frame(size: size)
        let keys = prefix.split(separator: " ").compactMap { Key(name: String($0)) }
        WhichKey(
            keymap: keymap, prefix: keys, screen: .review, obstacle: { $0 == .deleteStep ? "No." : nil },
            pen: Pen(.utf8)
        )
        .draw(on: &frame)
        return frame
    }

    @Test func `begin with the decisions, go on with what the pane is for`() {
        #expect(hints(.chains, columns: 100)[0].hasPrefix(" a accept  r reject  e edit  s skip  "))
        #expect(
            hints(.queue, rows: 2, columns: 80)[1]
                == " Space mark  o sort  A accept marked  [/] iteration  Tab pane  more ?")
        #expect(
            hints(.query, rows: 2, columns: 80)[1]
                == " X regenerate  c comment  w wrap  v inspect  [/] iteration  Tab pane  more ?")
    }

    @Test func `leave out what is not possible now`() {
        let hints = hints(.chains) { $0.decides || $0 == .undo ? "It is still growing." : nil }

        #expect(hints[0].hasPrefix(" H hold  n/p sample  [/] iteration"))
    }

    @Test func `leave out what has no key`() throws {
        let keymap = try Keymap.standard.customised(with: [KeyBinding(action: "skip", keys: [], line: 1)])

        #expect(!hints(.chains, keymap: keymap)[0].contains("skip"))
    }

    @Test func `say that there is more where they are cut`() {
        #expect(hints(.chains, columns: 60)[0].hasSuffix("more ?"))
        #expect(hints(.chains, rows: 3, columns: 160).last?.hasSuffix("? help") == true)
    }

    @Test(arguments: 1..<200) func `fit every width`(columns: Int) {
        for row in hints(.gradient, rows: 2, columns: columns) {
            #expect(row.count <= max(columns + 2, 7), "The gap behind the last hint may lie outside.")
            #expect(row.trimmed.count <= max(columns, 7))
        }
    }

    @Test(arguments: [Size.wide, .medium, .small, Size(columns: 60, rows: 16)])
    func `help can always be found`(size: Size) {
        let rows = ExplorerState.example(size: size).frame(in: size, glyphs: .utf8).text().split(separator: "\n")

        #expect(rows.last?.contains("? help") == true || rows.last?.contains("more ?") == true)
    }

    @Test func `a prefix shows what it can become`() {
        expect(
            box("t"),
            shows: """



















                ┏━ t … ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
                ┃ d  delete (not now)       s  split                                           ┃
                ┃ k  earlier                m  merge                                           ┃
                ┃ j  later                                                                     ┃
                ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ esc never mind ┛
                """)
    }

    @Test func `a prefix of keys with names shows them`() throws {
        #expect(box("t", keymap: Keymap(.arrows)).text().contains("up earlier"))
    }

    @Test func `other keyboards' characters are not shown`() throws {
        let keymap = try Keymap.standard.customised(with: [], keyboard: .russian)

        #expect(box("g", keymap: keymap) == box("g"))
    }

    @Test func `escape forgets a prefix`() {
        var state = ExplorerState.example()
        _ = state.press("g")
        let picture = state.frame(in: .wide, glyphs: .utf8).text()

        _ = state.press("esc")

        #expect(picture.contains("━ g … ━"))
        #expect(state.prefix.isEmpty)
    }
}
