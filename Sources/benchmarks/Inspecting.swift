import Canvas
import Engine
import Explorer
import Review

/// How fast a very large output of a tool is opened and read in the inspector, without a terminal.
struct Inspecting {
    let run: DemoRun
    let grown: GrownSamples
    let rounds: Int

    private static let size = Size(columns: 120, rows: 36)
    private static let moves: [Key] = [
        .character("j"), .character("k"), .control("d"), .character("j"), .control("u"), .pageDown, .pageUp,
    ]
    private static let ends: [Key] = [.character("G"), .character("k"), .home]
    private static let search = [Key.character("/")] + LargeOutput.lastWord.map { .character($0) } + [.enter]

    func table() -> FigureTable {
        FigureTable(
            title: "A very large output in the inspector",
            method:
                "In memory at 120x36: a key through `ExplorerState.update`, its frame and the differences from the one "
                + "before; \(rounds) rounds.",
            figures: LargeOutput.allCases.flatMap(figures))
    }

    private func figures(_ large: LargeOutput) -> [Figure] {
        var times = Times()
        for _ in 1...rounds { times.add(reading(large)) }
        return [
            Figure(name: "\(large.name) opens, median", value: times.opening.median, unit: "ms", goal: .atMost(100)),
            Figure(name: "the same, most", value: times.opening.percentile(1), unit: "ms", goal: .atMost(100)),
            Figure(name: "a key that moves in it, median", value: times.moves.median, unit: "ms"),
            Figure(
                name: "the same, 99th percentile", value: times.moves.percentile(0.99), unit: "ms", goal: .atMost(16)),
            Figure(name: "a key to its end or back, most", value: times.ends.percentile(1), unit: "ms"),
            Figure(name: "a letter of a search in all of it, median", value: times.search.median, unit: "ms"),
            Figure(name: "the same, most", value: times.search.percentile(1), unit: "ms"),
        ]
    }

    /// Nothing where the output does not come to the screen.
    private func reading(_ large: LargeOutput) -> Times? {
        guard var state = explorer(large) else { return nil }
        var times = Times()
        times.opening = milliseconds(of: [.character("v")], in: &state)
        guard state.frame(in: Self.size, glyphs: .utf8).text().contains(large.firstWord) else { return nil }
        for _ in 1...10 { times.moves += milliseconds(of: Self.moves, in: &state) }
        times.ends = milliseconds(of: Self.ends, in: &state)
        times.search = milliseconds(of: Self.search, in: &state)
        return times
    }

    private func milliseconds(of keys: [Key], in state: inout ExplorerState) -> [Double] {
        let clock = ContinuousClock()
        var shown = state.frame(in: Self.size, glyphs: .utf8)
        return keys.map { key in
            let took = clock.measure {
                _ = state.update(.key(key))
                let frame = state.frame(in: Self.size, glyphs: .utf8)
                _ = frame.changes(from: shown)
                shown = frame
            }
            return took.seconds * 1000
        }
    }

    /// The first sample, the cursor on its first step, which gave the output.
    private func explorer(_ large: LargeOutput) -> ExplorerState? {
        let (id, state) = (SampleID(run: grown.run, index: 1), RunState(grown.events[0]))
        guard let edit = large.edit(of: state) else { return nil }
        let decision = Decision(
            sequence: 1, time: Timestamp(microseconds: 0), reviewer: "ada", sample: id, action: .edit(edit))
        let sample = ReviewedSample(
            id: id, seed: DemoRun.seed, state: state, review: ReviewState([decision]), library: run.library.tools)
        var explorer = ExplorerState(dataset: "benchmark", reviewer: "ada", planner: "offline", size: Self.size)
        _ = explorer.start()
        _ = explorer.update(.queueLoaded(QueuePage(rows: [QueueRow(id, state)], total: 1, counts: [.draft: 1])))
        _ = explorer.update(.sampleLoaded(OpenSample(sample, decisions: [decision], lastEvent: grown.events[0].count)))
        _ = explorer.update(.key(.character("j")))
        return explorer
    }
}

/// Milliseconds of keys, by what they do.
private struct Times {
    var opening: [Double] = []
    var moves: [Double] = []
    var ends: [Double] = []
    var search: [Double] = []

    mutating func add(_ other: Times?) {
        guard let other else { return }
        opening += other.opening
        moves += other.moves
        ends += other.ends
        search += other.search
    }
}
