import Canvas
import DatasetStore
import Engine
import Review

/// How fast the real program opens a very large output in the inspector, in a real terminal.
struct ProgramInspecting {
    let run: DemoRun
    let grown: GrownSamples
    let rounds: Int

    private static let size = Size(columns: 120, rows: 36)
    private static let samples = 20

    func table(in folder: borrowing WorkFolder) async throws -> FigureTable {
        var figures: [Figure] = []
        for large in LargeOutput.allCases {
            try await build(large, at: folder.file("inspected"))
            defer { folder.remove("inspected") }
            figures += try self.figures(large, in: folder)
        }
        return FigureTable(
            title: "A very large output in the program",
            method:
                "The program at 120x36, from the key to the bytes that show the output's first words; \(rounds) times.",
            figures: figures)
    }

    private func build(_ large: LargeOutput, at path: String) async throws {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        try await run.begin(in: dataset, count: Self.samples)
        try await DatasetFiller(dataset: dataset, run: grown.run, lanes: 64).store(
            Array(grown.events.prefix(Self.samples)))
        let sample = SampleID(run: grown.run, index: 1)
        if let edit = large.edit(of: RunState(grown.events[0])) {
            _ = try await dataset.decide(sample, .edit(edit), by: "ada", at: Timestamp(microseconds: 0))
        }
        try dataset.close()
    }

    private func figures(_ large: LargeOutput, in folder: borrowing WorkFolder) throws -> [Figure] {
        let window = try ProgramWindow(
            ["review", folder.file("inspected")], size: Self.size, dataFolder: folder.path, among: folder.programs)
        let start = try window.time(until: Opening.sampleWords)
        window.settle()
        guard window.press("j") != nil else { throw ProgramWindow.Failure.deaf(key: "j") }
        var (openings, moves): ([Double?], [Double?]) = ([], [])
        for _ in 1...rounds {
            openings.append(window.press("v", until: large.firstWord))
            window.settle()
            moves += ["j", "j", "j", "k", "\u{04}", "\u{15}"].map { window.press($0)?.time }
            guard window.press("q") != nil else { throw ProgramWindow.Failure.deaf(key: "q") }
        }
        let times = openings.compactMap(\.self)
        return [
            Figure(name: "start to a sample with \(large.name)", value: start, unit: "ms"),
            Figure(name: "\(large.name) opens, median", value: times.median, unit: "ms", goal: .atMost(100)),
            Figure(name: "the same, most", value: times.percentile(1), unit: "ms", goal: .atMost(100)),
            Figure(name: "a key in it, median", value: moves.compactMap(\.self).median, unit: "ms"),
            Figure(
                name: "the same, 99th percentile", value: moves.compactMap(\.self).percentile(0.99), unit: "ms",
                goal: .atMost(16)),
            Figure(name: "peak memory of the program", value: window.peakMemory, unit: "MB", goal: .atMost(150)),
        ]
    }
}
