import DatasetStore
import Engine
import Explorer

/// The explorer on a run that grows in this process; its curator is asked about calls that may change something.
struct WatchSession {
    let dataset: Dataset
    let planner: Planner
    let toolOptions: ToolOptions
    let surroundings: Surroundings
    let screen: ScreenOptions
    /// Whether nothing grows until the curator lets it.
    var isPaused = false
    /// Tools that are left out of its batches from the beginning.
    var muted: [ToolName] = []
    /// Where the models are asked, where that was said.
    var baseURL: String?

    /// Begins a run, or goes on with one, and opens the explorer on it.
    ///
    /// - Throws: ``CommandFailure`` when the run is not the expected one, or there is no terminal to show it in.
    func run(_ plan: Plan, count: Int, concurrency: Int, expecting expected: RunID? = nil) async throws {
        guard try screen.canBeUsed(in: surroundings) else {
            throw CommandFailure(
                "--watch opens the explorer, and there is no terminal to show it in. Leave it out, or add --linear.")
        }
        surroundings.remember(dataset: dataset.path)
        let tools = try await SessionTools(toolOptions, memory: dataset, surroundings)
        try await tools.live.closing {
            let growth = try await Growth.begin(
                plan, by: planner, with: tools.live, count: count, concurrency: concurrency, in: dataset,
                expecting: expected, listening: Listening())
            if isPaused { await growth.control.pause() }
            try await growth.mute(muted)
            await growth.holdAgain()
            try await explore(
                dataset, opening: .run, growth: growth, tools, screen, surroundings,
                background: surroundings.background(baseURL: baseURL, toolOptions))
        }
    }
}
