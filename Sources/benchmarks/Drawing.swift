import Benchmark
import Canvas
import Engine
import Explorer
import Review

/// How fast the interface folds, draws and answers, without a terminal.
struct Drawing {
    let run: DemoRun
    let grown: GrownSamples

    func table() throws -> FigureTable {
        let suite = BenchmarkSuite(name: "drawing")
        let (large, usual) = (Size(columns: 200, rows: 60), Size(columns: 120, rows: 36))
        var kept = 0
        let drawn = explorer(size: large)
        suite.benchmark("frame") { kept += drawn.frame(in: large, glyphs: .utf8).size.rows }
        var moved = explorer(size: usual)
        var shown = moved.frame(in: usual, glyphs: .utf8)
        var isDown = false
        suite.benchmark("key") {
            isDown.toggle()
            _ = moved.update(.key(.character(isDown ? "j" : "k")))
            let frame = moved.frame(in: usual, glyphs: .utf8)
            kept += frame.changes(from: shown).count
            shown = frame
        }
        let events = longest
        suite.benchmark("fold") { kept += RunState(events).iterations.count }
        let times = try measured(suite)
        return FigureTable(
            title: "Drawing and folding",
            method: "In memory, by swift-benchmark, on the grown sample with the most events (\(events.count)).",
            figures: figures(times, events: events.count))
    }

    private var longest: [RunEvent] { grown.events.max { $0.count < $1.count } ?? [] }

    /// Milliseconds of each repetition, by name.
    private func measured(_ suite: BenchmarkSuite) throws -> [String: [Double]] {
        var runner = BenchmarkRunner(
            suites: [suite], settings: [Quiet(true), Format(.none), WarmupIterations(20), MinTime(seconds: 2)])
        try runner.run()
        return Dictionary(
            uniqueKeysWithValues: runner.results.map { ($0.benchmarkName, $0.measurements.map { $0 / 1e6 }) })
    }

    private func figures(_ times: [String: [Double]], events: Int) -> [Figure] {
        let (frame, key, fold) = (times["frame"] ?? [], times["key"] ?? [], times["fold"] ?? [])
        return [
            Figure(name: "frame of the review screen at 200x60, median", value: frame.median, unit: "ms"),
            Figure(name: "the same, 99th percentile", value: frame.percentile(0.99), unit: "ms", goal: .atMost(16)),
            Figure(name: "cursor key, frame and differences at 120x36, median", value: key.median, unit: "ms"),
            Figure(name: "the same, 99th percentile", value: key.percentile(0.99), unit: "ms", goal: .atMost(16)),
            Figure(
                name: "events folded (`RunState.apply`)", value: fold.median.map { Double(events) / $0 * 1000 },
                unit: "/s", goal: .atLeast(1000)),
        ]
    }

    /// An explorer that shows the longest sample, first in a full queue.
    private func explorer(size: Size) -> ExplorerState {
        let id = SampleID(run: grown.run, index: 1)
        let sample = ReviewedSample(
            id: id, seed: DemoRun.seed, state: RunState(longest), review: ReviewState(), library: run.library.tools)
        let rows = grown.events.enumerated().map { place, events in
            QueueRow(SampleID(run: grown.run, index: place + 1), RunState(place == 0 ? longest : events))
        }
        var state = ExplorerState(dataset: "benchmark", reviewer: "ada", planner: "offline", size: size)
        _ = state.start()
        _ = state.update(.queueLoaded(QueuePage(rows: rows, total: rows.count, counts: [.pending: rows.count])))
        _ = state.update(.sampleLoaded(OpenSample(sample, decisions: [], lastEvent: longest.count)))
        return state
    }
}

extension QueueRow {
    /// As a page of a dataset has it.
    init(_ id: SampleID, _ state: RunState) {
        self.init(
            id: id, number: id.index, chains: state.workflow.chains.count, steps: state.workflow.steps.count,
            query: String((state.synthesis?.query ?? "").prefix(160)))
    }
}
