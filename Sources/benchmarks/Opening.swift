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
    /// What only the panes of a sample show.
    private static let sampleWords = "Chains after it"

    func tables(in folder: borrowing WorkFolder) async throws -> [FigureTable] {
        let (_, built) = try await Measurement.of { try await build(folder.file("large")) }
        defer { folder.remove("large") }
        var (times, memory): ([Double], [Double]) = ([], [])
        for _ in 1...rounds {
            let window = try open(in: folder)
            times.append(try window.time(until: Self.sampleWords))
            window.settle()
            if let peak = window.peakMemory { memory.append(peak) }
        }
        let name = samples.formatted(.number.locale(.init(identifier: "en_US")))
        return [
            FigureTable(
                title: "Opening \(name) samples",
                method:
                    "The program at 120x36, from its start until the chains of the first sample are drawn; medians of \(rounds) "
                    + "starts, the file in the system's cache. Memory is VmHWM. The first \(grown.events.count) samples have "
                    + "all their events, the others three each; building took \(Int(built.seconds)) s.",
                figures: [
                    Figure(name: "start to first sample", value: times.median, unit: "ms", goal: .atMost(100)),
                    Figure(name: "peak memory", value: memory.median, unit: "MB", goal: .atMost(150)),
                ]), try keys(in: folder, name),
        ]
    }

    private func open(in folder: borrowing WorkFolder) throws -> ProgramWindow {
        try ProgramWindow(
            ["review", folder.file("large")], size: Self.size, dataFolder: folder.path, among: folder.programs)
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

    private static let keysInPane = 60

    private func keys(in folder: borrowing WorkFolder, _ name: String) throws -> FigureTable {
        let window = try open(in: folder)
        _ = try window.time(until: Self.sampleWords)
        window.settle()
        var moves: [[ProgramWindow.Answer?]] = []
        for _ in 1...Self.samplePanes {
            moves.append(answers(to: ["j", "k"], in: window))
            guard window.press("\t") != nil else { throw ProgramWindow.Failure.deaf(key: "Tab") }
        }
        let jumps = answers(to: ["j", "j", "k", "k"], in: window)
        let (pressed, still) = (moves.map(\.count).reduce(0, +), moves.count(where: \.isEmpty))
        return FigureTable(
            title: "Keys with \(name) samples",
            method:
                "The program at 120x36 (xterm-256color), from the key to the first byte it sends, and all of its bytes; "
                + "\(pressed) keys over the panes of a sample (\(still) of \(moves.count) have nothing to move), "
                + "\(jumps.count) in the queue, where each shows another sample.",
            figures: figures("a cursor key", moves.flatMap(\.self), limit: 2048)
                + figures("a cursor key in the queue", jumps, limit: nil))
    }

    /// The answers to keys, pressed in turn, which move the cursor away and back; none where the first moves nothing.
    private func answers(to keys: [String], in window: ProgramWindow) -> [ProgramWindow.Answer?] {
        guard let first = window.press(keys[0]) else { return [] }
        return [first] + (1..<Self.keysInPane).map { window.press(keys[$0 % keys.count]) }
    }

    private func figures(_ key: String, _ all: [ProgramWindow.Answer?], limit: Double?) -> [Figure] {
        let (times, bytes) = (all.compactMap { $0?.time }, all.compactMap { $0.map { Double($0.bytes) } })
        let unanswered = all.isEmpty ? nil : Double(all.count - times.count)
        return [
            Figure(name: "bytes for \(key), median", value: bytes.median, unit: "B"),
            Figure(
                name: "bytes for \(key), most", value: bytes.percentile(1), unit: "B", goal: limit.map { .atMost($0) }),
            Figure(name: "\(key) to its frame, median", value: times.median, unit: "ms"),
            Figure(
                name: "\(key) to its frame, 99th percentile", value: times.percentile(0.99), unit: "ms",
                goal: .atMost(16)),
            Figure(
                name: "\(key) without an answer in \(Int(ProgramWindow.patience.seconds)) s", value: unanswered,
                unit: "times", goal: .atMost(0)),
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
