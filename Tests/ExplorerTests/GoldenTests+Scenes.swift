import Canvas
import Engine
import Review

@testable import Explorer

extension GoldenScene.Setting {
    /// An explorer that has read nothing yet.
    func explorer(
        opening: ExplorerState.Opening = .dataset, run: RunActivity = .idle, isReadOnly: Bool = false,
        preferences: Preferences = Preferences()
    ) -> ExplorerState {
        var state = ExplorerState(
            dataset: "trip-tools", reviewer: "zh", planner: "offline", size: size, opening: opening, run: run,
            formats: [
                ExplorerState.ExportFormat(name: "toolgrad", summary: "everything, one sample a line"),
                ExplorerState.ExportFormat(name: "openai", summary: "messages and tools for fine-tuning"),
            ], exportFolder: "exports", isReadOnly: isReadOnly, preferences: preferences, glyphs: glyphs)
        _ = state.update(.themesKnown(["dark", "light", "mono"], chosen: "dark"))
        _ = state.update(.clockTicked(.at(12, 0)))
        return state
    }

    /// A list of all kinds of samples, one of them on the screen.
    func reviewing(
        _ events: [RunEvent] = ExampleSample.completed, _ actions: [Decision.Action] = [],
        isReadOnly: Bool = false, preferences: Preferences = Preferences(), library: [Tool] = ExampleSample.library
    ) -> ExplorerState {
        let decisions = GoldenSample.decisions(actions)
        var state = explorer(isReadOnly: isReadOnly, preferences: preferences)
        state.list(GoldenSample.rows, at: GoldenSample.index)
        state.load(
            ExampleSample.reviewed(events, index: GoldenSample.index, decisions: decisions, library: library),
            decisions: decisions)
        return state
    }

    /// A sample alone in its list.
    func reviewing(_ sample: ReviewedSample) -> ExplorerState {
        var state = explorer()
        let row = QueueRow(
            id: sample.id, number: 1, chains: 2, steps: 3, query: sample.query ?? "")
        _ = state.update(.queueLoaded(.example([row])))
        state.load(sample)
        return state
    }

    func growing(_ count: Int, opening: ExplorerState.Opening = .dataset) -> ExplorerState {
        var state = ExplorerState.growing(ExampleSample.events.prefix(count), size: size, opening: opening)
        _ = state.update(.clockTicked(.at(12, 0)))
        return state
    }
}

extension ExplorerState {
    /// Takes in a list, as it was asked for.
    mutating func list(_ rows: [QueueRow], at index: Int? = nil) {
        let counts = Dictionary(grouping: GoldenSample.rows, by: \.status).mapValues(\.count)
        _ = update(
            .queueLoaded(
                QueuePage(
                    rows: rows, total: rows.count, counts: rows.isEmpty && queue.view == .standard ? [:] : counts,
                    selection: index.map { ExampleSample.id($0) }, view: queue.view)))
    }

    /// The explorer after these keys.
    func pressing(_ script: String) -> ExplorerState {
        var state = self
        _ = state.press(script)
        return state
    }

    /// The explorer after this was typed.
    func typing(_ text: String) -> ExplorerState {
        var state = self
        _ = state.type(text)
        return state
    }

    /// The explorer after these events, a second apart.
    func taking(_ events: ExplorerEvent...) -> ExplorerState {
        var state = self
        for (second, event) in events.enumerated() {
            _ = state.update(.clockTicked(.at(12, 41, second)))
            _ = state.update(event)
        }
        return state
    }

    /// The explorer with another list, as after a filter was given.
    func listing(_ rows: [QueueRow], at index: Int? = nil) -> ExplorerState {
        var state = self
        state.list(rows, at: index)
        return state
    }
}

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
        GoldenScene("review-failed") { $0.reviewing(ExampleSample.events + [.finished(.synthesisFailed(reason: "The model gave no query."))]) },
        GoldenScene("review-read-only") { $0.reviewing(isReadOnly: true) },
        GoldenScene("review-no-fit") { $0.explorer().listing([]).pressing("/").typing("flag").pressing("enter").listing([]) },
        GoldenScene("review-empty") { $0.explorer().listing([]) },
        GoldenScene("review-saved") { $0.reviewing().taking(.decided([accepted], rows: [], undoDepth: 38, leftOut: 0)) },
        GoldenScene("review-notice") { $0.reviewing().taking(.exported("412 samples written to exports-openai.")) },
        GoldenScene("review-error") { $0.reviewing().taking(.failed("The disk is full: nothing was saved. Free space, then repeat.")) },
        GoldenScene("review-run-failed") { $0.growing(9).taking(.runFailed("The tool server ended. toolgrad resume goes on.")) },
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
        GoldenScene("pane-unfolded") { $0.reviewing().pressing("j j l l w") },
    ]
}
