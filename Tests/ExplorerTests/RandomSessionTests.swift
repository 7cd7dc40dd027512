import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Sessions of random keys and events")
struct RandomSessionTests {
    private static let steps = 2_500

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `never break the screen, lose a decision, or keep what was taken back`(seed: UInt64) {
        var random = RandomKeys(state: seed)
        var world = World()

        for step in 0..<Self.steps {
            advance(&world, &random, step)
            guard step.isMultiple(of: 5) else { continue }
            expectWhole(world.state.frame(in: world.state.size, glyphs: random.glyphs()), world.state.size)
            expectFolded(world)
        }

        world.take(.resized(.small))
        // Whatever asks is answered, whatever is open is left.
        world.press("esc y esc y esc y esc esc esc")
        #expect(world.state.overlay == nil)
        #expect(world.state.prefix.isEmpty)
        #expect(!world.journal.isEmpty, "A session without a decision proves little.")

        for _ in 0...world.journal.count { world.press("u") }
        for index in 1...4 { #expect(world.review(index) == ReviewState()) }
        for _ in 0...world.journal.count { world.press("U") }
        expectFolded(world)
    }

    @Test(arguments: [
        "r n", ":", "/", "e", "c", "?", "v /", "W tab",
    ]) func `what is typed never decides`(opening: String) {
        var random = RandomKeys(state: 5)
        for _ in 0..<40 {
            var state = ExplorerState.example()
            _ = state.press(opening)

            for _ in 0..<25 {
                let effects = state.update(.key(.character(random.letter())))
                #expect(!effects.contains { $0.decides })
            }
        }
    }

    @Test func `a paste never decides outside of a text`() {
        var state = ExplorerState.example()

        let effects = state.update(.key(.paste("aaarrr")))

        #expect(effects.isEmpty)
        #expect(state.notice?.text.contains("Pasted text") == true)
    }

    private func advance(_ world: inout World, _ random: inout RandomKeys, _ step: Int) {
        switch random.below(10) {
        case 0: world.take(.resized(random.size()))
        case 1: grow(&world, random.below(ExampleSample.completed.count), of: 4)
        case 2: world.take(.clockTicked(Timestamp.at(12, 0, step)))
        case 3: world.type(["a", "r3", "s", "f", "-", "ee", "x", "td", "ts"][random.below(9)])
        case _: world.take(.key(random.key()))
        }
    }

    private func grow(_ world: inout World, _ event: Int, of index: Int) {
        world.take(
            .recorded(
                RecordedEvent(
                    sample: ExampleSample.id(index), number: event + 1, time: .at(12, 0),
                    event: ExampleSample.completed[event])))
    }

    /// What is on the screen is the fold over the journal.
    private func expectFolded(_ world: World) {
        guard let open = world.state.open else { return }
        #expect(open.review == world.review(open.id.index))
        for row in world.state.queue.rows { #expect(row.status == world.review(row.id.index).status) }
        #expect(world.state.session.undoDepth == Undoing(world.journal).depth)
    }
}

extension Effect {
    /// Whether a sample is another one afterwards.
    fileprivate var decides: Bool {
        switch self {
        case .decide, .decideAll, .decideTogether, .undo, .redo, .rerun: true
        case _: false
        }
    }
}

/// A small generator of keys and sizes; the same seed gives the same session.
private struct RandomKeys {
    var state: UInt64

    private static let named: [Key] = [
        .enter, .escape, .escape, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end,
        .pageUp, .pageDown, .control("d"), .control("u"), .control("c"), .control("r"), .control("s"), .alt("x"),
        .function(1), .paste("two\nlines"), .character("é"), .character("東"), .character("\u{202E}"),
    ]

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    mutating func letter() -> Character {
        Character(Unicode.Scalar(UInt8(0x20 + below(95))))
    }

    mutating func key() -> Key {
        below(3) == 0 ? Self.named[below(Self.named.count)] : .character(letter())
    }

    mutating func size() -> Size {
        below(4) == 0
            ? Size(columns: below(70), rows: below(20)) : Size(columns: 60 + below(120), rows: 16 + below(40))
    }

    mutating func glyphs() -> GlyphSet { below(2) == 0 ? .utf8 : .ascii }
}
