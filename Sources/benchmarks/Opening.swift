import Canvas

/// How fast the real program opens a large dataset and answers keys, in a real terminal.
struct Opening {
    let large: LargeDataset
    let path: String
    let rounds: Int

    private static let size = Size(columns: 120, rows: 36)
    /// What only the panes of a sample show.
    static let sampleWords = "Chains after it"

    func tables(in folder: borrowing WorkFolder) throws -> [FigureTable] {
        var (times, memory): ([Double], [Double]) = ([], [])
        for _ in 1...rounds {
            let window = try open(in: folder)
            times.append(try window.time(until: Self.sampleWords))
            window.settle()
            if let peak = window.peakMemory { memory.append(peak) }
        }
        return [
            FigureTable(
                title: "Opening \(large.count) samples",
                method:
                    "The program at 120x36, from its start until the chains of the first sample are drawn; medians of \(rounds) "
                    + "starts, the file in the system's cache. Memory is VmHWM.",
                figures: [
                    Figure(name: "start to first sample", value: times.median, unit: "ms", goal: .atMost(100)),
                    Figure(name: "peak memory", value: memory.median, unit: "MB", goal: .atMost(150)),
                ]), try keys(in: folder),
        ]
    }

    private func open(in folder: borrowing WorkFolder) throws -> ProgramWindow {
        try ProgramWindow(["review", path], size: Self.size, dataFolder: folder.path, among: folder.programs)
    }
}

extension Opening {
    /// The panes that show the sample; the tab key leads through them, and then to the queue.
    private static let samplePanes = 4

    private static let keysInPane = 60

    private func keys(in folder: borrowing WorkFolder) throws -> FigureTable {
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
            title: "Keys with \(large.count) samples",
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
