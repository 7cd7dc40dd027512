import Engine
import Review

@testable import Explorer

extension GoldenScene {
    static let review = GoldenScene("review") { $0.reviewing() }
    static let growing = GoldenScene("review-growing") { $0.growing(24) }
    static let edited = GoldenScene("review-edited") { $0.reviewing(ExampleSample.completed, GoldenSample.edits) }
    static let walkedBack = GoldenScene("review-walked-back") { $0.reviewing().pressing("[ [ [") }
    static let abroad = GoldenScene("review-abroad") { $0.reviewing(GoldenSample.abroad) }
    static let hostile = GoldenScene("review-hostile") { $0.reviewing(GoldenSample.hostile) }
    static let filtered = GoldenScene("review-filtered") { setting in
        let undecided = GoldenSample.rows.filter(\.isUndecided)
        return setting.reviewing().pressing("/").typing("status:pending,draft").pressing("enter")
            .listing(undecided, at: 3).pressing("o l").listing(undecided.reversed(), at: GoldenSample.index)
            .pressing("g q space space")
    }

    /// What the Review screen can be, each at the usual sizes.
    static let reviews = [
        review, growing, edited, walkedBack, abroad, hostile, filtered,
        GoldenScene("review-guide") { $0.growing(9, opening: .demo) },
        GoldenScene("review-no-op") { $0.reviewing().pressing("[ [") },
        GoldenScene("review-restructured") { $0.reviewing(ExampleSample.completed, GoldenSample.restructuring) },
        GoldenScene("review-rejected") { $0.reviewing(ExampleSample.completed, [.reject(reasons, note: "too dear")]) },
        GoldenScene("review-failed") {
            $0.reviewing(ExampleSample.events + [.finished(.synthesisFailed(reason: "The model gave no query."))])
        },
        GoldenScene("review-read-only") { $0.reviewing(isReadOnly: true) },
        GoldenScene("review-no-fit") {
            $0.explorer().listing([]).pressing("/").typing("flag").pressing("enter").listing([])
        },
        GoldenScene("review-empty") { $0.explorer().listing([]) },
        GoldenScene("review-saved") {
            $0.reviewing().taking(.decided([accepted], rows: [], undoDepth: 38, leftOut: 0))
        },
        GoldenScene("review-notice") { $0.reviewing().taking(.exported("412 samples written to exports-openai.")) },
        GoldenScene("review-error") {
            $0.reviewing().taking(.failed("The disk is full: nothing was saved. Free space, then repeat."))
        },
        GoldenScene("review-run-failed") {
            $0.growing(9).taking(.runFailed("The tool server ended. toolgrad resume goes on."))
        },
    ]

    private static let reasons = [AnchoredReason(.argumentNotInferable, at: .step(3)), AnchoredReason(.emptyOutput)]

    private static let accepted = Decision(
        sequence: 412, time: .at(12, 41, 7), reviewer: "zh", sample: ExampleSample.id(1), action: .accept)

    /// Each pane in front, where one has the screen.
    static let panes = [
        GoldenScene("pane-queue") { $0.reviewing().pressing("g q") },
        GoldenScene("pane-gradient") { $0.reviewing().pressing("tab") },
        GoldenScene("pane-query") { $0.reviewing().pressing("tab tab") },
        GoldenScene("pane-response") { $0.reviewing().pressing("tab tab tab") },
        GoldenScene("pane-facts") { $0.reviewing().pressing("tab tab tab tab") },
        GoldenScene("pane-zoomed") { $0.reviewing().pressing("j j z") },
        GoldenScene("pane-folded") { $0.reviewing().pressing("h") },
        GoldenScene("pane-wrapped") { $0.reviewing().pressing("w G") },
    ]
}
