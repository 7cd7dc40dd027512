import Canvas
import Engine
import Foundation
import TestSupport
import Testing

@testable import Explorer

@Suite("Golden pictures of Live")
struct LiveGoldenTests {
    /// The folder of all pictures.
    private static let folder = GoldenFolder(
        beside: URL(filePath: #filePath).deletingLastPathComponent().path(percentEncoded: false))

    @Test(arguments: GoldenScreen.live) func `Live looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }
}

extension GoldenScreen {
    static let live =
        GoldenScene.live.flatMap { scene in [Size.wide, .small].map { GoldenScreen(scene, $0) } }
        + [.medium, Size(columns: 60, rows: 16), Size(columns: 84, rows: 44), Size(columns: 160, rows: 45)].map {
            GoldenScreen(GoldenScene.live[0], $0)
        }
        + [GoldenScreen(GoldenScene.live[0], .wide, .ascii, [.text, .roles])]

    private init(_ scene: GoldenScene, _ size: Size) { self.init(scene, size, .utf8, [.text, .roles]) }
}

extension GoldenScene {
    fileprivate static let live = [
        GoldenScene("live-running") { $0.live(.running) },
        GoldenScene("live-begin") { $0.live(LiveFeed(), now: .at(12, 0)) },
        GoldenScene("live-paused") { $0.live(.running).learning(.runPaused) },
        GoldenScene("live-nothing") { $0.live(LiveFeed(), workers: nil, run: .idle) },
        GoldenScene("live-elsewhere") { $0.live(.running, workers: nil, run: .idle) },
        GoldenScene("live-ended") { $0.live(.running).learning(.runEnded).pressing("tab tab") },
        GoldenScene("live-failed") {
            $0.live(.running).learning(.runFailed("The tool server ended. toolgrad resume goes on.")).pressing("j")
        },
        GoldenScene("live-priced") {
            $0.live(.priced, workers: 3).learning(
                .muted(["currency_convert"]), .held(ExampleSample.id(7)))
        },
        GoldenScene("live-events") { $0.live(.running).pressing("tab tab e k k k k k") },
        GoldenScene("live-following") { $0.live(.running).pressing("j j j j j enter tab j") },
        GoldenScene("live-stopping") { $0.live(.running).pressing("j D") },
        GoldenScene("live-hostile") { $0.live(.hostile, workers: 1) },
    ]
}

extension GoldenScene.Setting {
    fileprivate func live(
        _ feed: LiveFeed, workers: Int? = 8, run: RunActivity = .growing(requested: 40),
        now: Timestamp = .at(12, 18, 42)
    ) -> ExplorerState {
        ExplorerState.watching(feed, size: size, glyphs: glyphs, workers: workers, run: run, now: now).pressing("g l")
    }
}
