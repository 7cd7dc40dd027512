import Canvas
import Engine
import Review
import Testing

@testable import Explorer

@Suite("Sessions of random keys and events")
struct RandomSessionTests {
    private static let steps = 1_250

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `never break the screen, and three escapes reach Review`(seed: UInt64) {
        var random = RandomKeys(state: seed)
        var session = RandomSession()

        for step in 0..<Self.steps {
            session.advance(&random)
            guard step.isMultiple(of: 3) else { continue }
            expectWhole(session.state.frame(in: session.state.size, glyphs: random.glyphs()), session.state.size)
        }

        _ = session.state.update(.resized(.small))
        _ = session.state.press("esc esc esc")
        #expect(session.state.overlay == nil)
        #expect(session.state.prefix.isEmpty)
    }

    @Test func `writing a note never decides`() {
        var random = RandomKeys(state: 5)
        for _ in 0..<200 {
            var state = ExplorerState.example()
            _ = state.press("r n")

            for _ in 0..<10 {
                let effects = state.update(.key(.character(random.letter())))
                #expect(effects.isEmpty)
            }
        }
    }
}

/// An explorer, and a world that answers it at random.
private struct RandomSession {
    var state = ExplorerState.example(opening: .demo, run: .growing(requested: 9))
    private var sequence = 0
    private var events = 0
    private var clock = Timestamp.at(12, 0)

    mutating func advance(_ random: inout RandomKeys) {
        switch random.below(10) {
        case 0: answer(.resized(random.size()))
        case 1: growOn()
        case 2:
            clock = Timestamp(microseconds: clock.microseconds + Int64(random.below(5_000_000)))
            answer(.clockTicked(clock))
        case _: answer(.key(random.key()))
        }
    }

    private mutating func growOn() {
        guard events < ExampleSample.completed.count else { return }
        events += 1
        let event = ExampleSample.completed[events - 1]
        answer(
            .recorded(RecordedEvent(sample: ExampleSample.id(4), number: events, time: clock, event: event)))
    }

    private mutating func answer(_ event: ExplorerEvent) {
        for effect in state.update(event) {
            for reply in replies(to: effect) { _ = state.update(reply) }
        }
    }

    private mutating func replies(to effect: Effect) -> [ExplorerEvent] {
        switch effect {
        case .loadQueue, .seek, .find: return [.queueLoaded(.example((1...4).map { .example($0) }))]
        case .loadSample(let id) where id.index == 4:
            let grown = Array(ExampleSample.completed.prefix(events))
            return [.sampleLoaded(ExampleSample.reviewed(grown, index: 4), decisions: [], lastEvent: events)]
        case .loadSample(let id):
            return [.sampleLoaded(ExampleSample.reviewed(index: id.index), decisions: [], lastEvent: 100)]
        case .decide(let id, let action):
            sequence += 1
            let decision = Decision(sequence: sequence, time: clock, reviewer: "zh", sample: id, action: action)
            return [.decided(decision, row: .example(id.index, .accepted), undoDepth: sequence)]
        case .edit(let id, let field, let text): return [.edited(id, field, text: text + "!")]
        case .undo, .redo: return [.nothingToUndo]
        case .hold(let id): return [.held(id)]
        case .release(let id): return [.released(id)]
        case .pauseRun: return [.runPaused]
        case .resumeRun: return [.runResumed]
        case .export: return [.exported("written")]
        case .step, .hurry, .suspend, .redraw, .quit: return []
        }
    }
}

/// A small generator of keys and sizes; the same seed gives the same session.
private struct RandomKeys {
    var state: UInt64

    private static let named: [Key] = [
        .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp,
        .pageDown, .control("d"), .control("u"), .control("c"), .control("r"), .alt("x"), .function(1),
        .paste("two\nlines"), .character("é"), .character("東"),
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
            ? Size(columns: below(70), rows: below(20)) : Size(columns: 60 + below(80), rows: 16 + below(26))
    }

    mutating func glyphs() -> GlyphSet { below(2) == 0 ? .utf8 : .ascii }
}
