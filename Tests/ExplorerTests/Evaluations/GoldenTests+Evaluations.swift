import Canvas
import Foundation
import TestSupport
import Testing

@testable import Explorer

extension GoldenScene {
    static let evaluations = GoldenScene("evaluations") { $0.reviewing().reading("g e") }
    static let evaluated = GoldenScene("evaluations-detail") { $0.reviewing().reading("g e tab") }

    /// What the screen Evaluations can be, each at the usual sizes.
    static let evaluationScreens = [
        evaluations, evaluated,
        GoldenScene("evaluations-list") { $0.reviewing().reading("g e shift-tab") },
        GoldenScene("evaluations-invented") { $0.reviewing().reading("g e [ j tab") },
        GoldenScene("evaluations-compared") { $0.reviewing().reading("g e [ m ]") },
        GoldenScene("evaluations-wrong") { $0.reviewing().reading("g e w G") },
        GoldenScene("evaluations-reading") { $0.reviewing().pressing("g e") },
        GoldenScene("evaluations-empty") { $0.reviewing().pressing("g e").taking(.studyRead(.evaluations([]))) },
    ]
}

@Suite("Pictures of evaluations")
struct EvaluationPictureTests {
    /// The folder that all pictures share.
    private static let folder = GoldenFolder(beside: URL(filePath: #filePath).deletingLastPathComponent().path)

    @Test(arguments: GoldenScreen.all.filter { $0.name.hasPrefix("evaluations") })
    func `every one looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }
}
