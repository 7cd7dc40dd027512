import Canvas
import DatasetStore
import Engine

/// How fast the real program opens a large dataset and answers keys, in a real terminal.
struct Opening {
    let run: DemoRun
    let grown: GrownSamples
    let samples: Int
    let rounds: Int

    private static let size = Size(columns: 120, rows: 36)

    func tables(in folder: borrowing WorkFolder) async throws -> [FigureTable] {
        let (_, built) = try await Measurement.of { try await build(folder.file("large")) }
        defer { folder.remove("large") }
        var (times, memory): ([Double], [Double]) = ([], [])
        for _ in 1...rounds {
            let window = try open(folder.file("large"), folder.path)
            times.append(try window.read(until: "s-00001").last)
            if let peak = window.peakMemory { memory.append(peak) }
        }
        let name = samples.formatted(.number.locale(.init(identifier: "en_US")))
        return [
            FigureTable(
                title: "Opening \(name) samples",
                method: "The program at 120x36, from its start until the first sample is drawn; medians of \(rounds) "
                    + "starts, the file in the system's cache. Memory is VmHWM. The first \(grown.events.count) samples have "
                    + "all their events, the others three each; building took \(Int(built.seconds)) s.",
                figures: [
                    Figure(name: "start to first sample", value: times.median, unit: "ms", goal: .atMost(100)),
                    Figure(name: "peak memory", value: memory.median, unit: "MB", goal: .atMost(150)),
                ]), try keys(in: folder, name),
        ]
    }

    private func open(_ path: String, _ dataFolder: String) throws -> ProgramWindow {
        try ProgramWindow(["review", path], size: Self.size, dataFolder: dataFolder)
    }

    private func build(_ path: String) async throws {
        let dataset = try Dataset.open(at: path, mode: .readWrite)
        try await run.begin(in: dataset, count: samples)
        let filler = DatasetFiller(dataset: dataset, run: grown.run, lanes: 256)
        try await filler.store(grown.events)
        let short = grown.events.map { $0.filter(\.makesRow) }
        let first = grown.events.count
        try await filler.store(count: samples - first, from: first + 1) { short[$0 % short.count] }
        try dataset.close()
    }
}

extension Opening {
    /// The panes that show the sample; the tab key leads through them, and then to the queue.
    private static let samplePanes = 4

    /// Cursor keys, two down and two up again, so that each has something to move.
    private func keys(in folder: borrowing WorkFolder, _ name: String) throws -> FigureTable {
        let window = try open(folder.file("large"), folder.path)
        _ = try window.read(until: "s-00001")
        var moves: [ProgramWindow.Burst] = []
        for _ in 1...Self.samplePanes {
            for _ in 1...15 { moves += ["j", "j", "k", "k"].map(window.press) }
            _ = window.press("\t")
        }
        let jumps = (1...15).flatMap { _ in ["j", "j", "k", "k"].map(window.press) }
        return FigureTable(
            title: "Keys with \(name) samples",
            method:
                "The program at 120x36 (xterm-256color), from the key to the first byte it sends, and all of its bytes; "
                + "\(moves.count) keys over the panes of a sample, \(jumps.count) in the queue, where each shows another sample.",
            figures: figures("a cursor key", moves, limit: 2048)
                + figures("a cursor key in the queue", jumps, limit: nil))
    }

    private func figures(_ key: String, _ all: [ProgramWindow.Burst], limit: Double?) -> [Figure] {
        let bursts = all.filter { !$0.bytes.isEmpty }
        let bytes = bursts.map { Double($0.bytes.count) }
        let times = bursts.map(\.first)
        return [
            Figure(name: "bytes for \(key), median", value: bytes.median, unit: "B"),
            Figure(
                name: "bytes for \(key), most", value: bytes.percentile(1), unit: "B", goal: limit.map { .atMost($0) }),
            Figure(name: "\(key) to its frame, median", value: times.median, unit: "ms"),
            Figure(
                name: "\(key) to its frame, 99th percentile", value: times.percentile(0.99), unit: "ms",
                goal: .atMost(16)),
        ]
    }
}

extension RunEvent {
    /// Whether it is one of those that a row of the queue is made of in short.
    fileprivate var makesRow: Bool {
        switch self {
        case .began, .iterationEnded(1, _), .finished: true
        case .branched, .iterationBegan, .iterationEnded, .steered, .sampled, .proposed, .attempted, .tried, .selected,
            .drafted, .draftFailed, .interrupted:
            false
        }
    }
}
