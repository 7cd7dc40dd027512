import Canvas
import Foundation
import TestSupport
import Testing

@testable import Explorer

extension GoldenScene {
    static let baselines = GoldenScene("baselines") { $0.reviewing().reading("g b") }
    static let answerTree = GoldenScene("baselines-tree") { $0.reviewing().reading("g b tab j j j j j") }

    /// What the screen Baselines can be, each at the usual sizes.
    static let baselineScreens = [
        baselines, answerTree,
        GoldenScene("baselines-folded") { $0.reviewing().reading("g b tab j j j j h") },
        GoldenScene("baselines-failed") { $0.reviewing().reading("g b j j j j") },
        GoldenScene("baselines-end") { $0.reviewing().reading("g b } }") },
        GoldenScene("baselines-reading") { $0.reviewing().pressing("g b") },
        GoldenScene("baselines-empty") { $0.reviewing().pressing("g b").taking(.studyRead(.baselines([]))) },
    ]
}

@Suite("Pictures of baselines")
struct BaselinePictureTests {
    /// The folder that all pictures share.
    private static let folder = GoldenFolder(beside: URL(filePath: #filePath).deletingLastPathComponent().path)

    @Test(arguments: GoldenScreen.all.filter { $0.name.hasPrefix("baselines") })
    func `every one looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }
}
