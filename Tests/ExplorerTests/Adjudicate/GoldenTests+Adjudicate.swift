import Canvas
import Foundation
import Review
import TestSupport
import Testing

@testable import Explorer

extension GoldenScene {
    /// What is judged in two ways.
    static let disputes = [
        GoldenScene("adjudicate") { $0.reviewing().adjudicating(DisputeExamples.all) },
        GoldenScene("adjudicate-settled") {
            $0.reviewing().adjudicating(DisputeExamples.all).pressing("j j")
        },
        GoldenScene("adjudicate-rejecting") { $0.reviewing().adjudicating(DisputeExamples.all).pressing("r") },
        GoldenScene("adjudicate-empty") { $0.reviewing().adjudicating([]) },
    ]

    /// A pass in which nothing of the first one is shown.
    static let blindPass = GoldenScene("review-blind") { setting in
        var state = setting.reviewing()
        state.blindPass = 2
        return state
    }
}

extension ExplorerState {
    fileprivate func adjudicating(_ disputes: [Dispute]) -> ExplorerState {
        pressing("g a").taking(.disagreementsLoaded(disputes))
    }
}

@Suite("Pictures of settling")
struct AdjudicatePictureTests {
    /// The folder that all pictures share.
    private static let folder = GoldenFolder(beside: URL(filePath: #filePath).deletingLastPathComponent().path)

    @Test(arguments: GoldenScreen.all.filter { $0.name.hasPrefix("adjudicate") || $0.name == "review-blind" })
    func `every one looks as in its picture`(screen: GoldenScreen) throws {
        for layer in screen.layers {
            try Self.folder.expect(layer, of: screen.frame, as: screen.file(layer))
        }
    }
}
