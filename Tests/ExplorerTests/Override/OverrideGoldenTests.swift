import Canvas
import DisplaySafety
import Engine
import Foundation
import Review
import TestSupport
import Testing

@testable import Explorer

@Suite("Golden pictures of steering")
struct OverrideGoldenTests {
    /// The folder of all pictures.
    private static let folder = GoldenFolder(
        beside: URL(filePath: #filePath).deletingLastPathComponent().path(percentEncoded: false))

    @Test(arguments: GoldenScreen.overriding) func `the sheet looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }
}

extension GoldenScreen {
    /// The sheet that steers, and the gradient of what was steered.
    static let overriding =
        GoldenScene.overriding.flatMap { scene in
            [Size.wide, .small].map { GoldenScreen(scene, $0, .utf8, [.text, .roles]) }
        } + [GoldenScreen(GoldenScene.overriding[0], .small, .ascii, [.text, .roles])]
}

extension GoldenScene {
    fileprivate static let overriding = [
        GoldenScene("override-selecting") { setting in
            setting.steering(SteeringExamples.events(untilSelectionOf: 5)).pressing("b 2 c")
        },
        GoldenScene("override-finished") { $0.steering().pressing("b 2 tab") },
        GoldenScene("override-branch") { $0.steering(priced: 4).pressing("b 2 + ctrl-s") },
        GoldenScene("override-free") { $0.steering().pressing("b d ctrl-s") },
        GoldenScene("override-failed") { $0.steering().pressing("[ [ b 1") },
        GoldenScene("override-edited") { setting in
            setting.steering().pressing("b 3 i").typing(" Say from USD.").pressing("ctrl-s G k k space")
        },
        GoldenScene("override-note") { setting in
            setting.steering().pressing("b n").typing("Stay with the trip: 東京, no books.").pressing("enter").typing(
                "A hotel \u{202E}first")
        },
        GoldenScene("override-arguments") { setting in
            setting.steering().pressing("b j e end backspace").typing(", \"x\": }").pressing("ctrl-s")
        },
        GoldenScene("override-keys") { $0.steering().pressing("b ?") },
        GoldenScene("override-leaving") { $0.steering().pressing("b n").typing("no books").pressing("ctrl-s esc") },
        GoldenScene("override-gradient") { $0.reviewing(SteeringExamples.branch).pressing("tab") },
        GoldenScene("override-read") { $0.reviewing(SteeringExamples.branch).pressing("tab z") },
        GoldenScene("override-facts") { $0.reviewing(SteeringExamples.branch).pressing("[ [ tab tab tab tab") },
    ]
}

extension GoldenScene.Setting {
    /// A sample alone in its list; one that has no end grows.
    fileprivate func steering(_ events: [RunEvent] = SteeringExamples.completed) -> ExplorerState {
        let isOver = RunState(events).outcome != nil
        var state = explorer(run: isOver ? .idle : .growing(requested: 40))
        _ = state.update(.queueLoaded(.example([.example(1, progress: isOver ? .finished : .growing)])))
        state.load(ExampleSample.reviewed(events, library: SteeringExamples.library))
        return state
    }

    /// The same after questions to a model that cost so many thousandths of a dollar each.
    fileprivate func steering(priced thousandths: Int64) -> ExplorerState {
        steering(SteeringExamples.asking(costs: [Money(nanodollars: thousandths * 1_000_000)]))
    }
}
