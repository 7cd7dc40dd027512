import DatasetStore
import Engine
import NcursesTerminal

/// Goes on with a stored run where nobody is there to be asked.
struct StoredRunOpening {
    let run: StoredRun
    let dataset: Dataset
    let tools: ToolOptions
    /// Where the run's models are asked, if not where they were.
    let baseURL: String?

    /// Opens its planner and its tools for `body`, and closes the tools after it.
    ///
    /// - Throws: as ``Growth/begin(_:by:with:count:concurrency:in:replaying:expecting:listening:)``.
    func open<Result>(concurrency: Int, _ body: (Growth) async throws -> Result) async throws -> Result {
        let surroundings = Surroundings.read()
        let planner = try await surroundings.planner(of: run, baseURL: baseURL)
        let listening = StandardStreams.error.isTerminal ? Listening() : nil
        // Reading tools are offered anyway, and a name that only one of two has must not bring back the other.
        let known = Set(try await dataset.library(of: run.id).filter { $0.effects != .read }.map(\.name))
        let live = try await surroundings.tools(tools, memory: dataset, .unattended(keeping: known))
        return try await live.closing {
            try live.tell()
            try live.tellUnattended()
            let growth = try await Growth.begin(
                run.plan, by: planner, with: live, count: run.requested, concurrency: concurrency, in: dataset,
                expecting: run.id, listening: listening)
            try growth.tell()
            return try await body(growth)
        }
    }
}
