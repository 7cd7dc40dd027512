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
        state.list(GoldenSample.rows(after: actions), at: GoldenSample.index)
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
        let all = rows.count > 10 ? rows : GoldenSample.rows
        let counts = Dictionary(grouping: all, by: \.status).mapValues(\.count)
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
